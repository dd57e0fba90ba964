"""One table names every variable; nothing else is read, and the page for operations shows it."""

from __future__ import annotations

import ast
import re

import pytest

from ophold.site import environment
from tests.architecture import tree
from tests.operations.surroundings import a_key

# The shell asks for the folders without Django; the rest is set, not read, before Django starts.
READS_ITSELF = {"ophold/site/environment.py", "ophold/cli/installed.py"}
NAMED = re.compile(r"\b(?:OPHOLD_[A-Z_]+|DATABASE_URL)\b")


def test_no_variable_is_read_or_named_that_is_not_in_the_table() -> None:
    strange = [
        f"{tree.named(path)} {name}"
        for path in (*tree.code(), *tree.files(".md", ".service", ".env"))
        for name in set(NAMED.findall(path.read_text(encoding="utf-8")))
        if name not in environment.NAMES and not name.startswith(("OPHOLD_TEST_", "OPHOLD_SEEDS", "OPHOLD_DIE"))
    ]
    assert not strange, strange


def test_the_environment_is_read_in_one_place() -> None:
    found = []
    for path in tree.code():
        if tree.named(path) in READS_ITSELF:
            continue
        for node in ast.walk(tree.parsed(path)):
            read = isinstance(node, ast.Attribute) and node.attr == "get" and ast.unparse(node.value) == "os.environ"
            if read or (isinstance(node, ast.Attribute) and node.attr == "getenv"):
                found.append(tree.named(path, getattr(node, "lineno", 0)))
    assert not found, found


def test_every_variable_says_what_it_is_and_what_it_accepts() -> None:
    for row in environment.TABLE:
        assert row.what
        assert row.accepts
        assert row.what[0].isupper()
    assert len(environment.NAMES) == len(environment.TABLE)


@pytest.mark.parametrize(
    ("read", "name", "value"),
    [
        (lambda: environment.flag("OPHOLD_DEMO"), "OPHOLD_DEMO", "ja"),
        (lambda: environment.day("OPHOLD_TODAY"), "OPHOLD_TODAY", "i dag"),
        (lambda: environment.number("OPHOLD_PORT", 8000, most=65535), "OPHOLD_PORT", "0"),
        (lambda: environment.number("OPHOLD_WORKERS", 2, most=64), "OPHOLD_WORKERS", "mange"),
        (lambda: environment.key("OPHOLD_JOURNAL_KEY", demo=False), "OPHOLD_JOURNAL_KEY", "kort"),
        (lambda: environment.keys("OPHOLD_CPR_SEAL_KEY", demo=False), "OPHOLD_CPR_SEAL_KEY", "0:x"),
        (lambda: environment.one_of("OPHOLD_LOG_LEVEL", ("INFO",), "INFO"), "OPHOLD_LOG_LEVEL", "alt"),
    ],
)
def test_a_wrong_value_names_its_variable_and_is_not_repeated(
    read: object, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert callable(read)
    with pytest.raises(environment.NotUnderstood, match=name) as refused:
        read()
    assert f"»{value}«" not in str(refused.value)


def test_several_keys_keep_their_numbers_and_the_first_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = a_key(), a_key()
    monkeypatch.setenv("OPHOLD_CPR_SEAL_KEY", f"2:{new}, 1:{old}")
    assert list(environment.keys("OPHOLD_CPR_SEAL_KEY", demo=False)) == [2, 1]
    monkeypatch.setenv("OPHOLD_CPR_SEAL_KEY", f"1:{new},1:{old}")
    with pytest.raises(environment.NotUnderstood):
        environment.keys("OPHOLD_CPR_SEAL_KEY", demo=False)


def test_a_misspelt_variable_is_found() -> None:
    assert environment.unknown({"OPHOLD_VRA": "x", "OPHOLD_VAR": "x", "PATH": "x"}) == ["OPHOLD_VRA"]


def test_a_fingerprint_tells_keys_apart_and_is_not_the_key() -> None:
    assert environment.fingerprint(b"a" * 32) != environment.fingerprint(b"b" * 32)
    assert len(environment.fingerprint(b"a" * 32)) == 16
