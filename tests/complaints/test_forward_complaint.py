"""Sending the file to Ankestyrelsen: what goes along, who is told; late ones and those without authority go too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404

from ophold.journey.complaints.actions import ForwardingRefused, forward_complaint
from ophold.journey.complaints.choices import Complainant, ComplaintState, Outcome
from ophold.journey.complaints.models import Complaint, Forwarding
from ophold.record.cases import access
from ophold.record.cases.actions import CloseRefused, close_case
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import ClockEnd, ClockKind, WaitsOn
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters import sealed
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import texts
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import noon
from tests.complaints.test_reassess import complained, judge
from tests.complaints.test_register_complaint import LATER, delivered, enter, words
from tests.people import TODAY

LOOK_AGAIN = date(2026, 6, 1)


def forward(
    case: Case, by: Account, *, on: date = TODAY, note: str = "", next_on: date = LOOK_AGAIN, key: str = "f"
) -> Forwarding | None:
    return forward_complaint(case, number=1, note=note, next_on=next_on, by=by, at=noon(on), act_key=key)


def upheld(by: Account, **fields: Any) -> Case:
    case = complained(by, **fields)
    judge(case, by, reasons="Vi lægger stadig vægt på udredningen.")
    return case


def late(by: Account, **changed: Any) -> Case:
    case, decision = delivered(by)
    enter(case, words(decision, received_on=LATER, excuse="Jeg lå på sygehuset.", **changed), by)
    return case


def kinds(row: Forwarding | None) -> list[str]:
    assert row is not None
    return [item["what"] for item in row.contents]


def said(case: Case, kind: Kind) -> str:
    return "\n".join(texts(sealed.content(Letter.objects.get(case=case, kind=kind))))


def test_the_complaint_the_decision_the_reassessment_and_every_paper_go_along(anna: Account) -> None:
    case = upheld(anna)
    row = forward(case, anna)
    assert kinds(row) == ["complaint", "decision", "reassessment", "letter", "journal"]
    assert Complaint.objects.get().state == ComplaintState.FORWARDED


def test_the_clock_ends_kept_and_the_case_waits_for_ankestyrelsen(anna: Account) -> None:
    case = upheld(anna)
    forward(case, anna)
    clock = Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)
    assert (clock.closed_on, clock.ended) == (TODAY, ClockEnd.MET)
    case.refresh_from_db()
    assert (case.waits_on, case.next_kind, case.next_on) == (WaitsOn.ANKESTYRELSEN, ClockKind.NEXT_STEP, LOOK_AGAIN)


def test_sent_after_four_weeks_is_recorded_as_late(anna: Account) -> None:
    case = upheld(anna)
    forward(case, anna, on=date(2026, 3, 31))
    assert Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT).ended == ClockEnd.LATE


def test_ankestyrelsen_gets_the_list_and_the_citizen_gets_the_reasons(anna: Account) -> None:
    case = upheld(anna)
    forward(case, anna, note="Se især udtalelsen fra lægen.")
    theirs = said(case, Kind.FORWARDING)
    assert "Afgørelsen af 2. marts 2026" in theirs
    assert "Se især udtalelsen fra lægen." in theirs
    assert Dispatch.objects.get(letter__kind=Kind.FORWARDING).authority == "ankestyrelsen"
    citizens = said(case, Kind.REASSESSMENT_UPHELD_FORWARDED)
    assert "fastholder" in citizens
    assert "Vi lægger stadig vægt på udredningen." in citizens


@pytest.mark.parametrize(("key", "copied"), [("ishoej", True), ("ballerup", False)])
def test_a_copy_goes_to_the_citizen_where_the_standard_says_so(anna: Account, key: str, copied: bool) -> None:
    who = people.staff("ida", "Ida Iversen", key=key)
    case = upheld(who, key=key)
    forward(case, who)
    assert ("Du får en kopi af det hele" in said(case, Kind.REASSESSMENT_UPHELD_FORWARDED)) is copied
    tasks = Clock.objects.filter(case=case, kind=ClockKind.NEXT_STEP, subject__endswith=":copy", due_on=TODAY)
    assert tasks.exists() is copied


def test_a_late_one_goes_without_reassessment_with_log_excuse_and_note(anna: Account) -> None:
    case = late(anna)
    row = forward(case, anna, on=LATER)
    assert kinds(row)[:5] == ["complaint", "decision", "lateness", "excuse", "delivery_log"]
    assert row is not None
    assert row.with_reassessment is False
    assert "Modtaget efter fristen" in said(case, Kind.FORWARDING)
    assert "fastholder" not in said(case, Kind.FORWARDING_NOTICE)


def test_a_late_one_may_be_reassessed_first_all_the_same(anna: Account) -> None:
    case = late(anna)
    judge(case, anna, Outcome.UPHELD)
    row = forward(case, anna, on=LATER)
    assert row is not None
    assert row.with_reassessment


def test_one_without_authority_goes_as_it_is(anna: Account) -> None:
    case, decision = delivered(anna)
    enter(case, words(decision, complainant=Complainant.SOMEBODY, name="Nabo Nielsen"), anna)
    assert forward(case, anna) is not None
    assert "Mangler; vi har bedt om den" in said(case, Kind.FORWARDING)


def test_a_wish_for_suspensive_effect_is_handed_on(anna: Account) -> None:
    case, decision = delivered(anna)
    enter(case, words(decision, suspension_asked=True), anna)
    judge(case, anna)
    forward(case, anna)
    assert "§ 72, stk. 4" in said(case, Kind.FORWARDING)


def test_partly_changed_the_rest_goes_and_the_four_weeks_run_on(anna: Account) -> None:
    case = complained(anna)
    judge(case, anna, Outcome.PARTLY)
    forward(case, anna)
    assert Complaint.objects.get().state == ComplaintState.PARTLY_FORWARDED
    assert Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT).closed_on is None


def test_refused_before_it_is_reassessed(anna: Account) -> None:
    case = complained(anna)
    with pytest.raises(ForwardingRefused, match="Genvurder den først"):
        forward(case, anna)
    assert not Forwarding.objects.exists()


def test_refused_when_the_whole_decision_is_changed(anna: Account) -> None:
    case = complained(anna)
    judge(case, anna, Outcome.CHANGED)
    with pytest.raises(ForwardingRefused, match="hele afgørelsen ændres"):
        forward(case, anna)


def test_refused_without_a_later_day_to_look_again(anna: Account) -> None:
    case = upheld(anna)
    with pytest.raises(ForwardingRefused, match="senere dag"):
        forward(case, anna, next_on=TODAY)


def test_the_second_to_send_is_told_and_nothing_goes_twice(anna: Account, bo: Account) -> None:
    case = upheld(anna)
    forward(case, anna)
    assert forward(case, anna) is None
    with pytest.raises(ForwardingRefused, match="allerede er sendt"):
        forward(case, bo, key="b")
    assert Letter.objects.filter(kind=Kind.FORWARDING).count() == 1


def test_the_citizen_may_not_and_another_municipality_finds_no_case(
    anna: Account, erik: Account, dorte: Account
) -> None:
    case = upheld(anna)
    with pytest.raises(NotPossible):
        forward(case, erik)
    with pytest.raises(Http404):
        access.case(dorte, case.reference)


def test_journalled(anna: Account) -> None:
    case = upheld(anna)
    forward(case, anna)
    entry = Entry.objects.get(case=case, act="forward_complaint")
    assert entry.facts == {"complaint": 1, "with_reassessment": True, "contents": 5}


def test_a_case_with_a_running_complaint_is_not_closed(anna: Account) -> None:
    case = complained(anna)
    with pytest.raises(CloseRefused, match="klage"):
        close_case(case, why="Færdig", by=anna, at=noon(TODAY + timedelta(days=1)), act_key="c")
