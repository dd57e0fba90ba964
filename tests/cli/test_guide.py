from __future__ import annotations

import json

import pytest

from ophold.cli import main


def shell(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["guide", *words])
    said = capsys.readouterr()
    return int(left.value.code or 0), said.out, said.err


@pytest.mark.parametrize("name", ["Ballerup", "frederikssund", "Hjørring Kommune", "Ishøj", "lejre"])
def test_every_municipality_is_answered_as_text_and_as_json(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, err = shell(capsys, name, "--on", "2026-11-23", "--age", "18-29", "--home", "own-kept")
    assert (code, err) == (0, "")
    assert "hverken ja eller nej" in out
    assert "Hvad betaler du for?" in out
    code, out, err = shell(capsys, name, "--on", "2026-11-23", "--age", "18-29", "--home", "own-kept", "--json")
    answer = json.loads(out)
    assert answer["told"]["home"] == "own_kept"
    for section in answer["sections"]:
        for line in (section["lead"], *section["lines"]):
            assert line["text"]
            assert line["text_en"]
            assert line["source"]
            assert line["layer"]


def test_a_professional_is_spoken_to_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    out = shell(capsys, "lejre", "--on", "2026-11-23", "--who", "professional")[1]
    assert out.startswith("Søger borgeren i dag, lover kommunen svar senest mandag den 4. januar 2027.")


def test_without_a_day_it_is_answered_as_of_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert shell(capsys, "lejre")[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["lejre", "--age", "12"], "under-18"),
        (["lejre", "--on", "i går"], "2026-03-02"),
        (["leire"], "lejre"),
        ([], "MUNICIPALITY"),
    ],
)
def test_a_wrong_question_is_one_line_and_exit_2(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    code, out, err = shell(capsys, *words)
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1
