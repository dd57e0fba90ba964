from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ophold.law import calendar, wording
from ophold.law.promises import Period, Unit
from tests.law.table import Row, days, period, quickly, rows

COUNTED_UNITS = [unit for unit in Unit if unit is not Unit.FULL_DAY]
periods = st.builds(Period, value=st.integers(1, 30), unit=st.sampled_from(COUNTED_UNITS))


@pytest.mark.parametrize("row", rows("calendar"))
def test_a_period_ends_where_the_table_says(row: Row) -> None:
    end = calendar.add(period(row), row["start"])
    assert (end, calendar.roll_forward(end).end) == (row["end"], row["rolled"])


@given(day=days)
@quickly
def test_an_arbejdsdag_is_always_a_hverdag(day: date) -> None:
    assert calendar.is_weekday_mon_sat(day) or not calendar.is_working_day_mon_fri(day)


@given(day=days)
@quickly
def test_a_rolled_day_is_open_and_everything_before_it_was_closed(day: date) -> None:
    rolled = calendar.roll_forward(day)
    assert calendar.closed_because(rolled.end) is None
    assert [each.day for each in rolled.skipped] == [day + timedelta(n) for n in range((rolled.end - day).days)]
    assert calendar.roll_forward(rolled.end).end == rolled.end


@given(day=days, length=periods)
@quickly
def test_a_later_start_never_ends_earlier(day: date, length: Period) -> None:
    assert calendar.add(length, day) <= calendar.add(length, day + timedelta(days=1))


@given(day=days, number=st.integers(1, 70))
@quickly
def test_counted_and_skipped_days_make_up_the_whole_span(day: date, number: int) -> None:
    for unit in (Unit.WEEKDAY_MON_SAT, Unit.WORKING_DAY_MON_FRI):
        counted = calendar.count(Period(value=number, unit=unit), day)
        assert (counted.end - day).days == number + len(counted.skipped)
        assert counted.end not in {each.day for each in counted.skipped}


@given(day=days, months=st.integers(1, 36))
@quickly
def test_months_keep_the_day_of_the_month_or_take_the_last(day: date, months: int) -> None:
    end = calendar.add(Period(value=months, unit=Unit.MONTH), day)
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)
    assert (end.year - day.year) * 12 + end.month - day.month == months


def test_no_deadline_is_counted_in_full_days() -> None:
    with pytest.raises(ValueError, match="døgn"):
        calendar.add(Period(value=10, unit=Unit.FULL_DAY), date(2026, 3, 2))


@pytest.mark.parametrize(
    ("day", "over_at"),
    [
        (date(2026, 1, 15), datetime(2026, 1, 15, 23, tzinfo=UTC)),  # winter
        (date(2026, 7, 15), datetime(2026, 7, 15, 22, tzinfo=UTC)),  # summer
        (date(2026, 3, 28), datetime(2026, 3, 28, 23, tzinfo=UTC)),  # the night the clocks go forward
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),  # a day of 23 hours
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),  # a day of 25 hours
    ],
)
def test_a_deadline_lasts_to_the_end_of_its_day_in_copenhagen(day: date, over_at: datetime) -> None:
    assert calendar.end_of(day) == over_at
    assert not calendar.has_passed(day, over_at - timedelta(microseconds=1))
    assert calendar.has_passed(day, over_at)


@given(midnight=days, hours=st.integers(0, 47))
@quickly
def test_an_instant_lies_inside_its_own_day(midnight: date, hours: int) -> None:
    instant = datetime.combine(midnight, datetime.min.time(), tzinfo=UTC) + timedelta(minutes=30 * hours)
    day = calendar.day_of(instant)
    assert calendar.end_of(day - timedelta(days=1)) <= instant < calendar.end_of(day)


def test_an_instant_without_a_time_zone_has_no_day() -> None:
    with pytest.raises(ValueError, match="time zone"):
        calendar.day_of(datetime(2026, 3, 2, 12))  # noqa: DTZ001


def test_the_days_passed_over_read_as_a_sentence() -> None:
    counted = calendar.count(Period(value=12, unit=Unit.WORKING_DAY_MON_FRI), date(2026, 3, 23))
    assert wording.skipped(counted.skipped) == (
        "3 lørdage, 2 søndage, skærtorsdag 2. april, langfredag 3. april, påskedag 5. april og anden påskedag 6. april"
    )
    assert wording.skipped_en(()) == ""
