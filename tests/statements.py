"""Counting what a request or an act asks of the database, alike on both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_CONTROL = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b", re.IGNORECASE)


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements run inside, without transaction control."""
    seen: list[str] = []

    def note(run: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if not _CONTROL.match(sql):
            seen.append(sql)
        return run(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield seen


@contextmanager
def assert_statements(most: int) -> Iterator[None]:
    """Fail, and print them, when more statements are run than allowed."""
    with statements() as seen:
        yield
    assert len(seen) <= most, f"{len(seen)} statements, allowed {most}:\n" + "\n".join(seen)
