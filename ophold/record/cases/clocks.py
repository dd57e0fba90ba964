"""A case's open clocks while an act changes them: start, stop, and what the case then waits for.

Nothing here writes; `actions.store_clocks` does. Reading: a case waits for the open clock whose date comes first; a
clock without a date (the standard is silent) never hides one that has a date, and a complaint window, which runs by
itself, never hides anything else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ophold.law.as_json import as_json
from ophold.law.finding import Finding, Status, T
from ophold.record.cases.choices import ClockEnd, ClockKind, Urgency, WaitsOn
from ophold.record.cases.models import Case, Clock


@dataclass(slots=True)
class OpenClocks:
    """The open clocks of one locked case, and those an act started or changed."""

    case: Case
    rows: list[Clock]
    started: list[Clock] = field(default_factory=list)
    changed: list[Clock] = field(default_factory=list)

    def start(
        self,
        kind: ClockKind,
        finding: Finding[T] | None = None,
        *,
        starts_on: date,
        due_on: date | None = None,
        earliest_on: date | None = None,
        waits_on: WaitsOn = WaitsOn.MUNICIPALITY,
        subject: str = "",
        label: str = "",
    ) -> Clock:
        """Start a clock. Its day is `due_on`/`earliest_on`, else the finding's own settled date."""
        if finding is not None and due_on is None and earliest_on is None and finding.status is Status.SETTLED:
            due_on = finding.value if isinstance(finding.value, date) else None
        clock = Clock(
            municipality_id=self.case.municipality_id,
            case=self.case,
            kind=kind,
            waits_on=waits_on,
            subject=subject,
            label=label,
            starts_on=starts_on,
            due_on=due_on,
            earliest_on=earliest_on,
            promised_on=due_on,
            finding=as_json(finding) if finding is not None else {},
            standard_version=self.case.standard_version,
        )
        self.started.append(clock)
        return clock

    def running(self, kind: ClockKind, subject: str | None = None) -> list[Clock]:
        """The open clocks of a kind, those just started included."""
        return [
            row
            for row in (*self.rows, *self.started)
            if row.kind == kind and row.closed_on is None and (subject is None or row.subject == subject)
        ]

    def stop(self, kind: ClockKind, *, on: date, ended: ClockEnd | None = None, subject: str | None = None) -> None:
        """Stop the clocks of a kind. Without `ended` it says itself whether the promise was kept."""
        for row in self.running(kind, subject):
            row.closed_on = on
            row.ended = ended or _kept(row, on)
            if row.pk is not None:
                self.changed.append(row)

    def delay(self, clock: Clock, until: date) -> None:
        """Move a clock's day; what was promised at first is kept beside it."""
        clock.due_on = until
        if clock.pk is not None:
            self.changed.append(clock)

    def settle(self) -> None:
        """Say on the case what it now waits for, until when and on whom."""
        first = min(
            (row for row in (*self.rows, *self.started) if row.closed_on is None),
            key=lambda row: (
                row.kind == ClockKind.COMPLAINT_WINDOW,
                _day(row) or date.max,
                row.kind != ClockKind.HEARING,
                row.waits_on != WaitsOn.MUNICIPALITY,
            ),
            default=None,
        )
        self.case.next_kind = first.kind if first else ""
        self.case.next_label = first.label if first else ""
        self.case.next_on = _day(first) if first else None
        self.case.waits_on = first.waits_on if first else WaitsOn.NOBODY
        ours = self.case.waits_on == WaitsOn.MUNICIPALITY
        self.case.urgency = Urgency.UNDATED if not self.case.next_on else Urgency.OURS if ours else Urgency.OTHERS


def _day(clock: Clock) -> date | None:
    return clock.due_on or clock.earliest_on


def _kept(clock: Clock, on: date) -> ClockEnd:
    promised = clock.promised_on
    return ClockEnd.LATE if promised is not None and on > promised else ClockEnd.MET
