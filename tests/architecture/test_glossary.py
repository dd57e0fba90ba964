"""Names follow docs/glossary.toml, and docs/sources.toml knows what the standards cite."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from ophold.law.finding import Evidence
from ophold.standard.load import catalogue
from tests.architecture import tree

GLOSSARY = tomllib.loads((tree.ROOT / "docs/glossary.toml").read_text(encoding="utf-8"))
SOURCES = tomllib.loads((tree.ROOT / "docs/sources.toml").read_text(encoding="utf-8"))["source"]
TERMS = GLOSSARY["term"]


def _defined(module: ast.Module) -> Iterator[str]:
    """Every name that a module gives to something: functions, classes, arguments, variables, attributes."""
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield f".{node.attr}"  # the dot: an attribute may be a library's own name


@cache
def _names() -> dict[str, frozenset[str]]:
    return {tree.named(path): frozenset(_defined(tree.parsed(path))) for path in tree.code()}


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_no_name_uses_a_banned_word() -> None:
    banned, required = set(GLOSSARY["banned"]), set(GLOSSARY["banned_but_required"])
    found = [
        f"{path}: {name}"
        for path, names in _names().items()
        for name in sorted(names - required)
        if _words(name) & banned
    ]
    assert found == [], "docs/glossary.toml bans these words; use the glossary's own, or give a reason there"


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["english"])
def test_a_term_is_whole_and_its_code_is_written(term: dict[str, object]) -> None:
    assert set(term) <= {"danish", "english", "code", "source", "not_to_be_confused_with", "written"}
    assert all(term[name] for name in ("danish", "english", "code", "source", "not_to_be_confused_with"))
    codes = term["code"]
    assert isinstance(codes, list)
    assert all(str(code).isascii() and str(code).isidentifier() for code in codes)
    if term.get("written", True):
        known = frozenset[str]().union(*_names().values())
        assert any(code == name or code in name for code in codes for name in known), f"none of {codes} is written"


@pytest.mark.parametrize("language", ["danish", "english"])
def test_one_word_for_each_term(language: str) -> None:
    words = [word for term in TERMS for word in ([term[language]] if language == "english" else term[language])]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["key"])
def test_a_source_says_how_surely_it_is_known(source: dict[str, object]) -> None:
    known = {"key", "title", "number", "of", "valid_from", "valid_to", "evidence", "replaced_by", "checked", "note"}
    assert set(source) <= known | {"used_for"}
    assert source["title"]
    assert Evidence(source["evidence"])
    assert source["used_for"]
    assert all(isinstance(source[name], date) for name in ("of", "valid_from", "valid_to") if name in source)
    replacing = source.get("replaced_by")
    assert replacing is None or replacing in {other["number"] for other in SOURCES}


def test_every_numbered_act_a_standard_cites_is_known() -> None:
    known = {(source["number"], source.get("of")) for source in SOURCES}
    installed = catalogue(tree.ROOT / "standards")
    cited = {
        (citation.number, citation.of)
        for versions in installed.standards.values()
        for standard in versions
        for citation in standard.header.cites
        if citation.number is not None
    }
    assert cited <= known
