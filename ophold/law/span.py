"""How many calendar days does a promised period come to, whichever working day of a year it runs from?

Not here: any single deadline (`response_deadline`); this counts the same way for every working day and keeps the
shortest, the middle and the longest. Sources: VEJ 9533/2018 on counting; the public holidays.
Reading: received on each day from Monday to Friday that is no public holiday; a word that can be read in two ways gives
one span each (docs/decisions/0096-one-scale-for-deadlines.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from statistics import median

from ophold.law.calendar import add, is_working_day_mon_fri
from ophold.law.promises import Period, Unit

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a period comes to in calendar days over one year's working days, in one reading of its unit."""

    unit: Unit
    shortest: int
    middle: float  # the median: a half where two days share the middle
    longest: int


def spans(period: Period, year: int) -> tuple[Span, ...]:
    """One span for each unit the period's word may mean, the adopted one first; none where no wait is counted in it."""
    return tuple(_span(meaning, year) for meaning in period.meanings() if meaning.unit is not Unit.FULL_DAY)


@lru_cache(maxsize=16)
def working_days(year: int) -> tuple[date, ...]:
    """Every day of a year on which post is received at a desk: Monday to Friday, no public holiday."""
    every = (date(year, 1, 1) + step * _ONE_DAY for step in range(366))
    return tuple(day for day in every if day.year == year and is_working_day_mon_fri(day))


@lru_cache(maxsize=8192)
def _span(period: Period, year: int) -> Span:
    waits = [(add(period, received) - received).days for received in working_days(year)]
    return Span(unit=period.unit, shortest=min(waits), middle=median(waits), longest=max(waits))
