"""That an act is being carried out: one transaction, and a name the write guard can ask for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from ophold.record import lane

_open_act: ContextVar[str] = ContextVar("open_act", default="")


def open_act() -> str:
    """The act being carried out, or the empty string."""
    return _open_act.get()


@contextmanager
def acting(name: str) -> Iterator[None]:
    """One act's transaction, begun when it is its turn to write. An act on a case is `ophold.record.cases.acts.act`."""
    token = _open_act.set(name)
    try:
        with lane.turn(), transaction.atomic():
            yield
    finally:
        _open_act.reset(token)
