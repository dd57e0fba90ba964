"""A small municipality in which a case stands at every step, and the people who knock on its door."""

from __future__ import annotations

from dataclasses import dataclass

from ophold.journey.assessment.choices import Outcome as Found
from ophold.journey.complaints.actions import complain, reassess
from ophold.journey.complaints.choices import Outcome as Reassessed
from ophold.journey.decisions.choices import Outcome
from ophold.journey.decisions.models import Decision
from ophold.journey.intake.actions import save_draft
from ophold.journey.placements.actions import MovingIn, begin_stay
from ophold.journey.placements.choices import AcceptedBy
from ophold.record.cases.actions import take_case
from ophold.record.cases.choices import LettersTo, PartyRole
from ophold.record.cases.models import Case, Party
from ophold.record.letters.content import plain
from ophold.record.letters.models import Dispatch
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import a_decision, digital_post
from tests.decisions import ready
from tests.intake.examples import ANSWERS, apply_to, key


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who there is, and what there is to knock on."""

    accounts: tuple[Account | None, ...]  # None is not signed in
    references: tuple[str, ...]
    copies: tuple[int, ...]
    parties: tuple[int, ...]


def build() -> World:
    """Everything is in Ballerup, but for one case that nobody here may see."""
    dorte, erik = people.dorte(), people.erik()
    received, taken = apply_to("ballerup"), apply_to("ballerup", items=("respite",))
    take_case(taken, by=dorte, at=people.NOON, act_key=key())
    party = _guardian(taken)
    heard, met = apply_to("ballerup"), apply_to("ballerup")
    for case in (heard, met):
        take_case(case, by=dorte, at=people.NOON, act_key=key())
    ready.tested(heard, Found.NOT_MET, Found.NOT_MET, Found.NOT_MET)
    ready.heard(heard)
    ready.tested(met, Found.MET)
    cases = [received, taken, heard, met, _granted(dorte), _moved_in(dorte), _complained(dorte)[0]]
    cases += [_changed(dorte), a_decision(dorte, key="ballerup", guardian=LettersTo.BESIDE)[0], people.a_case()]
    for home in ("ballerup", "hjoerring"):
        save_draft(municipality=people.municipality(home), told=plain(ANSWERS), reached=5, by=erik, at=people.NOON)
    staff = [people.staff(f"b-{role}", f"B {role}", key="ballerup", role=role) for role in Role]
    return World(
        accounts=(dorte, dorte, dorte, erik, erik, *staff, people.gert(), people.anna(), None),
        references=tuple(case.reference for case in cases),
        copies=tuple(Dispatch.objects.order_by("pk").values_list("pk", flat=True)),
        parties=(party,),
    )


def _guardian(case: Case) -> int:
    with people.set_up():
        return Party.objects.create(
            municipality=case.municipality, case=case, role=PartyRole.GUARDIAN, name="Fatma Farah",
            address="Øster Allé 3\n9800 Hjørring", basis="Værgemål", letters=LettersTo.BESIDE, valid_from=people.TODAY,
        ).pk  # fmt: skip


def _delivered(dorte: Account, outcome: Outcome) -> tuple[Case, Decision]:
    case, decision = a_decision(dorte, key="ballerup", outcome=outcome)
    digital_post(case, decision, on=people.TODAY)
    return case, decision


def _granted(dorte: Account) -> Case:
    return _delivered(dorte, Outcome.GRANT)[0]


def _moved_in(dorte: Account) -> Case:
    case = _granted(dorte)
    moving = MovingIn(facility="Solsikken", began_on=people.TODAY, accepted_by=AcceptedBy.CITIZEN)
    begin_stay(case, moving=moving, by=dorte, at=people.NOON, act_key=key())
    return case


def _complained(dorte: Account) -> tuple[Case, Decision]:
    case, decision = _delivered(dorte, Outcome.REFUSAL)
    complain(
        case, decision_id=decision.pk, text="Jeg kan ikke bo alene.", suspension_asked=True,
        by=people.erik(), at=people.NOON, act_key=key(),
    )  # fmt: skip
    return case, decision


def _changed(dorte: Account) -> Case:
    case, _ = _complained(dorte)
    reassess(
        case, number=1, outcome=Reassessed.CHANGED, reasons="Ny udtalelse", by=dorte, at=people.NOON, act_key=key()
    )
    return case
