"""Is the worker alive? It writes the time into a file among the running data; others read it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings

NAME = "worker.alive"


def _place() -> Path:
    return Path(settings.VAR) / NAME


def beat(at: datetime) -> None:
    """The worker is alive; moved into place whole, so that nobody reads half a time."""
    part = _place().with_suffix(".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(at.isoformat())
    part.replace(_place())


def last() -> datetime | None:
    """When the worker last said so; None when it never has, or not in words we know."""
    try:
        return datetime.fromisoformat(_place().read_text())
    except (OSError, ValueError):
        return None


def stop() -> None:
    """The worker has ended as it was asked to."""
    _place().unlink(missing_ok=True)
