"""When is a grant to be looked at again (Ballerup's two years at a time)?

Not here: any ending. A review day creates a task and never ends a stay: statute knows no fixed limit for one.
Sources: B9, F8, H8; the ministry on the length of a temporary stay.
Reading: a grant for a period is a day of review, counted from the first day of the stay
(docs/decisions/0007-review-never-ends.md).
"""

from __future__ import annotations

from datetime import date

from ophold.law import sources, wording
from ophold.law.calendar import add
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.promises import GrantLength

BEGAN = "opholdets første dag"

NO_LIMIT = Reason(
    "Et ophold har ingen fast udløbsdag efter loven; det slutter kun ved en ny afgørelse.",
    sources.NO_TIME_LIMIT,
    "By statute a stay has no fixed last day; it ends only by a new decision.",
)
NEVER_ENDS = Reason(
    "Dagen er en dag for gennemsyn og afslutter intet af sig selv.",
    sources.REVIEW_NEVER_ENDS,
    "The day is a day of review and ends nothing by itself.",
)


def review(length: GrantLength, source: Source, *, began: date | None) -> Finding[date]:
    """The day a grant is to be looked at again, or what decides its length instead."""
    if length.review_after is None:
        return Finding(status=Status.DISCRETION, because=(_by_purpose(length, source), NO_LIMIT))
    period, period_en = wording.period(length.review_after), wording.period_en(length.review_after)
    granted = Reason(f"Der bevilges for {period} ad gangen.", source, f"Grants are made for {period_en} at a time.")
    if began is None:
        return Finding(status=Status.MISSING, missing=(BEGAN,), because=(granted, NEVER_ENDS, NO_LIMIT))
    day = add(length.review_after, began)
    return Finding(status=Status.SETTLED, value=day, because=(granted, NEVER_ENDS, NO_LIMIT))


def no_review(silence: Source) -> Finding[date]:
    """The answer where the standard says nothing about the length of a grant."""
    silent = Reason(
        "Standarden siger intet om, hvor længe der bevilges.",
        silence,
        "The standard says nothing about a grant's length.",
    )
    return Finding(status=Status.SILENT, because=(silent, NO_LIMIT))


def _by_purpose(length: GrantLength, source: Source) -> Reason:
    if length.until_purpose_met:
        return Reason(
            "Opholdet varer, til formålet er opfyldt eller et varigt behov er fastslået.",
            source,
            "The stay lasts until its purpose is met or a lasting need is established.",
        )
    return Reason("Formål og mål bestemmer længden.", source, "Purpose and goals decide the length.")
