"""Each raw twin sends what the product sends and asks the database as often, or the ratio says nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from bench.pages import answer, sign_in
from bench.raw import work_list
from bench.raw.ground import TOKEN, Database
from ophold.record import clock
from ophold.record.cases.choices import CaseState, ClockKind, Urgency, WaitsOn
from ophold.record.journal.models import ReadEntry
from ophold.site.wsgi import application
from tests.people import TODAY, a_case, anna, set_up
from tests.statements import statements

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_the_work_lists_twin_sends_the_same_page_by_as_many_statements() -> None:
    cases()
    browser = sign_in(anna())
    address = f"{work_list.ADDRESS}?{work_list.QUERY}"
    with statements() as asked:
        status, page = answer(application, browser.get(address))
    assert status == "200 OK"
    connection.ensure_connection()
    database = Database(connection.connection)
    with set_up():
        twin_status, twin_page = answer(work_list.twin(database, page.decode(), clock.now), browser.get(address))
    assert twin_status == status
    assert TOKEN.sub("", twin_page.decode()).splitlines() == TOKEN.sub("", page.decode()).splitlines()
    assert database.asked == len(asked)
    reads = ReadEntry.objects.filter(page="work-list").values_list("account", "role", "references", "municipality")
    assert len(reads) == 2
    assert reads[0] == reads[1]
