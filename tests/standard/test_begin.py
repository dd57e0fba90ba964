"""`ophold standard new`, `explain` and `schema`: a policy officer begins a file and is told the next thing to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ophold.cli import main
from ophold.cli.standard import standard as command
from ophold.standard.blank import blank, next_steps
from ophold.standard.load import load_file
from ophold.standard.matters import MATTERS
from ophold.standard.shape import State


def _run(*asked: str) -> str:
    done = CliRunner().invoke(command, list(asked))
    assert done.exit_code == 0, done.output
    return done.output


def test_a_new_file_is_whole_with_every_matter_silent_and_tells_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "standards/nytest/undated-1.yaml"
    said = _run("new", "nytest", "--name", "Ny Testkommune", "--to", str(file))
    standard = load_file(file)
    assert standard.header.name == "Ny Testkommune"
    assert {promise.state for promise in standard.promises.values()} == {State.SILENT}
    assert said.splitlines()[0] == f"{file} er begyndt. Det næste at gøre:"
    assert said.splitlines()[-1] == f"4. Tjek filen: ophold standard check {file}"
    assert "sagsbehandlingsfrist, partshøring, opfølgning og 21 andre" in said
    assert _run("export", str(file)) == file.read_text(encoding="utf-8")


def test_what_is_done_is_not_asked_for_again() -> None:
    lejre = load_file(Path(__file__).resolve().parents[2] / "standards/lejre/2015-11-30.yaml")
    steps = next_steps(lejre, "fil.yaml")
    assert not any("header" in step or "provisions" in step for step in steps)
    assert steps[-1] == "Tjek filen: ophold standard check fil.yaml"
    assert len(next_steps(blank("nytest", "Ny"), "x")) == 4


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "min.yaml"
    file.write_text("mit arbejde", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["standard", "new", "nytest", "--name", "Ny", "--to", str(file)])
    assert left.value.code == 2
    assert "fordi filen findes" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mit arbejde"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["new", "Nytøst", "--name", "Ny"], "ikke er små bogstaver"),
        (["new", "nytest"], "--name mangler"),
        (["new", "nytest", "--name", " "], "teksten er tom"),
        (["explain", "aflasning"], "mente du respite?"),
        (["explain", "xyzxyz"], "uden emne"),
    ],
)
def test_a_wrong_question_is_one_line_and_exit_2(
    asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["standard", *asked])
    assert left.value.code == 2
    told = capsys.readouterr()
    assert said in told.err
    assert len(told.err.strip().splitlines()) == 1


@pytest.mark.parametrize("name", MATTERS)
def test_each_matter_is_explained_in_both_languages(name: str) -> None:
    danish, english = _run("explain", name), _run("explain", name, "--english")
    assert "Lovens ramme:" in danish
    assert "The legal frame:" in english
    assert MATTERS[name].title.da in danish
    assert _run("explain", MATTERS[name].title.da) == danish
    assert max(map(len, danish.splitlines())) <= 100


def test_without_a_matter_all_are_listed_with_the_states() -> None:
    listed = _run("explain")
    assert all(name in listed for name in MATTERS)
    assert all(state.value in listed for state in State)


def test_the_schema_is_json_and_goes_into_a_file(tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    assert "er skrevet i" in _run("schema", "--to", str(file))
    assert json.loads(file.read_text(encoding="utf-8")) == json.loads(_run("schema"))
