"""Each raw twin sends what the product sends and asks the database as often, or the ratio says nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult

from bench.pages import NOTE, Answer, about_to_apply, answer, sign_in
from bench.raw import application as raw_application
from bench.raw import case_page, note, work_list
from bench.raw.ground import TOKEN, Database
from ophold.journey.intake.models import Draft
from ophold.record import clock
from ophold.record.cases.choices import CaseState, ClockKind, Urgency, WaitsOn
from ophold.record.cases.models import Case
from ophold.record.journal.actions import TEXT_CONTEXT
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.journal.verify import verify
from ophold.record.letters.models import Dispatch
from ophold.record.people.models import Account, Municipality
from ophold.record.people.seal import unseal_text
from ophold.site.demo import history
from ophold.site.demo.cast import make_cast
from ophold.site.demo.invention import Inventor
from ophold.site.demo.plots import PLOTS
from ophold.site.demo.population import Demonstration
from ophold.site.wsgi import application
from tests.people import TODAY, a_case, a_citizen, anna, erik
from tests.statements import statements

KEY = re.compile(r'(?<=name="act_key" value=")[0-9a-f-]{36}(?=")')
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
    twin = answer(work_list.twin(beside, answered.body.decode(), clock.now), browser.get(address))
    assert twin.status == answered.status
    assert plain(twin) == plain(answered)
    assert beside.asked == len(asked)
    reads = ReadEntry.objects.filter(page="work-list").values_list("account", "role", "references", "municipality")
    assert len(reads) == 2
    assert reads[0] == reads[1]


@pytest.mark.parametrize("is_open", [True, False])
def test_the_case_pages_twin_sends_the_same_page_by_as_many_statements(is_open: bool, beside: Database) -> None:
    lived = lived_cases("ballerup", is_open=is_open)
    browser = sign_in(Account.objects.get(username="dorte"))
    page = answer(application, browser.get(f"/sag/{lived[0].reference}/")).body.decode()
    twin = case_page.twin(beside, page, clock.now)
    for case in lived:
        address, before = f"/sag/{case.reference}/", beside.asked
        with statements() as asked:
            answered = answer(application, browser.get(address))
        twins = answer(twin, browser.get(address))
        assert twins.status == answered.status == "200 OK"
        assert plain(twins) == plain(answered)
        assert beside.asked - before == len(asked)
    last = ReadEntry.objects.filter(page="case").order_by("-pk").values_list("account", "role", "references")[:2]
    assert last[0] == last[1]


def lived_cases(key: str, *, is_open: bool) -> list[Case]:
    """A case after each plot of the demonstration, and a received one nobody has taken."""
    call_command("municipalities", verbosity=0)
    homes = list(Municipality.objects.filter(key=key))
    making = Demonstration(cast=make_cast(homes), homes=homes, inventor=Inventor(107), today=TODAY)
    lived = [making.live(homes[0], plot, is_open=is_open, with_bytes=False) for plot in PLOTS]
    return [*lived, a_case(key, citizen=a_citizen(key), acting_confirmed=False)]


def plain(answered: Answer) -> list[str]:
    """The page's lines without what is new each time it is shown."""
    return KEY.sub("", TOKEN.sub("", answered.body.decode())).splitlines()


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


def test_applyings_twin_writes_the_same_by_as_many_statements(beside: Database) -> None:
    call_command("municipalities", verbosity=0)
    home, citizen = Municipality.objects.get(key="ballerup"), erik()
    browser = sign_in(citizen)
    answer(application, about_to_apply(home, citizen, browser))  # from now on the citizen is known
    ask = about_to_apply(home, citizen, browser)
    with statements() as asked:
        answered = answer(application, ask)
    twins = answer(raw_application.twin(beside, clock.now), about_to_apply(home, citizen, browser))
    assert twins.status == answered.status == "302 Found"
    assert beside.asked == len(asked)
    _first, ours, theirs = Case.objects.order_by("pk")
    assert (answered.place, twins.place) == (f"/kvittering/{ours.reference}/", f"/kvittering/{theirs.reference}/")
    assert list(told(theirs)) == list(told(ours))
    assert len(list(told(ours))) > 6
    assert list(DBTaskResult.objects.values_list("task_path", "status", "priority").distinct().order_by()) == [
        ("ophold.record.letters.tasks.wake", "READY", 0)
    ]
    assert not Draft.objects.exists()
    assert not verify().faults


ITS_OWN = {"key", "act_key", "mac", "journal_head", "opened_at", "at", "made_at", "cpr_sealed", "reference"}


def told(case: Case) -> Iterator[dict[str, Any]]:
    """Every row of a case without what is its own: keys, marks, times of day; sealed texts opened."""
    for row in history.rows_of(case):
        values: dict[str, Any] = {"table": row.table}
        for field in history.fields(row.table):
            value, context = row[field.name], history.context(field)
            if field.primary_key or field.is_relation or field.name in ITS_OWN:
                continue
            if context and value:
                key = row["key"] if row.table is Dispatch else ""
                value = unseal_text(bytes(value), context=context.format(case=case.pk, key=key))
                value = value.replace(case.reference, "")
            values[field.name] = json.loads(value) if field.name in ("facts", "finding") else value
        yield values
