"""Lejre: 6 weeks, a window over Easter, a late complaint without authority, follow-up in 3 months, then by need."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.complaints.models import Complaint, Forwarding
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from tests.journeys import papers, steps
from tests.journeys.cast import Cast, cast_of, nobody_else
from tests.journeys.rows import nothing_written
from tests.journeys.steps import MET, on

pytestmark = pytest.mark.django_db

EXCUSE = "Brevet lå hos naboen."


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("lejre")


def test_a_grant_from_application_to_follow_up_by_need(cast: Cast, tmp_path: Path) -> None:
    reference, _receipt = steps.apply(cast)
    steps.take(cast, reference)
    on(date(2026, 3, 6))
    steps.weigh_limbs(cast.caseworker, reference, MET)  # one limb that is met is enough for a grant
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 1))
    (response,) = steps.clocks(reference, ClockKind.RESPONSE)
    assert (response.due_on, response.closed_on, response.ended) == (date(2026, 4, 13), date(2026, 3, 6), ClockEnd.MET)
    steps.worker_runs()
    letter_and_window(cast, reference, tmp_path)
    moved_in(cast, reference)
    late_complaint_by_somebody_else(cast, reference)
    followed_up(cast, reference)
    nobody_else(cast, reference)
    assert not verify().faults


def letter_and_window(cast: Cast, reference: str, postbox: Path) -> None:
    """Four weeks from 6 March end on Good Friday, and roll past Easter to the citizen's benefit."""
    (copy,) = steps.copies(steps.newest_letter(reference, Kind.DECISION_GRANT))
    pdf = papers.in_the_postbox(postbox, copy)
    assert papers.is_accessible(pdf)
    for words in ("Et midlertidigt ophold med støtte hele døgnet.", "Center for Job & Social", "Borgerrådgiver"):
        assert papers.close(words) in papers.words(pdf), words
    window = steps.running(reference, ClockKind.COMPLAINT_WINDOW)
    assert (window.starts_on, window.due_on) == (date(2026, 3, 6), date(2026, 4, 7))
    cast.citizen.open("my-case", reference).says("Klagefrist", date(2026, 4, 7), "langfredag")


def moved_in(cast: Cast, reference: str) -> None:
    """Within 3 months: a last day."""
    on(date(2026, 4, 1))
    steps.done(steps.move_in(cast, reference, date(2026, 4, 1)))
    first = steps.running(reference, ClockKind.FOLLOW_UP)
    assert (first.earliest_on, first.due_on) == (None, date(2026, 7, 1))


def late_complaint_by_somebody_else(cast: Cast, reference: str) -> None:
    """Late and without authority: registered, asked for it, and sent on as it is; nothing can turn it away."""
    on(date(2026, 4, 9))
    page = cast.caseworker.open("register-complaint", reference)
    steps.done(
        cast.caseworker.send(
            page, received_on=date(2026, 4, 9), channel="in_person", from_whom="somebody", name="Nina Nabo",
            text="Hun skulle have haft et sted i Lejre.", excuse=EXCUSE,
        )
    )  # fmt: skip
    found = Complaint.objects.get()
    assert (found.timeliness, found.authority_missing) == ("late", True)
    assert steps.running(reference, ClockKind.REASSESSMENT).due_on == date(2026, 5, 7)
    page = cast.appeals.open("complaint", reference, 1)
    page.says("Efter klagefristen", "Fuldmagt mangler", EXCUSE)
    page.hides("Afvis")
    receipt = str(steps.content(steps.newest_letter(reference, Kind.COMPLAINT_RECEIPT)))
    assert "Vi mangler en fuldmagt" in receipt
    assert "Ankestyrelsen afgør, om den alligevel behandles" in receipt
    on(date(2026, 4, 14))
    steps.forward(cast.appeals, reference, next_on=date(2026, 6, 1))
    what = [item["what"] for item in Forwarding.objects.get().contents]
    assert {"complaint", "decision", "lateness", "excuse", "delivery_log", "journal"} <= set(what)
    assert "reassessment" not in what
    (clock,) = steps.clocks(reference, ClockKind.REASSESSMENT)
    assert (clock.closed_on, clock.ended) == (date(2026, 4, 14), ClockEnd.MET)


def followed_up(cast: Cast, reference: str) -> None:
    """Then by need: the standard gives no day, so one is set by hand."""
    on(date(2026, 6, 15))
    with nothing_written():
        (said,) = steps.follow_up(cast, reference, date(2026, 6, 15)).errors
    assert "Skriv, hvornår den skal holdes" in said
    steps.done(steps.follow_up(cast, reference, date(2026, 6, 15), next_on=date(2026, 9, 15)))
    before, now = steps.clocks(reference, ClockKind.FOLLOW_UP)
    assert (before.ended, now.due_on) == (ClockEnd.MET, date(2026, 9, 15))
