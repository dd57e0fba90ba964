"""Until which day can a party answer a hearing (høringsfrist), and is the hearing over?

Not here: whether there must be one (`hearing_duty`). A hearing does not stop the response clock, and a late answer that
comes before the decision is weighed as well.
Sources: Ballerup's B15 (10 days from receipt); FVL § 19(1) (a deadline may be set; statute names no length).
Reading: where no length is fixed it is an individual judgement; the day rolls for the citizen; a caseworker may give
longer than the standard promises, never shorter (docs/decisions/0010-hearing.md).
"""

from __future__ import annotations

from datetime import date, datetime

from ophold.law import sources, wording
from ophold.law.calendar import Skipped, has_passed
from ophold.law.citizen_date import citizen_date
from ophold.law.facts import ContradictoryFacts
from ophold.law.finding import Finding, Reading, Reason, Source, Status
from ophold.law.promises import HearingPromise

SENT = "dagen udkastet blev sendt"

NO_LENGTH = Reason(
    "Loven fastsætter ingen længde; fristen sættes af sagsbehandleren, så den passer til sagen.",
    sources.HEARING_DUTY,
    "Statute fixes no length; the caseworker sets a deadline that suits the case.",
)


def promised_hearing_deadline(
    promise: HearingPromise,
    source: Source,
    delivered: Finding[date],
    *,
    sent: date | None,
    chosen: date | None = None,
    also_closed: tuple[Skipped, ...] = (),
) -> Finding[date]:
    """The last day for an answer where the standard fixes a length; `chosen` is a later day the caseworker gave."""
    said = _said(promise, source)
    from_receipt = promise.counted_from == "receipt"
    start = delivered.value if from_receipt else sent
    if start is None:
        return Finding(status=Status.MISSING, missing=delivered.missing or (SENT,), because=(said,))
    last = citizen_date(promise.within, start, rolls_by=sources.ROLL_OVER, also_closed=also_closed)
    because = (*(delivered.because if from_receipt else ()), said, *last.because)
    if chosen is not None and chosen > last.day:
        return Finding(status=Status.SETTLED, value=chosen, because=(*because, _chosen(chosen)))
    if chosen is not None and chosen < last.day:
        because = (*because, _too_short(chosen, source))
    readings = _readings(promise, delivered, also_closed) if from_receipt else ()
    return Finding(status=Status.SETTLED, value=last.day, because=because, readings=readings)


def chosen_hearing_deadline(silence: Source, *, sent: date | None, chosen: date | None = None) -> Finding[date]:
    """The last day for an answer where no length is fixed: the caseworker's day, or a judgement still to make."""
    silent = Reason(
        "Standarden fastsætter ingen frist for svar på en høring.",
        silence,
        "The standard fixes no deadline for answering a hearing.",
    )
    if chosen is None:
        return Finding(status=Status.DISCRETION, because=(silent, NO_LENGTH))
    if sent is not None and chosen <= sent:
        raise ContradictoryFacts(
            f"Høringsfristen blev ikke sat: {wording.day(chosen)} ligger ikke efter afsendelsen {wording.day(sent)}. "
            "Vælg en senere dag."
        )
    return Finding(status=Status.SETTLED, value=chosen, because=(silent, NO_LENGTH, _chosen(chosen)))


def hearing_over(last_days: tuple[date | None, ...], finished: tuple[bool, ...], at: datetime) -> bool:
    """Whether the hearing is over for every party: its day has passed, or the party has said that it is finished."""
    return all(
        done or (last is not None and has_passed(last, at)) for last, done in zip(last_days, finished, strict=True)
    )


def _said(promise: HearingPromise, source: Source) -> Reason:
    danish, english = ("modtagelsen", "receipt") if promise.counted_from == "receipt" else ("afsendelsen", "sending")
    return Reason(
        f"Kommunen giver {wording.period(promise.within)} til at svare, regnet fra {danish} af udkastet.",
        source,
        f"The municipality gives {wording.period_en(promise.within)} to answer, counted from {english} of the draft.",
    )


def _chosen(day: date) -> Reason:
    return Reason(
        f"Sagsbehandleren har givet frist til {wording.weekday(day)}.",
        sources.CASEWORKER,
        f"The caseworker has given time until {wording.weekday_en(day)}.",
    )


def _too_short(day: date, source: Source) -> Reason:
    return Reason(
        f"{wording.day(day)} er kortere end løftet og gælder ikke.",
        source,
        f"{wording.day_en(day)} is shorter than promised and does not hold.",
    )


def _readings(
    promise: HearingPromise, delivered: Finding[date], also_closed: tuple[Skipped, ...]
) -> tuple[Reading[date], ...]:
    found: dict[date, Reading[date]] = {}
    for received in delivered.readings:
        day = citizen_date(promise.within, received.value, also_closed=also_closed).day
        found.setdefault(day, Reading(value=day, unit=received.unit, why=received.why, why_en=received.why_en))
    return tuple(found.values()) if len(found) > 1 else ()
