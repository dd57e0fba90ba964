"""The citizen complains: one step, no reasons demanded, never turned away, one clock of four weeks."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import Http404

from ophold.journey.complaints.actions import ComplaintRefused, complain
from ophold.journey.complaints.choices import Complainant, ComplaintState, Timeliness
from ophold.journey.complaints.models import Complaint
from ophold.journey.decisions.choices import Outcome
from ophold.journey.decisions.models import Decision
from ophold.record.cases import access
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, Channel, ClockEnd, ClockKind, WaitsOn
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters import sealed
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import texts
from ophold.record.letters.models import Letter
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import a_decision, digital_post, noon
from tests.people import NOON, TODAY


def delivered(by: Account, **fields: object) -> tuple[Case, Decision]:
    case, decision = a_decision(by, **fields)  # type: ignore[arg-type]
    digital_post(case, decision, on=decision.decided_on)
    return case, decision


def say(
    case: Case, decision: Decision, by: Account, *, text: str = "", on: date = TODAY, suspend: bool = False
) -> Complaint | None:
    return complain(
        case,
        decision_id=decision.pk,
        text=text,
        suspension_asked=suspend,
        by=by,
        at=noon(on),
        act_key=f"complain-{on}",
    )


def test_a_complaint_without_a_word_is_a_complaint(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    complaint = say(case, decision, erik)
    assert complaint is not None
    assert (complaint.state, complaint.timeliness) == (ComplaintState.RECEIVED, Timeliness.IN_TIME)
    assert (complaint.channel, complaint.complainant) == (Channel.SELF_SERVICE, Complainant.CITIZEN)
    assert complaint.authority_missing is False


def test_one_clock_of_four_weeks_runs_from_receipt_and_the_case_waits_for_it(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    say(case, decision, erik)
    clock = Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)
    assert (clock.starts_on, clock.due_on, clock.waits_on) == (TODAY, date(2026, 3, 30), WaitsOn.MUNICIPALITY)
    assert clock.finding["status"] == "settled"
    case.refresh_from_db()
    assert (case.next_kind, case.next_on) == (ClockKind.REASSESSMENT, date(2026, 3, 30))


def test_the_municipality_s_own_four_weeks_do_not_roll(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    say(case, decision, erik, on=date(2026, 3, 5))
    clock = Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)
    assert clock.due_on == date(2026, 4, 2)  # Maundy Thursday


def test_on_the_last_day_in_time_the_day_after_late_and_registered_all_the_same(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    on_the_day = say(case, decision, erik, on=date(2026, 3, 30))
    after = say(case, decision, erik, on=date(2026, 3, 31))
    assert on_the_day is not None
    assert after is not None
    assert (on_the_day.timeliness, after.timeliness) == (Timeliness.IN_TIME, Timeliness.LATE)
    assert (on_the_day.number, after.number) == (1, 2)
    assert after.window_finding["value"] == "2026-03-30"


def test_where_no_window_has_started_that_is_what_is_recorded(anna: Account, erik: Account) -> None:
    case, decision = a_decision(anna)
    complaint = say(case, decision, erik)
    assert complaint is not None
    assert complaint.timeliness == Timeliness.WINDOW_NOT_STARTED


def test_the_receipt_says_by_when_and_that_the_decision_holds_meanwhile(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    say(case, decision, erik)
    letter = Letter.objects.get(case=case, kind=Kind.COMPLAINT_RECEIPT)
    said = " ".join(texts(sealed.content(letter)))
    assert "senest 30. marts 2026" in said
    assert "Afgørelsen gælder, mens klagen behandles." in said


def test_a_wish_for_suspensive_effect_waits_for_a_person_the_same_day(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    say(case, decision, erik, suspend=True)
    clock = Clock.objects.get(case=case, kind=ClockKind.NEXT_STEP)
    assert (clock.due_on, clock.waits_on) == (TODAY, WaitsOn.MUNICIPALITY)
    assert "opsættende virkning" in clock.label


def test_a_closed_case_is_opened_again_so_that_somebody_sees_it(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    with people.set_up():
        Case.objects.filter(pk=case.pk).update(state=CaseState.CLOSED, closed_on=TODAY)
    say(case, decision, erik)
    case.refresh_from_db()
    assert (case.state, case.closed_on) == (CaseState.REFUSED, None)


def test_a_grant_can_be_complained_about_as_well(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna, outcome=Outcome.GRANT)
    assert say(case, decision, erik) is not None


def test_refused_before_anything_is_decided(erik: Account, anna: Account) -> None:
    _case, decision = delivered(anna)
    undecided = people.a_case(state=CaseState.ASSESSING)
    with pytest.raises(NotPossible, match="Under udredning"):
        say(undecided, decision, erik)


def test_refused_when_the_decision_is_another_case_s(erik: Account, anna: Account) -> None:
    case, _decision = delivered(anna)
    _other, another = delivered(anna)
    with pytest.raises(ComplaintRefused, match="ikke hører til sagen"):
        say(case, another, erik)
    assert not Complaint.objects.exists()


def test_done_twice_is_one_complaint_and_one_letter(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    say(case, decision, erik)
    assert say(case, decision, erik) is None
    assert Complaint.objects.count() == 1
    assert Letter.objects.filter(kind=Kind.COMPLAINT_RECEIPT).count() == 1


def test_staff_cannot_complain_for_the_citizen_by_this_act_and_strangers_find_no_case(
    anna: Account, gert: Account
) -> None:
    case, decision = delivered(anna)
    with pytest.raises(NotPossible):
        say(case, decision, anna)
    with pytest.raises(Http404):
        access.case(gert, case.reference)


def test_journalled_and_the_words_are_sealed(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    say(case, decision, erik, text="Jeg kan ikke bo alene.")
    entry = Entry.objects.get(case=case, act="complain")
    assert entry.facts["timeliness"] == "in_time"
    assert "bo alene" not in str(entry.facts)
    assert Complaint.objects.get().text == "Jeg kan ikke bo alene."


def test_the_window_of_the_citizen_runs_on(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    say(case, decision, erik)
    window = Clock.objects.get(case=case, kind=ClockKind.COMPLAINT_WINDOW)
    assert (window.closed_on, window.ended) == (None, "")
    assert NOON.date() == TODAY
    assert ClockEnd.MET
