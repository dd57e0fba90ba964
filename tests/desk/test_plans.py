"""The work list walks an index from where the page begins: no sort, no reading past closed or earlier cases; a case
page reads what belongs to its case.

What the databases say they will do (EXPLAIN), among enough cases to make a poor way dear. Times are for `bench/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from ophold.outlook.desk.search import search
from ophold.outlook.desk.worklist import PAGE, Tab, work_list
from ophold.record.cases.choices import CaseState, Channel, Urgency, WaitsOn
from ophold.record.cases.models import Absence, Case
from tests.people import ERIKS_CPR, NOON, TODAY, a_case, anna, bo, municipality, set_up, signed_in

pytestmark = pytest.mark.django_db
MANY = 4_000
OPEN = 5  # every so many of them is open


@pytest.fixture(autouse=True)
def _many_cases() -> None:
    """Most of them closed; of the open ones a third is Anna's, a third Bo's, a third nobody's; some are undated."""
    like = a_case()
    owners = (anna(), bo(), None)

    def case(number: int) -> Case:
        closed, place = number % OPEN > 0, number // OPEN
        dated = place % 4 > 1
        return Case(
            municipality=like.municipality, citizen=like.citizen, reference=f"HJO-2020-{number:05}",
            state=CaseState.CLOSED if closed else CaseState.ASSESSING, closed_on=TODAY if closed else None,
            caseworker=owners[place % 3], received_on=TODAY, channel=Channel.LETTER, opened_at=NOON,
            standard_version=like.standard_version, waits_on=WaitsOn.MUNICIPALITY,
            next_on=TODAY + timedelta(days=place % 90) if dated else None,
            urgency=Urgency(1 + place // 4 % 2) if dated else Urgency.UNDATED,
        )  # fmt: skip

    with set_up():
        Case.objects.bulk_create((case(number) for number in range(MANY)), batch_size=500)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE cases_case")


def plans(ask: Callable[[], object]) -> list[str]:
    """How the database finds what is asked for, question by question."""
    asked: list[tuple[str, Any]] = []

    def note(run: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        asked.append((sql, params))
        return run(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask()
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    said = []
    with connection.cursor() as cursor:
        for sql, params in asked:
            if sql.startswith(("SELECT", "(SELECT")):
                cursor.execute(explain + sql, params)
                said.append("\n".join(str(row[-1]) for row in cursor.fetchall()))
    return said


def plan(tab: str, after: str) -> str:
    """How the first rows of a page are found."""
    account = anna()
    return plans(lambda: work_list(account, tab=tab, state="", after=after, on=TODAY))[0]


def walks(said: str) -> bool:
    """Whether the cases are read along an index of open cases, and nothing is sorted."""
    along = re.search(r"cases_case USING INDEX open_case_by_|Index Scan using open_case_by_\w+ on cases_case", said)
    return along is not None and "Sort" not in said and "TEMP B-TREE" not in said


@pytest.mark.parametrize("tab", [Tab.TEAM, Tab.MINE])
def test_the_first_page_is_read_along_the_index_of_open_cases(tab: str) -> None:
    said = plan(tab, "")
    assert walks(said), said


@pytest.mark.parametrize("tab", [Tab.TEAM, Tab.MINE])
def test_a_late_page_begins_in_the_middle_of_the_index(tab: str) -> None:
    said = plan(tab, f"1.{TODAY + timedelta(days=60)}.17")
    assert walks(said), said
    assert "(urgency,next_on)>(?,?)" in said or "(ROW(urgency, next_on, id) > ROW(" in said, said


@pytest.mark.parametrize("tab", [Tab.TEAM, Tab.MINE])
def test_so_does_a_late_page_of_undated_cases(tab: str) -> None:
    said = plan(tab, "0..17")
    assert walks(said), said
    assert "next_on=? AND id>?" in said or "(next_on IS NULL) AND (id > " in said, said


@pytest.mark.parametrize("after", ["", f"1.{TODAY + timedelta(days=60)}.17"])
def test_unassigned_cases_are_found_by_an_index_of_open_cases(after: str) -> None:
    said = plan(Tab.UNASSIGNED, after)
    assert walks(said), said


def test_the_cases_of_two_are_found_by_an_index_of_open_cases() -> None:
    with set_up():
        Absence.objects.create(
            municipality=municipality("hjoerring"), away=bo(), covered_by=anna(), from_on=TODAY, to_on=TODAY
        )
    said = plan(Tab.MINE, "")
    assert walks(said), said


def test_every_page_together_shows_every_open_case_once_in_order() -> None:
    shown: list[str] = []
    after, first = "", True
    while first or after:
        page = work_list(anna(), tab=Tab.TEAM, state="", after=after, on=TODAY)
        assert len(page.references) == PAGE or not page.after
        shown, after, first = shown + page.references, page.after, False
    ordered = Case.objects.filter(closed_on=None).order_by("urgency", "next_on", "pk")
    assert shown == list(ordered.values_list("reference", flat=True))


def test_a_case_page_reads_its_own_case_and_no_other() -> None:
    case, browser = a_case(caseworker=anna()), signed_in(anna())
    said = plans(lambda: browser.get(f"/sag/{case.reference}/"))
    assert len(said) > 5
    for how in said:
        assert "SCAN" not in how, how  # SQLite says it of a whole table; PostgreSQL may read a small one whole
        assert "(municipality_id=?)" not in how, how
        assert "Seq Scan on cases_case" not in how, how


@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="chooses by how many there are; here all are one person's"
)
def test_a_cpr_number_is_found_by_the_index_of_the_municipalitys_own_numbers() -> None:
    account = anna()
    (said,) = plans(lambda: search(account, ERIKS_CPR))
    assert "cpr_index=?" in said, said
