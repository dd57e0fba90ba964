"""`ophold standard check` answers for a file and a municipality, in both languages, and leaves by what it found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ophold.cli import main

CLEAN = Path(__file__).resolve().parents[1] / "standard/checked/clean.yaml"


def _left(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["standard", "check", *words])
    told = capsys.readouterr()
    return left.value.code, told.out, told.err


@pytest.mark.parametrize(
    ("name", "code"), [("Lejre", 1), ("frederikssund", 1), ("Ballerup Kommune", 1), ("ishøj", 0), ("hjørring", 1)]
)
def test_it_leaves_with_1_when_any_is_a_conflict(name: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    left, out, _ = _left(capsys, name, "--on", "2026-11-01")
    assert left == code
    assert ("STRIDER MOD LOVEN" in out) == bool(code)
    assert max(map(len, out.splitlines())) <= 100


def test_json_holds_every_finding_with_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    left, out, _ = _left(capsys, "ballerup", "--on", "2026-11-01", "--json")
    found = json.loads(out)["findings"]
    assert left == 1
    assert len(found) == 11
    assert set(found[0]) >= {"code", "severity", "provision", "text", "source", "remedy"}
    (weekdays,) = (each for each in found if each["code"] == "weekday-unit-ambiguous")
    assert weekdays["severity"] == "ambiguity"
    assert weekdays["provision"] == "B16"
    assert "60 hverdage" in weekdays["text"]


def test_english_is_english_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _left(capsys, "lejre", "--english", "--on", "2026-11-01")
    assert "IN CONFLICT WITH STATUTE" in out
    assert "What to do: " in out
    assert "Gør sådan" not in out
    assert "1 November 2026: 1 conflict with statute · 7 unclear places" in out


def test_a_clean_file_says_that_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    left, out, _ = _left(capsys, str(CLEAN), "--on", "2026-11-01")
    assert left == 0
    assert "Der er intet at bemærke." in out


def test_the_day_decides_what_is_outdated(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _left(capsys, "ballerup", "--on", "2021-01-01", "--json")
    assert "citation-replaced" not in {each["code"] for each in json.loads(out)["findings"]}


def test_what_is_not_confirmed_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _left(capsys, "hjørring", "--on", "2026-11-01")
    assert "citation-moved]\n    Ikke bekræftet" in out


@pytest.mark.parametrize(
    "words", [("nowhere",), ("no-such.yaml",), ("lejre", "--version", "1999-01-01"), ("lejre", "--on", "i går"), ()]
)
def test_a_wrong_question_is_one_line_and_exit_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    left, out, err = _left(capsys, *words)
    assert left == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1
