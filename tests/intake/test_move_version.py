"""A case moves to another version of its standard only when somebody says so, and no promise is made later by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.intake.actions import MoveRefused, move_version, notify_delay
from ophold.journey.intake.versions import version_change
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import apply_to, key, newer_lejre

NEW = "2026-06-01"
FOUR_WEEKS = date(2026, 3, 30)
SIX_WEEKS = date(2026, 4, 13)


@pytest.fixture
def lise(db: None) -> Account:
    return people.staff("lise", "Lise Lund", key="lejre")


@pytest.fixture
def case(tmp_path: Path, settings: Settings, erik: Account) -> Case:
    newer_lejre(tmp_path, settings, version=NEW, within="within: {value: 4, unit: weeks}")
    return apply_to("lejre")


def move(case: Case, by: Account, *, version: str = NEW, why: str = "Den nye standard stiller borgeren bedre.") -> None:
    move_version(case, version=version, why=why, by=by, at=people.NOON, act_key=key())


def response(case: Case) -> Clock:
    return Clock.objects.get(case=case, kind=ClockKind.RESPONSE, closed_on=None)


def test_a_case_keeps_the_version_in_force_when_it_was_received(case: Case) -> None:
    assert (case.standard_version, response(case).due_on) == ("2015-11-30", SIX_WEEKS)


def test_the_preview_shows_what_would_change_and_changes_nothing(case: Case) -> None:
    change = version_change(case, response(case), NEW)
    assert change.response is not None
    assert (change.response.clock.due_on, change.response.due_on) == (SIX_WEEKS, FOUR_WEEKS)
    assert response(case).due_on == SIX_WEEKS


def test_the_clock_is_counted_anew_and_the_old_one_kept(case: Case, lise: Account) -> None:
    move(case, lise)
    case.refresh_from_db()
    clock = response(case)
    assert (case.standard_version, clock.standard_version, clock.due_on) == (NEW, NEW, FOUR_WEEKS)
    assert case.next_on == FOUR_WEEKS
    assert Clock.objects.get(case=case, ended=ClockEnd.REPLACED).due_on == SIX_WEEKS


def test_a_slower_version_does_not_make_the_promise_later(
    tmp_path: Path, settings: Settings, erik: Account, lise: Account
) -> None:
    newer_lejre(tmp_path, settings, version=NEW, within="within: {value: 10, unit: weeks}")
    slow = apply_to("lejre")
    move(slow, lise)
    assert (response(slow).due_on, response(slow).promised_on) == (SIX_WEEKS, SIX_WEEKS)
    assert response(slow).finding["value"] == SIX_WEEKS.isoformat()


def test_a_day_told_in_a_notice_of_delay_stays(case: Case, lise: Account) -> None:
    notify_delay(case, until=date(2026, 7, 1), why="Lægen er på ferie.", by=lise, at=people.NOON, act_key=key())
    move(case, lise)
    assert (response(case).due_on, response(case).promised_on) == (date(2026, 7, 1), FOUR_WEEKS)


def test_it_is_journalled_with_both_versions_and_both_days(case: Case, lise: Account) -> None:
    move(case, lise)
    entry = Entry.objects.get(case=case, act="move_version")
    assert entry.facts == {"from": "2015-11-30", "to": NEW, "before": "2026-04-13", "due_on": "2026-03-30"}


def test_the_same_version_an_unknown_one_and_no_reason_are_refused(case: Case, lise: Account) -> None:
    with pytest.raises(MoveRefused, match="allerede følger"):
        move(case, lise, version="2015-11-30")
    with pytest.raises(MoveRefused, match="blev ikke fundet"):
        move(case, lise, version="1999-01-01")
    with pytest.raises(MoveRefused, match="mangler en grund"):
        move(case, lise, why="")


def test_the_citizen_cannot_do_it(case: Case, erik: Account) -> None:
    with pytest.raises(NotPossible):
        move(case, erik)
