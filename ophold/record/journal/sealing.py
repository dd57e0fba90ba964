"""Which reads the next seal covers, and what it says. Reads here; the write is `actions.seal_reads`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from ophold.record.journal import chain
from ophold.record.journal.models import ReadEntry, ReadSeal

SETTLED_AFTER = timedelta(seconds=60)
BATCH = 1000
FIELDS = ("id", "municipality_id", "account_id", "role", "page", "references", "at")

Read = tuple[int, int, int, str, str, list[str], datetime]


def next_seal(now: datetime) -> ReadSeal | None:
    """The seal to make now, unsaved; None when every settled read is sealed."""
    before = ReadSeal.objects.order_by("-last_id").first()
    unsealed = ReadEntry.objects.filter(pk__gt=before.last_id if before else 0)
    rows: list[Read] = list(unsealed.order_by("pk").values_list(*FIELDS)[:BATCH])
    settled = _settled(rows, now)
    if not settled:
        return None
    previous = bytes(before.mac) if before else chain.START
    first, last, marks = settled[0][0], settled[-1][0], marks_of(settled)
    return ReadSeal(
        first_id=first,
        last_id=last,
        count=len(settled),
        marks=marks,
        previous=previous,
        mac=chain.read_link(first=first, last=last, marks=marks, previous=previous),
        made_at=now,
    )


def marks_of(rows: Iterable[Read]) -> bytes:
    """What the reads leave in their seal."""
    return b"".join(chain.read_mark(row[:-1], row[-1]) for row in rows)


def _settled(rows: list[Read], now: datetime) -> list[Read]:
    """The reads up to the first that is so new that an earlier number may still be on its way.

    A read dated after now is from a demonstration set on a later day; it is old all the same.
    """
    for place, row in enumerate(rows):
        if abs(now - row[-1]) < SETTLED_AFTER:
            return rows[:place]
    return rows
