"""What time it is, read only at the edge: views, commands, the worker.

In demo mode the day can be fixed (`--today`, OPHOLD_TODAY), so that a demonstration is the same every time.
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def now() -> datetime:
    """This instant in Copenhagen; on a fixed demo day, that day with the real time of day."""
    instant = datetime.now(tz=COPENHAGEN)  # noqa: TID251 - the one place the clock is read
    fixed: date | None = settings.OPHOLD_TODAY
    if fixed is None:
        return instant
    return datetime.combine(fixed, time(instant.hour, instant.minute, instant.second, instant.microsecond), COPENHAGEN)


def today() -> date:
    """This day in Copenhagen."""
    return now().date()
