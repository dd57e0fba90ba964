"""A file of an older form is brought up by a named step; a newer one, or one without a number, is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ophold.cli.standard import standard as command
from ophold.standard.assemble import standard_from_text
from ophold.standard.canonical import canonical_text
from ophold.standard.matters import MATTERS
from ophold.standard.shape import SCHEMA, StandardRefused, State
from ophold.standard.upgrades import UPGRADES

SHORT = """\
schema: 0
header:
  key: nytest
  name: Ny Testkommune
  title: Kvalitetsstandard
  version: undated-1
provisions:
  N1: {place: afsnit 1, da: Svar inden 8 uger., en: An answer within 8 weeks.}
promises:
  response_deadline:
    state: fixed
    provisions: [N1]
    value: {within: {value: 8, unit: weeks}, start: receipt}
"""


def test_every_older_form_has_a_step() -> None:
    assert set(UPGRADES) == set(range(SCHEMA))


def test_the_short_form_loads_with_its_silence_said_aloud() -> None:
    standard = standard_from_text(SHORT, "kort.yaml")
    assert standard.schema == SCHEMA
    assert standard.header.adopted_on is None
    assert standard.header.cites == ()
    fixed = [name for name, promise in standard.promises.items() if promise.state is not State.SILENT]
    assert fixed == ["response_deadline"]
    assert set(standard.promises) == set(MATTERS)
    text = canonical_text(standard)
    assert text.startswith("schema: 1\n")
    assert "  hearing:\n    state: silent\n" in text
    assert standard_from_text(text, "lang.yaml") == standard


def test_import_writes_it_in_todays_form(tmp_path: Path) -> None:
    short, long = tmp_path / "kort.yaml", tmp_path / "lang.yaml"
    short.write_text(SHORT, encoding="utf-8")
    done = CliRunner().invoke(command, ["import", str(short), "--to", str(long)])
    assert done.exit_code == 0
    assert "Filen er i en ældre form (schema: 0). Den er løftet til schema: 1." in done.output
    assert long.read_text(encoding="utf-8") == canonical_text(standard_from_text(SHORT, "kort.yaml"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("schema: 2", r"schema er 2, og dette program kender kun formerne til og med 1; brug et nyere program"),
        ("schema: 99999999", r"schema er 99999999"),
        ("schema: -1", r"schema er -1, og den form har aldrig været til"),
        ("schema: ja", r"schema er ja; skriv schema: 1"),
        ("schema: true", r"schema er True"),
        ("schema: null", r"schema er None"),
        ("sceham: 0", r"schema mangler; skriv schema: 1 øverst"),
    ],
)
def test_another_form_is_refused_with_what_to_do(written: str, said: str) -> None:
    with pytest.raises(StandardRefused, match=said):
        standard_from_text(SHORT.replace("schema: 0", written, 1), "fil.yaml")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("header:\n", "header: x\nx:\n"), ("promises:\n", "promises: []\nx:\n"), ("promises:\n", "promisses:\n")],
)
def test_a_broken_short_form_is_refused_as_any_other(right: str, wrong: str) -> None:
    with pytest.raises(StandardRefused):
        standard_from_text(SHORT.replace(right, wrong, 1), "fil.yaml")
