"""How a link is made from its entry and the link before it. Pure: bytes in, bytes out."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from django.conf import settings

NO_TEXT = bytes(32)


def commitment(text: str, salt: bytes) -> bytes:
    """A salted promise of a text: tells nothing of it, and still proves it while salt and text are kept."""
    return hmac.new(salt, text.encode(), hashlib.sha256).digest()


def link(
    *,
    chain: str,
    number: int,
    act: str,
    actor: int | None,
    role: str,
    at: datetime,
    facts: Mapping[str, object],
    committed: bytes,
    previous: bytes,
) -> bytes:
    """The MAC of one entry, over everything it says and the link before it."""
    said = json.dumps(
        [
            chain,
            number,
            act,
            actor,
            role,
            at.astimezone(UTC).isoformat(timespec="microseconds"),
            facts,
            committed.hex(),
            bytes(previous).hex(),
        ],
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hmac.new(settings.JOURNAL_KEY, said.encode(), hashlib.sha256).digest()


def read_link(*, first: int, last: int, count: int, rows: bytes, previous: bytes) -> bytes:
    """The MAC over a batch of reads, `rows` being their canonical bytes."""
    said = f"reads:{first}:{last}:{count}:".encode() + bytes(previous) + rows
    return hmac.new(settings.JOURNAL_KEY, said, hashlib.sha256).digest()
