"""What a stay sets going: the next follow-up and the day of review, from the standard or a day set by hand.

Not here: the promises (`ophold.law.follow_ups`, `ophold.law.review`) and the acts. Nothing here ends a stay.
Reading: one follow-up is planned at a time, the next one; a day set by hand may be closer than the standard's last day
and never later, and where the standard gives no next day one must be set by hand (SEL § 148(2)).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from ophold.journey.decisions.models import Decision
from ophold.law import wording
from ophold.law.calendar import add
from ophold.law.finding import Finding, Layer, Status
from ophold.law.follow_ups import Kind, OwnRhythm, Planned
from ophold.law.promises import Period, Unit
from ophold.record.cases.acts import Refused
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.clocks import OpenClocks
from ophold.standard import answers
from ophold.standard.shape import Standard

HORIZON = Period(value=10, unit=Unit.YEAR)  # further than any rhythm reaches: the next follow-up is always inside


class NextFollowUpRefused(Refused):
    """A next follow-up could not be planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """What is known when the next follow-up is planned."""

    began_on: date
    held: tuple[date, ...] = ()
    every: Period | None = None  # what the decision says, if closer than the standard
    next_on: date | None = None  # set by hand


def every(decision: Decision) -> Period | None:
    """How often the decision asks for follow-up, where it asks for more than the standard."""
    months = decision.follow_up_every_months
    return Period(value=months, unit=Unit.MONTH) if months else None


def next_follow_up(standard: Standard, rhythm: Rhythm) -> Finding[date]:
    """The day of the next follow-up with its reasons; DISCRETION where one must be set by hand."""
    by_standard = _planned(standard, replace(rhythm, next_on=None))
    if rhythm.next_on is not None:
        _refuse_unfit(rhythm.next_on, by_standard[0])
    first, found = _planned(standard, rhythm) if rhythm.next_on else by_standard
    if first is None:
        return Finding(status=Status.DISCRETION, because=found.because)
    return Finding(status=Status.SETTLED, value=first.on, because=found.because)


def promised_words(standard: Standard, language: str) -> str:
    """What the standard says of follow-up, as sentences beside the question of a next day."""
    said = answers.follow_up_plan(standard, began=None, until=date.max).because
    own = [reason for reason in said if reason.source.layer is Layer.STANDARD]
    return " ".join(reason.text_en if language.startswith("en") else reason.text for reason in own)


def plan_follow_up(clocks: OpenClocks, standard: Standard, rhythm: Rhythm, *, from_on: date) -> date:
    """Start the clock of the next follow-up and say its day. Raises NextFollowUpRefused when nobody has set one."""
    finding = next_follow_up(standard, rhythm)
    if finding.value is None:
        raise NextFollowUpRefused(
            _(
                "Det blev ikke gemt, fordi kommunens standard ikke selv sætter dagen for næste opfølgning. "
                "Skriv, hvornår den skal holdes."
            )
        )
    planned, _found = _planned(standard, rhythm)
    earliest = planned is not None and planned.kind is Kind.AFTER
    clocks.start(
        ClockKind.FOLLOW_UP,
        finding,
        starts_on=from_on,
        due_on=None if earliest else finding.value,
        earliest_on=finding.value if earliest else None,
    )
    return finding.value


def plan_review(clocks: OpenClocks, standard: Standard, *, from_on: date, decided: date | None = None) -> None:
    """Start the clock of the review: the decision's own day, else the standard's period. It only creates a task."""
    finding = answers.review_day(standard, began=from_on)
    if decided is not None and decided > from_on:
        clocks.start(ClockKind.REVIEW, finding, starts_on=from_on, due_on=decided)
    elif finding.status is Status.SETTLED:
        clocks.start(ClockKind.REVIEW, finding, starts_on=from_on)


def _planned(standard: Standard, rhythm: Rhythm) -> tuple[Planned | None, Finding[tuple[Planned, ...]]]:
    found = answers.follow_up_plan(
        standard,
        began=rhythm.began_on,
        until=add(HORIZON, max((*rhythm.held, rhythm.began_on))),
        held=rhythm.held,
        own=OwnRhythm(every=rhythm.every, next_on=rhythm.next_on),
    )
    return (found.value[0] if found.value else None), found


def _refuse_unfit(day: date, promised: Planned | None) -> None:
    if promised is None:
        return
    if promised.has_last_day and day > promised.on:
        raise NextFollowUpRefused(
            _(
                "Det blev ikke gemt, fordi %(chosen)s ligger senere end lovet. Opfølgningen skal holdes senest "
                "%(promised)s; vælg den dag eller en tidligere."
            )
            % {"chosen": wording.day(day), "promised": wording.day(promised.on)}
        )
    if not promised.has_last_day and day < promised.on:
        raise NextFollowUpRefused(
            _(
                "Det blev ikke gemt, fordi standarden lægger næste opfølgning tidligst %(promised)s. Vælg den "
                "dag eller en senere; en samtale før kan registreres, når den er holdt."
            )
            % {"promised": wording.day(promised.on)}
        )
