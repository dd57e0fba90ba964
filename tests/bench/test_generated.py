"""What the comparison is measured on: whole standards that differ, the same ones from the same seed."""

from __future__ import annotations

from pathlib import Path

from bench.compare import generated, written
from ophold.standard.canonical import as_plain
from ophold.standard.compare import compare
from ophold.standard.load import catalogue
from ophold.standard.national import national_law
from tests.people import TODAY

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_generated_is_read_back_as_whole_standards_that_differ(tmp_path: Path) -> None:
    made = list(generated(seed=7, municipalities=12, versions=3))
    written(tmp_path, iter(made))
    held = catalogue(tmp_path)
    assert sum(len(versions) for versions in held.standards.values()) == 36
    assert [as_plain(each) for each in made] == [as_plain(held.version(each.key, each.version)) for each in made]
    statute = national_law(ROOT).statute(TODAY)
    compared = compare(made, statute, year=2026, settings={})
    assert len({column.deadline for column in compared.columns}) > 5
    assert any(not column.spans for column in compared.columns)
    assert any(len(column.spans) == 2 for column in compared.columns)
    (row,) = [row for row in compared.rows if row.question.name == "first_follow_up"]
    assert len({cell.words() for cell in row.cells}) > 3


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    one, two, other = ([as_plain(each) for each in generated(seed, 2, 2)] for seed in (1, 1, 2))
    assert one == two
    assert one != other
