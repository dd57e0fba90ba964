"""On which day does a period that binds the municipality end, and how else could the text be read?

Not here: periods that run against a citizen (`citizen_date`), and what the period is for.
Sources: VEJ 9533/2018 on counting; the public holidays.
Reading: the earliest day binds where a word can mean two units (docs/decisions/0004-earliest-binds.md); the
municipality's own day does not roll, the rolled day is shown as another reading (docs/decisions/0003-roll-over.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ophold.law import sources, wording
from ophold.law.calendar import Count, closed_because, count, roll_forward
from ophold.law.finding import Reading, Reason
from ophold.law.promises import Period, Unit

MEANINGS = {
    Unit.WEEKDAY_MON_SAT: ("lørdag tælles med som hverdag", "Saturday counts as a weekday"),
    Unit.WORKING_DAY_MON_FRI: ("lørdag tælles ikke med", "Saturday does not count"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDate:
    """A day that binds the municipality, the steps that led to it, and all readings where there is more than one."""

    day: date
    because: tuple[Reason, ...]
    readings: tuple[Reading[date], ...]


def own_date(period: Period, start: date) -> OwnDate:
    """Count a municipality's own period from a start day that is not counted."""
    counts = {meaning: count(meaning, start) for meaning in period.meanings()}
    binding = min(counts.values(), key=lambda each: each.end)
    readings = _readings(counts)
    return OwnDate(
        day=binding.end,
        because=(*counting_steps(binding), *_choice(period, counts), *_not_rolled(binding.end)),
        readings=readings if len(readings) > 1 else (),
    )


def counting_steps(counted: Count) -> tuple[Reason, ...]:
    """The steps of a count as sentences: the start day left out, and the days passed over."""
    start = Reason(
        f"Tiden regnes fra {wording.weekday(counted.start)}; den dag tælles ikke med.",
        sources.COUNTING,
        f"Time runs from {wording.weekday_en(counted.start)}; that day is not counted.",
    )
    if not counted.skipped:
        return (start,)
    passed = Reason(
        f"Sprunget over undervejs: {wording.skipped(counted.skipped)}.",
        sources.PUBLIC_HOLIDAYS,
        f"Passed over on the way: {wording.skipped_en(counted.skipped)}.",
    )
    return (start, passed)


def _readings(counts: dict[Period, Count]) -> tuple[Reading[date], ...]:
    found: dict[date, Reading[date]] = {}
    for meaning, counted in counts.items():
        found.setdefault(counted.end, as_counted(meaning, counted.end))
    for meaning, counted in counts.items():
        rolled = roll_forward(counted.end)
        found.setdefault(rolled.end, _as_rolled(meaning, rolled))
    return tuple(found[day] for day in sorted(found))  # the earliest binds and so stands first


def as_counted(meaning: Period, end: date) -> Reading[date]:
    """The reading of a period by one meaning of its unit, not moved."""
    danish, english = MEANINGS.get(meaning.unit, ("datoen flyttes ikke", "the day is not moved"))
    return Reading(
        value=end,
        unit=meaning.unit.value,
        why=f"{wording.period(meaning)}: {danish}.",
        why_en=f"{wording.period_en(meaning)}: {english}.",
    )


def _as_rolled(meaning: Period, rolled: Count) -> Reading[date]:
    return Reading(
        value=rolled.end,
        unit=meaning.unit.value,
        why=f"{wording.period(meaning)}, flyttet til næste åbne dag forbi {wording.skipped(rolled.skipped)}.",
        why_en=f"{wording.period_en(meaning)}, moved to the next open day past {wording.skipped_en(rolled.skipped)}.",
    )


def _choice(period: Period, counts: dict[Period, Count]) -> tuple[Reason, ...]:
    if len({counted.end for counted in counts.values()}) == 1:
        return ()
    word, word_en = wording.UNITS[period.unit][1], wording.UNITS_EN[period.unit][1]
    return (
        Reason(
            f"Standarden siger ikke, hvilke dage »{word}« dækker. Den tidligste dato binder kommunen.",
            sources.EARLIEST_BINDS,
            f"The standard does not say which days “{word_en}” covers. The earliest day binds the municipality.",
        ),
    )


def _not_rolled(end: date) -> tuple[Reason, ...]:
    closed = closed_because(end)
    if closed is None:
        return ()
    return (
        Reason(
            f"{wording.day(end)} er {closed.danish}. Kommunens egen frist flyttes ikke af den grund.",
            sources.ROLL_OVER,
            f"{wording.day_en(end)} is {closed.english}. The municipality's own deadline is not moved for that.",
        ),
    )
