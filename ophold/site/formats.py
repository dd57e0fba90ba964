"""How days, distances and numbers are written on a page, in the reader's language: Jinja2 filters.

Not here: sentences with days in them, which rules write (`ophold.law.wording`).
Reading: a distance ahead is in arbejdsdage (Monday to Friday, no public holidays), because *hverdage* can be read in
two ways; a distance behind, and one with no working day in it, is in calendar days.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import get_language

from ophold.law import wording
from ophold.law.calendar import COPENHAGEN, is_working_day_mon_fri

ONE_DAY = timedelta(days=1)
FAR = 92  # days ahead from which months say more than days


def language() -> str:
    """The language of the page: da or en."""
    return "en" if english() else "da"


def english() -> bool:
    """Whether the reader has chosen English."""
    return (get_language() or "da").startswith("en")


def day(value: date) -> str:
    """fredag 15. maj 2026."""
    names = wording.WEEKDAYS_EN if english() else wording.WEEKDAYS
    local = _local(value)
    return f"{names[local.weekday()]} {plain_day(local)}"


def plain_day(value: date) -> str:
    """15. maj 2026."""
    return wording.day_en(_local(value)) if english() else wording.day(_local(value))


def short_day(value: date) -> str:
    """15.05.2026, for tables."""
    local = _local(value)
    return f"{local.day:02}.{local.month:02}.{local.year}"


def iso(value: date) -> str:
    """2026-05-15, for the datetime attribute."""
    return _local(value).isoformat()


def moment(value: datetime) -> str:
    """15. maj 2026 kl. 14.05, in Copenhagen."""
    local = value.astimezone(COPENHAGEN)
    return f"{plain_day(local)}, {local:%H:%M}" if english() else f"{plain_day(local)} kl. {local:%H.%M}"


def distance(value: date, today: date) -> str:
    """How far a day is from today, which the view passes in: om 12 arbejdsdage, for 3 dage siden."""
    return _distance(_local(value), today, english())


def number(value: int | Decimal, decimals: int = 0) -> str:
    """1.234,56."""
    text = f"{value:,.{decimals}f}"
    return text if english() else text.translate(str.maketrans(",.", ".,"))


def size(value: int) -> str:
    """340 KB; 2,3 MB."""
    if value < 1_000_000:
        return f"{max(1, round(value / 1000))} KB"
    return f"{number(Decimal(value) / 1_000_000, 1)} MB"


@lru_cache(maxsize=4096)
def _distance(value: date, today: date, in_english: bool) -> str:
    days = (value - today).days
    near = {0: ("i dag", "today"), 1: ("i morgen", "tomorrow"), -1: ("i går", "yesterday")}
    if days in near:
        return near[days][in_english]
    if abs(days) >= FAR:
        count, unit = round(abs(days) / 30.44), ("måneder", "months")
    elif days > 0 and (working := _working_days(value, today)) > 1:
        count, unit = working, ("arbejdsdage", "working days")
    else:
        count, unit = abs(days), ("dage", "days")
    if in_english:
        return f"in {count} {unit[1]}" if days > 0 else f"{count} {unit[1]} ago"
    return f"om {count} {unit[0]}" if days > 0 else f"for {count} {unit[0]} siden"


def _working_days(value: date, today: date) -> int:
    return sum(is_working_day_mon_fri(today + step * ONE_DAY) for step in range(1, (value - today).days + 1))


def _local(value: date) -> date:
    return value.astimezone(COPENHAGEN).date() if isinstance(value, datetime) else value
