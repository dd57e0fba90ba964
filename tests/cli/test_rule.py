from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ophold.cli import main

ROOT = Path(__file__).resolve().parents[2]
RECEIVED = ("--received", "2026-03-02")
SENT = ("--sent", "2026-03-02", "--channel", "digital-post")


class Shell:
    """Calls the command as the shell would and keeps what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(words)
        said = self.capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    def json(self, *words: str) -> dict[str, Any]:
        code, out, err = self(*words, "--json")
        assert (code, err) == (0, "")
        answer: dict[str, Any] = json.loads(out)
        assert {"status", "value", "because", "missing", "confirmed"} <= set(answer)
        assert all(reason["text"] and reason["source"] for reason in answer["because"])
        return answer


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.mark.parametrize(
    ("municipality", "status", "value", "readings", "confirmed"),
    [
        ("lejre", "settled", "2026-04-13", None, True),
        ("ballerup", "settled", "2026-05-15", ["2026-05-15", "2026-05-18", "2026-06-01"], False),
        ("hjørring", "settled", "2026-05-25", ["2026-05-25", "2026-05-26"], False),
        ("hjoerring", "settled", "2026-05-25", ["2026-05-25", "2026-05-26"], False),
        ("frederikssund", "silent", None, None, True),
        ("Ishøj Kommune", "elsewhere", None, None, True),
    ],
)
def test_the_answer_day_of_each_municipality(
    shell: Shell, municipality: str, status: str, value: str | None, readings: list[str] | None, confirmed: bool
) -> None:
    answer = shell.json("rule", "response-deadline", "--municipality", municipality, *RECEIVED)
    assert (answer["status"], answer["value"], answer["confirmed"]) == (status, value, confirmed)
    listed = answer.get("readings")
    assert (listed and [reading["value"] for reading in listed]) == readings
    assert all(reading["unit"] and reading["why"] for reading in listed or ())


def test_the_hearing_in_ballerup_and_elsewhere(shell: Shell) -> None:
    assert shell.json("rule", "hearing-deadline", "--municipality", "ballerup", *SENT)["value"] == "2026-03-12"
    for other in ("lejre", "frederikssund", "ishøj", "hjørring"):
        assert shell.json("rule", "hearing-deadline", "--municipality", other, *SENT)["status"] == "discretion"


def test_the_complaint_window_by_channel(shell: Shell) -> None:
    assert shell.json("rule", "complaint-deadline", *SENT)["value"] == "2026-03-30"
    letter = ("rule", "complaint-deadline", "--sent", "2026-02-02", "--channel", "letter")
    answer = shell.json(*letter)
    assert (answer["value"], answer["confirmed"]) == ("2026-03-10", False)
    assert [reading["value"] for reading in answer["readings"]] == ["2026-03-10", "2026-03-09"]
    recorded = shell.json(*letter, "--received", "2026-02-04")
    assert (recorded["value"], recorded["confirmed"]) == ("2026-03-04", True)


def test_the_reassessment_with_and_without_a_municipality(shell: Shell) -> None:
    for asked in ((), ("--municipality", "ballerup"), ("--municipality", "hjørring")):
        assert shell.json("rule", "reassessment-deadline", *asked, *RECEIVED)["value"] == "2026-03-30"


@pytest.mark.parametrize(
    ("municipality", "status", "plan"),
    [
        ("lejre", "settled", [("2026-06-02", "within")]),
        ("frederikssund", "discretion", []),
        (
            "ballerup",
            "settled",
            [("2026-06-02", "after"), ("2026-12-02", "at_least_every"), ("2027-06-02", "at_least_every")],
        ),
        ("ishøj", "settled", [("2027-03-02", "at_least_every")]),
        ("hjørring", "settled", [("2026-06-02", "after"), ("2027-06-02", "at_least_every")]),
    ],
)
def test_the_follow_ups_of_each_municipality(
    shell: Shell, municipality: str, status: str, plan: list[tuple[str, str]]
) -> None:
    asked = ("--municipality", municipality, "--began", "2026-03-02", "--until", "2027-08-01")
    answer = shell.json("rule", "follow-ups", *asked)
    assert answer["status"] == status
    assert [(each["on"], each["kind"]) for each in answer["value"] or ()] == plan


def test_a_follow_up_held_moves_the_next_ones(shell: Shell) -> None:
    asked = ("--municipality", "ballerup", "--began", "2026-03-02", "--until", "2027-08-01", "--held", "2026-06-20")
    assert [each["on"] for each in shell.json("rule", "follow-ups", *asked)["value"]] == ["2026-12-20", "2027-06-20"]


@pytest.mark.parametrize(
    ("municipality", "status", "value"),
    [
        ("lejre", "discretion", {"guideline": 193, "pattern": [59, 85], "granted": 60}),
        ("ballerup", "discretion", {"guideline": None, "pattern": [], "granted": 60}),
        ("hjørring", "silent", None),
    ],
)
def test_respite_beside_what_was_granted(shell: Shell, municipality: str, status: str, value: object) -> None:
    answer = shell.json("rule", "respite", "--municipality", municipality, "--granted", "60")
    assert (answer["status"], answer["value"]) == (status, value)


def test_a_standard_that_is_not_installed_answers_from_its_file(shell: Shell, tmp_path: Path) -> None:
    file = shutil.copy(ROOT / "standards" / "lejre" / "2015-11-30.yaml", tmp_path / "egen.yaml")
    answer = shell.json("rule", "response-deadline", "--standard", str(file), *RECEIVED)
    assert answer["value"] == "2026-04-13"


def test_a_text_for_people_names_the_day_the_reason_and_the_source(shell: Shell) -> None:
    code, out, _ = shell("rule", "response-deadline", "--municipality", "ballerup", *RECEIVED)
    assert code == 0
    for part in ("fredag den 15. maj 2026", "60 hverdage", "afsnit Sagsbehandlingstid", "teksten er udateret"):
        assert part in out
    assert "Ikke bekræftet" in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("rule", "response-deadline", "--municipality", "balerup", *RECEIVED), "mente du ballerup?"),
        (("rule", "response-deadline", "--municipality", "ballerup", "--received", "2026-02-30"), "er ikke en dag"),
        (("rule", "response-deadline", "--municipality", "ballerup", "--received", "2. marts"), "er ikke en dag"),
        (("rule", "response-deadline", "--municipality", "ballerup", "--received", "9999-12-31"), "uden for årene"),
        (("rule", "response-deadline", "--municipality", "lejre", "--received", "2010-01-01"), "den første gælder fra"),
        (("rule", "response-deadline", "--municipality", "ballerup"), "--received mangler"),
        (("rule", "response-deadline", *RECEIVED), "--municipality mangler"),
        (("rule", "response-deadline", "--standard", "/findes/ikke.yaml", *RECEIVED), "blev ikke indlæst"),
        (("rule", "complaint-deadline", "--sent", "2026-03-02", "--channel", "due"), "kendes ikke"),
        (("rule", "complaint-deadline", *SENT, "--received", "2026-03-01"), "Ret en af de to dage"),
        (("rule", "respite", "--municipality", "lejre", "--granted", "-1"), "ikke et helt antal"),
        (("rule", "follow-ups", "--municipality", "lejre", "--began", "2026-03-02", "--until", "2026-03-01"), "Ret en"),
        (("rule", "bogus"), "kendes ikke"),
        (("bogus",), "kendes ikke"),
        (("rule", "respite", "--municipality", "lejre", "--granted", "1", "ekstra"), "mere, end kommandoen tager"),
        (("standard", "show", "atlantis"), "blev ikke fundet"),
    ],
)
def test_a_wrong_question_is_one_line_and_exit_2(shell: Shell, words: tuple[str, ...], says: str) -> None:
    code, out, err = shell(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_standards_are_listed_and_shown(shell: Shell) -> None:
    _, out, _ = shell("standard", "list", "--json")
    keys = [each["key"] for each in json.loads(out)]
    assert keys == sorted(keys)
    assert len(keys) >= 5
    for key in keys:
        assert shell("standard", "show", key)[0] == 0


def test_a_new_key_is_32_bytes_and_never_the_same(shell: Shell) -> None:
    keys = {shell("key", "new")[1].strip() for _ in range(3)}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {44}


def test_a_rule_answers_without_loading_django() -> None:
    asked = ["rule", "response-deadline", "--municipality", "ballerup", *RECEIVED]
    program = f"import sys; sys.modules['django'] = None; from ophold.cli import main; main({asked!r})"
    answered = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (answered.returncode, answered.stderr) == (0, "")
