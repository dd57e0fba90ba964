"""Names follow docs/glossary.toml."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest

from tests.architecture import tree

GLOSSARY = tomllib.loads((tree.ROOT / "docs/glossary.toml").read_text(encoding="utf-8"))
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
