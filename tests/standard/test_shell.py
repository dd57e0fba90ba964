"""`ophold standard list` and `show` answer for all five, in Danish spelling, as text and as JSON."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ophold.cli import main
from ophold.cli.standard import standard


def test_the_list_names_all_five() -> None:
    done = CliRunner().invoke(standard, ["list", "--json"])
    assert done.exit_code == 0
    assert [row["key"] for row in json.loads(done.output)] == [
        "ballerup",
        "frederikssund",
        "hjoerring",
        "ishoej",
        "lejre",
    ]


@pytest.mark.parametrize("name", ["Lejre", "frederikssund", "Ballerup Kommune", "Ishøj", "hjørring"])
def test_a_standard_is_shown_by_its_municipalitys_own_name(name: str) -> None:
    text = CliRunner().invoke(standard, ["show", name])
    assert text.exit_code == 0
    assert "Løfter" in text.output
    held = CliRunner().invoke(standard, ["show", name, "--json"])
    assert held.exit_code == 0
    assert json.loads(held.output)["promises"]["response_deadline"]["read_by"] == "response_deadline"


@pytest.mark.parametrize(
    ("asked", "said"),
    [(["show", "balerup"], "ballerup"), (["show", "lejre", "--version", "1999-01-01"], "2015-11-30")],
)
def test_a_wrong_name_or_version_is_one_line_and_exit_2(
    asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["standard", *asked])
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert len(told.err.strip().splitlines()) == 1
