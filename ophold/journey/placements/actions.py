"""Moving in: the stay begins, and with it the follow-ups and the review are planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ophold.journey.decisions.models import Decision
from ophold.journey.placements.choices import AcceptedBy
from ophold.journey.placements.models import Stay
from ophold.journey.placements.planning import Rhythm, every, plan_follow_up, plan_review
from ophold.journey.placements.queries import granting_decision
from ophold.law import wording
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import CaseState, ClockKind
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.cases.standards import standard_of
from ophold.record.journal.actions import write
from ophold.record.people.models import Account

OTHERS = ("complaint:", "dispatch:")  # next steps that moving in does not settle


class StayRefused(Refused):
    """A stay was not begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingIn:
    """Where somebody moved in, when, and who said yes to the place."""

    facility: str
    began_on: date
    accepted_by: AcceptedBy
    acceptance: str = ""  # which guardian, or which § 129 decision: person and document
    next_on: date | None = None  # the first follow-up, where the standard gives none or a closer one is wanted


@act("begin_stay")
def begin_stay(case: Case, *, moving: MovingIn, by: Account, at: datetime, act_key: str) -> Stay:
    """The citizen has moved in. Raises StayRefused, or NextFollowUpRefused where the first follow-up has no day."""
    decision = _checked(moving, granting_decision(case), today=at.date())
    stay = Stay.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        decision=decision,
        facility=moving.facility.strip(),
        began_on=moving.began_on,
        accepted_by=moving.accepted_by,
        acceptance=moving.acceptance.strip(),
    )
    standard, clocks = standard_of(case), open_clocks(case)
    _stop_next_step(clocks, on=at.date())
    rhythm = Rhythm(began_on=moving.began_on, every=every(decision), next_on=moving.next_on)
    planned = plan_follow_up(clocks, standard, rhythm, from_on=moving.began_on)
    plan_review(clocks, standard, from_on=moving.began_on, decided=decision.review_on)
    save = store_clocks(clocks)
    case.state = CaseState.STAYING
    facts = {"stay": stay.pk, "began_on": stay.began_on.isoformat(), "follow_up_on": planned.isoformat()}
    write(
        case,
        act="begin_stay",
        by=by,
        at=at,
        act_key=act_key,
        facts=facts | {"accepted_by": stay.accepted_by},
        text=stay.facility,
        save=(*save, "state"),
    )
    return stay


def _checked(moving: MovingIn, decision: Decision | None, *, today: date) -> Decision:
    if moving.began_on > today:
        raise StayRefused(
            _(
                "Indflytningen blev ikke registreret, fordi datoen ligger i fremtiden. "
                "Registrer den, når borgeren er flyttet ind."
            )
        )
    if decision is None or moving.began_on < decision.decided_on:
        decided = wording.day(decision.decided_on) if decision else "–"
        raise StayRefused(
            _("Indflytningen blev ikke registreret, fordi datoen ligger før afgørelsen (%(decided)s). Ret datoen.")
            % {"decided": decided}
        )
    if not moving.facility.strip():
        raise StayRefused(_("Indflytningen blev ikke registreret, fordi botilbuddet mangler. Skriv dets navn."))
    if decision.facility and moving.facility.strip().casefold() != decision.facility.strip().casefold():
        raise StayRefused(
            _(
                "Indflytningen blev ikke registreret, fordi afgørelsen gælder %(granted)s. "
                "Et andet sted kræver en ny afgørelse."
            )
            % {"granted": decision.facility}
        )
    if moving.accepted_by != AcceptedBy.CITIZEN and not moving.acceptance.strip():
        raise StayRefused(
            _(
                "Indflytningen blev ikke registreret, fordi det ikke fremgår, hvem der har sagt ja til stedet. "
                "Skriv personen og dokumentet."
            )
        )
    return decision


def _stop_next_step(clocks: OpenClocks, *, on: date) -> None:
    """The search for a place is over; what waits on a complaint or a letter still waits."""
    for subject in {clock.subject for clock in clocks.running(ClockKind.NEXT_STEP)}:
        if not subject.startswith(OTHERS):
            clocks.stop(ClockKind.NEXT_STEP, on=on, subject=subject)
