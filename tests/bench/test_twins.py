"""Each raw twin sends what the product sends and asks the database as often, or the ratio says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection

from bench.pages import NOTE, answer, sign_in
from bench.raw import note, work_list
from bench.raw.ground import TOKEN, Database
from ophold.record import clock
from ophold.record.cases.choices import CaseState, ClockKind, Urgency, WaitsOn
from ophold.record.journal.actions import TEXT_CONTEXT
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.journal.verify import verify
from ophold.record.people.seal import unseal_text
from ophold.site.wsgi import application
from tests.people import TODAY, a_case, anna
from tests.statements import statements

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def beside() -> Iterator[Database]:
    """A connection of the twin's own to the same database."""
    other = connection.copy()
    other.connect()
    yield Database(other.connection)
    other.close()


def cases() -> None:
    """More than a page, of every sort the list can show."""
    a_case()
    a_case(caseworker=anna(), state=CaseState.ASSESSING, next_on=None, urgency=Urgency.UNDATED)
    for number in range(28):
        ours = number % 3 > 0
        a_case(
            caseworker=anna() if number % 2 else None,
            state=CaseState.HEARING if number % 5 else CaseState.GRANTED,
            next_on=TODAY + timedelta(days=number * 2 - 6),
            next_kind=(ClockKind.HEARING, ClockKind.RESPONSE, ClockKind.REVIEW)[number % 3],
            next_label="Ring til <Erik> & hør" if number % 4 == 0 else "",
            waits_on=WaitsOn.MUNICIPALITY if ours else WaitsOn.CITIZEN,
            urgency=Urgency.OURS if ours else Urgency.OTHERS,
        )


def test_the_work_lists_twin_sends_the_same_page_by_as_many_statements(beside: Database) -> None:
    cases()
    browser = sign_in(anna())
    address = f"{work_list.ADDRESS}?{work_list.QUERY}"
    with statements() as asked:
        answered = answer(application, browser.get(address))
    assert answered.status == "200 OK"
    page = answered.body.decode()
    twin = answer(work_list.twin(beside, page, clock.now), browser.get(address))
    assert twin.status == answered.status
    assert TOKEN.sub("", twin.body.decode()).splitlines() == TOKEN.sub("", page).splitlines()
    assert beside.asked == len(asked)
    reads = ReadEntry.objects.filter(page="work-list").values_list("account", "role", "references", "municipality")
    assert len(reads) == 2
    assert reads[0] == reads[1]


def test_the_notes_twin_writes_the_same_by_as_many_statements(beside: Database) -> None:
    cases, browser = [a_case(caseworker=anna()), a_case(caseworker=anna())], sign_in(anna())
    asks = [browser.post(f"/sag/{case.reference}/notat/", act_key="once", **NOTE) for case in cases]
    with statements() as asked:
        answered = answer(application, asks[0])
    twin = answer(note.twin(beside, clock.now), asks[1])
    assert answered == ("302 Found", f"/sag/{cases[0].reference}/", b"")
    assert twin == ("302 Found", f"/sag/{cases[1].reference}/", b"")
    assert beside.asked == len(asked)
    written = [
        (entry.number, entry.act, entry.actor, entry.actor_role, entry.facts, entry.act_key, words(entry))
        for entry in Entry.objects.filter(act="note_conversation")
    ]
    assert len(written) == 2
    assert written[0] == written[1]
    assert not verify().faults


def words(entry: Entry) -> str:
    sealed = entry.text.sealed
    assert sealed is not None
    return unseal_text(bytes(sealed), context=TEXT_CONTEXT)
