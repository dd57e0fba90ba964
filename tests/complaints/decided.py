"""A case with a decision whose letter is issued, and what has happened to the letter since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from ophold.journey.decisions.choices import HearingDuty, Outcome
from ophold.journey.decisions.models import Decision
from ophold.record.cases.acts import acting
from ophold.record.cases.choices import CaseState, LettersTo, PartyRole
from ophold.record.cases.models import Case, Party
from ophold.record.cases.standards import catalogue
from ophold.record.clock import COPENHAGEN
from ophold.record.letters import actions as letters
from ophold.record.letters import sealed
from ophold.record.letters.channels import Receipt
from ophold.record.letters.choices import DeliveryKind, Kind
from ophold.record.letters.content import LetterContent
from ophold.record.letters.letterhead import guidance, sender
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.letters.recipients import addressees
from ophold.record.people.models import Account
from tests import people

STATES = {Outcome.GRANT: CaseState.GRANTED, Outcome.PARTIAL: CaseState.GRANTED, Outcome.REFUSAL: CaseState.REFUSED}
KINDS = {
    Outcome.GRANT: Kind.DECISION_GRANT,
    Outcome.PARTIAL: Kind.DECISION_PARTIAL,
    Outcome.REFUSAL: Kind.DECISION_REFUSAL,
}


def noon(day: date) -> datetime:
    """Noon in Copenhagen."""
    return datetime.combine(day, time(12), COPENHAGEN)


def a_decision(
    by: Account,
    *,
    key: str = "hjoerring",
    outcome: Outcome = Outcome.REFUSAL,
    decided_on: date = people.TODAY,
    guardian: LettersTo | None = None,
    guided: bool = True,
    kind: str = "",
    **said: Any,
) -> tuple[Case, Decision]:
    """A decided case about Erik, the letter issued and not yet sent; `said` is the decision's own fields."""
    version = catalogue().versions(key)[-1].version
    case = people.a_case(key, state=STATES[outcome], received_on=decided_on, caseworker=by, standard_version=version)
    if guardian is not None:
        _fatma(case, guardian)
    letter = _issued(case, _letter(case, by, outcome, decided_on), by, guided=guided, kind=kind)
    with people.set_up():
        decision = Decision.objects.create(
            municipality=case.municipality,
            case=case,
            number=1,
            letter=letter,
            outcome=outcome,
            applied_for="Midlertidigt ophold i botilbud",
            reasons="Vi lægger vægt på udredningen.",
            considerations="Behovet kan dækkes i egen bolig.",
            facts="Udredning af 12. februar 2026",
            rules="Serviceloven § 107, stk. 2, nr. 1",
            hearing_duty=HearingDuty.REQUIRED,
            decided_on=decided_on,
            decided_at=noon(decided_on),
            decided_by=by,
            standard_version=version,
            next_on=None if outcome == Outcome.REFUSAL else decided_on,
            **said,
        )
    return case, decision


def _fatma(case: Case, letters_to: LettersTo) -> Party:
    """Erik's guardian, with an address and a basis."""
    with people.set_up():
        return Party.objects.create(
            municipality=case.municipality,
            case=case,
            role=PartyRole.GUARDIAN,
            name="Fatma Farah",
            address="Øster Allé 3\n9800 Hjørring",
            basis="Værgemål af 1. februar 2026",
            letters=letters_to,
            valid_from=date(2026, 2, 1),
        )


def _issued(case: Case, content: LetterContent, by: Account, *, guided: bool, kind: str) -> Letter:
    with acting("decide"):
        letter = letters.issue(case, content, by=by, at=noon(content.dated))
        if guided and not kind:
            return letter
        # a letter from elsewhere: our own acts refuse a decision without guidance
        return _another(letter, replace(content, kind=Kind(kind or content.kind), guidance=None))


def _another(letter: Letter, content: LetterContent) -> Letter:
    """The same letter with other words, as if it had been made outside the house."""
    Dispatch.objects.filter(letter=letter).delete()
    made = Letter.objects.create(
        municipality_id=letter.municipality_id,
        case_id=letter.case_id,
        number=letter.number + 1,
        kind=content.kind,
        dated_on=letter.dated_on,
        content=sealed.seal_content(content, letter.case_id),
        template_version=letter.template_version,
        made_at=letter.made_at,
    )
    for addressee in addressees(letter.case, on=letter.dated_on):
        letters._dispatch(made, addressee).save()
    return made


def _letter(case: Case, by: Account, outcome: Outcome, dated: date) -> LetterContent:
    return LetterContent(
        kind=KINDS[outcome],
        sender=sender(case, signed_by=by),
        dated=dated,
        reference=case.reference,
        title="Afgørelse om midlertidigt botilbud",
        lead="Her er afgørelsen.",
        reasons=("Vi lægger vægt på udredningen.",),
        rules=("Serviceloven § 107, stk. 2, nr. 1",),
        guidance=guidance(case),
    )


def dispatch_of(decision: Decision) -> Dispatch:
    """The citizen's copy of the decision."""
    return Dispatch.objects.select_related("letter").get(letter=decision.letter, citizen__isnull=False)


def make_sent(case: Case, dispatch: Dispatch, *, at: datetime, available_on: date | None) -> None:
    """What the worker does, without the typesetting: taken, frozen, handed over."""
    work = letters.take(dispatch.pk, at=at)
    assert work is not None
    letters.freeze(work, b"%PDF", at=at)
    letters.mark_sent(work, Receipt(available_on=available_on, source="postkassen"), at=at)


def digital_post(case: Case, decision: Decision, *, on: date) -> Dispatch:
    """The citizen's copy is available in Digital Post that day."""
    dispatch = dispatch_of(decision)
    make_sent(case, dispatch, at=noon(on), available_on=on)
    return dispatch


def posted(case: Case, decision: Decision, *, on: date, by: Account) -> Dispatch:
    """The citizen's copy is on paper and was handed to the post that day."""
    dispatch = dispatch_of(decision)
    make_sent(case, dispatch, at=noon(on), available_on=None)
    register(case, dispatch, DeliveryKind.POSTED, on=on, by=by)
    return dispatch


def register(case: Case, dispatch: Dispatch, kind: DeliveryKind, *, on: date, by: Account) -> None:
    """Staff register what is known about the copy."""
    letters.register_delivery(
        case,
        dispatch_id=dispatch.pk,
        kind=kind,
        on=on,
        source="Postlisten",
        by=by,
        at=noon(max(on, people.TODAY)),
        act_key=f"{kind}-{on}",
    )
