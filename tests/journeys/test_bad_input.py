"""What cannot be: one sentence says what did not happen, why, and what to do; and nothing is half-written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from ophold.cli import main
from ophold.record.people.models import Account
from tests.journeys.folders import SIXTH
from tests.journeys.person import Page, Person
from tests.journeys.rows import nothing_written
from tests.journeys.sheets import Answer
from tests.people import TODAY, a_case

TOMORROW = TODAY + timedelta(days=1)
WHAT_NOT = re.compile(r"blev ikke \w+|findes ikke|Skriv datoen")  # the sentence names what did not happen
NOTE: Mapping[str, Answer] = {"text": "Talte om botilbud.", "with_whom": "borgeren", "channel": "phone"}
FACTS: Mapping[str, Answer] = {"outcome": "met", "reason": "Derfor.", "source": "Samtale"}
PARTY: Mapping[str, Answer] = {"role": "guardian", "name": "Fatma Farah", "valid_from": TODAY}


def one_sentence(page: Page, *words: str) -> None:
    """The page says one thing: what did not happen, why, and what to do."""
    assert len(page.errors) == 1, page.errors
    (said,) = page.errors
    assert WHAT_NOT.search(said), said
    assert said.endswith("."), said
    for word in words:
        assert word in said, said


@pytest.mark.parametrize(
    ("page", "answers", "words"),
    [
        ("note", {**NOTE, "held_on": TOMORROW}, ("fordi samtalen ligger i fremtiden", "Ret datoen")),
        ("next-date", {"label": "Ring", "on": TODAY - timedelta(days=1)}, ("fordi den er passeret", "Vælg en dag")),
        ("assess", {**FACTS, "source_on": TOMORROW}, ("fordi en dato ligger i fremtiden", "Ret datoen")),
        ("add-party", {**PARTY, "letters": "instead"}, ("fordi breve kræver både et grundlag", "en adresse")),
        (
            "add-party",
            {**PARTY, "role": "relative", "letters": "beside", "basis": "Fuldmagt", "address": "Vej 1"},
            ("kun en værge eller partsrepræsentant kan få breve", "Vælg"),
        ),
        ("add-party", {**PARTY, "valid_to": TODAY - timedelta(days=1)}, ("fordi den slutter, før den begynder", "Ret")),
    ],
)
def test_a_page_of_a_case_refuses_in_one_sentence(
    anna: Account, page: str, answers: Mapping[str, Answer], words: tuple[str, ...]
) -> None:
    case, who = a_case(), Person(anna)
    who.press(who.open("case", case.reference), "/tag")
    drawn = who.open(page, case.reference)
    with nothing_written():
        one_sentence(who.send(drawn, **answers), *words)


@pytest.mark.parametrize(
    "boxes", [("31", "2", "2026"), ("2", "3", "26"), ("to", "3", "2026"), ("", "3", "2026"), ("9" * 19, "3", "2026")]
)
def test_a_day_that_is_none_is_refused_at_its_boxes(anna: Account, boxes: tuple[str, str, str]) -> None:
    case, who = a_case(), Person(anna)
    drawn = who.open("note", case.reference)
    sent = drawn.form("held_on").filled(NOTE) | {f"held_on_{n}": [box] for n, box in enumerate(boxes)}
    with nothing_written():
        one_sentence(who.post(drawn.address, sent), "Skriv dag, måned og år med fire cifre")


def test_what_was_written_stands_there_still(anna: Account) -> None:
    case, who = a_case(), Person(anna)
    refused = who.fill("note", case.reference, **NOTE, held_on=TOMORROW)
    drawn = refused.form("held_on").drawn()
    assert drawn["text"] == ["Talte om botilbud."]
    assert [drawn[f"held_on_{n}"] for n in range(3)] == [["3"], ["3"], ["2026"]]
    assert not who.send(refused, held_on=TODAY).errors


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("      within: {value: 30", "      withinn: {value: 30", ("»withinn«", "within")),
        ("unit: working_days_mon_fri", "unit: arbejdsdage", ("»arbejdsdage« ikke kendes", "brug")),
        ("value: 30", "value: tredive", ("»tredive«", "et helt tal")),
        ("  ending: {state: silent}\n", "", ("»ending« mangler", "silent")),
        ("valid_from: 2025-03-01", "valid_from: 2025-13-01", ("2025-13-01",)),
    ],
)
def test_a_standard_with_a_mistake_is_one_line_and_answers_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, words: tuple[str, ...]
) -> None:
    text = (SIXTH / "standards/nytest/2025-03-01.yaml").read_text("utf-8")
    assert old in text
    file = tmp_path / "2025-03-01.yaml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    asked = ["rule", "response-deadline", "--standard", str(file), "--received", "2026-03-02", "--json"]
    with pytest.raises(SystemExit) as left:
        main(asked)
    said = capsys.readouterr()
    assert (left.value.code, said.out) == (2, "")
    (line,) = said.err.strip().splitlines()
    assert "blev ikke" in line
    for word in words:
        assert word in line


@pytest.mark.parametrize(
    "asked",
    [
        ["response-deadline", "--municipality", "balerup", "--received", "2026-03-02"],
        ["response-deadline", "--municipality", "ballerup", "--received", "2026-02-30"],
        ["response-deadline", "--standard", "/findes/ikke.yaml", "--received", "2026-03-02"],
        ["follow-ups", "--municipality", "ballerup", "--began", "2026-03-02", "--until", "2026-03-01"],
        ["complaint-deadline", "--sent", "2026-03-02", "--channel", "due"],
        ["complaint-deadline", "--sent", "2026-03-02", "--channel", "letter", "--received", "2026-03-01"],
    ],
)
def test_a_wrong_question_in_the_shell_is_one_line_and_exit_2(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["rule", *asked])
    said = capsys.readouterr()
    assert (left.value.code, said.out) == (2, "")
    assert len(said.err.strip().splitlines()) == 1
