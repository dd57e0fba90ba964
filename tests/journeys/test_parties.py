"""A guardian beside or instead of the citizen, and a companion: who gets letters, and whose days run until when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.decisions.models import HearingParty
from ophold.record.cases.choices import ClockKind, WaitsOn
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.rows import nothing_written
from tests.journeys.sheets import Answer
from tests.journeys.steps import NOT_MET, on

pytestmark = pytest.mark.django_db

GUARDIAN: dict[str, Answer] = {
    "role": "guardian",
    "name": "Fatma Farah",
    "address": "Værgevej 3\n9999 Prøveby",
    "basis": "Værgemål af 1. februar 2020",
    "valid_from": date(2020, 2, 1),
}
COMPANION: dict[str, Answer] = {"role": "companion", "name": "Bodil Bisidder", "valid_from": date(2026, 3, 2)}


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("ballerup")


def heard(cast: Cast, letters: str) -> str:
    """A case with a guardian and a companion; the draft goes out on 9 March."""
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, NOT_MET, NOT_MET, NOT_MET)
    steps.done(cast.caseworker.fill("add-party", reference, **GUARDIAN, letters=letters))
    steps.done(cast.caseworker.fill("add-party", reference, **COMPANION))
    on(date(2026, 3, 9))
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    return reference


def test_each_who_is_heard_has_an_own_last_day_and_the_last_of_them_ends_the_hearing(cast: Cast) -> None:
    reference = heard(cast, "beside")
    hers, guardians = steps.clocks(reference, ClockKind.HEARING)
    assert (hers.due_on, hers.waits_on) == (date(2026, 3, 19), WaitsOn.CITIZEN)
    # an ordinary letter counts as received six days Monday to Friday later, 17 March; ten days more
    assert (guardians.due_on, guardians.waits_on) == (date(2026, 3, 27), WaitsOn.PARTY)
    cast.citizen.send(cast.citizen.open("hearing-reply", reference), "nothing")
    with nothing_written():
        page = steps.try_to_decide(cast.caseworker, reference, "refusal")
        page.says("Partshøringen er ikke slut")

    letter = steps.newest_letter(reference, Kind.HEARING)
    (_hers, paper) = steps.copies(letter)
    on(date(2026, 3, 11))
    page = cast.caseworker.open("register-delivery", reference, letter.number, paper.pk)
    steps.done(cast.caseworker.send(page, kind="posted", on=date(2026, 3, 10), source="Postlisten"))
    # posted a day later: received 18 March, and ten days end on a Saturday, which rolls to Monday
    assert steps.running(reference, ClockKind.HEARING).due_on == date(2026, 3, 30)

    on(date(2026, 3, 23))
    row = HearingParty.objects.exclude(party=None).get()
    said: dict[str, Answer] = {"channel": "phone", "text": "Enig i udkastet.", "received_on": date(2026, 3, 23)}
    steps.done(cast.caseworker.fill("register-remarks", reference, heard=row.pk, finished=True, **said))
    steps.decide(cast, reference, "refusal", remarks_weighed="Værgen er enig.")
    assert not verify().faults


def test_each_recipient_has_an_own_complaint_window(cast: Cast) -> None:
    reference = heard(cast, "beside")
    on(date(2026, 3, 31))
    steps.decide(cast, reference, "refusal")
    steps.worker_runs()
    letter = steps.newest_letter(reference, Kind.DECISION_REFUSAL)
    hers, paper = steps.copies(letter)
    assert [clock.subject for clock in steps.clocks(reference, ClockKind.COMPLAINT_WINDOW)] == [f"dispatch:{hers.pk}"]
    page = cast.caseworker.open("register-delivery", reference, letter.number, paper.pk)
    steps.done(cast.caseworker.send(page, kind="posted", on=date(2026, 3, 31), source="Postlisten"))
    days = [clock.due_on for clock in steps.clocks(reference, ClockKind.COMPLAINT_WINDOW)]
    # the guardian's letter counts as received on 13 April, past Easter: 1, 7, 8, 9, 10 and 13 April
    assert days == [date(2026, 4, 28), date(2026, 5, 11)]
    cast.caseworker.open("letter", reference, letter.number).says("Fatma Farah", "Karen Kvist")


def test_a_guardian_in_the_citizens_stead_is_heard_alone(cast: Cast) -> None:
    reference = heard(cast, "instead")
    (clock,) = steps.clocks(reference, ClockKind.HEARING)
    assert clock.waits_on == WaitsOn.PARTY
    (copy,) = steps.copies(steps.newest_letter(reference, Kind.HEARING))
    assert (copy.citizen_id, copy.party is not None) == (None, True)
    cast.citizen.open("my-case", reference).hides("Partshøring ·")
    cast.citizen.open("hearing-reply", reference).says("Der er ikke sendt et udkast til dig")
    assert cast.citizen.status("my-letter", reference, copy.letter.number) == 404


def test_a_companion_gets_nothing_and_a_relative_cannot_be_given_letters(cast: Cast) -> None:
    reference = heard(cast, "beside")
    assert HearingParty.objects.count() == 2
    assert len(steps.copies(steps.newest_letter(reference, Kind.HEARING))) == 2
    page = cast.caseworker.open("add-party", reference)
    with nothing_written():
        said: dict[str, Answer] = {**GUARDIAN, "role": "companion", "letters": "beside"}
        assert "kun en værge eller partsrepræsentant" in cast.caseworker.send(page, **said).errors[0]
