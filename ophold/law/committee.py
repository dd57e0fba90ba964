"""By which day is a case decided in writing after a committee's meeting?

Not here: the response deadline, which runs on while a case waits for a meeting (RSL § 3(2)), and the decision itself.
Sources: the standard's own calendar; FVL §§ 22–25 (an answer told orally is not yet the written decision).
Reading: the day is the municipality's own (`own_date`), counted from the meeting
(docs/decisions/0091-what-other-standards-say.md).
"""

from __future__ import annotations

from datetime import date

from ophold.law import sources, wording
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.own_date import own_date
from ophold.law.promises import Committee

MET = "dagen udvalget holdt møde"

RUNS_ON = Reason(
    "Svarfristen løber videre, mens sagen venter på et møde.",
    sources.INFORMATION_IS_INSIDE,
    "The response deadline runs on while the case waits for a meeting.",
)
TOLD_ORALLY = Reason(
    "Svaret siges også mundtligt efter mødet. Tiden til at klage løber først fra den skriftlige afgørelse.",
    sources.COMPLAINT_GUIDANCE,
    "The answer is also told orally after the meeting. The time to complain runs only from the written decision.",
)


def written_decision(promise: Committee | None, source: Source, *, met: date | None) -> Finding[date]:
    """The last day for the written decision after a meeting."""
    if promise is None or promise.written_within is None:
        silent = Reason(
            "Standarden siger ikke, hvornår der skrives efter et møde.",
            source,
            "The standard does not say when the decision is written after a meeting.",
        )
        return Finding(status=Status.SILENT, because=(silent, RUNS_ON))
    within = promise.written_within
    said = (
        Reason(
            f"{promise.name}: den skriftlige afgørelse kommer inden for {wording.period(within)} efter mødet.",
            source,
            f"{promise.name}: the written decision comes within {wording.period_en(within)} after the meeting.",
        ),
        *((TOLD_ORALLY,) if promise.oral_answer else ()),
        RUNS_ON,
    )
    if met is None:
        return Finding(status=Status.MISSING, missing=(MET,), because=said)
    due = own_date(within, met)
    return Finding(status=Status.SETTLED, value=due.day, because=(*said, *due.because), readings=due.readings)
