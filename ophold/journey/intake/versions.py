"""What changes for a case that is moved to another version of its council's standard. Shown before it is done.

Reading (docs/decisions/0061-a-move-never-makes-a-promise-later.md): a promise already given is never made later by a
move; the earlier of the two days holds, with the reasons it was given with. A day the citizen was told of in a notice
of delay stays until a new notice (law sheet § 12, 2 and 24).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ophold.law.as_json import plain
from ophold.law.finding import Finding
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.standards import catalogue_of, settings_of
from ophold.standard import answers
from ophold.standard.shape import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseChange:
    """The response clock before and after."""

    clock: Clock
    finding: Finding[date]
    due_on: date | None
    promised_on: date | None

    @property
    def promise_stays(self) -> bool:
        """Whether the day promised before is the earlier one, and stays with the reasons it was given with."""
        return self.promised_on is not None and self.promised_on != self.finding.value


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """From which version to which, and the one clock that the standard's version decides while a case is undecided."""

    old: Standard
    new: Standard
    response: ResponseChange | None


def version_change(case: Case, clock: Clock | None, version: str) -> VersionChange:
    """What the move would do; `clock` is the open response clock, if any. Raises `NotFound` for an unknown version."""
    key = case.municipality.key
    known = catalogue_of(case.municipality)
    new = known.version(key, version)
    return VersionChange(
        old=known.version(key, case.standard_version),
        new=new,
        response=_response(
            clock,
            new,
            answers.response_deadline(
                new, received=case.received_on, settings=settings_of(case.municipality, case.received_on)
            ),
        )
        if clock
        else None,
    )


def _response(clock: Clock, new: Standard, finding: Finding[date]) -> ResponseChange:
    delayed = clock.due_on != clock.promised_on
    promised = min((day for day in (clock.promised_on, finding.value) if day is not None), default=None)
    return ResponseChange(
        clock=clock,
        finding=finding,
        due_on=clock.due_on if delayed else promised,
        promised_on=promised,
    )


def replace_response(clocks: OpenClocks, change: ResponseChange, *, starts_on: date, on: date) -> dict[str, object]:
    """Put the response clock after a change in the place of the one before; what the journal says of it."""
    clocks.stop(ClockKind.RESPONSE, on=on, ended=ClockEnd.REPLACED)
    begins = min(starts_on, change.due_on) if change.due_on else starts_on
    moved = clocks.start(ClockKind.RESPONSE, change.finding, starts_on=begins, due_on=change.due_on)
    moved.promised_on = change.promised_on
    if change.promise_stays:
        moved.finding = change.clock.finding
    return {"before": plain(change.clock.due_on), "due_on": plain(change.due_on)}
