"""A period's calendar days over a year: counted by the rule itself, day by day, never estimated."""

from __future__ import annotations

from datetime import date

import pytest

from ophold.law.calendar import is_working_day_mon_fri
from ophold.law.finding import Source
from ophold.law.promises import Period, Unit
from ophold.law.span import spans, working_days

SOURCE = Source(work="Standarden")
SIXTY = Period(value=60, unit=Unit.WEEKDAY_MON_SAT, also_read_as=(Unit.WORKING_DAY_MON_FRI,))


def test_a_year_has_its_working_days_and_no_other() -> None:
    days = working_days(2026)
    assert len(days) == 254
    assert all(is_working_day_mon_fri(day) and day.year == 2026 for day in days)
    assert date(2026, 5, 14) not in days  # Ascension Day
    assert date(2026, 5, 15) in days  # a closing day, yet a working day to whoever counts


@pytest.mark.parametrize(
    ("period", "found"),
    [
        (Period(value=6, unit=Unit.WEEK), (42, 42, 42)),
        (Period(value=10, unit=Unit.DAY), (10, 10, 10)),
        (Period(value=3, unit=Unit.MONTH), (89, 92, 92)),
        (Period(value=60, unit=Unit.WEEKDAY_MON_SAT), (70, 71.5, 76)),
        (Period(value=60, unit=Unit.WORKING_DAY_MON_FRI), (84, 86, 91)),
    ],
)
def test_a_period_comes_to_so_many_days_in_2026(period: Period, found: tuple[int, float, int]) -> None:
    (span,) = spans(period, 2026)
    assert (span.shortest, span.middle, span.longest) == found


def test_the_binding_reading_is_the_one_adopted_and_no_wait_is_counted_in_full_days() -> None:
    assert [each.unit for each in spans(SIXTY, 2026)] == [Unit.WEEKDAY_MON_SAT, Unit.WORKING_DAY_MON_FRI]
    assert spans(Period(value=7, unit=Unit.FULL_DAY), 2026) == ()
