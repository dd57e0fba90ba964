"""The new decision after a complaint: the same gate, its own letter and window, never worse, in the same four weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.http import Http404

from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.choices import Outcome as LimbOutcome
from ophold.journey.assessment.models import LimbFinding
from ophold.journey.complaints.actions import NewDecisionRefused, decide_anew
from ophold.journey.complaints.choices import ComplaintState, Outcome
from ophold.journey.complaints.models import Complaint
from ophold.journey.complaints.queries import windows
from ophold.journey.decisions.actions import DecisionRefused
from ophold.journey.decisions.choices import Outcome as DecisionOutcome
from ophold.journey.decisions.choices import PlanOffer
from ophold.journey.decisions.models import Decision
from ophold.journey.decisions.words import DecisionWords
from ophold.record.cases import access
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind, WaitsOn
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters.choices import Kind
from ophold.record.letters.models import Letter
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import digital_post, noon
from tests.complaints.test_forward_complaint import forward
from tests.complaints.test_reassess import complained, judge
from tests.people import NOON, TODAY

LATER = date(2026, 3, 9)
GRANT = DecisionWords(
    outcome=DecisionOutcome.GRANT,
    applied_for="Midlertidigt ophold i botilbud",
    granted="Et midlertidigt ophold med støtte om dagen",
    reasons="Den nye udtalelse viser, at du har brug for omfattende hjælp.",
    considerations="Hjemmet kan ikke rumme hjælpen.",
    facts="Udtalelse af 5. marts 2026",
    rules="Serviceloven § 107, stk. 2, nr. 1",
    place_free=True,
    next_on=date(2026, 4, 1),
    plan_offer=PlanOffer.THINKING,
)


def with_limb(case: Case, by: Account, outcome: LimbOutcome = LimbOutcome.MET) -> Case:
    with people.set_up():
        LimbFinding.objects.create(
            municipality=case.municipality,
            case=case,
            limb=next(iter(Limb)),
            version=1,
            outcome=outcome,
            reason="Den nye udtalelse",
            source="Lægen",
            source_on=TODAY,
            recorded_by=by,
            at=NOON,
        )
    return case


def to_be_changed(
    by: Account, outcome: Outcome = Outcome.CHANGED, *, before: DecisionOutcome = DecisionOutcome.REFUSAL
) -> Case:
    case = with_limb(complained(by, outcome=before), by)
    judge(case, by, outcome, reasons="Der er kommet en ny udtalelse.")
    return case


def anew(case: Case, by: Account, words: DecisionWords = GRANT, *, on: date = LATER, key: str = "n") -> Decision | None:
    return decide_anew(case, number=1, words=words, by=by, at=noon(on), act_key=key)


def test_changed_becomes_a_new_decision_beside_the_old(anna: Account) -> None:
    case = to_be_changed(anna)
    decision = anew(case, anna)
    assert decision is not None
    complaint = Complaint.objects.get()
    assert (complaint.state, complaint.new_decision) == (ComplaintState.SETTLED, decision)
    assert (decision.number, decision.outcome) == (2, DecisionOutcome.GRANT)
    assert complaint.decision.outcome == DecisionOutcome.REFUSAL
    case.refresh_from_db()
    assert case.state == CaseState.GRANTED


def test_the_four_weeks_end_with_it_and_the_search_for_a_place_begins(anna: Account) -> None:
    case = to_be_changed(anna)
    anew(case, anna)
    clock = Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)
    assert (clock.closed_on, clock.ended) == (LATER, ClockEnd.MET)
    assert Clock.objects.get(case=case, kind=ClockKind.NEXT_STEP).due_on == date(2026, 4, 1)


def test_it_has_its_own_letter_with_guidance_and_its_own_window(anna: Account) -> None:
    case = to_be_changed(anna)
    decision = anew(case, anna)
    assert decision is not None
    assert decision.letter.kind == Kind.REASSESSMENT_CHANGED
    digital_post(case, decision, on=LATER)
    (window,) = windows(case, decision)
    assert window.last_day == date(2026, 4, 7)  # 6 April is Easter Monday


def test_partly_both_in_either_order_and_only_then_do_the_four_weeks_end(anna: Account) -> None:
    for first, second in ((anew, forward), (forward, anew)):
        case = to_be_changed(anna, Outcome.PARTLY)
        first(case, anna, on=LATER)
        assert Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT).closed_on is None
        second(case, anna, on=LATER)
        assert Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT).closed_on == LATER
        assert Complaint.objects.get(case=case).state == ComplaintState.FORWARDED
        waiting = Clock.objects.get(case=case, kind=ClockKind.NEXT_STEP, waits_on=WaitsOn.ANKESTYRELSEN)
        assert waiting.closed_on is None


def test_partly_has_the_letter_of_a_part(anna: Account) -> None:
    case = to_be_changed(anna, Outcome.PARTLY)
    decision = anew(case, anna, replace(GRANT, outcome=DecisionOutcome.PARTIAL, duty=False, duty_reason="Intet nyt"))
    assert decision is not None
    assert decision.letter.kind == Kind.REASSESSMENT_PARTLY


def test_worse_for_the_citizen_is_stopped(anna: Account) -> None:
    case = to_be_changed(anna, before=DecisionOutcome.GRANT)
    with pytest.raises(NewDecisionRefused, match="ny partshøring og hjemmel"):
        anew(case, anna, replace(GRANT, outcome=DecisionOutcome.PARTIAL))
    assert Decision.objects.count() == 1


def test_another_refusal_changes_nothing(anna: Account) -> None:
    case = to_be_changed(anna)
    with pytest.raises(NewDecisionRefused, match="nyt afslag"):
        anew(case, anna, replace(GRANT, outcome=DecisionOutcome.REFUSAL))


def test_it_passes_the_same_gate_as_every_decision(anna: Account) -> None:
    case = to_be_changed(anna)
    with pytest.raises(DecisionRefused, match="begrundelsen"):
        anew(case, anna, replace(GRANT, reasons=""))
    assert not Letter.objects.filter(kind=Kind.REASSESSMENT_CHANGED).exists()


@pytest.mark.parametrize("outcome", [None, Outcome.UPHELD])
def test_refused_unless_a_complaint_waits_for_it(anna: Account, outcome: Outcome | None) -> None:
    case = with_limb(complained(anna), anna)
    if outcome is not None:
        judge(case, anna, outcome)
    with pytest.raises(NewDecisionRefused, match="ingen klage venter"):
        anew(case, anna)


def test_done_twice_is_one_decision(anna: Account, bo: Account) -> None:
    case = to_be_changed(anna)
    anew(case, anna)
    assert anew(case, anna) is None
    with pytest.raises(NewDecisionRefused):
        anew(case, bo, key="b")
    assert Decision.objects.count() == 2


def test_the_citizen_may_not_and_another_municipality_finds_no_case(
    anna: Account, erik: Account, dorte: Account
) -> None:
    case = to_be_changed(anna)
    with pytest.raises(NotPossible):
        anew(case, erik)
    with pytest.raises(Http404):
        access.case(dorte, case.reference)


def test_journalled(anna: Account) -> None:
    case = to_be_changed(anna)
    anew(case, anna)
    entry = Entry.objects.get(case=case, act="decide_anew")
    assert entry.facts == {"complaint": 1, "decision": 2, "outcome": "grant"}
