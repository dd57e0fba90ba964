"""The same citizen in two municipalities, and a closed case that a complaint opens again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.record.cases.choices import CaseState, ClockKind
from ophold.record.journal.verify import verify
from ophold.record.people.models import Citizen
from tests.journeys import steps
from tests.journeys.cast import cast_of
from tests.journeys.steps import MET, on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_postbox(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def test_one_citizen_in_two_municipalities_is_two_rows_and_neither_sees_the_other() -> None:
    here, there = cast_of("ballerup"), cast_of("hjoerring")
    one, two = steps.arrived(here), steps.arrived(there)
    here.citizen.open("my-cases").says(one, two, "Ballerup Kommune", "Hjørring Kommune")
    assert Citizen.objects.count() == 2


def test_a_complaint_opens_a_closed_case_again() -> None:
    cast = cast_of("hjoerring")
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, MET)
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 1))
    steps.worker_runs()
    steps.done(cast.caseworker.fill("close-case", reference, why="Borgeren vil ikke flytte nu."))
    assert steps.case_of(reference).state == CaseState.CLOSED
    assert steps.running(reference, ClockKind.COMPLAINT_WINDOW).due_on == date(2026, 3, 30)  # no act ends a right
    cast.caseworker.open("work-list").hides(reference)
    on(date(2026, 3, 20))
    steps.complain(cast, reference)
    assert steps.case_of(reference).state == CaseState.GRANTED
    assert steps.running(reference, ClockKind.REASSESSMENT).due_on == date(2026, 4, 17)
    cast.appeals.open("work-list").says(reference)
    assert not verify().faults
