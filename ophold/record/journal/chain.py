"""How a link is made from its entry and the link before it, and a seal from reads. Pure: values in, bytes out."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from django.conf import settings

from ophold.record.people.cpr import found_in

NO_TEXT = bytes(32)
START = bytes(32)  # what the first link of a chain is linked to
MARK = 8  # bytes a read leaves in its seal

_said = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


class FactsRefused(TypeError):
    """Facts hold a value that the two databases would not give back alike, or that could never be erased."""


def check_facts(facts: object) -> None:
    """Texts without CPR numbers, whole numbers, yes, no, nothing; lists and names with these. Raises FactsRefused."""
    if isinstance(facts, Mapping):
        for key, value in facts.items():
            if not isinstance(key, str):
                raise FactsRefused(f"A fact's name must be a text, not {key!r}.")
            check_facts(value)
    elif isinstance(facts, list | tuple):
        for value in facts:
            check_facts(value)
    elif not isinstance(facts, str | int | None):
        raise FactsRefused(f"A fact must be a text or a whole number, not {type(facts).__name__}.")
    elif isinstance(facts, str) and found_in(facts):
        raise FactsRefused("A fact must not hold a CPR number; what was said goes into the text.")


def commitment(text: str, salt: bytes) -> bytes:
    """A salted promise of a text: tells nothing of it, and still proves it while salt and text are kept."""
    return hmac.digest(salt, text.encode(), "sha256")


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
    act_key: str | None,
    previous: bytes,
) -> bytes:
    """The MAC of one entry, over everything it says and the link before it."""
    said = _said(
        [
            chain,
            number,
            act,
            actor,
            role,
            at.astimezone(UTC).isoformat(timespec="microseconds"),
            facts,
            committed.hex(),
            act_key,
            previous.hex(),
        ]
    )
    return hmac.digest(settings.JOURNAL_KEY, said.encode(), "sha256")


def read_mark(row: Sequence[object], at: datetime) -> bytes:
    """What one read leaves in its seal, so that a broken seal tells which read was touched."""
    said = _said([*row, at.astimezone(UTC).isoformat(timespec="microseconds")])
    return hmac.digest(settings.JOURNAL_KEY, said.encode(), "sha256")[:MARK]


def read_link(*, first: int, last: int, marks: bytes, previous: bytes) -> bytes:
    """The MAC over a batch of reads and the seal before it."""
    said = f"reads:{first}:{last}:".encode() + previous + marks
    return hmac.digest(settings.JOURNAL_KEY, said, "sha256")
