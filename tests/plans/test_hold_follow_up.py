"""Holding a follow-up: when it can be recorded, what is planned next in each municipality, and that it ends nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.http import Http404

from ophold.journey.placements.actions import MovingIn, begin_stay
from ophold.journey.placements.choices import AcceptedBy
from ophold.journey.placements.models import Stay
from ophold.journey.placements.planning import NextFollowUpRefused
from ophold.journey.plans.actions import FollowUpRefused, Held, hold_follow_up
from ophold.journey.plans.models import FollowUp
from ophold.record.cases import access
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import noon
from tests.people import NOON
from tests.placements.test_begin_stay import MOVED, granted

HELD = Held(on=date(2026, 6, 3), result="Målene nås. Erik vil gerne lære at lave mad.")


def staying(key: str = "hjoerring", *, next_on: date | None = None, months: int | None = None) -> tuple[Case, Account]:
    who = people.staff(f"kaj-{key}", "Kaj Krag", key=key)
    case = granted(who, key, follow_up_every_months=months)
    moving = MovingIn(facility="Solsikken", began_on=MOVED, accepted_by=AcceptedBy.CITIZEN, next_on=next_on)
    begin_stay(case, moving=moving, by=who, at=NOON, act_key="moved")
    return case, who


def hold(case: Case, by: Account, *, held: Held = HELD, at: datetime | None = None) -> FollowUp | None:
    return hold_follow_up(case, held=held, by=by, at=at or noon(held.on), act_key=f"held-{held.on}")


def planned(case: Case) -> tuple[date | None, date | None]:
    clock = Clock.objects.get(case=case, kind=ClockKind.FOLLOW_UP, closed_on=None)
    return clock.earliest_on, clock.due_on


@pytest.mark.django_db
def test_ballerup_then_follows_up_at_least_every_half_year() -> None:
    case, who = staying("ballerup")
    hold(case, who)
    assert planned(case) == (None, date(2026, 12, 3))
    hold(case, who, held=replace(HELD, on=date(2026, 11, 20)))
    assert planned(case) == (None, date(2027, 5, 20))


@pytest.mark.django_db
def test_hjoerring_then_follows_up_yearly() -> None:
    case, who = staying("hjoerring")
    hold(case, who)
    assert planned(case) == (None, date(2027, 6, 3))


@pytest.mark.django_db
def test_lejre_then_by_need_asks_for_a_next_date() -> None:
    case, who = staying("lejre")
    early = replace(HELD, on=date(2026, 5, 20))
    with pytest.raises(NextFollowUpRefused, match="Skriv, hvornår"):
        hold(case, who, held=early)
    assert not FollowUp.objects.exists()
    hold(case, who, held=replace(early, next_on=date(2026, 10, 1)))
    assert planned(case) == (None, date(2026, 10, 1))


@pytest.mark.django_db
def test_frederikssund_running_asks_for_a_next_date_each_time() -> None:
    case, who = staying("frederikssund", next_on=date(2026, 4, 15))
    with pytest.raises(NextFollowUpRefused):
        hold(case, who)
    hold(case, who, held=replace(HELD, next_on=date(2026, 8, 1)))
    assert planned(case) == (None, date(2026, 8, 1))


@pytest.mark.django_db
def test_ishoej_goes_on_at_the_rhythm_of_the_decision() -> None:
    case, who = staying("ishoej", months=6)
    hold(case, who)
    assert planned(case) == (None, date(2026, 12, 3))


@pytest.mark.django_db
def test_one_held_before_the_earliest_day_is_one_more_and_the_promised_one_stays() -> None:
    case, who = staying("ballerup")
    hold(case, who, held=replace(HELD, on=date(2026, 4, 10)))
    assert planned(case) == (date(2026, 6, 1), None)
    first = Clock.objects.filter(case=case, kind=ClockKind.FOLLOW_UP).earliest("pk")
    assert first.ended == ClockEnd.REPLACED


@pytest.mark.django_db
def test_a_promise_kept_and_a_promise_broken_are_told_apart() -> None:
    kept, who = staying("lejre")
    hold(kept, who, held=replace(HELD, on=date(2026, 6, 1), next_on=date(2027, 1, 1)))
    late, _who = staying("lejre")
    hold(late, who, held=replace(HELD, on=date(2026, 6, 2), next_on=date(2027, 1, 1)))
    ended = [Clock.objects.filter(case=case, kind=ClockKind.FOLLOW_UP).earliest("pk").ended for case in (kept, late)]
    assert ended == [ClockEnd.MET, ClockEnd.LATE]


@pytest.mark.django_db
def test_a_review_that_was_held_is_planned_again_two_years_on() -> None:
    case, who = staying("ballerup")
    hold(case, who, held=replace(HELD, on=date(2028, 2, 20), reviewed=True))
    first, second = Clock.objects.filter(case=case, kind=ClockKind.REVIEW).order_by("pk")
    assert (first.ended, second.due_on) == (ClockEnd.MET, date(2030, 2, 20))


@pytest.mark.django_db
def test_a_review_day_long_past_leaves_stay_state_and_clock_as_they_were() -> None:
    case, who = staying("ballerup")
    hold(case, who, held=replace(HELD, on=date(2029, 1, 10)))
    case.refresh_from_db()
    assert case.state == CaseState.STAYING
    assert Stay.objects.get(case=case).ended_on is None
    assert Clock.objects.get(case=case, kind=ClockKind.REVIEW).closed_on is None


@pytest.mark.django_db
def test_refused_before_moving_in() -> None:
    anna = people.anna()
    case = granted(anna)
    with pytest.raises(NotPossible, match="Bevilget"):
        hold(case, anna)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("unfit", "why"),
    [
        ({"on": date(2026, 6, 5)}, "i fremtiden"),
        ({"on": MOVED - timedelta(days=1)}, "før indflytningen"),
        ({"result": " "}, "resultatet mangler"),
        ({"next_on": date(2026, 6, 3)}, "før i dag"),
    ],
)
def test_refused_and_nothing_is_written(unfit: dict[str, Any], why: str) -> None:
    case, who = staying()
    with pytest.raises(FollowUpRefused, match=why):
        hold(case, who, held=replace(HELD, **unfit), at=noon(date(2026, 6, 4)))
    assert not FollowUp.objects.exists()


@pytest.mark.django_db
def test_refused_when_a_later_one_is_recorded() -> None:
    case, who = staying()
    hold(case, who)
    with pytest.raises(FollowUpRefused, match=r"3\. juni 2026"):
        hold(case, who, held=replace(HELD, on=date(2026, 5, 1)), at=noon(date(2026, 6, 4)))


@pytest.mark.django_db
def test_done_twice_is_done_once() -> None:
    case, who = staying()
    hold(case, who)
    assert hold(case, who) is None
    assert FollowUp.objects.count() == 1


def test_the_wrong_role_the_citizen_and_another_municipality_may_not(erik: Account, dorte: Account) -> None:
    case, _who = staying()
    with pytest.raises(NotPossible):
        hold(case, erik)
    with pytest.raises(NotPossible):
        hold(case, people.staff("ole", "Ole Olsen", key="hjoerring", role=Role.APPEALS_OFFICER))
    with pytest.raises(Http404):
        access.case(dorte, case.reference)


@pytest.mark.django_db
def test_journalled_and_the_words_are_sealed() -> None:
    case, who = staying()
    row = hold(case, who)
    assert row is not None
    entry = Entry.objects.get(case=case, act="hold_follow_up")
    assert entry.facts["next_on"] == "2027-06-03"
    assert "lave mad" not in str(entry.facts)
    assert FollowUp.objects.get().result == HELD.result
