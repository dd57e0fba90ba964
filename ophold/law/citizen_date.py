"""On which day does a period that runs against a citizen end?

Not here: when it starts (`delivery`) and periods that bind the municipality (`own_date`).
Sources: VEJ 9533/2018; forældelsesloven § 27(2) and Udbetaling Danmark's practice for the closing days.
Reading: the last day is moved to the next open one (docs/decisions/0003-roll-over.md); where a word can mean two units
the latest day holds (docs/decisions/0005-letter-days.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ophold.law import sources, wording
from ophold.law.calendar import Skipped, count, roll_forward
from ophold.law.finding import Reason, Source
from ophold.law.own_date import counting_steps
from ophold.law.promises import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenDate:
    """A citizen's last day and the steps that led to it."""

    day: date
    because: tuple[Reason, ...]


def citizen_date(
    period: Period, start: date, *, rolls_by: Source = sources.COUNTING, also_closed: tuple[Skipped, ...] = ()
) -> CitizenDate:
    """Count a citizen's period from a start day that is not counted and move its end to an open day."""
    counted = count(period, start)
    rolled = roll_forward(counted.end, also_closed)
    steps = counting_steps(counted)
    if rolled.skipped:
        moved = Reason(
            f"Fristen flyttes forbi {wording.skipped(rolled.skipped)} til {wording.weekday(rolled.end)}.",
            rolls_by,
            f"The deadline is moved past {wording.skipped_en(rolled.skipped)} to {wording.weekday_en(rolled.end)}.",
        )
        steps = (*steps, moved)
    return CitizenDate(day=rolled.end, because=steps)
