"""When is a stay to be followed up (opfølgning)?

Not here: the review of the grant itself (`review`) and whether a follow-up is late (that needs today). A follow-up
never changes a right; it may open a decision.
Sources: L13, F7, B9, I7, H9; SEL § 148(2) (every case is followed continuously).
Reading: *within* has a last day; *after* has an earliest day and no last one; *at least every* counts from the last one
held, else from the last one due; all from the first day of the stay; a half year is 6 months, a year 12
(docs/decisions/0006-follow-up.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ophold.law import sources, wording
from ophold.law.calendar import add
from ophold.law.facts import ContradictoryFacts
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.promises import Bound, FollowUpPromise, GroupPeriod, Interval, Period

BEGAN = "opholdets første dag"


class Kind(Enum):
    """What kind of date a planned follow-up has."""

    WITHIN = "within"  # the last day; late after it
    AFTER = "after"  # the earliest day; never late by the text
    AT_LEAST_EVERY = "at_least_every"  # the last day of a rhythm
    BY_DECISION = "by_decision"  # set in the single case


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One follow-up to be held."""

    on: date
    kind: Kind

    @property
    def has_last_day(self) -> bool:
        """Whether the follow-up is late once its day has passed."""
        return self.kind is not Kind.AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRhythm:
    """What the decision in the single case says: a closer rhythm, a next day set by hand, or both."""

    every: Period | None = None
    next_on: date | None = None


NO_OWN = OwnRhythm()

NEXT_BY_HAND = Reason(
    "Sagen skal følges løbende; når standarden ikke giver en dato, sættes den næste af sagsbehandleren.",
    sources.CONTINUOUS_FOLLOW_UP,
    "The case must be followed continuously; where the standard gives no date, the caseworker sets the next one.",
)
FROM_FIRST_DAY = Reason(
    "Tiden regnes fra opholdets første dag.",
    sources.FOLLOW_UP_START,
    "Time is counted from the first day of the stay.",
)


def follow_ups(
    promise: FollowUpPromise,
    source: Source,
    *,
    began: date | None,
    until: date,
    held: tuple[date, ...] = (),
    own: OwnRhythm = NO_OWN,
    group: str = "",
) -> Finding[tuple[Planned, ...]]:
    """The follow-ups still to be held up to a day, after those held; an open rhythm asks for a next day by hand.

    `group` is one of the groups that the promise itself follows more often.
    """
    promise, groups = _with_group(promise, group, source)
    said = (*_said(promise, source), *groups)
    if began is None:
        return Finding(status=Status.MISSING, missing=(BEGAN,), because=said)
    _check(began, until, held, own)
    planned = _planned(promise, began, until, tuple(sorted(held)), own)
    open_ended = promise.then is None and own.every is None
    because = (*said, *_set_aside(promise, own.every, began, source), *((NEXT_BY_HAND,) if open_ended else ()))
    if open_ended and not planned:
        says_nothing = promise == FollowUpPromise()
        return Finding(status=Status.SILENT if says_nothing else Status.DISCRETION, because=because)
    return Finding(status=Status.SETTLED, value=planned, because=because)


def _with_group(promise: FollowUpPromise, key: str, source: Source) -> tuple[FollowUpPromise, tuple[Reason, ...]]:
    """The promise with a group's own rhythm in it, and what is said of the groups; never a rarer rhythm."""
    mine = next((each for each in promise.more_often_for if each.key == key), None)
    if mine is None:
        return promise, tuple(_more_often(each, source) for each in promise.more_often_for)
    any_day = date(2026, 1, 1)
    closer = promise.then is None or add(mine.period, any_day) < add(promise.then.period, any_day)
    then = Interval(bound=Bound.AT_LEAST_EVERY, period=mine.period) if closer else promise.then
    return replace(promise, then=then), (_more_often(mine, source),)


def _more_often(group: GroupPeriod, source: Source) -> Reason:
    return Reason(
        f"For {group.da} følges der op mindst {_often(group.period)}.",
        source,
        f"For {group.en} it is followed up at least every {wording.period_en(group.period)}.",
    )


def _planned(
    promise: FollowUpPromise, began: date, until: date, held: tuple[date, ...], own: OwnRhythm
) -> tuple[Planned, ...]:
    planned: list[Planned] = []
    first = _first(promise, began, held)
    by_hand = Planned(on=own.next_on, kind=Kind.BY_DECISION) if own.next_on else None
    if first and by_hand and first.kind is Kind.AFTER and by_hand.on >= first.on:
        first, by_hand = by_hand, None  # an earliest day leaves it to the caseworker how much later
    last = held[-1] if held else began
    while (following := _next(promise, last, first, by_hand, own.every)) and following.on <= until:
        planned.append(following)
        last, by_hand = following.on, None
        if first and (first.has_last_day or following.on >= first.on):
            first = None
    return tuple(planned)


def _first(promise: FollowUpPromise, began: date, held: tuple[date, ...]) -> Planned | None:
    """The first follow-up promised, unless it has been held; one held before its earliest day is not it."""
    if promise.first is None:
        return None
    planned = Planned(on=add(promise.first.period, began), kind=Kind(promise.first.bound.value))
    met = any(planned.has_last_day or each >= planned.on for each in held)
    return None if met else planned


def _next(
    promise: FollowUpPromise, last: date, first: Planned | None, by_hand: Planned | None, every: Period | None
) -> Planned | None:
    """What comes next after the last one held or due: whatever falls first, the standard's own before the rest."""
    candidates = [first]
    if first is None and promise.then is not None:
        candidates.append(Planned(on=add(promise.then.period, last), kind=Kind(promise.then.bound.value)))
    if every is not None:
        candidates.append(Planned(on=add(every, last), kind=Kind.BY_DECISION))
    if by_hand is not None and by_hand.on > last:
        candidates.append(by_hand)
    return min((each for each in candidates if each), key=lambda each: each.on, default=None)


def _check(began: date, until: date, held: tuple[date, ...], own: OwnRhythm) -> None:
    if until < began:
        raise ContradictoryFacts(
            f"Opfølgningerne blev ikke planlagt: {wording.day(until)} ligger før opholdets første dag, "
            f"{wording.day(began)}. Ret en af de to dage."
        )
    for day in (*held, *((own.next_on,) if own.next_on else ())):
        if day < began:
            raise ContradictoryFacts(
                f"Opfølgningen {wording.day(day)} blev ikke regnet med: opholdet begyndte først "
                f"{wording.day(began)}. Ret en af de to dage."
            )


def _said(promise: FollowUpPromise, source: Source) -> tuple[Reason, ...]:
    reasons = []
    if promise.first is not None:
        danish, english = _bound(promise.first)
        reasons.append(Reason(f"Første opfølgning holdes {danish}.", source, f"The first follow-up is held {english}."))
    if promise.then is not None:
        danish, english = _bound(promise.then)
        begin, begin_en = ("Derefter følges der", "Then it is") if promise.first else ("Der følges", "It is")
        reasons.append(Reason(f"{begin} op {danish}.", source, f"{begin_en} followed up {english}."))
    if promise.by_need or promise.running:
        danish, english = ("løbende", "continuously") if promise.running else ("efter behov", "by need")
        reasons.append(Reason(f"Der følges op {danish}.", source, f"It is followed up {english}."))
    if promise.decision_may_shorten:
        closer = "Afgørelsen kan sætte en tættere opfølgning, aldrig en sjældnere."
        reasons.append(Reason(closer, source, "The decision can set a closer follow-up, never a rarer one."))
    if not reasons:
        return (Reason("Standarden siger intet om opfølgning.", source, "The standard says nothing about follow-up."),)
    return (*reasons, FROM_FIRST_DAY) if promise.first or promise.then else tuple(reasons)


def _bound(interval: Interval) -> tuple[str, str]:
    number, number_en = wording.period(interval.period), wording.period_en(interval.period)
    match interval.bound:
        case Bound.WITHIN:
            return f"senest efter {number}", f"within {number_en}"
        case Bound.AFTER:
            return f"tidligst efter {number}; standarden sætter ingen sidste dag", (
                f"after {number_en} at the earliest; the standard sets no last day"
            )
        case Bound.AT_LEAST_EVERY:
            return f"mindst {_often(interval.period)}", f"at least every {number_en}"


def _often(period: Period) -> str:
    """Once a year, or every sixth month, as Danes say it."""
    unit = wording.UNITS[period.unit][0]
    each = "hvert" if unit == "år" else "hver"
    return f"{each} {period.value}. {unit}" if period.value != 1 else f"én gang {each} {unit}"


def _set_aside(promise: FollowUpPromise, every: Period | None, began: date, source: Source) -> tuple[Reason, ...]:
    """That a decision's rhythm is longer than the standard's and so does not hold."""
    if every is None or promise.then is None or add(every, began) <= add(promise.then.period, began):
        return ()
    longer = Reason(
        f"Afgørelsens {wording.period(every)} er sjældnere end standarden og gælder ikke.",
        source,
        f"The decision's {wording.period_en(every)} is less often than the standard and does not hold.",
    )
    return (longer,)
