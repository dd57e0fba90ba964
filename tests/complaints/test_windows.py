"""The complaint window starts at the delivery of a decision, in its transaction, for each recipient on their own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ophold.journey.complaints.queries import windows
from ophold.journey.complaints.windows import subject
from ophold.record.cases.actions import set_next_date
from ophold.record.cases.choices import ClockEnd, ClockKind, LettersTo, PartyRole, WaitsOn
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.letters.choices import DeliveryKind
from ophold.record.letters.models import Dispatch
from ophold.record.people.models import Account, Citizen
from tests import people
from tests.complaints.decided import a_decision, digital_post, dispatch_of, make_sent, noon, posted, register
from tests.people import TODAY


def clocks(case: Case) -> list[Clock]:
    return list(Clock.objects.filter(case=case, kind=ClockKind.COMPLAINT_WINDOW).order_by("pk"))


def test_nothing_delivered_no_window_and_it_is_shown_why(anna: Account) -> None:
    case, decision = a_decision(anna)
    (window,) = windows(case, decision)
    assert clocks(case) == []
    assert (window.last_day, window.finding["status"]) == (None, "missing")
    assert "ikke begyndt" in window.finding["because"][0]["text"]


def test_digital_post_starts_it_the_day_it_is_available(anna: Account) -> None:
    case, decision = a_decision(anna)
    dispatch = digital_post(case, decision, on=TODAY)
    (clock,) = clocks(case)
    assert (clock.due_on, clock.waits_on, clock.subject) == (date(2026, 3, 30), WaitsOn.CITIZEN, subject(dispatch))
    assert clock.finding["status"] == "settled"
    case.refresh_from_db()
    assert (case.next_kind, case.next_on) == (ClockKind.COMPLAINT_WINDOW, date(2026, 3, 30))


def test_a_letter_starts_it_by_the_days_of_the_municipality_unconfirmed(anna: Account) -> None:
    with people.set_up():
        Citizen.objects.filter(pk=people.a_citizen().pk).update(digital_post=False)
    case, decision = a_decision(anna)
    posted(case, decision, on=TODAY, by=anna)
    (clock,) = clocks(case)
    assert clock.due_on == date(2026, 4, 7)  # six days Mon–Fri give 10 March; 7 April is the day after Easter Monday
    assert clock.finding["confirmed"] is False


def test_paper_that_is_sent_but_not_registered_as_posted_starts_nothing(anna: Account) -> None:
    with people.set_up():
        Citizen.objects.filter(pk=people.a_citizen().pk).update(digital_post=False)
    case, decision = a_decision(anna)
    make_sent(case, dispatch_of(decision), at=noon(TODAY), available_on=None)
    assert clocks(case) == []


def test_an_earlier_receipt_counts_only_once_it_is_recorded(anna: Account) -> None:
    with people.set_up():
        Citizen.objects.filter(pk=people.a_citizen().pk).update(digital_post=False)
    case, decision = a_decision(anna)
    dispatch = posted(case, decision, on=TODAY, by=anna)
    register(case, dispatch, DeliveryKind.RECEIVED_EARLIER, on=date(2026, 3, 4), by=anna)
    first, second = clocks(case)
    assert (first.ended, second.closed_on, second.due_on) == (ClockEnd.REPLACED, None, date(2026, 4, 1))


def test_a_letter_that_came_back_leaves_no_window(anna: Account) -> None:
    with people.set_up():
        Citizen.objects.filter(pk=people.a_citizen().pk).update(digital_post=False)
    case, decision = a_decision(anna)
    dispatch = posted(case, decision, on=TODAY, by=anna)
    register(case, dispatch, DeliveryKind.FAILED, on=date(2026, 3, 9), by=anna)
    (window,) = windows(case, decision)
    assert (window.last_day, window.finding["status"]) == (None, "missing")
    assert not Clock.objects.filter(case=case, kind=ClockKind.COMPLAINT_WINDOW, closed_on=None).exists()


def test_each_recipient_has_a_window_of_their_own(anna: Account) -> None:
    case, decision = a_decision(anna, guardian=LettersTo.BESIDE)
    digital_post(case, decision, on=TODAY)
    theirs = Dispatch.objects.get(letter=decision.letter, party__isnull=False)
    make_sent(case, theirs, at=noon(TODAY), available_on=None)
    register(case, theirs, DeliveryKind.POSTED, on=TODAY, by=anna)
    citizen, guardian = clocks(case)
    assert (citizen.due_on, guardian.due_on) == (date(2026, 3, 30), date(2026, 4, 7))
    assert guardian.waits_on == WaitsOn.PARTY
    assert [window.last_day for window in windows(case, decision)] == [citizen.due_on, guardian.due_on]
    assert Party.objects.get(case=case).role == PartyRole.GUARDIAN


def test_without_correct_guidance_the_window_has_not_started(anna: Account) -> None:
    case, decision = a_decision(anna, guided=False)
    digital_post(case, decision, on=TODAY)
    (clock,) = clocks(case)
    assert (clock.due_on, clock.finding["status"]) == (None, "missing")
    assert "rigtig klagevejledning" in clock.finding["because"][0]["text"]


def test_other_letters_start_no_window(anna: Account) -> None:
    case, decision = a_decision(anna, kind="notice")
    digital_post(case, decision, on=TODAY)
    assert clocks(case) == []


def test_the_window_is_in_the_delivery_s_own_transaction(anna: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    case, decision = a_decision(anna)

    def broken(*_args: object, **_fields: object) -> None:
        raise RuntimeError("the journal is away")

    monkeypatch.setattr("ophold.record.letters.actions.write", broken)
    with pytest.raises(RuntimeError):
        digital_post(case, decision, on=TODAY)
    assert clocks(case) == []
    assert dispatch_of(decision).delivered_on is None


def test_an_open_window_never_hides_what_the_municipality_must_do(anna: Account) -> None:
    case, decision = a_decision(anna)
    digital_post(case, decision, on=TODAY)
    later = TODAY + timedelta(days=60)
    set_next_date(case, on=later, label="Find et sted", by=anna, at=noon(TODAY), act_key="n")
    case.refresh_from_db()
    assert (case.next_kind, case.next_on) == (ClockKind.NEXT_STEP, later)
