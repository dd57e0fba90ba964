"""A case keeps the version it began under; moving it to another is chosen, shown beforehand, and journalled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.record.cases import standards
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.journal.models import Entry
from ophold.record.journal.verify import verify
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.folders import newer_version, own_folders
from tests.journeys.rows import nothing_written

pytestmark = pytest.mark.django_db

PROMISED = date(2026, 5, 15)
NEW = "2026-04-01"
WHY = "Den nye udgave svarer hurtigere."


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.VAR = tmp_path
    return own_folders(tmp_path, settings)


@pytest.fixture
def cast() -> Cast:
    return cast_of("ballerup")


def adopted(folder: Path, days: int) -> None:
    """The council adopts a version with another number of days; the site is started anew."""
    newer_version(folder, "ballerup", NEW, "{value: 60, unit:", f"{{value: {days}, unit:")
    standards._catalogue.cache_clear()


def test_a_case_keeps_its_version_and_a_later_one_begins_under_the_new(folder: Path, cast: Cast) -> None:
    reference, _receipt = steps.apply(cast)
    adopted(folder, 40)
    steps.on(date(2026, 4, 7))
    assert steps.running(reference, ClockKind.RESPONSE).due_on == PROMISED
    cast.citizen.open("receipt", reference).says(PROMISED, "inden for 60 hverdage")
    cast.caseworker.open("case", reference).says(PROMISED, "undated-1")
    later, receipt = steps.apply(cast)
    receipt.says("inden for 40 hverdage")
    assert steps.case_of(later).standard_version == NEW
    assert steps.running(later, ClockKind.RESPONSE).standard_version == NEW
    assert steps.case_of(reference).standard_version == "undated-1"


def test_a_move_shows_what_changes_before_it_is_done_and_is_journalled(folder: Path, cast: Cast) -> None:
    reference = steps.arrived(cast)
    adopted(folder, 40)
    steps.on(date(2026, 4, 7))
    preview = cast.caseworker.open("move-version", reference)
    preview.says(PROMISED, "Efter flytningen", date(2026, 4, 21))
    assert steps.running(reference, ClockKind.RESPONSE).due_on == PROMISED  # looking at it changes nothing
    cast.caseworker.twice = True
    page = cast.caseworker.send(preview, version=NEW, why=WHY)
    page.says(date(2026, 4, 21), WHY)
    before, after = steps.clocks(reference, ClockKind.RESPONSE)
    assert (before.standard_version, before.due_on, before.ended) == ("undated-1", PROMISED, ClockEnd.REPLACED)
    assert (after.standard_version, after.due_on, after.promised_on) == (NEW, date(2026, 4, 21), date(2026, 4, 21))
    entry = Entry.objects.get(case__reference=reference, act="move_version")
    assert (entry.facts["from"], entry.facts["to"]) == ("undated-1", NEW)
    assert (entry.facts["before"], entry.facts["due_on"]) == ("2026-05-15", "2026-04-21")
    assert not verify().faults


def test_a_move_never_makes_a_promise_later(folder: Path, cast: Cast) -> None:
    reference = steps.arrived(cast)
    adopted(folder, 80)
    steps.on(date(2026, 4, 7))
    preview = cast.caseworker.open("move-version", reference)
    preview.says("Den dag, borgeren er lovet", "Et løfte bliver aldrig senere af en flytning")
    cast.caseworker.send(preview, version=NEW, why=WHY)
    after = steps.running(reference, ClockKind.RESPONSE)
    assert (after.standard_version, after.due_on, after.promised_on) == (NEW, PROMISED, PROMISED)
    receipt = cast.citizen.open("receipt", reference)
    receipt.says("Du får svar senest", PROMISED, "inden for 60 hverdage")
    receipt.hides("Svaret er udskudt", "80 hverdage")


def test_a_move_without_a_reason_moves_nothing(folder: Path, cast: Cast) -> None:
    reference = steps.arrived(cast)
    adopted(folder, 40)
    preview = cast.caseworker.open("move-version", reference)
    with nothing_written():
        assert cast.caseworker.send(preview, version=NEW, why=" ").errors


def test_only_this_municipalitys_caseworkers_move_a_case(folder: Path, cast: Cast) -> None:
    reference = steps.arrived(cast)
    adopted(folder, 40)
    for stranger in (*cast.strangers, cast.citizen):
        for post in (False, True):
            assert stranger.status("move-version", reference, post=post) == 404


def test_a_stay_keeps_its_version_until_a_new_decision(folder: Path) -> None:
    hjoerring = cast_of("hjoerring")
    reference = steps.arrived(hjoerring)
    steps.weigh_limbs(hjoerring.caseworker, reference, steps.MET)
    steps.decide(hjoerring, reference, "grant", next_on=date(2026, 3, 2))
    steps.done(steps.move_in(hjoerring, reference, date(2026, 3, 2)))
    newer_version(
        folder, "hjoerring", NEW,
        "then: {bound: at_least_every, period: {value: 1, unit: years}}",
        "then: {bound: at_least_every, period: {value: 2, unit: months}}",
    )  # fmt: skip
    standards._catalogue.cache_clear()
    steps.on(date(2026, 6, 2))
    steps.done(steps.follow_up(hjoerring, reference, date(2026, 6, 2)))
    planned = steps.running(reference, ClockKind.FOLLOW_UP)
    assert (planned.due_on, planned.standard_version) == (date(2027, 6, 2), "2022-06-22")
