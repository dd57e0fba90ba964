"""One number changed in a standard's file changes receipt, clock, letter, public page and shell alike.

Each is asked twice, of the file as adopted and of a copy with one number written differently, so that it can fail.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pytest_django import Settings

from ophold.cli.rule import rule
from ophold.law import wording
from ophold.record.cases.choices import ClockKind
from tests.journeys import papers, steps
from tests.journeys.cast import cast_of
from tests.journeys.folders import change, own_folders, standard_file
from tests.journeys.person import Person

pytestmark = pytest.mark.django_db


def asked(question: str, file: Path, *options: str) -> Any:
    """What the shell answers about a file."""
    done = CliRunner().invoke(rule, [question, "--standard", str(file), *options, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


@pytest.mark.parametrize(
    ("key", "old", "new", "length", "due"),
    [
        ("ballerup", "", "", "60 hverdage", date(2026, 5, 15)),
        ("ballerup", "{value: 60, unit:", "{value: 40, unit:", "40 hverdage", date(2026, 4, 21)),
        ("lejre", "", "", "6 uger", date(2026, 4, 13)),
        ("lejre", "{value: 6, unit: weeks}", "{value: 4, unit: weeks}", "4 uger", date(2026, 3, 30)),
    ],
    ids=["B16 as adopted", "B16 with 40", "L12 as adopted", "L12 with 4"],
)
def test_how_long_an_answer_may_take(
    key: str, old: str, new: str, length: str, due: date, tmp_path: Path, settings: Settings
) -> None:
    settings.VAR = tmp_path
    folder = own_folders(tmp_path, settings)
    file = change(folder, key, old, new) if old else standard_file(key, folder)
    reference, receipt = steps.apply(cast_of(key))
    receipt.says("Du får svar senest", due, f"inden for {length}")
    assert steps.running(reference, ClockKind.RESPONSE).due_on == due
    assert steps.running(reference, ClockKind.RESPONSE).finding["value"] == due.isoformat()
    letter = steps.newest_letter(reference)
    assert f"Du får svar senest {wording.weekday(due)}." in steps.content(letter).lead
    assert any(f"inden for {length}" in item for section in steps.content(letter).sections for item in section.items)
    assert steps.worker_runs() == 1
    printed = papers.words(papers.in_the_postbox(tmp_path, steps.copies(letter)[0]))
    assert papers.close(f"Du får svar senest {wording.weekday(due)}.") in printed
    assert papers.close(f"inden for {length}") in printed
    Person(None).open("standard-in-force", key).says(f"Svar inden for {length}")
    assert asked("response-deadline", file, "--received", "2026-03-02")["value"] == due.isoformat()
