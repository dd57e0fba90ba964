"""Must the citizen be told that the answer comes late, and was the promise kept?

Not here: the deadline itself (`response_deadline`). A notice gives a new day to expect; it never moves the promised
one, and a late answer counts as late with or without it.
Sources: RSL § 3(2) (written notice of when a decision can be expected).
Reading: the notice is drafted some days before the day passes, so that it goes out in time; sent later it goes at once
and itself counts as late (docs/decisions/0014-delay-notice.md).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from ophold.law import sources, wording
from ophold.law.finding import Finding, Reason, Status

DRAFT_DAYS_BEFORE = 7  # the house's own habit, not a rule of law


class Notice(Enum):
    """What there is to do about a notice of delay."""

    NOT_YET = "not_yet"
    DRAFT = "draft"  # the day is near: prepare one
    SEND_AT_ONCE = "send_at_once"  # the day has passed, or the day given has
    GIVEN = "given"
    NOT_NEEDED = "not_needed"  # the answer has been given


DUTY = Reason(
    "Kan fristen ikke holdes, skal borgeren skriftligt have at vide, hvornår der kan ventes en afgørelse.",
    sources.RESPONSE_DEADLINE,
    "If the deadline cannot be kept, the citizen must be told in writing when to expect a decision.",
)


def delay_notice(
    due: date, *, today: date, answered_on: date | None = None, expected: date | None = None
) -> Finding[Notice]:
    """What to do about a notice on a day; `expected` is the new day already given in writing."""
    if answered_on is not None:
        return Finding(status=Status.SETTLED, value=Notice.NOT_NEEDED, because=(DUTY,))
    told = due if expected is None else max(due, expected)
    if today > told:
        return Finding(status=Status.SETTLED, value=Notice.SEND_AT_ONCE, because=(DUTY, _passed(told)))
    if expected is not None and expected > due:
        return Finding(status=Status.SETTLED, value=Notice.GIVEN, because=(DUTY,))
    near = today >= due - timedelta(days=DRAFT_DAYS_BEFORE)
    return Finding(status=Status.SETTLED, value=Notice.DRAFT if near else Notice.NOT_YET, because=(DUTY,))


def kept(due: date, *, today: date, answered_on: date | None) -> bool | None:
    """Whether the promised day was kept; None while it can still be."""
    if answered_on is not None:
        return answered_on <= due
    return False if today > due else None


def _passed(day: date) -> Reason:
    return Reason(
        f"{wording.day(day)} er passeret uden afgørelse.",
        sources.CASEWORKER,
        f"{wording.day_en(day)} has passed without a decision.",
    )
