"""The work list: the right cases, in the order of what to do first, in few statements."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ophold.outlook.desk.worklist import PAGE, Tab, work_list
from ophold.record.cases.actions import hand_back
from ophold.record.cases.choices import CaseState, ClockKind, Urgency, WaitsOn
from ophold.record.cases.models import Case
from ophold.record.journal.models import ReadEntry
from ophold.record.people.choices import Role
from tests.people import TODAY, a_case, a_citizen, anna, clara, dorte, erik, signed_in, staff
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db
ADDRESS = "/arbejdsliste/"


def waiting(next_on: date | None, waits_on: WaitsOn = WaitsOn.MUNICIPALITY, **fields: Any) -> Case:
    """A case of Anna's that waits for something on a day."""
    ours = Urgency.OURS if waits_on == WaitsOn.MUNICIPALITY else Urgency.OTHERS
    return a_case(
        caseworker=anna(), state=CaseState.ASSESSING, next_on=next_on, waits_on=waits_on,
        next_kind=ClockKind.RESPONSE if next_on else "", urgency=ours if next_on else Urgency.UNDATED, **fields,
    )  # fmt: skip


def headings(tab: str = Tab.MINE) -> list[str]:
    return [heading for heading, _rows in work_list(anna(), tab=tab, state="", after="", on=TODAY).sections]


def test_it_is_in_sections_by_what_to_act_on() -> None:
    waiting(TODAY + timedelta(days=30))
    waiting(TODAY + timedelta(days=4))
    waiting(TODAY + timedelta(days=1))
    waiting(TODAY - timedelta(days=1))
    waiting(TODAY, WaitsOn.CITIZEN)
    waiting(None)
    assert headings() == [
        "Uden næste dato", "Overskredet", "I dag og i morgen", "Denne uge", "Senere", "Venter på andre",
    ]  # fmt: skip


def test_what_waited_for_others_until_yesterday_is_ours_today() -> None:
    case = waiting(TODAY - timedelta(days=1), WaitsOn.CITIZEN)
    still = waiting(TODAY, WaitsOn.CITIZEN)
    assert headings() == ["Venter på andre"]
    assert hand_back(on=TODAY) == 1
    assert headings() == ["Overskredet", "Venter på andre"]
    case.refresh_from_db()
    still.refresh_from_db()
    assert (case.waits_on, still.waits_on) == (WaitsOn.MUNICIPALITY, WaitsOn.CITIZEN)
    assert hand_back(on=TODAY) == 0


def test_a_colleagues_case_is_in_the_teams_list_and_not_in_mine() -> None:
    a_case(caseworker=clara())
    assert headings(Tab.MINE) == []
    assert headings(Tab.TEAM) == ["Uden næste dato"]
    assert headings(Tab.UNASSIGNED) == []


def test_a_case_nobody_has_taken_is_unassigned() -> None:
    a_case()
    assert headings(Tab.UNASSIGNED) == ["Uden næste dato"]


def test_a_closed_case_is_in_no_list() -> None:
    a_case(caseworker=anna(), state=CaseState.CLOSED)
    assert headings(Tab.TEAM) == []


def test_another_municipalitys_case_is_in_no_list() -> None:
    case = a_case("ballerup", citizen=a_citizen("ballerup"))
    assert case.reference not in signed_in(anna()).get(f"{ADDRESS}?vis=team").content.decode()
    assert case.reference in signed_in(dorte()).get(f"{ADDRESS}?vis=team").content.decode()


def test_paging_shows_every_case_once() -> None:
    cases = {waiting(TODAY + timedelta(days=number % 7)).reference for number in range(PAGE + 5)}
    cases |= {waiting(None).reference for _ in range(3)}
    first = work_list(anna(), tab=Tab.MINE, state="", after="", on=TODAY)
    rest = work_list(anna(), tab=Tab.MINE, state="", after=first.after, on=TODAY)
    assert len(first.references) == PAGE
    assert sorted(first.references + rest.references) == sorted(cases)
    assert rest.after == ""


@pytest.mark.parametrize(
    "cursor", ["x", "1.2026-02-30.5", "9..1", "0..", "1.2026-03-02.99999999999999999999", "1..-1", "\x00"]
)
def test_a_cursor_nobody_made_begins_anew(cursor: str) -> None:
    case = waiting(TODAY)
    answer = signed_in(anna()).get(ADDRESS, {"efter": cursor})
    assert answer.status_code == 200
    assert case.reference in answer.content.decode()


@pytest.mark.parametrize("rows", [1, PAGE + 5])
def test_it_takes_few_statements_whatever_the_rows(rows: int) -> None:
    for _ in range(rows):
        waiting(TODAY)
    browser = signed_in(anna())
    with assert_statements(4):
        assert browser.get(ADDRESS).status_code == 200


def test_reading_it_is_in_the_journal_with_the_cases_shown() -> None:
    case = waiting(TODAY)
    signed_in(anna()).get(ADDRESS)
    read = ReadEntry.objects.get(page="work-list")
    assert (read.account, read.references) == (anna(), [case.reference])


def test_a_role_without_cases_and_a_citizen_meet_404() -> None:
    policy = staff("pia", "Pia Poulsen", key="hjoerring", role=Role.POLICY_OFFICER)
    for account in (policy, erik()):
        assert signed_in(account).get(ADDRESS).status_code == 404


def test_an_empty_list_says_what_to_do() -> None:
    assert "Se sager, ingen har taget" in signed_in(anna()).get(ADDRESS).content.decode()
