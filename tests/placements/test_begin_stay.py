"""Moving in: when it can be recorded, and what it plans in each municipality."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.http import Http404

from ophold.journey.decisions.choices import Outcome
from ophold.journey.placements.actions import MovingIn, StayRefused, begin_stay
from ophold.journey.placements.choices import AcceptedBy
from ophold.journey.placements.models import Stay
from ophold.journey.placements.planning import NextFollowUpRefused
from ophold.record.cases import access
from ophold.record.cases.actions import set_next_date
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import a_decision, noon
from tests.people import NOON, TODAY

MOVED = date(2026, 3, 1)
MOVING = MovingIn(facility="Solsikken", began_on=MOVED, accepted_by=AcceptedBy.CITIZEN)


def granted(by: Account, key: str = "hjoerring", **fields: Any) -> Case:
    case, _decision = a_decision(by, key=key, outcome=Outcome.GRANT, decided_on=date(2026, 2, 16), **fields)
    return case


def begin(case: Case, by: Account, *, moving: MovingIn = MOVING, at: datetime = NOON, key: str = "k") -> Stay | None:
    return begin_stay(case, moving=moving, by=by, at=at, act_key=key)


def clock(case: Case, kind: ClockKind) -> Clock:
    return Clock.objects.get(case=case, kind=kind, closed_on=None)


def test_the_stay_begins_and_the_case_is_in_it(anna: Account) -> None:
    case = granted(anna)
    stay = begin(case, anna)
    case.refresh_from_db()
    assert stay is not None
    assert (case.state, stay.facility, stay.began_on, stay.ended_on) == (CaseState.STAYING, "Solsikken", MOVED, None)


def test_the_search_for_a_place_is_over(anna: Account) -> None:
    case = granted(anna)
    set_next_date(case, on=TODAY, label="Find et sted", by=anna, at=NOON, act_key="n")
    begin(case, anna)
    step = Clock.objects.get(case=case, kind=ClockKind.NEXT_STEP)
    assert (step.closed_on, step.ended) == (TODAY, ClockEnd.MET)


@pytest.mark.django_db
def test_lejre_follows_up_within_three_months() -> None:
    lene = people.staff("lene", "Lene Lund", key="lejre")
    case = granted(lene, "lejre")
    begin(case, lene)
    planned = clock(case, ClockKind.FOLLOW_UP)
    assert (planned.due_on, planned.earliest_on) == (date(2026, 6, 1), None)
    assert planned.finding["because"][0]["provision"] == "L13"


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["ballerup", "hjoerring"])
def test_after_three_months_has_an_earliest_day_and_no_last_one(key: str) -> None:
    kaj = people.staff("kaj", "Kaj Krag", key=key)
    case = granted(kaj, key)
    begin(case, kaj)
    planned = clock(case, ClockKind.FOLLOW_UP)
    assert (planned.due_on, planned.earliest_on) == (None, date(2026, 6, 1))


@pytest.mark.django_db
def test_ishoej_follows_up_at_least_once_a_year() -> None:
    ida = people.staff("ida", "Ida Iversen", key="ishoej")
    case = granted(ida, "ishoej")
    begin(case, ida)
    assert clock(case, ClockKind.FOLLOW_UP).due_on == date(2027, 3, 1)


@pytest.mark.django_db
def test_ishoej_follows_up_more_often_when_the_decision_says_so_and_never_less() -> None:
    ida = people.staff("ida", "Ida Iversen", key="ishoej")
    closer = granted(ida, "ishoej", follow_up_every_months=6)
    sparser = granted(ida, "ishoej", follow_up_every_months=24)
    begin(closer, ida)
    begin(sparser, ida)
    assert clock(closer, ClockKind.FOLLOW_UP).due_on == date(2026, 9, 1)
    assert clock(sparser, ClockKind.FOLLOW_UP).due_on == date(2027, 3, 1)


@pytest.mark.django_db
def test_frederikssund_needs_a_first_date_by_hand() -> None:
    finn = people.staff("finn", "Finn Fisker", key="frederikssund")
    case = granted(finn, "frederikssund")
    with pytest.raises(NextFollowUpRefused, match="Skriv, hvornår"):
        begin(case, finn)
    begin(case, finn, moving=replace(MOVING, next_on=date(2026, 4, 15)))
    assert clock(case, ClockKind.FOLLOW_UP).due_on == date(2026, 4, 15)


@pytest.mark.django_db
def test_a_day_by_hand_cannot_be_later_than_promised() -> None:
    lene = people.staff("lene", "Lene Lund", key="lejre")
    case = granted(lene, "lejre")
    with pytest.raises(NextFollowUpRefused, match=r"senest\s+1\. juni 2026"):
        begin(case, lene, moving=replace(MOVING, next_on=date(2026, 6, 2)))
    begin(case, lene, moving=replace(MOVING, next_on=date(2026, 4, 1)))
    assert clock(case, ClockKind.FOLLOW_UP).due_on == date(2026, 4, 1)


@pytest.mark.django_db
def test_ballerup_looks_at_the_grant_again_after_two_years() -> None:
    dorte = people.dorte()
    case = granted(dorte, "ballerup")
    begin(case, dorte)
    assert clock(case, ClockKind.REVIEW).due_on == date(2028, 3, 1)


@pytest.mark.django_db
def test_a_day_of_review_in_the_decision_goes_before_the_standards_two_years() -> None:
    dorte = people.dorte()
    case = granted(dorte, "ballerup", review_on=date(2027, 3, 1))
    begin(case, dorte)
    assert clock(case, ClockKind.REVIEW).due_on == date(2027, 3, 1)


def test_another_place_than_the_decision_names_needs_a_new_decision(anna: Account) -> None:
    case = granted(anna, facility="Møllen", facility_accepted_on=MOVED, citizen_accepted_on=MOVED)
    with pytest.raises(StayRefused, match="afgørelsen gælder Møllen"):
        begin(case, anna)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["frederikssund", "hjoerring", "ishoej", "lejre"])
def test_elsewhere_no_day_of_review_is_invented(key: str) -> None:
    who = people.staff("kaj", "Kaj Krag", key=key)
    case = granted(who, key)
    begin(case, who, moving=replace(MOVING, next_on=date(2026, 6, 1)))
    assert not Clock.objects.filter(case=case, kind=ClockKind.REVIEW).exists()


@pytest.mark.django_db
def test_a_review_day_that_passes_ends_nothing() -> None:
    dorte = people.dorte()
    case = granted(dorte, "ballerup")
    stay = begin(case, dorte)
    long_after = noon(date(2031, 1, 1))
    set_next_date(case, on=long_after.date(), label="Se på sagen", by=dorte, at=long_after, act_key="n")
    case.refresh_from_db()
    assert stay is not None
    stay.refresh_from_db()
    assert (case.state, stay.ended_on) == (CaseState.STAYING, None)
    assert clock(case, ClockKind.REVIEW).due_on == date(2028, 3, 1)


@pytest.mark.parametrize(
    ("unfit", "why"),
    [
        ({"began_on": TODAY + timedelta(days=1)}, "i fremtiden"),
        ({"began_on": date(2026, 2, 15)}, "før afgørelsen"),
        ({"facility": "  "}, "botilbuddet mangler"),
        ({"accepted_by": AcceptedBy.GUARDIAN}, "sagt ja"),
    ],
)
def test_refused_and_nothing_is_written(anna: Account, unfit: dict[str, Any], why: str) -> None:
    case = granted(anna)
    with pytest.raises(StayRefused, match=why):
        begin(case, anna, moving=replace(MOVING, **unfit))
    case.refresh_from_db()
    assert case.state == CaseState.GRANTED
    assert not Stay.objects.exists()


def test_refused_before_a_decision(anna: Account) -> None:
    case = people.a_case(state=CaseState.ASSESSING, standard_version="2022-06-22")
    with pytest.raises(NotPossible, match="Under udredning"):
        begin(case, anna)


def test_a_guardian_who_said_yes_is_named(anna: Account) -> None:
    stay = begin(
        granted(anna),
        anna,
        moving=replace(MOVING, accepted_by=AcceptedBy.GUARDIAN, acceptance="Fatma Farah, værgemål af 1. februar 2026"),
    )
    assert stay is not None
    assert stay.acceptance.startswith("Fatma Farah")


def test_done_twice_is_done_once(anna: Account) -> None:
    case = granted(anna)
    begin(case, anna)
    assert begin(case, anna) is None
    assert Stay.objects.count() == 1


def test_a_colleague_may_and_the_wrong_role_and_the_citizen_may_not(anna: Account, bo: Account, erik: Account) -> None:
    case = granted(anna)
    with pytest.raises(NotPossible):
        begin(case, erik)
    with pytest.raises(NotPossible):
        begin(case, people.staff("ole", "Ole Olsen", key="hjoerring", role=Role.APPEALS_OFFICER))
    assert begin(case, bo) is not None


def test_another_municipality_finds_no_case(anna: Account, dorte: Account) -> None:
    case = granted(anna)
    with pytest.raises(Http404):
        access.case(dorte, case.reference)


def test_journalled_with_the_facility_sealed(anna: Account) -> None:
    case = granted(anna)
    begin(case, anna)
    entry = Entry.objects.get(case=case, act="begin_stay")
    assert entry.facts["began_on"] == "2026-03-01"
    assert entry.facts["follow_up_on"] == "2026-06-01"
    assert "Solsikken" not in str(entry.facts)


def test_the_database_refuses_two_stays_at_once(anna: Account) -> None:
    case = granted(anna)
    stay = begin(case, anna)
    assert stay is not None
    stay.pk = None
    with pytest.raises(IntegrityError), people.set_up():
        stay.save(force_insert=True)
