"""Holding a follow-up, and planning the next. What it shows may open a decision; it never changes a right itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ophold.journey.placements.models import Stay
from ophold.journey.placements.planning import Rhythm, every, plan_follow_up, plan_review
from ophold.journey.placements.queries import current_stay, granting_decision
from ophold.journey.plans.models import FollowUp
from ophold.journey.plans.queries import held_days
from ophold.law import wording
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.cases.standards import standard_of
from ophold.record.journal.actions import write
from ophold.record.people.models import Account


class FollowUpRefused(Refused):
    """A follow-up was not recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A follow-up that was held."""

    on: date
    result: str
    reviewed: bool = False  # the grant itself was looked at as well (Ballerup's two years)
    next_on: date | None = None  # by hand: where the standard gives none, or closer than it asks


@act("hold_follow_up")
def hold_follow_up(case: Case, *, held: Held, by: Account, at: datetime, act_key: str) -> FollowUp:
    """A follow-up was held; the next is planned. Raises FollowUpRefused, or NextFollowUpRefused."""
    stay = current_stay(case)
    before = held_days(stay) if stay else ()
    stay = _refuse_unfit(held, stay, before, today=at.date())
    row = FollowUp.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        stay=stay,
        held_on=held.on,
        result=held.result.strip(),
        reviewed=held.reviewed,
        next_on=held.next_on,
        recorded_by=by,
        recorded_at=at,
    )
    standard, clocks = standard_of(case), open_clocks(case)
    _stop_follow_up(clocks, held.on)
    closer = every(granting_decision(case) or stay.decision)
    rhythm = Rhythm(began_on=stay.began_on, held=(*before, held.on), every=closer, next_on=held.next_on)
    planned = plan_follow_up(clocks, standard, rhythm, from_on=held.on)
    if held.reviewed and clocks.running(ClockKind.REVIEW):
        clocks.stop(ClockKind.REVIEW, on=held.on)
        plan_review(clocks, standard, from_on=held.on)
    facts = {"follow_up": row.pk, "held_on": held.on.isoformat(), "next_on": planned.isoformat()}
    facts |= {"reviewed": held.reviewed, "by_hand": held.next_on is not None}
    save = store_clocks(clocks)
    write(case, act="hold_follow_up", by=by, at=at, act_key=act_key, facts=facts, text=row.result, save=save)
    return row


def _stop_follow_up(clocks: OpenClocks, held_on: date) -> None:
    """A follow-up held before its earliest day is one more, not the promised one: that one is planned again."""
    for clock in clocks.running(ClockKind.FOLLOW_UP):
        early = clock.earliest_on is not None and held_on < clock.earliest_on
        clocks.stop(ClockKind.FOLLOW_UP, on=held_on, ended=ClockEnd.REPLACED if early else None)


def _refuse_unfit(held: Held, stay: Stay | None, before: tuple[date, ...], *, today: date) -> Stay:
    if stay is None:
        raise FollowUpRefused(
            _("Opfølgningen blev ikke gemt, fordi borgeren ikke er flyttet ind. Registrer indflytningen først.")
        )
    if held.on > today:
        raise FollowUpRefused(
            _("Opfølgningen blev ikke gemt, fordi datoen ligger i fremtiden. Registrer den, når den er holdt.")
        )
    if held.on < stay.began_on:
        raise FollowUpRefused(
            _("Opfølgningen blev ikke gemt, fordi den ligger før indflytningen %(began)s. Ret datoen.")
            % {"began": wording.day(stay.began_on)}
        )
    if before and held.on <= before[-1]:
        raise FollowUpRefused(
            _(
                "Opfølgningen blev ikke gemt, fordi der allerede er registreret en %(last)s. "
                "Ret datoen, eller skriv det som et notat."
            )
            % {"last": wording.day(before[-1])}
        )
    if not held.result.strip():
        raise FollowUpRefused(
            _("Opfølgningen blev ikke gemt, fordi resultatet mangler. Skriv kort, hvad I kom frem til.")
        )
    if held.next_on is not None and held.next_on < today:
        raise FollowUpRefused(
            _("Opfølgningen blev ikke gemt, fordi næste opfølgning ligger før i dag. Vælg en dag fra i dag.")
        )
    return stay
