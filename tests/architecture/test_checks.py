"""The page of the checker's questions says what the table says."""

from __future__ import annotations

from ophold.standard.check.table import RULES
from tests.architecture import check_page


def test_the_page_of_checks_is_the_table() -> None:
    assert check_page.PAGE.read_text(encoding="utf-8") == check_page.page(), "python -m tests.architecture.check_page"
    assert all(rule.finds.__doc__ for rule in RULES)
