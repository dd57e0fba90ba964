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
from ophold.record.letters.choices import Kind
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


@pytest.mark.parametrize(
    ("old", "new", "length", "due"),
    [
        ("", "", "10 dage", date(2026, 3, 19)),
        ("within: {value: 10, unit: days}", "within: {value: 17, unit: days}", "17 dage", date(2026, 3, 26)),
    ],
    ids=["B15 as adopted", "B15 with 17"],
)
def test_how_long_a_draft_is_heard(
    old: str, new: str, length: str, due: date, tmp_path: Path, settings: Settings
) -> None:
    settings.VAR = tmp_path
    folder = own_folders(tmp_path, settings)
    file = change(folder, "ballerup", old, new) if old else standard_file("ballerup", folder)
    cast = cast_of("ballerup")
    reference = steps.arrived(cast)
    steps.on(date(2026, 3, 9))
    cast.caseworker.open("send-hearing", reference).says(due, f"giver {length} til at svare")
    steps.send_hearing(cast, reference)
    letter = steps.newest_letter(reference, Kind.HEARING)
    steps.worker_runs()
    clock = steps.running(reference, ClockKind.HEARING)
    assert (clock.due_on, clock.finding["value"]) == (due, due.isoformat())
    assert wording.weekday(due) in steps.content(letter).lead
    printed = papers.words(papers.in_the_postbox(tmp_path, steps.copies(letter)[0]))
    assert papers.close(f"svar os senest {wording.weekday(due)}") in printed
    assert papers.close(f"{length}, fra du fik brevet") in printed
    cast.citizen.open("my-case", reference).says(due, f"giver {length} til at svare")
    cast.citizen.open("hearing-reply", reference).says(due)
    Person(None).open("standard-in-force", "ballerup").says(f"{length} til at svare på et udkast")
    found = asked("hearing-deadline", file, "--sent", "2026-03-09", "--channel", "digital-post")
    assert found["value"] == due.isoformat()


@pytest.mark.parametrize(
    ("old", "new", "told", "written", "first", "then"),
    [
        (
            "",
            "",
            "efter 3 måneder, derefter mindst en gang om året",
            ("3 måneder", "én gang hvert år"),
            date(2026, 7, 15),
            date(2027, 7, 20),
        ),
        (
            "first: {bound: after, period: {value: 3, unit: months}}",
            "first: {bound: after, period: {value: 2, unit: months}}",
            "efter 2 måneder, derefter mindst en gang om året",
            ("2 måneder", "én gang hvert år"),
            date(2026, 6, 15),
            date(2027, 7, 20),
        ),
        (
            "then: {bound: at_least_every, period: {value: 1, unit: years}}",
            "then: {bound: at_least_every, period: {value: 8, unit: months}}",
            "efter 3 måneder, derefter mindst hver gang der er gået 8 måneder",
            ("3 måneder", "hver 8. måned"),
            date(2026, 7, 15),
            date(2027, 3, 20),
        ),
    ],
    ids=["H9 as adopted", "H9 first after 2", "H9 then every 8"],
)
def test_how_often_a_stay_is_followed_up(
    old: str, new: str, told: str, written: tuple[str, str], first: date, then: date, tmp_path: Path, settings: Settings
) -> None:
    settings.VAR = tmp_path
    folder = own_folders(tmp_path, settings)
    file = change(folder, "hjoerring", old, new) if old else standard_file("hjoerring", folder)
    cast = cast_of("hjoerring")
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, steps.MET)
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 15))
    letter = steps.newest_letter(reference, Kind.DECISION_GRANT)
    steps.worker_runs()
    printed = papers.words(papers.in_the_postbox(tmp_path, steps.copies(letter)[0]))
    first_time, often = written
    for sentence in (f"Første opfølgning holdes tidligst efter {first_time}", f"Derefter følges der op mindst {often}"):
        assert sentence in str(steps.content(letter))
        assert papers.close(sentence) in printed
    steps.on(date(2026, 4, 15))
    steps.done(steps.move_in(cast, reference, date(2026, 4, 15)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).earliest_on == first
    cast.citizen.open("my-case", reference).says(first)
    steps.on(date(2026, 7, 20))
    steps.done(steps.follow_up(cast, reference, date(2026, 7, 20)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == then
    Person(None).open("standard-in-force", "hjoerring").says(f"Første gang {told}")
    plan = asked("follow-ups", file, "--began", "2026-04-15", "--until", "2028-01-01", "--held", "2026-07-20")
    assert plan["value"][0] == {"on": then.isoformat(), "kind": "at_least_every"}
    plan = asked("follow-ups", file, "--began", "2026-04-15", "--until", "2027-01-01")
    assert plan["value"][0] == {"on": first.isoformat(), "kind": "after"}
