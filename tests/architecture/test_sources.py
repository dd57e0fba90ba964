"""docs/sources.toml knows whatever the product rests on, and on every change date one edition of each is in force."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from ophold.law import sources
from ophold.law.finding import Layer, Source
from ophold.standard.acts import Act, Acts, load_acts
from ophold.standard.check.table import RULES
from ophold.standard.load import catalogue
from ophold.standard.national import national_law, rates
from ophold.standard.shape import Citation
from tests.architecture import tree
from tests.architecture.rule_pages import rules

ACTS = load_acts(tree.ROOT)
CONSTANTS = {name: value for name, value in vars(sources).items() if isinstance(value, Source)}
OUR_OWN = {"Sagens egne oplysninger"}  # a case's own facts are no source of law
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)
ANCHOR = re.compile(r"[A-Z0-9-]+")


def _rests_on() -> dict[str, set[str]]:
    """The works each rule in ophold/law names, by work; statute's numbers count as the work they stand in."""
    law = national_law(tree.ROOT)
    works = {name: getattr(law, name)[-1].work for name in ("complaint_window", "reassessment", "letter_days")}
    found: dict[str, set[str]] = defaultdict(set)
    for path in rules():
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sources":
                constant = CONSTANTS.get(node.attr)
                work = constant.work if constant else sources.FVL
                if constant is None or constant.layer is Layer.STATUTE:
                    found[work].add(path.stem)
        if path.stem in works:
            found[works[path.stem]].add(path.stem)
    return found


def test_the_page_can_anchor_every_source_and_no_two_are_one() -> None:
    keys = [act.key for act in ACTS.every]
    assert len(keys) == len(set(keys)) >= 30
    assert all(ANCHOR.fullmatch(key) for key in keys)
    works = [work for act in ACTS.every for work in act.works]
    names = [name.casefold() for act in ACTS.every for name in act.cited_as]
    assert len(works) == len(set(works))
    assert len(names) == len(set(names))


def test_every_work_a_rule_the_checker_the_law_file_or_a_rate_names_is_known() -> None:
    law = national_law(tree.ROOT)
    named = {constant.work for constant in CONSTANTS.values() if constant.layer is Layer.STATUTE}
    named |= {rule.source.work for rule in RULES if rule.source is not None}
    for matter in ("complaint_window", "reassessment", "letter_days", "file_access", "unapproved_place", "least_age"):
        named |= {entry.work for entry in getattr(law, matter)}
    named |= {rate.work for rate in rates(tree.ROOT).values()}
    unknown = {work for work in named - OUR_OWN if ACTS.of_work(work) is None}
    assert unknown == set(), "docs/sources.toml: give each a [[source]], or name it among a source's works"


def test_each_source_lists_the_rules_that_rest_on_it() -> None:
    rest: dict[str, set[str]] = defaultdict(set)
    for work, stems in _rests_on().items():
        act = ACTS.of_work(work)
        rest[act.key if act else work] |= stems if work not in OUR_OWN else set()
    listed = {act.key: set(act.rules) for act in ACTS.every}
    wrong = {key: sorted(stems) for key, stems in rest.items() if stems != listed.get(key, set())}
    assert wrong == {}, "docs/sources.toml: write these as the source's rules"
    assert {key for key, stems in listed.items() if stems} <= set(rest)


def test_every_act_a_standard_cites_is_known() -> None:
    installed = catalogue(tree.ROOT / "standards")
    cited = [
        citation
        for versions in installed.standards.values()
        for standard in versions
        for citation in standard.header.cites
    ]
    assert len(cited) >= 10
    assert [citation for citation in cited if ACTS.cited(citation) is None] == []


@pytest.mark.parametrize("family", sorted({act.family for act in ACTS.every}))
def test_on_every_change_date_one_edition_is_in_force(family: str) -> None:
    for other, day in ACTS.change_days():
        if other == family:
            (current,) = ACTS.in_force(family, day)
            assert current.starts == day
            before = ACTS.in_force(family, day - timedelta(days=1))
            assert current not in before
    editions = [act for act in ACTS.every if act.family == family]
    day = date(2035, 1, 1)
    assert ACTS.in_force(family, day) == (editions[-1],)


def test_an_edition_seen_with_its_year_alone_is_doubtful_that_year_and_no_other() -> None:
    assert [act.key for act in ACTS.in_force("SEL", date(2022, 1, 1))] == ["SEL-2021", "SEL-2022"]
    assert [act.key for act in ACTS.in_force("SEL", date(2022, 12, 31))] == ["SEL-2022"]
    assert [act.key for act in ACTS.in_force("SEL", date(2019, 8, 6))] == []


def test_editions_stand_oldest_first_and_each_but_the_last_says_what_replaced_it() -> None:
    families: dict[str, list[Act]] = defaultdict(list)
    for act in ACTS.every:
        families[act.family].append(act)
    for editions in families.values():
        assert [act.replaced_by for act in editions] == [act.key for act in editions[1:]] + [""]


def test_a_source_says_what_rests_on_it_or_is_cited_or_replaced() -> None:
    def used(acts: Acts, act: Act) -> bool:
        return bool(act.rules or act.used_for or act.works or act.cited_as or act.replaced_by or act.of)

    assert all(used(ACTS, act) for act in ACTS.every)
    assert ACTS.cited(Citation(number="LBK 1", of=None, title="Serviceloven")) is None


def test_the_acts_that_letters_name_are_those_that_say_so() -> None:
    rooms = [*tree.code("ophold/record/letters/"), *tree.code("ophold/journey/")]
    written = [path for path in rooms if path.stem in {"wording", "letters", "letter_text", "contents"}]
    assert len(written) >= 5
    said = " ".join(text for path in written for text in _texts(path))
    naming = {act.key for act in ACTS.every for name in act.cited_as if re.search(rf"(?i)\b{name}\b", said)}
    assert {act.key for act in ACTS.every if act.letters} == naming


def _texts(path: Path) -> list[str]:
    """Every text in a file that is no docstring."""
    module = tree.parsed(path)
    prose = {ast.get_docstring(node, clean=False) for node in ast.walk(module) if isinstance(node, DOCUMENTED)}
    return [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in prose
    ]
