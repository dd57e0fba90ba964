"""What runs on one database only opens none."""

from __future__ import annotations

import pytest

from tests.architecture import tree
from tests.suite import PURE

MODULES = [
    path
    for place in PURE
    for path in (
        [tree.ROOT / "tests" / place] if place.endswith(".py") else (tree.ROOT / "tests" / place).rglob("*.py")
    )
]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_runs_once_asks_for_no_database(module: object, request: pytest.FixtureRequest) -> None:
    asking = [
        item.nodeid
        for item in request.session.items
        if item.path == module and {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    ]
    assert asking == []
