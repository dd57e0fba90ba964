"""Which day is it when a period has run, and which days were skipped on the way?

Not here: any deadline. A rule module says what period applies and from when; this module only counts.
Sources: VEJ 9533 of 26 June 2018 on counting; the public holidays (Store Bededag through 2023, gone from 2024); our
closing days after forældelsesloven § 27(2) and Udbetaling Danmark's practice.
Reading: only a citizen's own deadline rolls forward (docs/decisions/0003-roll-over.md); closing days count as days
inside a period.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from holidays import country_holidays

from ophold.law.promises import Period, Unit

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class DayName:
    """Why a day is not an ordinary one, in both languages."""

    danish: str
    english: str


SATURDAY_NAME = DayName(danish="lørdag", english="Saturday")
SUNDAY_NAME = DayName(danish="søndag", english="Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A day that was passed over, and why."""

    day: date
    name: DayName


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A period counted out: where it began, where it ends, and the days passed over between."""

    start: date
    end: date
    skipped: tuple[Skipped, ...] = ()


@lru_cache(maxsize=64)
def public_holidays(year: int) -> Mapping[date, DayName]:
    """The public holidays (helligdage) of a year."""
    danish = country_holidays("DK", years=year, language="da")
    english = country_holidays("DK", years=year, language="en_US")
    return MappingProxyType(
        {day: DayName(danish=_running(danish[day]), english=english[day]) for day in sorted(danish)}
    )


@lru_cache(maxsize=64)
def closing_days(year: int) -> Mapping[date, DayName]:
    """Closed days that are no public holidays; a citizen's deadline does not end on them."""
    ascension = next(day for day, name in public_holidays(year).items() if name.english == "Ascension Day")
    return MappingProxyType(
        {
            ascension + ONE_DAY: DayName(
                danish="fredag efter Kristi himmelfartsdag", english="the Friday after Ascension Day"
            ),
            date(year, 6, 5): DayName(danish="grundlovsdag", english="Constitution Day"),
            date(year, 12, 24): DayName(danish="juleaftensdag", english="Christmas Eve"),
            date(year, 12, 31): DayName(danish="nytårsaftensdag", english="New Year's Eve"),
        }
    )


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday (helligdag); an ordinary Sunday is not."""
    return day in public_holidays(day.year)


def is_weekday_mon_sat(day: date) -> bool:
    """Whether the day is a hverdag with Saturday counted: neither Sunday nor public holiday."""
    return day.weekday() != SUNDAY and not is_public_holiday(day)


def is_working_day_mon_fri(day: date) -> bool:
    """Whether the day is an arbejdsdag: Monday to Friday and no public holiday."""
    return day.weekday() < SATURDAY and not is_public_holiday(day)


def closed_because(day: date, also_closed: tuple[Skipped, ...] = ()) -> DayName | None:
    """Why a citizen's deadline cannot end on this day; None where it can. `also_closed`: a municipality's own days."""
    named = public_holidays(day.year).get(day) or closing_days(day.year).get(day)
    if named:
        return named
    weekend = {SATURDAY: SATURDAY_NAME, SUNDAY: SUNDAY_NAME}.get(day.weekday())
    return weekend or next((each.name for each in also_closed if each.day == day), None)


def count(period: Period, start: date) -> Count:
    """Count a period out from a start day that is not itself counted.

    Days, weeks, months and years are counted as such; a month or year ends on the start's day of the month, or on the
    month's last day where it has none such. Raises ValueError for full days (døgn), which measure a stay, not a wait.
    """
    match period.unit:
        case Unit.DAY:
            return Count(start=start, end=start + timedelta(days=period.value))
        case Unit.WEEK:
            return Count(start=start, end=start + timedelta(weeks=period.value))
        case Unit.MONTH:
            return Count(start=start, end=_add_months(start, period.value))
        case Unit.YEAR:
            return Count(start=start, end=_add_months(start, 12 * period.value))
        case Unit.WEEKDAY_MON_SAT:
            return _count_days(period.value, start, is_weekday_mon_sat)
        case Unit.WORKING_DAY_MON_FRI:
            return _count_days(period.value, start, is_working_day_mon_fri)
        case Unit.FULL_DAY:
            raise ValueError("Full days (døgn) measure a stay; no deadline is counted in them.")


def add(period: Period, start: date) -> date:
    """The last day of a period whose start day is not counted."""
    return count(period, start).end


def roll_forward(day: date, also_closed: tuple[Skipped, ...] = ()) -> Count:
    """Move a citizen's deadline to the next day it can end on; never used for the municipality's own dates."""
    skipped: list[Skipped] = []
    end = day
    while (name := closed_because(end, also_closed)) is not None:
        skipped.append(Skipped(day=end, name=name))
        end += ONE_DAY
    return Count(start=day, end=end, skipped=tuple(skipped))


def end_of(day: date) -> datetime:
    """The first instant after the day in Copenhagen, in UTC so that comparisons hold when the clocks change."""
    return datetime.combine(day + ONE_DAY, time.min, tzinfo=COPENHAGEN).astimezone(UTC)


def day_of(instant: datetime) -> date:
    """The day it is in Copenhagen at an instant, which must carry its time zone."""
    if instant.tzinfo is None:
        raise ValueError("An instant needs a time zone before it has a day.")
    return instant.astimezone(COPENHAGEN).date()


def has_passed(deadline: date, at: datetime) -> bool:
    """Whether a deadline's day is over at an instant; the whole of its last day belongs to it."""
    return at.astimezone(UTC) >= end_of(deadline)


def _count_days(wanted: int, start: date, counts: Callable[[date], bool]) -> Count:
    skipped: list[Skipped] = []
    day, left = start, wanted
    while left > 0:
        day += ONE_DAY
        if counts(day):
            left -= 1
        else:
            skipped.append(Skipped(day=day, name=_uncounted_because(day)))
    return Count(start=start, end=day, skipped=tuple(skipped))


def _uncounted_because(day: date) -> DayName:
    named = public_holidays(day.year).get(day)
    return named or (SUNDAY_NAME if day.weekday() == SUNDAY else SATURDAY_NAME)


def _add_months(start: date, months: int) -> date:
    years, month_index = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month_index + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _running(name: str) -> str:
    """A holiday's Danish name as it stands inside a sentence."""
    return name if name.startswith("Kristi") else name[0].lower() + name[1:]
