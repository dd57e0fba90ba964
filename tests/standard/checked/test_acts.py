"""The table of acts is whole or refused with one sentence, and an act is found as people cite it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ophold.standard.acts import load_acts
from ophold.standard.shape import Citation, StandardRefused

ROOT = Path(__file__).resolve().parents[3]
ACTS = load_acts(ROOT)
GOOD = """
[[source]]
key = "A"
family = "A"
kind = "act"
title = {da = "Lov A", en = "Act A"}
evidence = "S"
"""


def _table(folder: Path, text: str) -> Path:
    (folder / "docs").mkdir()
    (folder / "docs" / "sources.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_small_table_loads(tmp_path: Path) -> None:
    (act,) = load_acts(_table(tmp_path, GOOD)).every
    assert (act.key, act.short, str(act)) == ("A", "Lov A", "Lov A")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[source]\n", "TOML"),
        ("", "ingen kilder"),
        ("source = 3", "ingen kilder"),
        (GOOD.replace('key = "A"', 'key = "A"\nnumbr = "LBK 1"'), "number"),
        (GOOD.replace('"S"', '"Z"'), "kendes"),
        (GOOD.replace('"act"', '"law"'), "act"),
        (GOOD + GOOD, "to gange"),
        (GOOD + 'replaced_by = "B"', "»B« ikke findes"),
        (GOOD + 'replaced_by = "A"', "afløser sig selv"),
    ],
)
def test_a_broken_table_is_refused_with_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(StandardRefused, match=said) as refused:
        load_acts(_table(tmp_path, text))
    assert "\n" not in str(refused.value)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StandardRefused, match="ikke findes"):
        load_acts(tmp_path)


@pytest.mark.parametrize(
    ("number", "of", "title", "key"),
    [
        ("LBK 798", date(2019, 8, 7), "Serviceloven", "SEL-2019"),
        ("LBK 798", None, "Serviceloven", "SEL-2019"),
        (None, None, "Serviceloven, §§ 83 og 107", "SEL-2025"),
        (None, None, "  almenboligloven , § 105", "ALMENBOLIGLOVEN"),
        ("LBK 798", date(2003, 1, 1), "Serviceloven", None),
        (None, None, "Vores egen vejledning", None),
    ],
)
def test_an_act_is_found_as_it_is_cited(number: str | None, of: date | None, title: str, key: str | None) -> None:
    found = ACTS.cited(Citation(number=number, of=of, title=title))
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("Serviceloven (SEL), § 107, stk. 2", "SEL-2025"),
        ("Serviceloven (LBK 798/2019)", "SEL-2019"),
        ("Lov om Digital Post, § 10", "DIGITAL-POST"),
        ("Serviceloven (SEL) og mere", None),
        ("Ny Testkommune, Kvalitetsstandard", None),
    ],
)
def test_a_written_source_leads_to_its_act(source: str, key: str | None) -> None:
    found = ACTS.of_source(source)
    assert (found.key if found else None) == key


def test_the_sections_of_a_citation_are_read() -> None:
    cited = Citation(number=None, of=None, title="Serviceloven, §§ 83, 103 og 124 a")
    assert ACTS.sections(cited) == {"83", "103", "124 a"}
    assert ACTS.sections(Citation(number=None, of=None, title="Lov 83")) == frozenset()
