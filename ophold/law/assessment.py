"""By which day is the assessment (udredning) finished, and is a standard's threshold reached?

Not here: who is entitled (`limbs`). A threshold is information to the person who judges; it opens and bars nothing.
Sources: RSL § 10 (the municipality clears up the case); SEL § 107(2) (whom it must help, whatever a threshold says).
Reading: a threshold never bars the groups that must be helped, and a *may* needs an individual reason
(docs/decisions/0091-what-other-standards-say.md).
"""

from __future__ import annotations

from datetime import date

from ophold.law import sources, wording
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.own_date import own_date
from ophold.law.promises import AssessmentPromise

RECEIVED = "dagen ansøgningen blev modtaget"
LEVEL = "det samlede trin i udredningen (0–4)"

NEVER_BARS = Reason(
    "En tærskel oplyser sagen. Den kan aldrig lukke for de grupper, kommunen skal hjælpe.",
    sources.MUST_GROUPS,
    "A threshold informs the case. It can never bar the groups that must be helped.",
)


def report(promise: AssessmentPromise | None, source: Source, *, received: date | None) -> Finding[date]:
    """The last day for a finished assessment."""
    within = promise.report_within if promise else None
    if within is None:
        silent = Reason(
            "Standarden siger ikke, hvornår udredningen er færdig.",
            source,
            "The standard does not say when the assessment is finished.",
        )
        return Finding(status=Status.SILENT, because=(silent,))
    said = Reason(
        f"Kommunen lover, at udredningen er færdig inden for {wording.period(within)}.",
        source,
        f"The municipality promises that the assessment is finished within {wording.period_en(within)}.",
    )
    if received is None:
        return Finding(status=Status.MISSING, missing=(RECEIVED,), because=(said,))
    due = own_date(within, received)
    return Finding(status=Status.SETTLED, value=due.day, because=(said, *due.because), readings=due.readings)


def threshold(promise: AssessmentPromise | None, source: Source, *, level: int | None) -> Finding[bool]:
    """Whether a level reaches the standard's threshold: always left to a judgement, never an outcome."""
    least = promise.least_level if promise else None
    if least is None:
        silent = Reason(
            "Standarden sætter ingen tærskel på skalaen.", source, "The standard sets no threshold on the scale."
        )
        return Finding(status=Status.SILENT, because=(silent,))
    said = Reason(
        f"Standarden nævner mindst trin {least} på skalaen fra 0 til 4.",
        source,
        f"The standard names at least level {least} on the scale from 0 to 4.",
    )
    if level is None:
        return Finding(status=Status.MISSING, missing=(LEVEL,), because=(said, NEVER_BARS))
    return Finding(status=Status.DISCRETION, value=level >= least, because=(said, NEVER_BARS), caveat=NEVER_BARS)
