"""A municipality that is nothing but two YAML files walks the whole way, with its own numbers and units."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.complaints.models import Complaint
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from tests import people
from tests.journeys import papers, steps
from tests.journeys.cast import Cast, cast_of, nobody_else
from tests.journeys.folders import with_the_sixth
from tests.journeys.person import Person
from tests.journeys.rows import nothing_written
from tests.journeys.steps import MET, NOT_MET, on

pytestmark = pytest.mark.django_db

KEY = "nytest"


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    with_the_sixth(tmp_path, settings)
    return cast_of(KEY)


def test_its_name_and_numbers_are_on_the_public_pages(cast: Cast) -> None:
    anybody = Person(None)
    anybody.open("standards").says("Ny Testkommune")
    page = anybody.open("standard-in-force", KEY)
    page.says("Svar inden for 30 arbejdsdage", "14 dage til at svare på et udkast")
    page.says("Mindst hver gang der er gået 4 måneder")
    cast.citizen.open("apply-start").says("Ny Testkommune")


def test_from_application_to_follow_up(cast: Cast, tmp_path: Path) -> None:
    reference, receipt = steps.apply(cast)
    assert reference.startswith("NYT-2026-")
    receipt.says("Du får svar senest", date(2026, 4, 16), "inden for 30 arbejdsdage")
    assert steps.running(reference, ClockKind.RESPONSE).due_on == date(2026, 4, 16)
    steps.take(cast, reference)
    heard_and_partly_granted(cast, reference, tmp_path)
    complained_and_sent_on(cast, reference)
    stayed(cast, reference)
    nobody_else(cast, reference)
    assert not verify().faults


def heard_and_partly_granted(cast: Cast, reference: str, postbox: Path) -> None:
    """14 days from the day the draft was sent, whenever it arrives; statute decides whether it must be sent."""
    on(date(2026, 3, 9))
    steps.weigh_limbs(cast.caseworker, reference, MET, NOT_MET, NOT_MET)
    more = {"next_on": date(2026, 5, 1)}
    with nothing_written():
        steps.try_to_decide(cast.caseworker, reference, "partial", **more).says("Svar på, om der er oplysninger")
    with people.set_up():
        citizen = steps.case_of(reference).citizen
        citizen.digital_post = False
        citizen.save(update_fields=["digital_post"])
    steps.send_hearing(cast, reference, duty="yes")
    steps.worker_runs()
    assert steps.running(reference, ClockKind.HEARING).due_on == date(2026, 3, 23)
    on(date(2026, 3, 23))
    with nothing_written():
        steps.try_to_decide(cast.caseworker, reference, "partial", **more).says("Partshøringen er ikke slut")
    on(date(2026, 3, 24))
    steps.decide(cast, reference, "partial", **more)
    steps.worker_runs()
    letter = steps.newest_letter(reference, Kind.DECISION_PARTIAL)
    (copy,) = steps.copies(letter)
    pdf = papers.in_the_postbox(postbox, copy)
    assert papers.is_accessible(pdf)
    for words in ("Ny Testkommune", "Borgerservice", "klage@example.invalid", "4 uger"):
        assert papers.close(words) in papers.words(pdf), words
    page = cast.caseworker.open("register-delivery", reference, letter.number, copy.pk)
    steps.done(cast.caseworker.send(page, kind="posted", on=date(2026, 3, 24), source="Postlisten"))
    # its own three days Monday to Saturday: Friday 27 March; four weeks end on Friday 24 April
    assert steps.running(reference, ClockKind.COMPLAINT_WINDOW).due_on == date(2026, 4, 24)


def complained_and_sent_on(cast: Cast, reference: str) -> None:
    """Its standard gives no time for the reassessment: statute's four weeks hold."""
    on(date(2026, 4, 2))
    steps.complain(cast, reference)
    assert steps.running(reference, ClockKind.REASSESSMENT).due_on == date(2026, 4, 30)
    on(date(2026, 4, 20))
    steps.reassess(cast.appeals, reference, "upheld", "Støtten passer til behovet.")
    steps.forward(cast.appeals, reference, next_on=date(2026, 6, 1))
    (clock,) = steps.clocks(reference, ClockKind.REASSESSMENT)
    assert (clock.ended, Complaint.objects.get().state) == (ClockEnd.MET, "forwarded")


def stayed(cast: Cast, reference: str) -> None:
    """At least every fourth month, from the first day."""
    on(date(2026, 5, 1))
    steps.done(steps.move_in(cast, reference, date(2026, 5, 1)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == date(2026, 9, 1)
    on(date(2026, 8, 25))
    steps.done(steps.follow_up(cast, reference, date(2026, 8, 25)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == date(2026, 12, 25)
