"""By which day has the municipality reassessed a complaint (genvurdering) or sent the case on?

Not here: what comes of it. One clock runs from the day the complaint was received: by its end there is a new decision,
or the file has been sent to Ankestyrelsen with the reassessment; where a part is changed, both.
Sources: RSL § 66 and Ankestyrelsen's guidance (four weeks); the standards' L17, B17, I10.
Reading: the municipality's own day does not roll (docs/decisions/0003-roll-over.md); a standard may shorten the four
weeks and never lengthen them (docs/decisions/0009-statute-is-the-floor.md).
"""

from __future__ import annotations

from datetime import date

from ophold.law import wording
from ophold.law.finding import Finding, Reason, Status
from ophold.law.own_date import own_date
from ophold.law.statute import Fixed

RECEIVED = "dagen klagen blev modtaget"


def reassessment(statute: Fixed, promised: Fixed | None = None, *, received: date | None) -> Finding[date]:
    """The last day for reassessing and, where upheld, sending the case on; `promised` is what the standard says."""
    asked = _asked(statute)
    if received is None:
        return Finding(status=Status.MISSING, missing=(RECEIVED,), because=(asked,))
    due = own_date(statute.period, received)
    if promised is None:
        return Finding(status=Status.SETTLED, value=due.day, because=(asked, *due.because), readings=due.readings)
    own = own_date(promised.period, received)
    if own.day < due.day:
        because = (_shorter(promised), *own.because)
        return Finding(status=Status.SETTLED, value=own.day, because=because, readings=own.readings)
    beside = _same(promised) if own.day == due.day else _set_aside(promised, statute)
    return Finding(status=Status.SETTLED, value=due.day, because=(asked, beside, *due.because), readings=due.readings)


def _asked(fixed: Fixed) -> Reason:
    return Reason(
        f"Senest {wording.period(fixed.period)} efter modtagelsen af klagen er der en ny afgørelse, eller sagen er "
        "sendt til Ankestyrelsen.",
        fixed.source,
        f"Within {wording.period_en(fixed.period)} of receiving the complaint there is a new decision, or the case has "
        "been sent to Ankestyrelsen.",
    )


def _shorter(promised: Fixed) -> Reason:
    return Reason(
        f"Standarden lover det inden for {wording.period(promised.period)}, hvilket er kortere end loven.",
        promised.source,
        f"The standard promises it within {wording.period_en(promised.period)}, which is shorter than statute.",
    )


def _same(promised: Fixed) -> Reason:
    return Reason("Standarden siger det samme.", promised.source, "The standard says the same.")


def _set_aside(promised: Fixed, statute: Fixed) -> Reason:
    return Reason(
        f"Standardens {wording.period(promised.period)} er længere end loven og gælder ikke; "
        f"{wording.period(statute.period)} gør.",
        promised.source,
        f"The standard's {wording.period_en(promised.period)} is longer than statute and does not hold; "
        f"{wording.period_en(statute.period)} does.",
    )
