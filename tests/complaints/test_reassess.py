"""Reassessing: three outcomes, reasons always, once; the same four weeks run on until something has left the house."""

from __future__ import annotations

import pytest
from django.http import Http404

from ophold.journey.complaints.actions import ReassessmentRefused, reassess
from ophold.journey.complaints.choices import ComplaintState, Outcome
from ophold.journey.complaints.models import Complaint, Reassessment
from ophold.record.cases import access
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.complaints.test_complain import delivered, say
from tests.people import NOON


def complained(by: Account, **fields: object) -> Case:
    case, decision = delivered(by, **fields)
    say(case, decision, people.erik())
    return case


def judge(
    case: Case, by: Account, outcome: Outcome = Outcome.UPHELD, *, reasons: str = "Intet nyt.", key: str = "j"
) -> Reassessment | None:
    return reassess(case, number=1, outcome=outcome, reasons=reasons, by=by, at=NOON, act_key=key)


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.CHANGED, ComplaintState.CHANGED),
        (Outcome.PARTLY, ComplaintState.PARTLY),
        (Outcome.UPHELD, ComplaintState.UPHELD),
    ],
)
def test_each_outcome_leads_to_its_state(anna: Account, outcome: Outcome, state: ComplaintState) -> None:
    case = complained(anna)
    judge(case, anna, outcome, reasons="Der er kommet en ny udtalelse.")
    assert Complaint.objects.get().state == state
    row = Reassessment.objects.get()
    assert (row.outcome, row.reasons) == (outcome, "Der er kommet en ny udtalelse.")


def test_there_is_no_outcome_that_turns_a_complaint_away() -> None:
    assert set(Outcome) == {Outcome.CHANGED, Outcome.PARTLY, Outcome.UPHELD}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_clock_runs_on_until_something_has_left_the_house(anna: Account, outcome: Outcome) -> None:
    case = complained(anna)
    before = Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)
    judge(case, anna, outcome)
    after = Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)
    assert (after.closed_on, after.due_on) == (None, before.due_on)


def test_refused_without_reasons(anna: Account) -> None:
    case = complained(anna)
    with pytest.raises(ReassessmentRefused, match="begrundelsen mangler"):
        judge(case, anna, reasons="  ")
    assert not Reassessment.objects.exists()


def test_the_second_to_reassess_is_told(anna: Account, bo: Account) -> None:
    case = complained(anna)
    judge(case, anna)
    with pytest.raises(ReassessmentRefused, match="allerede er genvurderet"):
        judge(case, bo, Outcome.CHANGED, key="b")
    assert Reassessment.objects.get().outcome == Outcome.UPHELD


def test_refused_where_nobody_has_complained(anna: Account) -> None:
    case, _decision = delivered(anna)
    with pytest.raises(ReassessmentRefused):
        judge(case, anna)


def test_done_twice_is_done_once(anna: Account) -> None:
    case = complained(anna)
    judge(case, anna)
    assert judge(case, anna) is None


def test_an_appeals_officer_may_the_citizen_and_another_role_may_not_another_municipality_finds_no_case(
    anna: Account, erik: Account, dorte: Account
) -> None:
    case = complained(anna)
    for who in (erik, people.staff("hanne", "Hanne Holm", key="hjoerring", role=Role.POLICY_OFFICER)):
        with pytest.raises(NotPossible):
            judge(case, who)
    with pytest.raises(Http404):
        access.case(dorte, case.reference)
    assert judge(case, people.staff("ole", "Ole Olsen", key="hjoerring", role=Role.APPEALS_OFFICER)) is not None


def test_journalled_with_the_outcome_and_the_reasons_sealed(anna: Account) -> None:
    case = complained(anna)
    judge(case, anna, reasons="Udtalelsen ændrer intet.")
    entry = Entry.objects.get(case=case, act="reassess")
    assert entry.facts == {"complaint": 1, "outcome": "upheld"}
