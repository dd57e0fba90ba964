"""The law stands alone, and every rule says what it answers, what it is not, and by which sources and readings."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import rule_pages, tree

DECISIONS = tree.ROOT / "docs" / "decisions"
CITED = re.compile(r"docs/decisions/(\d{4}-[a-z-]+\.md)")


def test_the_laws_tests_pass_with_django_out_of_reach() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.law"], cwd=tree.ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", rule_pages.rules(), ids=lambda path: path.stem)
def test_a_rule_begins_with_its_question_and_says_what_it_is_not(path: Path) -> None:
    question, _, rest = (ast.get_docstring(tree.parsed(path)) or "").partition("\n")
    assert question.endswith("?")
    assert "Not here:" in rest


@pytest.mark.parametrize("path", rule_pages.rules(), ids=lambda path: path.stem)
def test_a_rules_page_says_what_its_code_says(path: Path) -> None:
    written = rule_pages.PAGES / f"{path.stem}.md"
    assert written.is_file(), "Write it: python -m tests.architecture.rule_pages"
    assert written.read_text(encoding="utf-8") == rule_pages.page(path), "python -m tests.architecture.rule_pages"


def test_every_decision_that_code_cites_has_its_page_and_no_two_share_a_number() -> None:
    for path in tree.code():
        for name in CITED.findall(path.read_text(encoding="utf-8")):
            assert (DECISIONS / name).is_file(), f"{tree.named(path)} cites {name}"
    numbers = [page.name[:4] for page in DECISIONS.glob("*.md")]
    assert len(numbers) == len(set(numbers))
