"""Frederikssund: no promised day, an ordinary letter, an oral complaint, a changed decision, running follow-up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.complaints.models import Complaint
from ophold.journey.decisions.models import Decision
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from tests import people
from tests.journeys import papers, steps
from tests.journeys.cast import Cast, cast_of, nobody_else
from tests.journeys.rows import nothing_written
from tests.journeys.steps import MET, NOT_MET, on

pytestmark = pytest.mark.django_db

SAID = "Hun siger, at ingen har spurgt hendes kontaktperson."


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("frederikssund")


def gets_paper(reference: str) -> None:
    """The citizen is exempt from Digital Post."""
    with people.set_up():
        citizen = steps.case_of(reference).citizen
        citizen.digital_post = False
        citizen.save(update_fields=["digital_post"])


def to_refusal(cast: Cast) -> str:
    """Applied 2 March, heard until the citizen says she is finished on 12 March, refused 13 March, on paper."""
    reference, _receipt = steps.apply(cast)
    gets_paper(reference)
    steps.take(cast, reference)
    on(date(2026, 3, 5))
    steps.weigh_limbs(cast.caseworker, reference, NOT_MET, NOT_MET, NOT_MET)
    page = cast.caseworker.open("send-hearing", reference)
    with nothing_written():  # statute asks, the standard gives no length: both must be answered
        assert len(cast.caseworker.send(page, draft=steps.DRAFT, adverse=steps.ADVERSE).errors) == 2
    steps.send_hearing(cast, reference, duty="yes", answer_by=date(2026, 3, 26))
    steps.worker_runs()
    assert steps.running(reference, ClockKind.HEARING).due_on == date(2026, 3, 26)
    on(date(2026, 3, 12))
    cast.citizen.send(cast.citizen.open("hearing-reply", reference), "nothing")
    on(date(2026, 3, 13))
    steps.decide(cast, reference, "refusal")
    return reference


def test_from_refusal_by_letter_to_a_new_decision(cast: Cast, tmp_path: Path) -> None:
    reference = to_refusal(cast)
    (response,) = steps.clocks(reference, ClockKind.RESPONSE)
    assert (response.due_on, response.closed_on, response.ended) == (None, date(2026, 3, 13), ClockEnd.MET)
    assert steps.worker_runs() == 1
    posted(cast, reference, tmp_path)
    complained_by_telephone(cast, reference)
    changed(cast, reference)
    moved_in_and_followed_up(cast, reference)
    nobody_else(cast, reference)
    assert not verify().faults


def posted(cast: Cast, reference: str, postbox: Path) -> None:
    """In the paper tray nothing has started; six days Monday to Friday after it was posted, the letter is received."""
    letter = steps.newest_letter(reference, Kind.DECISION_REFUSAL)
    (copy,) = steps.copies(letter)
    assert papers.is_accessible(papers.in_the_postbox(postbox / "postbox" / "letter", copy))
    assert not steps.clocks(reference, ClockKind.COMPLAINT_WINDOW)
    cast.citizen.open("complain", reference).says("Klagefristen er ikke begyndt. Du kan klage nu.")
    on(date(2026, 3, 16))
    known = {"kind": "posted", "source": "Postlisten"}
    page = cast.caseworker.open("register-delivery", reference, letter.number, copy.pk)
    with nothing_written():
        assert cast.caseworker.send(page, on=date(2026, 3, 17), **known).errors  # in the future
        assert cast.caseworker.send(page, on=date(2026, 3, 12), **known).errors  # before the letter's own date
    steps.done(cast.caseworker.send(page, on=date(2026, 3, 13), **known))
    window = steps.running(reference, ClockKind.COMPLAINT_WINDOW)
    assert (window.starts_on, window.due_on) == (date(2026, 3, 13), date(2026, 4, 20))
    assert window.finding["confirmed"] is False
    cast.citizen.open("my-case", reference).says("Klagefrist", date(2026, 4, 20), date(2026, 3, 23))


def complained_by_telephone(cast: Cast, reference: str) -> None:
    """A complaint by telephone counts from the day of the call, and is confirmed in writing."""
    on(date(2026, 3, 31))
    said = {"channel": "phone", "from_whom": "citizen", "text": SAID}
    page = cast.appeals.open("register-complaint", reference)
    with nothing_written():
        assert cast.appeals.send(page, received_on=date(2026, 4, 1), **said).errors  # tomorrow
        assert cast.appeals.send(page, received_on=date(2026, 3, 12), **said).errors  # before the decision
    steps.done(cast.appeals.send(page, received_on=date(2026, 3, 30), **said))
    clock = steps.running(reference, ClockKind.REASSESSMENT)
    assert (clock.starts_on, clock.due_on) == (date(2026, 3, 30), date(2026, 4, 27))
    receipt = steps.content(steps.newest_letter(reference, Kind.COMPLAINT_RECEIPT))
    assert SAID in str(receipt)
    assert "27. april 2026" in receipt.lead
    assert Complaint.objects.get().timeliness == "in_time"
    cast.citizen.open("my-case", reference).says("ser på afgørelsen igen", date(2026, 4, 27))


def changed(cast: Cast, reference: str) -> None:
    """Changed: a new decision in the same four weeks, with a window of its own."""
    on(date(2026, 4, 10))
    steps.reassess(cast.appeals, reference, "changed", "Kontaktpersonens oplysninger ændrer billedet.")
    assert steps.running(reference, ClockKind.REASSESSMENT).due_on == date(2026, 4, 27)  # not yet a new decision
    assert cast.appeals.open("forward-complaint", reference, 1).status == 200
    steps.weigh_limbs(cast.caseworker, reference, MET)
    steps.decide_anew(cast.caseworker, reference, "grant", next_on=date(2026, 5, 1))
    assert [each.outcome for each in Decision.objects.order_by("number")] == ["refusal", "grant"]
    (clock,) = steps.clocks(reference, ClockKind.REASSESSMENT)
    assert (clock.closed_on, clock.ended) == (date(2026, 4, 10), ClockEnd.MET)
    assert Complaint.objects.get().state == "settled"
    assert steps.case_of(reference).state == CaseState.GRANTED


def moved_in_and_followed_up(cast: Cast, reference: str) -> None:
    """Running follow-up: each next day is set by hand."""
    on(date(2026, 5, 1))
    with nothing_written():
        (said,) = steps.move_in(cast, reference, date(2026, 5, 1)).errors
    assert "sætter dagen for næste opfølgning" in said
    steps.done(steps.move_in(cast, reference, date(2026, 5, 1), next_on=date(2026, 7, 1)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == date(2026, 7, 1)
    on(date(2026, 7, 1))
    with nothing_written():
        assert steps.follow_up(cast, reference, date(2026, 7, 1)).errors
    steps.done(steps.follow_up(cast, reference, date(2026, 7, 1), next_on=date(2026, 10, 1)))
    before, now = steps.clocks(reference, ClockKind.FOLLOW_UP)
    assert (before.ended, now.due_on) == (ClockEnd.MET, date(2026, 10, 1))
