"""What comes late is counted as late and loses nobody a right; what a decision says is never less than the standard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.complaints.models import Complaint
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.steps import MET, on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_postbox(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def granted(cast: Cast, day: date) -> str:
    """Granted on a day, in a case received 2 March."""
    reference = steps.arrived(cast)
    on(day)
    steps.weigh_limbs(cast.caseworker, reference, MET)
    steps.decide(cast, reference, "grant", next_on=day)
    steps.worker_runs()
    return reference


@pytest.mark.parametrize(("day", "ended"), [(date(2026, 4, 13), ClockEnd.MET), (date(2026, 4, 14), ClockEnd.LATE)])
def test_an_answer_is_kept_to_the_end_of_the_promised_day(day: date, ended: ClockEnd) -> None:
    reference = granted(cast_of("lejre"), day)
    (clock,) = steps.clocks(reference, ClockKind.RESPONSE)
    assert (clock.due_on, clock.closed_on, clock.ended) == (date(2026, 4, 13), day, ended)


def test_a_notice_of_delay_tells_the_citizen_and_never_moves_the_promise() -> None:
    cast = cast_of("lejre")
    reference = steps.arrived(cast)
    on(date(2026, 4, 14))
    cast.citizen.open("my-case", reference).says("Den dag er passeret", date(2026, 4, 13))
    cast.caseworker.open("work-list", vis="team").says(reference)
    steps.done(cast.caseworker.fill("notify-delay", reference, until=date(2026, 5, 4), why="Lægens svar mangler."))
    told = str(steps.content(steps.newest_letter(reference, Kind.DELAY_NOTICE)))
    assert "Lægens svar mangler." in told
    assert "Den dag er passeret, og det er vi kede af." in told
    cast.citizen.open("my-case", reference).says(date(2026, 5, 4), "Først lovet", date(2026, 4, 13))
    cast.citizen.open("receipt", reference).says("Svaret er udskudt", date(2026, 5, 4))
    on(date(2026, 4, 30))
    steps.weigh_limbs(cast.caseworker, reference, MET)
    steps.decide(cast, reference, "grant", next_on=date(2026, 5, 1))
    assert steps.clocks(reference, ClockKind.RESPONSE)[-1].ended == ClockEnd.LATE
    assert not verify().faults


def test_a_citizen_can_complain_after_the_window_and_is_not_turned_away() -> None:
    cast = cast_of("hjoerring")
    reference = granted(cast, date(2026, 3, 16))
    assert steps.running(reference, ClockKind.COMPLAINT_WINDOW).due_on == date(2026, 4, 13)
    on(date(2026, 4, 14))
    cast.citizen.open("complain", reference).says("Er dagen gået, så klag alligevel.")
    steps.complain(cast, reference).says("Klagen kom efter klagefristen. Ankestyrelsen afgør")
    assert Complaint.objects.get().timeliness == "late"
    assert steps.running(reference, ClockKind.REASSESSMENT).due_on == date(2026, 5, 12)


@pytest.mark.parametrize(("months", "due"), [(2, date(2026, 11, 3)), (12, date(2027, 3, 3))])
def test_a_decision_can_ask_for_closer_follow_up_and_never_for_less(months: int, due: date) -> None:
    cast = cast_of("ballerup")
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, MET)
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    cast.citizen.send(cast.citizen.open("hearing-reply", reference), "nothing")
    steps.decide(cast, reference, "grant", next_on=date(2026, 3, 2), follow_up_every_months=months)
    on(date(2026, 6, 1))
    steps.done(steps.move_in(cast, reference, date(2026, 6, 1)))
    on(date(2026, 9, 3))
    steps.done(steps.follow_up(cast, reference, date(2026, 9, 3)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == due


def test_lejres_193_full_days_are_neither_a_ceiling_nor_a_right() -> None:
    cast = cast_of("lejre")
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, MET)
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 1), respite_full_days=200)
    assert "200 døgn om året" in str(steps.content(steps.newest_letter(reference)))
