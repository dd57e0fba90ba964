"""Whether anything was written: the rows of every table of ours, counted before and after."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps

# a session is Django's own, and that somebody looked at a page changes nothing
_NOT_COUNTED = {"Session", "ReadEntry"}


def counted() -> dict[str, int]:
    """How many rows each table of ours holds."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("ophold."))
    return {model._meta.db_table: model._base_manager.count() for model in ours if model.__name__ not in _NOT_COUNTED}


@contextmanager
def nothing_written() -> Iterator[None]:
    """Fail when a row came or went."""
    before = counted()
    yield
    after = counted()
    written = {table: (before[table], after[table]) for table in before if before[table] != after[table]}
    assert not written, written
