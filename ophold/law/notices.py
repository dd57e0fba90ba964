"""By which day has the citizen a receipt, and word on how far the case is?

Not here: the answer itself (`response_deadline`) and the notice that it will be late, which statute requires
(`delay_notice`). Both days are a municipality's own promise and count from receipt of the application.
Reading: how a municipality's own day is counted: `own_date`
(docs/decisions/0091-what-other-standards-say.md).
"""

from __future__ import annotations

from datetime import date

from ophold.law import wording
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.own_date import own_date
from ophold.law.promises import Notices, Period

RECEIVED = "dagen ansøgningen blev modtaget"


def acknowledgement(promise: Notices | None, source: Source, *, received: date | None) -> Finding[date]:
    """The last day for a receipt for the application."""
    within = promise.acknowledged_within if promise else None
    return _by(within, source, received, ("en kvittering for ansøgningen", "a receipt for the application"))


def interim_notice(promise: Notices | None, source: Source, *, received: date | None) -> Finding[date]:
    """The last day for a first word on how far the case is, where it is not yet decided."""
    within = promise.interim_within if promise else None
    return _by(within, source, received, ("besked om, hvor sagen er,", "word on how far the case is"))


def _by(within: Period | None, source: Source, received: date | None, what: tuple[str, str]) -> Finding[date]:
    if within is None:
        plain = what[0].rstrip(",")
        silent = Reason(f"Standarden lover ikke {plain}.", source, f"The standard does not promise {what[1]}.")
        return Finding(status=Status.SILENT, because=(silent,))
    said = Reason(
        f"Kommunen lover {what[0]} inden for {wording.period(within)}.",
        source,
        f"The municipality promises {what[1]} within {wording.period_en(within)}.",
    )
    if received is None:
        return Finding(status=Status.MISSING, missing=(RECEIVED,), because=(said,))
    due = own_date(within, received)
    return Finding(status=Status.SETTLED, value=due.day, because=(said, *due.because), readings=due.readings)
