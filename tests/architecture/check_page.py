"""The page of what the checker asks, made from its table: `python -m tests.architecture.check_page`."""

from __future__ import annotations

import inspect
from pathlib import Path

from ophold.standard.check.finding import Severity
from ophold.standard.check.remarks import CARRIED
from ophold.standard.check.shown import GROUPS
from ophold.standard.check.table import RULES
from tests.architecture import tree

PAGE: Path = tree.ROOT / "docs" / "checks.md"
HEAD = """# What the checker of standards finds

`ophold standard check FILE|MUNICIPALITY` asks every question below; the editor and the public page show the same
findings. Codes are stable. What makes which severity: [decision 0093](decisions/0093-severities.md); what counts as
narrower than statute: [decision 0094](decisions/0094-what-is-narrower.md); when a citation is outdated:
[decision 0095](decisions/0095-which-edition.md).

To add one: a function in `ophold/standard/check/`, a row in `table.py`, a row in `ONE_THING_WRONG`
(`tests/standard/checked/test_check.py`), then `python -m tests.architecture.check_page`.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for severity in Severity:
        title = GROUPS[severity].title.en
        rows = [f"## {title} (`{severity.value}`)", "", "| code | found where | rests on |", "|---|---|---|"]
        for rule in RULES:
            if rule.severity is severity:
                question = (inspect.getdoc(rule.finds) or "").rstrip(".")
                rows.append(f"| `{rule.code}` | {question} | {rule.source or 'the text itself'} |")
        for kind, (code, carried, _remedy) in CARRIED.items():
            if carried is severity:
                rows.append(
                    f"| `{code}` | a remark of the kind *{kind.value}* that no rule can see | the text itself |"
                )
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
