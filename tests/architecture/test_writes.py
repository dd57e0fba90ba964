"""Whatever changes the database is a function in `actions.py`; SQL by hand is the triggers'."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import tree

ALWAYS = {
    *("save", "asave", "delete", "adelete", "create", "acreate", "get_or_create", "update_or_create"),
    *("bulk_create", "bulk_update", "raw_delete"),
}
ON_A_QUERYSET = {"update", "aupdate"}
QUERYSET = {"objects", "filter", "exclude", "all", "select_for_update", "using", "order_by"}
# Django's own sessions store, and Django's session in a browser, write when they must.
# And what saves a picture or a PDF to memory, in a program that knows no Django at all (an import contract).
STRIPPING = "ophold/record/attachments/stripping"
EXCEPT = {"ophold/record/people/sessions.py", f"{STRIPPING}/pictures.py", f"{STRIPPING}/documents.py"}
# The triggers, and the copy of a whole PostgreSQL database with its hashes.
BY_HAND = {
    "ophold/record/journal/triggers.py",
    "ophold/site/backup/postgresql.py",
    "ophold/record/cases/facts.py",  # not by hand: Django's own statement, put together once and asked again
}


def _may_write(path: Path) -> bool:
    place = tree.named(path)
    return path.name == "actions.py" or "/actions/" in place or "/demo" in place or place in EXCEPT


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree.parsed(path)) if isinstance(node, ast.Call))


def _words(node: ast.AST) -> set[str]:
    """Every attribute on the way to a call: `Case.objects.filter(…)` → objects, filter."""
    words = set()
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Attribute):
            words.add(node.attr)
            node = node.value
        else:
            node = node.func
    return words


def _writes(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name = call.func.attr
    return name in ALWAYS or (name in ON_A_QUERYSET and bool(_words(call.func.value) & QUERYSET))


def test_only_acts_write() -> None:
    found = [
        f"{tree.named(path, call.lineno)} .{call.func.attr}("
        for path in tree.code()
        if not _may_write(path)
        for call in _calls(path)
        if _writes(call) and isinstance(call.func, ast.Attribute)
    ]
    assert not found, "Move these writes into an act in actions.py:\n" + "\n".join(found)


def test_only_the_triggers_are_sql_by_hand() -> None:
    found = [
        tree.named(path, call.lineno)
        for path in tree.code()
        if tree.named(path) not in BY_HAND and "/demo" not in tree.named(path)
        for call in _calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"cursor", "raw", "extra", "executescript"}
    ]
    assert not found, "SQL by hand:\n" + "\n".join(found)


def test_the_test_sees_a_write() -> None:
    for statement in ("Case.objects.filter(pk=1).update(x=1)", "case.save()", "Case.objects.create()"):
        call = ast.parse(statement).body[0].value  # type: ignore[attr-defined]
        assert _writes(call), statement
    assert not _writes(ast.parse("context.update(x=1)").body[0].value)  # type: ignore[attr-defined]
