"""How a link is made from its entry and the link before it, and a seal from reads. Pure: values in, bytes out.

What a link covers is written here once, as JSON (`link`). `Chainer` makes the very same bytes from rows as they lie in
the database, without turning them into objects first; tests hold the two together.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring

from django.conf import settings

from ophold.record.people.cpr import found_in

NO_TEXT = bytes(32)
START = bytes(32)  # what the first link of a chain is linked to
MARK = 8  # bytes a read leaves in its seal
_INNER, _OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))

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


class Chainer:
    """Makes links from rows as they lie; one for a whole walk, because it prepares the key once."""

    def __init__(self) -> None:
        key = settings.JOURNAL_KEY.ljust(64, b"\0")  # HMAC (RFC 2104) with its two halves begun
        assert len(key) == 64, "a key longer than a block is hashed first; ours is 32 bytes"
        self._inner, self._outer = sha256(key.translate(_INNER)), sha256(key.translate(_OUTER))

    def mac(self, said: bytes) -> bytes:
        """The same as `hmac.digest(settings.JOURNAL_KEY, said, "sha256")`."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(said)
        outer.update(inner.digest())
        return outer.digest()

    def link(
        self,
        chain: str,
        number: int,
        act: str,
        actor: int | None,
        role: str,
        at: str,
        facts: str,
        committed: bytes,
        act_key: str | None,
        previous: bytes,
    ) -> bytes:
        """The link of one row: `at` as `2026-03-02T11:00:00` with or without microseconds, in UTC; `facts` as JSON.

        Raises TypeError or ValueError for what no entry was ever written with.
        """
        instant = at if len(at) == 26 else at + ".000000"
        key = "null" if act_key is None else encode_basestring(act_key)
        return self.mac(
            f'["{chain}",{number},{_by_whom(act, actor, role)},{encode_basestring(instant + "+00:00")},'
            f'{canonical(facts)},"{committed.hex()}",{key},"{previous.hex()}"]'.encode()
        )


@lru_cache(maxsize=4096)
def canonical(facts: str) -> str:
    """Facts as they lie, in either database's spelling, as a link says them."""
    return _said(json.loads(facts))


@lru_cache(maxsize=4096)
def _by_whom(act: str, actor: int | None, role: str) -> str:
    return _said([act, actor, role])[1:-1]


def read_mark(row: Sequence[object], at: datetime) -> bytes:
    """What one read leaves in its seal, so that a broken seal tells which read was touched."""
    said = _said([*row, at.astimezone(UTC).isoformat(timespec="microseconds")])
    return hmac.digest(settings.JOURNAL_KEY, said.encode(), "sha256")[:MARK]


def read_link(*, first: int, last: int, marks: bytes, previous: bytes) -> bytes:
    """The MAC over a batch of reads and the seal before it."""
    said = f"reads:{first}:{last}:".encode() + previous + marks
    return hmac.digest(settings.JOURNAL_KEY, said, "sha256")


def anchor_link(line: str, *, previous: bytes) -> bytes:
    """The MAC over one line of an anchor file and the link before it."""
    return hmac.digest(settings.JOURNAL_KEY, f"anchor:{previous.hex()}:{line}".encode(), "sha256")
