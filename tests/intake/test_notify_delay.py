"""A notice of delay tells a new day and keeps the promised one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ophold.journey.intake.actions import DelayRefused, notify_delay
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.queries import open_clocks
from ophold.record.clock import COPENHAGEN
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import apply_to, key

PROMISED = date(2026, 5, 15)
LATER = date(2026, 6, 30)


def notify(
    case: Case, by: Account, *, until: date = LATER, why: str = "Vi mangler lægens svar.", at: datetime = people.NOON
) -> None:
    notify_delay(case, until=until, why=why, by=by, at=at, act_key=key())


@pytest.fixture
def case(erik: Account) -> Case:
    return apply_to("ballerup")


def response(case: Case) -> Clock:
    return Clock.objects.get(case=case, kind=ClockKind.RESPONSE)


def test_the_due_day_moves_and_the_promised_day_stays(case: Case, dorte: Account) -> None:
    notify(case, dorte)
    assert (response(case).due_on, response(case).promised_on) == (LATER, PROMISED)
    case.refresh_from_db()
    assert case.next_on == LATER


def test_an_answer_within_the_new_day_but_after_the_promise_counts_as_late(case: Case, dorte: Account) -> None:
    notify(case, dorte)
    clocks = open_clocks(case)
    clocks.stop(ClockKind.RESPONSE, on=date(2026, 6, 1))
    assert clocks.changed[0].ended == ClockEnd.LATE


@pytest.mark.parametrize(("day", "late"), [(15, False), (16, True)])
def test_a_notice_after_the_promised_day_counts_as_late(case: Case, dorte: Account, day: int, late: bool) -> None:
    notify(case, dorte, at=datetime(2026, 5, day, 12, tzinfo=COPENHAGEN))
    entry = Entry.objects.get(case=case, act="notify_delay")
    assert entry.facts == {"until": "2026-06-30", "before": "2026-05-15", "promised_on": "2026-05-15", "late": late}


@pytest.mark.parametrize("until", [people.TODAY, PROMISED, date(2026, 4, 1)])
def test_a_day_that_is_no_delay_is_refused(case: Case, dorte: Account, until: date) -> None:
    with pytest.raises(DelayRefused, match="ikke er senere"):
        notify(case, dorte, until=until)


def test_a_notice_without_a_reason_is_refused(case: Case, dorte: Account) -> None:
    with pytest.raises(DelayRefused, match="mangler en grund"):
        notify(case, dorte, why=" ")


def test_where_no_deadline_is_stated_a_day_can_still_be_told(erik: Account) -> None:
    silent = apply_to("frederikssund")
    notify(silent, people.staff("freja", "Freja Frost", key="frederikssund"))
    assert (response(silent).due_on, response(silent).promised_on) == (LATER, None)


def test_without_an_open_response_clock_there_is_nothing_to_delay(dorte: Account) -> None:
    with pytest.raises(DelayRefused, match="allerede er besvaret"):
        notify(people.a_case("ballerup"), dorte)


def test_a_decided_case_is_refused(dorte: Account) -> None:
    with pytest.raises(NotPossible):
        notify(people.a_case("ballerup", state=CaseState.GRANTED), dorte)


def test_the_citizen_cannot_do_it(case: Case, erik: Account) -> None:
    with pytest.raises(NotPossible):
        notify(case, erik)
