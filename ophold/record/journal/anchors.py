"""Where did every chain end? The anchor file, kept where whoever has the database cannot reach.

Text, one line after another, added to and never changed. The first line names the format; each line after it is

    2026-03-02T11:00:00+00:00 case:17 42 HEAD LINK

when (UTC), which chain, how many entries it had, its last link, and this line's own link: an HMAC, by the journal's
key, over the line and the link before it. A chain has a new line only when it has grown. Every anchoring ends with a
line about `anchored`, with the number of chains the file then knows; its link is the receipt to write down elsewhere.
The lines hold nobody's name, number or words, and no case's reference.

A line that was cut short when the machine stopped is passed over; the next one is linked to the last whole one.
Why HMAC and not a signature: docs/decisions/0084-anchors.md.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from ophold.record.journal import chain

FIRST_LINE = "ophold journal anchors, format 1"
ANCHORED = "anchored"
_LINE = re.compile(r"(\S{25}) ([a-z]+(?::\d+)?) (\d+) ([0-9a-f]{64}) ([0-9a-f]{64})", re.ASCII)


class AnchorsRefused(Exception):
    """The file is not there, is no anchor file, or is not as it was written; `str()` says which and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where one chain ended, one time."""

    at: datetime
    chain: str
    length: int
    head: bytes

    def said(self) -> str:
        """Its line, without the link."""
        at = self.at.astimezone(UTC).isoformat(timespec="seconds")
        return f"{at} {self.chain} {self.length} {self.head.hex()}"


@dataclass(slots=True, kw_only=True)
class Anchors:
    """What a file tells: for each chain its anchors by length, and the receipt of the last whole anchoring."""

    chains: dict[str, dict[int, Anchor]] = field(default_factory=dict)
    link: bytes = chain.START  # of the last line
    last: Anchor | None = None  # the last anchoring that was finished
    receipt: bytes = chain.START

    def newest(self, name: str) -> Anchor | None:
        """The latest anchor of a chain."""
        known = self.chains.get(name)
        return known[max(known)] if known else None

    def add(self, anchor: Anchor) -> str:
        """Take one more anchor in; its line."""
        said = anchor.said()
        self.link = _link(said, self.link)
        if anchor.chain == ANCHORED:
            self.last, self.receipt = anchor, self.link
        else:
            self.chains.setdefault(anchor.chain, {})[anchor.length] = anchor
        return f"{said} {self.link.hex()}\n"


def read(place: Path) -> Anchors:
    """What the file tells. Raises AnchorsRefused."""
    try:
        with place.open("rb") as file:
            return _told(file, place)
    except OSError as away:
        raise AnchorsRefused(
            f"Ankerfilen {place} kunne ikke læses ({away.strerror}). Find den, og prøv igen."
        ) from None


class Book:
    """The file, opened by the one who adds to it."""

    def __init__(self, file: BinaryIO, place: Path) -> None:
        self._file = file
        self._whole = True
        self.anchors = Anchors()
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            self._whole = file.read(1) == b"\n"
            file.seek(0)
            self.anchors = _told(file, place)
        else:
            self._file.write(f"{FIRST_LINE}\n".encode())

    def add(self, anchors: list[Anchor]) -> None:
        """Add lines at the end, and wait until they are on the disk."""
        lines = "".join(self.anchors.add(anchor) for anchor in anchors)
        self._file.write(("" if self._whole else "\n").encode() + lines.encode())
        self._file.flush()
        os.fsync(self._file.fileno())


@contextmanager
def opened(place: Path) -> Iterator[Book]:
    """The file for adding, made when it is not there; nobody else adds meanwhile. Raises AnchorsRefused."""
    try:
        with os.fdopen(os.open(place, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o640), "rb+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield Book(file, place)
    except OSError as refused:
        raise AnchorsRefused(
            f"Journalen blev ikke forankret, fordi der ikke kunne skrives i {place} ({refused.strerror}). "
            "Se efter, om mappen er der, og om tjenestens bruger må skrive i den."
        ) from None


def _told(file: BinaryIO, place: Path) -> Anchors:
    told, start = Anchors(), file.readline()
    if start.rstrip() != FIRST_LINE.encode():
        raise AnchorsRefused(f"{place} er ikke en ankerfil: den første linje skal være »{FIRST_LINE}«.")
    for number, raw in enumerate(file, 2):
        found = _LINE.fullmatch(raw.decode(errors="replace").rstrip("\n"))
        if found is None:  # cut short; the next one tells whether it belonged here
            continue
        at, name, length, head, link = found.groups()
        try:
            anchor = Anchor(at=datetime.fromisoformat(at), chain=name, length=int(length), head=bytes.fromhex(head))
        except ValueError:
            continue
        told.add(anchor)
        if told.link.hex() != link or anchor.said() != raw[: found.start(5) - 1].decode():
            raise AnchorsRefused(
                f"Ankerfilen {place} er ændret, eller den hører til en anden journal: linje {number} passer ikke til "
                "linjen før. Brug en kopi fra et andet sted."
            )
    return told


def _link(said: str, previous: bytes) -> bytes:
    return chain.anchor_link(said, previous=previous)
