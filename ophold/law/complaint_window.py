"""Until which day can a party complain about a decision (klagefrist)?

Not here: when the letter was received (`delivery`). A complaint after this day is registered and forwarded as well;
lateness is Ankestyrelsen's to judge, and no rule here refuses one.
Sources: RSL § 67 (four weeks from receipt, received in time, oral or written); VEJ 9533/2018.
Reading: the window starts only when a decision with correct guidance was delivered, for each recipient on its own
(docs/decisions/0008-complaint-window.md).
"""

from __future__ import annotations

from datetime import date

from ophold.law import sources, wording
from ophold.law.calendar import Skipped
from ophold.law.citizen_date import citizen_date
from ophold.law.finding import Finding, Reading, Reason, Status
from ophold.law.statute import Fixed

GUIDANCE = "rigtig klagevejledning til modtageren"

NOT_STARTED = Reason(
    "Klagefristen er ikke begyndt, for modtageren har ikke fået rigtig klagevejledning.",
    sources.COMPLAINT_GUIDANCE,
    "The complaint window has not started, since the recipient has not had correct guidance.",
)
NOT_DELIVERED = Reason(
    "Klagefristen er ikke begyndt, for der er ikke registreret, at afgørelsen er sendt eller modtaget.",
    sources.COUNTING,
    "The complaint window has not started, since no sending or receipt of the decision is recorded.",
)


def complaint_window(
    window: Fixed,
    delivered: Finding[date],
    *,
    guidance_correct: bool = True,
    also_closed: tuple[Skipped, ...] = (),
) -> Finding[date]:
    """The last day for one recipient's complaint, counted from the day the decision counted as received."""
    if not guidance_correct:
        return Finding(status=Status.MISSING, missing=(GUIDANCE,), because=(NOT_STARTED,))
    if delivered.value is None:
        return Finding(status=Status.MISSING, missing=delivered.missing, because=(NOT_DELIVERED,))
    last = citizen_date(window.period, delivered.value, also_closed=also_closed)
    promised = Reason(
        f"Klagen skal være modtaget senest {wording.period(window.period)} efter, at afgørelsen er modtaget.",
        window.source,
        f"The complaint must be received within {wording.period_en(window.period)} after the decision was received.",
    )
    return Finding(
        status=Status.SETTLED,
        value=last.day,
        because=(*delivered.because, promised, *last.because),
        readings=_readings(window, delivered, also_closed),
    )


def _readings(window: Fixed, delivered: Finding[date], also_closed: tuple[Skipped, ...]) -> tuple[Reading[date], ...]:
    """The same window from every day the letter can be read to have been received; the latest, which holds, first."""
    found: dict[date, Reading[date]] = {}
    for received in delivered.readings:
        day = citizen_date(window.period, received.value, also_closed=also_closed).day
        why = f"Brevet regnes for modtaget {wording.day(received.value)} ({received.why.rstrip('.')})."
        why_en = f"The letter counts as received {wording.day_en(received.value)} ({received.why_en.rstrip('.')})."
        found.setdefault(day, Reading(value=day, unit=received.unit, why=why, why_en=why_en))
    return tuple(found.values()) if len(found) > 1 else ()
