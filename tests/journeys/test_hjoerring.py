"""Hjørring: 12 weeks, a grant with help until there is room, and follow-up after 3 months, then yearly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from tests.journeys import papers, steps
from tests.journeys.cast import Cast, cast_of, nobody_else
from tests.journeys.rows import nothing_written
from tests.journeys.steps import MET, NOT_MET, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("hjoerring")


def test_a_grant_from_application_to_yearly_follow_up(cast: Cast, tmp_path: Path) -> None:
    reference, _receipt = steps.apply(cast)
    steps.take(cast, reference)
    on(date(2026, 3, 16))
    steps.weigh_limbs(cast.caseworker, reference, MET, NOT_MET, NOT_MET)
    granted_without_room(cast, reference, tmp_path)
    complained_and_upheld(cast, reference)
    moved_in(cast, reference)
    nobody_else(cast, reference)
    assert not verify().faults


def granted_without_room(cast: Cast, reference: str, postbox: Path) -> None:
    """No place is free: interim help and a next date are written before the case leaves the list."""
    with nothing_written():
        page = steps.try_to_decide(cast.caseworker, reference, "grant", place_free="no")
        page.says("Skriv, hvilken hjælp borgeren får imens", "Sæt en næste dato")
    steps.decide(
        cast, reference, "grant", place_free="no", interim_help="Støtte hjemme hver dag.", next_on=date(2026, 4, 15)
    )
    (response,) = steps.clocks(reference, ClockKind.RESPONSE)
    assert (response.due_on, response.closed_on, response.ended) == (
        date(2026, 5, 25), date(2026, 3, 16), ClockEnd.MET,
    )  # fmt: skip
    assert steps.running(reference, ClockKind.NEXT_STEP).due_on == date(2026, 4, 15)
    steps.worker_runs()
    (copy,) = steps.copies(steps.newest_letter(reference, Kind.DECISION_GRANT))
    pdf = papers.in_the_postbox(postbox, copy)
    assert papers.is_accessible(pdf)
    for words in ("Støtte hjemme hver dag.", "4 uger", "handleplan", "Pladsholder til demonstration"):
        assert papers.close(words) in papers.words(pdf), words
    assert steps.running(reference, ClockKind.COMPLAINT_WINDOW).due_on == date(2026, 4, 13)
    cast.citizen.open("my-case", reference).says("Ophold", "Klagefrist", date(2026, 4, 13))


def complained_and_upheld(cast: Cast, reference: str) -> None:
    """Also a grant can be complained about; statute's four weeks hold where the standard is silent."""
    on(date(2026, 3, 24))
    steps.complain(cast, reference, text="Jeg vil gerne bo hele ugen.", suspension_asked=True)
    assert steps.running(reference, ClockKind.REASSESSMENT).due_on == date(2026, 4, 21)
    cast.caseworker.open("case", reference).says("opsættende virkning")
    on(date(2026, 4, 1))
    steps.reassess(cast.leader, reference, "upheld", "Weekenderne er dækket af familien.")
    steps.forward(cast.leader, reference, next_on=date(2026, 6, 1))
    (clock,) = steps.clocks(reference, ClockKind.REASSESSMENT)
    assert (clock.closed_on, clock.ended) == (date(2026, 4, 1), ClockEnd.MET)
    sent = steps.content(steps.newest_letter(reference, Kind.FORWARDING))
    assert "Opsættende virkning" in str(sent)


def moved_in(cast: Cast, reference: str) -> None:
    """After 3 months is an earliest day without a last one; one held before it is one more, not the promised one."""
    on(date(2026, 4, 15))
    steps.done(steps.move_in(cast, reference, date(2026, 4, 15)))
    first = steps.running(reference, ClockKind.FOLLOW_UP)
    assert (first.earliest_on, first.due_on) == (date(2026, 7, 15), None)
    cast.citizen.open("my-case", reference).says("Tidligst", date(2026, 7, 15))
    assert not steps.clocks(reference, ClockKind.REVIEW)  # granted until the purpose is met
    on(date(2026, 6, 1))
    steps.done(steps.follow_up(cast, reference, date(2026, 6, 1)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).earliest_on == date(2026, 7, 15)
    on(date(2026, 7, 20))
    steps.done(steps.follow_up(cast, reference, date(2026, 7, 20)))
    then = steps.running(reference, ClockKind.FOLLOW_UP)
    assert (then.earliest_on, then.due_on) == (None, date(2027, 7, 20))
    cast.caseworker.open("case", reference).says("Ophold i gang", date(2027, 7, 20))
