"""One page for each rule in docs/rules, made from the rule's own words: `python -m tests.architecture.rule_pages`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture import tree

# the form of an answer and what rules share; every other module in ophold/law is a rule with a page
NOT_A_RULE = {"__init__", "as_json", "facts", "finding", "promises", "sources", "statute", "wording"}
PAGES = tree.ROOT / "docs" / "rules"
CITED = re.compile(r"docs/decisions/(\d{4})(-[a-z-]+\.md)")
CASES = tree.ROOT / "tests" / "law" / "cases"


def rules() -> tuple[Path, ...]:
    """The modules that are rules."""
    return tuple(path for path in tree.code("ophold/law/") if path.stem not in NOT_A_RULE)


def page(path: Path) -> str:
    """A rule's page: its question, what it is not, sources, reading, and what can be asked of it."""
    module = tree.parsed(path)
    question, _, rest = (ast.get_docstring(module) or "").partition("\n")
    rows = [
        f"# {question}",
        "",
        CITED.sub(r"[decision \1](../decisions/\1\2)", rest.strip()),
        "",
        "What can be asked of it:",
        "",
    ]
    rows += [f"- `{each.name}` – {_sentence(each)}" for each in _public(module)]
    rows += ["", f"Code: `ophold/law/{path.name}`."]
    if (CASES / f"{path.stem}.yaml").is_file():
        rows.append(f"Examples, one a row: `tests/law/cases/{path.stem}.yaml`.")
    return "\n".join(rows) + "\n"


def _public(module: ast.Module) -> list[ast.FunctionDef]:
    return [each for each in module.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")]


def _sentence(function: ast.FunctionDef) -> str:
    return (ast.get_docstring(function) or "").split("\n\n")[0].replace("\n", " ")


def write() -> None:
    """Write every page anew."""
    PAGES.mkdir(exist_ok=True)
    for path in rules():
        (PAGES / f"{path.stem}.md").write_text(page(path), encoding="utf-8")


if __name__ == "__main__":
    write()
