"""Standards side by side: units as adopted, silence as silence, statute marked as statute, on one scale of days."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from ophold.cli.standard import standard as command
from ophold.law.calendar import is_working_day_mon_fri
from ophold.standard import sheet
from ophold.standard.answers import response_deadline
from ophold.standard.compare import Column, Comparison, compare
from ophold.standard.load import catalogue, load_file, municipality_settings
from ophold.standard.national import national_law
from ophold.standard.questions import QUESTIONS

ROOT = Path(__file__).resolve().parents[2]
SIXTH = ROOT / "tests/standard/sixth"
TODAY = date(2026, 3, 2)
STATUTE = national_law(ROOT).statute(TODAY)
SETTINGS = {**municipality_settings(ROOT / "municipalities"), **municipality_settings(SIXTH / "municipalities")}
INSTALLED = catalogue(ROOT / "standards")
FIVE = [versions[-1] for versions in INSTALLED.standards.values()]
SIX = [*FIVE, load_file(SIXTH / "standards/nytest/2025-03-01.yaml")]


def compared() -> Comparison:
    return compare(SIX, STATUTE, year=2026, settings=SETTINGS)


def cell(key: str, question: str) -> str:
    found = compared()
    place = [column.standard.key for column in found.columns].index(key)
    (row,) = [row for row in found.rows if row.question.name == question]
    return sheet.cell_words(row.cells[place]).da


def test_every_question_is_a_row_and_every_standard_a_column() -> None:
    rows = list(compared().rows)
    assert {row.question.name for row in rows} == set(QUESTIONS)
    assert all(len(row.cells) == len(SIX) for row in rows)


def test_units_stay_as_adopted_and_silence_stays_silence() -> None:
    assert "60 hverdage" in cell("ballerup", "response_deadline")
    assert cell("lejre", "response_deadline") == "6 uger"
    assert cell("hjoerring", "response_deadline") == "12 uger; Hurtigere i akutte tilfælde"
    assert cell("nytest", "response_deadline") == "30 arbejdsdage"
    assert cell("frederikssund", "response_deadline").startswith("Ikke nævnt. Loven: kommunen skal selv")
    assert cell("ishoej", "response_deadline").startswith("Står i et andet dokument: Aktuelle svarfrister")
    assert cell("ballerup", "no_vacancy") == "Ikke nævnt"
    assert cell("hjoerring", "no_vacancy") == "ja"


def test_statute_is_marked_with_its_place_and_what_is_unconfirmed_as_such() -> None:
    assert cell("lejre", "complaint_within") == "Ikke nævnt. Loven: 4 uger (Retssikkerhedsloven (RSL), § 67)"
    assert "ikke bekræftet" in cell("ballerup", "no_income")
    assert "ikke bekræftet" not in cell("ballerup", "own_home")


def test_three_follow_up_promises_are_three_different_promises() -> None:
    assert cell("lejre", "first_follow_up") == "inden for 3 måneder"
    assert cell("ballerup", "first_follow_up") == "efter 3 måneder"
    assert cell("nytest", "later_follow_ups") == "mindst hver 4. måned"


def test_only_what_differs_can_be_asked_for() -> None:
    every = list(compare(FIVE[:2], STATUTE, year=2026, settings=SETTINGS).rows)
    some = list(compare(FIVE[:2], STATUTE, year=2026, settings=SETTINGS, differing=True).rows)
    assert 0 < len(some) < len(every)
    assert all(len({sheet.cell_words(each) for each in row.cells}) > 1 for row in some)
    assert all(len({sheet.cell_words(each) for each in row.cells}) == 1 for row in every if row not in some)


def test_one_alone_differs_from_nobody_and_is_shown_whole() -> None:
    alone = compare(FIVE[:1], STATUTE, year=2026, settings=SETTINGS, differing=True)
    assert len(list(alone.rows)) == len(QUESTIONS)


@pytest.mark.parametrize("column", compared().columns, ids=lambda column: column.standard.key)
def test_the_first_span_is_what_a_citizen_is_answered_on_every_working_day_of_the_year(column: Column) -> None:
    waits = []
    for step in range(365):
        day = date(2026, 1, 1) + timedelta(days=step)
        due = response_deadline(column.standard, received=day, settings=SETTINGS[column.standard.key]).value
        if due is not None and is_working_day_mon_fri(day):
            waits.append((due - day).days)
    assert bool(waits) == bool(column.spans)
    if waits:
        assert (column.spans[0].shortest, column.spans[0].longest) == (min(waits), max(waits))


def test_a_spreadsheet_in_denmark_reads_the_file() -> None:
    text = sheet.as_csv(sheet.table(compared(), "da"))
    raw = text.encode("utf-8")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert {len(row) for row in rows} == {2 + len(SIX)}
    assert rows[0][2:] == [each.header.name for each in SIX]
    assert len(rows) == 2 + len(QUESTIONS) + 3
    shortest = next(row for row in rows if row[1] == "kortest")
    assert shortest[0] == "Svarfristen i kalenderdage, 2026"
    assert shortest[2] == "70 eller 84"
    assert shortest[3] == ""


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x","y")',
        "+45 12345678",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u00a0=1",
        "＝1",
        "\n=1",
    ],
)
def test_no_cell_can_become_a_formula(text: str) -> None:
    written = sheet.as_csv([[text, "uskyldig"]])
    (row,) = csv.reader(io.StringIO(written.removeprefix(sheet.BYTE_ORDER_MARK), newline=""), delimiter=";")
    assert row == [f"'{text}", "uskyldig"]


def test_the_shell_answers_the_same_as_text_spreadsheet_and_json() -> None:
    asked = ["compare", "Ballerup", "hjørring", "--on", "2026-03-02"]
    text = CliRunner().invoke(command, asked)
    assert text.exit_code == 0, text.output
    assert "Ballerup" in text.output
    assert "70 – 71,5 – 76 (hverdage); eller 84 – 86 – 91 (arbejdsdage)" in text.output
    assert "84 – 84 – 84 (uger)" in text.output
    written = CliRunner().invoke(command, [*asked, "--csv"]).output
    two = compare([FIVE[0], FIVE[2]], STATUTE, year=2026, settings=SETTINGS)
    assert written.replace("\r\n", "\n") == sheet.as_csv(sheet.table(two, "da")).replace("\r\n", "\n")
    held = json.loads(CliRunner().invoke(command, [*asked, "--json"]).output)
    assert [each["key"] for each in held["standards"]] == ["ballerup", "hjoerring"]
    ballerup = held["standards"][0]
    assert ballerup["answers"]["response_deadline"]["layer"] == "standard"
    assert ballerup["answers"]["least_age"]["layer"] == "statute"
    assert ballerup["answers"]["no_vacancy"]["layer"] is None
    assert ballerup["calendar_days"][1] == {"unit": "working_days_mon_fri", "min": 84, "median": 86, "max": 91}
    assert held["on"] == "2026-03-02"


def test_the_shell_names_the_nearest_municipality_and_can_leave_out_what_is_alike() -> None:
    wrong = CliRunner().invoke(command, ["compare", "Balerup"])
    assert wrong.exit_code != 0
    assert "mente du ballerup" in wrong.output
    some = CliRunner().invoke(command, ["compare", "lejre", "ballerup", "--differing"])
    assert "Fristen regnes fra" in some.output
    assert "Mindste alder" not in some.output
