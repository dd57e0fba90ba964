"""What changes from one version to another is told matter by matter, and never passed by in silence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from ophold.cli.standard import standard as command
from ophold.law.promises import Period, ResponsePromise, Start, Unit
from ophold.standard.canonical import canonical_text
from ophold.standard.diff import Part, as_dicts, as_text, differences
from ophold.standard.load import catalogue
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Promise, Provision, Standard, State, Text

ROOT = Path(__file__).resolve().parents[2]
STANDARDS = [each for versions in catalogue(ROOT / "standards").standards.values() for each in versions]
LEJRE = next(each for each in STANDARDS if each.key == "lejre")


def _with(standard: Standard, matter: str, promise: Promise[object]) -> Standard:
    return replace(standard, promises={**standard.promises, matter: promise})


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.key)
def test_a_standard_does_not_differ_from_itself(standard: Standard) -> None:
    assert differences(standard, standard) == ()
    assert as_text(()) == "De to udgaver siger det samme."


@pytest.mark.parametrize("matter", MATTERS)
@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.key)
def test_a_matter_that_falls_silent_is_the_one_that_changed(standard: Standard, matter: str) -> None:
    silent = _with(standard, matter, Promise(state=State.SILENT))
    found = differences(standard, silent)
    assert [each.name for each in found] == ([matter] if standard.promises[matter] != silent.promises[matter] else [])
    assert [each.name for each in differences(silent, standard)] == [each.name for each in found]


def test_the_words_are_what_was_and_what_becomes() -> None:
    eight = ResponsePromise(within=Period(value=8, unit=Unit.WEEK), start=Start.RECEIPT)
    (found,) = differences(LEJRE, _with(LEJRE, "response_deadline", replace(_deadline(), value=eight)))
    assert found.part is Part.MATTER
    assert found.title == Text(da="Sagsbehandlingsfrist", en="Response deadline")
    line = found.lines[0]
    assert (line.label.da, line.was, line.becomes) == (
        "Svar inden for",
        Text(da="6 uger", en="6 weeks"),
        Text(da="8 uger", en="8 weeks"),
    )


def test_a_change_that_no_line_shows_is_told_all_the_same() -> None:
    doubtful = Period(value=6, unit=Unit.WEEK, also_read_as=(Unit.DAY,))
    held = _deadline().value
    assert isinstance(held, ResponsePromise)
    (found,) = differences(
        LEJRE, _with(LEJRE, "response_deadline", replace(_deadline(), value=replace(held, within=doubtful)))
    )
    assert found.lines


def test_a_provision_that_comes_and_one_that_goes_are_told() -> None:
    name = next(iter(LEJRE.provisions))
    added = Provision(place="afsnit Nyt", da="Noget nyt.", en="Something new.")
    kept = {key: held for key, held in LEJRE.provisions.items() if key != name}
    first, second = differences(LEJRE, replace(LEJRE, provisions={**kept, "L99": added}))
    assert (first.name, first.lines[0].becomes) == (name, None)
    assert (second.name, [line.was for line in second.lines]) == ("L99", [None, None])


def test_a_header_tells_its_dates_and_no_field_twice() -> None:
    found = differences(LEJRE, replace(LEJRE, header=replace(LEJRE.header, department="Center Ny")))
    assert [(each.name, line.label.da) for each in found for line in each.lines] == [("header", "Afdeling")]


def test_the_shell_compares_a_version_with_a_file(tmp_path: Path) -> None:
    file = tmp_path / "ny.yaml"
    file.write_text(canonical_text(_with(LEJRE, "respite", Promise(state=State.SILENT))), encoding="utf-8")
    for old in ("lejre", "Lejre/2015-11-30"):
        done = CliRunner().invoke(command, ["diff", old, str(file)])
        assert done.exit_code == 0
        assert "Aflastning" in done.output
        assert "siges ikke" in done.output
    held = CliRunner().invoke(command, ["diff", "lejre", str(file), "--json"])
    assert [each["name"] for each in json.loads(held.output)["differences"]] == ["respite"]
    assert as_dicts(differences(LEJRE, LEJRE)) == []


def test_the_shell_says_in_one_line_what_it_does_not_know() -> None:
    done = CliRunner().invoke(command, ["diff", "lejre/1999-01-01", "lejre"])
    assert done.exit_code != 0
    assert "1999-01-01" in done.output


def _deadline() -> Promise[object]:
    return LEJRE.promises["response_deadline"]
