"""What comes after a decision: a complaint and its way to Ankestyrelsen, or a stay with its follow-ups."""

from __future__ import annotations

from datetime import date, timedelta

from ophold.journey.complaints.actions import forward_complaint, reassess, register_complaint
from ophold.journey.complaints.choices import Outcome
from ophold.journey.complaints.words import Words
from ophold.journey.decisions.models import Decision
from ophold.journey.placements.actions import MovingIn, begin_stay
from ophold.journey.placements.choices import AcceptedBy
from ophold.journey.placements.planning import Rhythm, next_follow_up
from ophold.journey.plans.actions import Held, hold_follow_up
from ophold.record.cases.choices import Channel, ClockKind
from ophold.record.cases.models import Clock
from ophold.record.cases.standards import standard_of
from ophold.site.demo import invention
from ophold.site.demo.life import Life


def complain(life: Life) -> None:
    """A complaint by telephone, reassessed, upheld, and sent to Ankestyrelsen within the four weeks."""
    at = life.wait(3, 24)
    decision = Decision.objects.filter(case=life.case).latest("number")
    words = Words(
        decision_id=decision.pk,
        received_on=life.day,
        channel=Channel.PHONE,
        text=life.inventor.pick(invention.COMPLAINTS),
    )
    complaint = register_complaint(life.case, words=words, by=life.worker, at=at, act_key=life.inventor.key())
    assert complaint is not None
    life.courier.send(life.fresh(), at=at, by=life.worker)
    at = life.wait(5, 20)
    reasons = life.inventor.pick(invention.LIMB_REASONS["not_met"])
    reassess(
        life.case, number=complaint.number, outcome=Outcome.UPHELD, reasons=reasons,
        by=life.worker, at=at, act_key=life.inventor.key(),
    )  # fmt: skip
    next_on = life.day + timedelta(days=120)
    forward_complaint(
        life.case, number=complaint.number, note="", next_on=next_on,
        by=life.worker, at=at + timedelta(minutes=20), act_key=life.inventor.key(),
    )  # fmt: skip
    life.courier.send(life.fresh(), at=at + timedelta(minutes=30), by=life.worker)
    life.wait(100, 200)


def stay(life: Life) -> None:
    """Move in, and follow up as the standard says until the purpose is met."""
    granted = Decision.objects.filter(case=life.case).latest("number")
    at = life.wait(5, 40)
    began = life.day
    moving = MovingIn(
        facility=granted.facility or life.inventor.pick(invention.FACILITIES),
        began_on=began,
        accepted_by=AcceptedBy.CITIZEN,
        next_on=_by_hand(life, began),
    )
    begin_stay(life.fresh(), moving=moving, by=life.worker, at=at, act_key=life.inventor.key())
    held: list[date] = []
    for _meeting in range(life.inventor.random.randint(1, 4)):
        planned = Clock.objects.filter(case=life.case, kind=ClockKind.FOLLOW_UP, closed_on=None).latest("pk")
        days = ((planned.due_on or planned.earliest_on or life.day) - life.day).days
        at = life.wait(max(0, days), max(0, days))
        held.append(life.day)
        result = life.inventor.pick(invention.FOLLOW_UPS)
        words = Held(on=life.day, result=result, next_on=_by_hand(life, began, *held))
        hold_follow_up(life.fresh(), held=words, by=life.worker, at=at, act_key=life.inventor.key())
    life.wait(20, 120)


def _by_hand(life: Life, began: date, *held: date) -> date | None:
    """A next day, only where the standard sets none."""
    finding = next_follow_up(standard_of(life.case), Rhythm(began_on=began, held=held))
    return None if finding.value else life.day + timedelta(days=life.inventor.random.randint(80, 150))
