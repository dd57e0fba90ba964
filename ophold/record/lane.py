"""One writer at a time on SQLite, in turn, with a queue that has an end. PostgreSQL has its own and needs none of this.

SQLite lets one transaction write, and whoever waits asks again at growing intervals: of two that write all the time
one may wait for seconds while the other goes on. Here an act takes its place in the queue before its transaction
begins: the first in the queue holds `next` until `now` is free, so that whoever has just written stands behind it.
Both are locks on files beside the database: every process of the house is in the same queue, a killed one leaves it.

A full queue, or one that does not move, is `Busy`: nothing was written, and the page says so (503).
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

PLACES = 16  # that may wait in one process
PATIENCE = 2.0  # seconds in the queue
LOOK = 0.0005  # seconds between two looks at a lock

_places = threading.BoundedSemaphore(PLACES)
_mine = threading.local()


class Busy(OperationalError):
    """The queue is full or does not move; nothing was written."""


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one's turn to write, and have it until the block ends. Inside a transaction one has it already."""
    path = _path()
    if not path or connection.in_atomic_block or getattr(_mine, "turn", False):
        yield
        return
    if not _places.acquire(blocking=False):
        raise Busy("Too many are waiting to write.")
    try:
        now = _in_turn(path)
    finally:
        _places.release()
    _mine.turn = True
    try:
        yield
    finally:
        _mine.turn = False
        os.close(now)  # which lets go of the lock


def _path() -> str:
    """The database's file; empty where there is none, or where the database queues by itself."""
    name = str(connection.settings_dict["NAME"])
    return name if connection.vendor == "sqlite" and "memory" not in name else ""


def _in_turn(path: str) -> int:
    """The lock that says whose turn it is, held."""
    until = time.monotonic() + PATIENCE
    following = _locked(f"{path}-next", until)
    try:
        return _locked(f"{path}-now", until)
    finally:
        os.close(following)


def _locked(path: str, until: float) -> int:
    """An open file that nobody else holds the lock on. Raises Busy when that takes too long."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                os.close(file)
                raise Busy("The queue of writers does not move.") from None
            time.sleep(LOOK)
        else:
            return file
