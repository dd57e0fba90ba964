"""Deciding: one decision and one letter, by the gate, in few statements."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import Settings

from ophold.journey.assessment.choices import Outcome as Found
from ophold.journey.decisions.actions import DecisionRefused, decide
from ophold.journey.decisions.choices import HearingDuty, Outcome
from ophold.journey.decisions.models import Decision
from ophold.journey.decisions.queries import facts
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind
from ophold.record.cases.facts import read
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.letters.sealed import content
from ophold.record.people.models import Account
from tests import people
from tests.decisions import ready
from tests.decisions.ready import words
from tests.people import NOON, TODAY
from tests.statements import assert_statements

GRANT, PARTIAL, REFUSAL = Outcome.GRANT, Outcome.PARTIAL, Outcome.REFUSAL


def decided(case: Case, outcome: Outcome = GRANT, *, key: str = "a", **changed: Any) -> Decision:
    made = decide(case, words=words(outcome, **changed), by=ready.worker(case.municipality.key), at=NOON, act_key=key)
    assert made is not None
    return made


def refused(case: Case, outcome: Outcome = GRANT, **changed: Any) -> set[str]:
    with pytest.raises(DecisionRefused, match="blev ikke truffet") as refusal:
        decided(case, outcome, **changed)
    assert not Decision.objects.exists()
    return {lack.code for lack in refusal.value.lacks}


def test_a_grant_makes_a_decision_a_letter_and_a_next_date(anna: Account) -> None:
    case = ready.met()
    made = decided(case, review_on=date(2028, 3, 1), follow_up_every_months=4)
    case.refresh_from_db()
    assert (case.state, case.next_kind, case.next_on) == (
        CaseState.GRANTED,
        ClockKind.NEXT_STEP,
        TODAY + timedelta(days=30),
    )
    assert (made.number, made.letter.kind, made.granted) == (1, "decision_grant", "Et midlertidigt ophold.")
    assert content(made.letter).title == "Du får det midlertidige ophold, du har søgt om"
    assert [(fact.kind, fact.state, fact.label) for fact in read(facts(case))] == [("decision", "grant", "1")]


def test_a_refusal_stops_the_response_clock_and_says_why(anna: Account) -> None:
    case = ready.not_met()
    made = decided(case, REFUSAL)
    case.refresh_from_db()
    assert case.state == CaseState.REFUSED
    clock = Clock.objects.get(case=case, kind=ClockKind.RESPONSE)
    assert (clock.closed_on, clock.ended) == (TODAY, ClockEnd.MET)
    letter = content(made.letter)
    assert letter.reasons == (
        "Du har i en periode brug for omfattende hjælp.",
        "Vi lægger mest vægt på din egen beskrivelse.",
    )
    assert letter.rules == ("Serviceloven § 107, stk. 2, nr. 1",)
    assert letter.guidance is not None
    assert made.hearing_duty == HearingDuty.NOT_REQUIRED


def test_a_partial_refusal_is_adverse(anna: Account) -> None:
    case = ready.met()
    assert refused(case, PARTIAL, duty=None) == {"hearing_question"}
    assert decided(case, PARTIAL).letter.kind == "decision_partial"
    case.refresh_from_db()
    assert case.state == CaseState.GRANTED


def test_the_complaint_window_does_not_start_here(anna: Account) -> None:
    case = ready.not_met()
    decided(case, REFUSAL)
    assert not Clock.objects.filter(case=case, kind=ClockKind.COMPLAINT_WINDOW).exists()


def test_every_recipient_gets_a_copy(anna: Account) -> None:
    case = ready.met()
    ready.guardian(case)
    assert Dispatch.objects.filter(letter=decided(case).letter).count() == 2


# -- what is missing --------------------------------------------------------------------------------------------------


def test_no_refusal_before_all_three_limbs_are_tested(anna: Account) -> None:
    case = ready.tested(ready.a_case(), Found.NOT_MET, Found.NOT_MET)
    assert refused(case, REFUSAL) == {"limb"}


def test_no_grant_without_a_limb(anna: Account) -> None:
    assert refused(ready.not_met()) == {"limb_outcome"}


def test_no_adverse_decision_while_the_hearing_runs_and_one_when_it_is_over(anna: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    assert refused(case, REFUSAL) == {"hearing_running"}
    at = ready.noon(TODAY + timedelta(days=15))
    assert decide(case, words=words(REFUSAL), by=anna, at=at, act_key="later") is not None
    assert Clock.objects.get(case=case, kind=ClockKind.HEARING).ended == ClockEnd.MET


def test_ballerup_sends_the_draft_before_a_grant_too(dorte: Account) -> None:
    case = ready.met("ballerup")
    assert refused(case) == {"hearing_promised"}
    ready.heard(case, adverse="", duty=None, answer_by=None)
    assert refused(case) == {"hearing_running"}
    at = ready.noon(TODAY + timedelta(days=11))
    made = decide(case, words=words(), by=dorte, at=at, act_key="later")
    assert made is not None
    assert made.hearing_duty == HearingDuty.ALWAYS


def test_ishoej_names_the_facility_at_a_grant(db: None) -> None:
    case = ready.met("ishoej")
    assert refused(case) == {"facility"}
    named: dict[str, Any] = {"facility": "Bakken", "facility_accepted_on": TODAY, "citizen_accepted_on": TODAY}
    rows = content(decided(case, **named).letter).sections[0].rows
    assert ("Botilbud", "Bakken") in [(row.label, row.value) for row in rows]


def test_no_sending_where_nobody_has_fixed_where_to_complain(anna: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    case = ready.met()
    monkeypatch.setattr("ophold.journey.decisions.queries.complaint_address_of", lambda *_: None)
    assert refused(case) == {"complaint_address"}


def test_a_placeholder_is_an_address_in_a_demonstration_only(anna: Account, settings: Settings) -> None:
    case = ready.met()
    settings.DEMO = False
    assert refused(case) == {"complaint_address"}


def test_no_sending_to_somebody_on_paper_without_an_address(anna: Account) -> None:
    case = ready.met()
    with people.set_up():
        case.citizen.digital_post, case.citizen.address = False, ""
        case.citizen.save()
    assert refused(case) == {"recipient"}


# -- done once --------------------------------------------------------------------------------------------------------


def test_pressing_twice_makes_one_decision_and_one_letter(anna: Account) -> None:
    case = ready.met()
    decided(case)
    assert decide(case, words=words(), by=anna, at=NOON, act_key="a") is None
    assert (Decision.objects.count(), Letter.objects.count(), Dispatch.objects.count()) == (1, 1, 1)


def test_a_second_tab_is_refused_because_the_case_is_decided(anna: Account, bo: Account) -> None:
    case = ready.met()
    decided(case)
    with pytest.raises(NotPossible, match="Bevilget"):
        decide(case, words=words(), by=bo, at=NOON, act_key="other tab")
    assert (Decision.objects.count(), Letter.objects.count()) == (1, 1)


def test_only_a_caseworker_and_only_before_it_is_decided(anna: Account, erik: Account) -> None:
    with pytest.raises(NotPossible, match="rolle"):
        decide(ready.met(), words=words(), by=erik, at=NOON, act_key="a")
    with pytest.raises(NotPossible):
        decided(ready.a_case(state=CaseState.RECEIVED))


def test_it_is_journalled_without_anybodys_words(anna: Account) -> None:
    case = ready.met()
    made = decided(case)
    entry = Entry.objects.get(case=case, act="decide")
    assert entry.facts == {"decision": made.pk, "outcome": "grant", "letter": made.letter_id}


def test_a_grant_with_its_letter_takes_ten_statements_after_session_and_access(anna: Account) -> None:
    case = ready.met()
    ready.guardian(case)
    with assert_statements(10):
        decide(case, words=words(), by=anna, at=NOON, act_key="a")
