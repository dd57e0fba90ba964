from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ophold.law.calendar import add
from ophold.law.facts import ContradictoryFacts
from ophold.law.finding import Status
from ophold.law.follow_ups import Kind, OwnRhythm, follow_ups
from ophold.law.promises import Bound, FollowUpPromise, GroupPeriod, Interval, Period, Unit
from tests.law.table import Row, both_languages, days, quickly, rows, standard, texts

BEGAN = date(2026, 3, 2)
YEARLY = FollowUpPromise(then=Interval(bound=Bound.AT_LEAST_EVERY, period=Period(value=12, unit=Unit.MONTH)))


def interval(said: list[Any] | None) -> Interval | None:
    if said is None:
        return None
    bound, value, unit = said
    return Interval(bound=Bound(bound), period=Period(value=value, unit=Unit(unit)))


def promise(row: Row) -> FollowUpPromise:
    said = dict(row["promise"])
    return FollowUpPromise(first=interval(said.pop("first", None)), then=interval(said.pop("then", None)), **said)


def own(row: Row) -> OwnRhythm:
    every = Period(value=row["every"][0], unit=Unit(row["every"][1])) if "every" in row else None
    return OwnRhythm(every=every, next_on=row.get("next_on"))


@pytest.mark.parametrize("row", rows("follow_ups"))
def test_the_stay_is_followed_up_on_the_days_in_the_table(row: Row) -> None:
    finding = follow_ups(
        promise(row),
        standard(row["source"]),
        began=row["began"],
        until=row["until"],
        held=tuple(row.get("held", ())),
        own=own(row),
    )
    assert finding.status is Status(row.get("status", "settled"))
    assert [[each.on, each.kind.value] for each in finding.value or ()] == row.get("plan", [])
    assert both_languages(finding)


def test_an_open_rhythm_says_that_a_next_day_is_set_by_hand() -> None:
    running = FollowUpPromise(running=True)
    assert "sættes den næste af sagsbehandleren" in texts(
        follow_ups(running, standard("F7"), began=BEGAN, until=date(2027, 1, 1))
    )


def test_a_decision_that_is_rarer_is_named_as_set_aside() -> None:
    rare = OwnRhythm(every=Period(value=2, unit=Unit.YEAR))
    finding = follow_ups(YEARLY, standard("I7"), began=BEGAN, until=date(2027, 1, 1), own=rare)
    assert "sjældnere end standarden og gælder ikke" in texts(finding)


@pytest.mark.parametrize(
    ("until", "held"), [(date(2026, 1, 1), ()), (date(2027, 1, 1), (date(2026, 2, 1),))], ids=["until", "held"]
)
def test_days_before_the_stay_began_are_refused(until: date, held: tuple[date, ...]) -> None:
    with pytest.raises(ContradictoryFacts, match="Ret en af de to dage"):
        follow_ups(YEARLY, standard("I7"), began=BEGAN, until=until, held=held)


def test_an_earliest_day_is_never_late() -> None:
    first = Interval(bound=Bound.AFTER, period=Period(value=3, unit=Unit.MONTH))
    planned = follow_ups(FollowUpPromise(first=first), standard("B9"), began=BEGAN, until=date(2027, 1, 1)).value
    assert planned is not None
    assert [(each.kind, each.has_last_day) for each in planned] == [(Kind.AFTER, False)]


@given(began=days, months=st.integers(1, 30))
@quickly
def test_a_decision_never_makes_follow_up_rarer_than_the_standard(began: date, months: int) -> None:
    decided = OwnRhythm(every=Period(value=months, unit=Unit.MONTH))
    until = began + timedelta(days=1500)
    plan = follow_ups(YEARLY, standard("I7"), began=began, until=until, own=decided).value
    assert plan
    stops = [began, *(each.on for each in plan)]
    assert all(later <= add(Period(value=12, unit=Unit.MONTH), earlier) for earlier, later in pairwise(stops))


def test_a_group_is_followed_more_often_and_never_less_often() -> None:
    six = Interval(bound=Bound.AT_LEAST_EVERY, period=Period(value=6, unit=Unit.MONTH))
    new = GroupPeriod(key="nye", da="nyindflyttede", en="those newly moved in", period=Period(value=1, unit=Unit.MONTH))
    promise = FollowUpPromise(then=six, more_often_for=(new,))
    began, until = date(2026, 1, 1), date(2026, 12, 31)
    for_all = follow_ups(promise, standard("A4"), began=began, until=until)
    assert for_all.value is not None
    assert [each.on for each in for_all.value] == [date(2026, 7, 1)]
    assert "For nyindflyttede følges der op mindst én gang hver måned." in texts(for_all)
    closer = follow_ups(promise, standard("A4"), began=began, until=until, group="nye")
    assert closer.value is not None
    assert len(closer.value) == 11
    rarer = replace(new, period=Period(value=2, unit=Unit.YEAR))
    kept = follow_ups(replace(promise, more_often_for=(rarer,)), standard("A4"), began=began, until=until, group="nye")
    assert kept.value == for_all.value
    assert both_languages(closer)
