"""What a municipality sets itself changes its answers: Ishøj's published table (I11), letter days, closing days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.record.cases.choices import ClockKind
from ophold.record.letters.choices import Kind
from ophold.standard.load import municipality_settings
from ophold.standard.shape import StandardRefused
from tests import people
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.folders import own_folders
from tests.journeys.steps import MET, on

pytestmark = pytest.mark.django_db

PUBLISHED = """published_deadline:
  within: {value: 8, unit: weeks}
  published_on: 2026-01-15
  entered_by: Ida Ishøj
  document: Aktuelle svarfrister, Ishøj Kommune
"""


def set_own(folder: Path, key: str, old: str, new: str) -> None:
    """Write one setting differently."""
    file = folder / "municipalities" / f"{key}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.VAR = tmp_path
    return own_folders(tmp_path, settings)


def test_ishoejs_day_is_promised_once_its_published_table_is_entered(folder: Path) -> None:
    set_own(folder, "ishoej", "\npublished_deadline: null\n", f"\n{PUBLISHED}")
    reference, receipt = steps.apply(cast_of("ishoej"))
    receipt.says("Du får svar senest", date(2026, 4, 27), "8 uger", "Aktuelle svarfrister")
    clock = steps.running(reference, ClockKind.RESPONSE)
    assert (clock.due_on, clock.promised_on) == (date(2026, 4, 27), date(2026, 4, 27))
    assert "27. april 2026" in steps.content(steps.newest_letter(reference)).lead


def granted_by_letter(cast: Cast) -> str:
    """Decided and posted on 16 March."""
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, MET)
    with people.set_up():
        citizen = steps.case_of(reference).citizen
        citizen.digital_post = False
        citizen.save(update_fields=["digital_post"])
    on(date(2026, 3, 16))
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 1))
    steps.worker_runs()
    letter = steps.newest_letter(reference, Kind.DECISION_GRANT)
    (copy,) = steps.copies(letter)
    page = cast.caseworker.open("register-delivery", reference, letter.number, copy.pk)
    steps.done(cast.caseworker.send(page, kind="posted", on=date(2026, 3, 16), source="Postlisten"))
    return reference


@pytest.mark.parametrize(
    ("old", "new", "due"),
    [
        ("closing_days: []", "closing_days: []", date(2026, 4, 21)),
        ("value: 6, unit: working", "value: 3, unit: working", date(2026, 4, 16)),
        ("closing_days: []", "closing_days:\n  - {on: 2026-04-21, why: lukket tirsdag}", date(2026, 4, 22)),
    ],
    ids=["as set", "three letter days", "a closing day at the end"],
)
def test_letter_days_and_closing_days_move_the_end_of_the_complaint_window(
    folder: Path, old: str, new: str, due: date
) -> None:
    set_own(folder, "hjoerring", old, new)
    cast = cast_of("hjoerring")
    reference = granted_by_letter(cast)
    assert steps.running(reference, ClockKind.COMPLAINT_WINDOW).due_on == due
    cast.citizen.open("my-case", reference).says("Klagefrist", due)


def test_a_setting_with_a_mistake_is_refused_whole(folder: Path) -> None:
    set_own(folder, "hjoerring", "letter_days:", "brevdage:")
    with pytest.raises(StandardRefused, match="»brevdage«"):
        municipality_settings(folder / "municipalities")


def test_a_closing_day_at_the_end_of_a_hearing_rolls_for_the_citizen(folder: Path) -> None:
    set_own(folder, "ballerup", "closing_days: []", "closing_days:\n  - {on: 2026-03-19, why: lukket torsdag}")
    cast = cast_of("ballerup")
    reference = steps.arrived(cast)
    on(date(2026, 3, 9))
    cast.caseworker.open("send-hearing", reference).says(date(2026, 3, 20), "lukket torsdag")
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    assert steps.running(reference, ClockKind.HEARING).due_on == date(2026, 3, 20)
