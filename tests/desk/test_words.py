"""Everything the journal can hold has human words on the case page."""

from __future__ import annotations

import ast
from pathlib import Path

from ophold.outlook.desk.words import _DONE

ROOT = Path(__file__).resolve().parents[2] / "ophold"


def _acts_written() -> set[str]:
    """Every `act="…"` that a file which writes a case's journal names; a municipality's own is on no case page."""
    found = set()
    for path in ROOT.rglob("*.py"):
        if path.name not in ("actions.py", "sending.py"):
            continue
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") != "write_municipal":
                found |= {
                    str(word.value.value)
                    for word in call.keywords
                    if word.arg == "act" and isinstance(word.value, ast.Constant)
                }
    return found


def test_every_act_in_the_journal_has_words() -> None:
    assert _acts_written() - set(_DONE) == set()
