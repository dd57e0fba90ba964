"""A span over a year is what the deadline's rule answers day by day; many years, so outside the law's two seconds."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median

import pytest

from ophold.law.calendar import is_working_day_mon_fri
from ophold.law.finding import Source
from ophold.law.promises import Period, ResponsePromise, Start, Unit
from ophold.law.response_deadline import response_deadline
from ophold.law.span import spans

SOURCE = Source(work="Standarden")
SIXTY = Period(value=60, unit=Unit.WEEKDAY_MON_SAT, also_read_as=(Unit.WORKING_DAY_MON_FRI,))


@pytest.mark.parametrize("year", range(2024, 2036))
def test_sixty_weekdays_stay_within_what_is_known_of_them(year: int) -> None:
    with_saturday, without = spans(SIXTY, year)
    assert 70 <= with_saturday.shortest <= with_saturday.longest <= 76
    assert 84 <= without.shortest <= without.longest <= 91


@pytest.mark.parametrize("year", [2023, 2026, 2028])
@pytest.mark.parametrize("unit", [each for each in Unit if each is not Unit.FULL_DAY])
def test_a_span_is_what_the_deadlines_rule_answers_on_every_working_day(unit: Unit, year: int) -> None:
    promise = ResponsePromise(within=Period(value=17, unit=unit), start=Start.RECEIPT)
    waits = []
    day = date(year, 1, 1)
    while day.year == year:
        if is_working_day_mon_fri(day):
            due = response_deadline(promise, SOURCE, received=day).value
            assert due is not None
            waits.append((due - day).days)
        day += timedelta(days=1)
    (span,) = spans(promise.within, year)
    assert (span.shortest, span.middle, span.longest) == (min(waits), median(waits), max(waits))
