"""What happened to a chain that is not as it was written? Names the first thing, and where.

Slow and thorough: asked only of a chain that `verify` has found not to be whole, and looked at under its lock.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ophold.record.clock import COPENHAGEN
from ophold.record.journal import chain
from ophold.record.journal.actions import ERASE, TEXT_CONTEXT
from ophold.record.journal.anchors import Anchor
from ophold.record.journal.rows import Head, Row
from ophold.record.people.seal import SealBroken, unseal_text

_SHORT, _NEAR = 200, 3  # entries in a chain where every place is tried; how far is tried where there are more


class What(enum.Enum):
    """What happened to a link."""

    CHANGED = "er ændret"
    INSERTED = "er sat ind"
    MOVED = "er flyttet"
    MISSING = "mangler"
    SILENTLY_ERASED = "er slettet, uden at det er journalført"
    REPLACED = "er ikke den, der blev forankret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The first thing wrong in one chain: whose it is, which number, and what happened."""

    chain: str
    number: int
    what: What
    thing: str = "post {}"
    anchored_at: datetime | None = None  # which anchor tells it, when the chain itself does not

    def __str__(self) -> str:
        seen = f" (forankret {self.anchored_at.astimezone(COPENHAGEN):%Y-%m-%d %H:%M})" if self.anchored_at else ""
        return f"{self.chain}: {self.thing.format(self.number)} {self.what.value}{seen}."


def first_fault(head: Head, rows: Sequence[Row], prefix: str) -> Fault | None:
    """The first thing wrong in a chain; None when all is as it was written."""
    name = f"{prefix}:{head.key}"
    last = chain.START
    erased: set[int] = set()
    for place, row in enumerate(rows, 1):
        whole = row.number == place and row.municipality == head.municipality and row.previous == last
        if not whole or _link(row, name, place, last) != row.mac:
            number, what = _what_happened(rows, place, last, name, head.length)
            return Fault(chain=head.name, number=number, what=what)
        if what_text := text_fault(row):
            return Fault(chain=head.name, number=place, what=what_text, thing="teksten til post {}")
        if row.text is not None and row.sealed is None:
            erased.add(place)
        elif row.act == ERASE:
            erased.discard(json.loads(row.facts)["number"])
        last = row.mac
    if len(rows) != head.length or last != head.mac:
        what = What.MISSING if len(rows) < head.length else What.INSERTED
        return Fault(chain=head.name, number=min(len(rows), head.length) + 1, what=what)
    if erased:
        return Fault(chain=head.name, number=min(erased), what=What.SILENTLY_ERASED, thing="teksten til post {}")
    return None


def unlike_anchors(
    name: str, anchored: Mapping[int, Anchor], length: int, link_at: Callable[[int], bytes], thing: str = "post {}"
) -> Fault | None:
    """The first thing in a chain that is whole in itself and yet not the one its anchors saw.

    An anchor knows one link: what was put in the place of entries is known to lie after the anchor before.
    """
    sure = 0
    for reached in sorted(anchored):
        at = anchored[reached].at
        if reached > length:
            return Fault(chain=name, number=length + 1, what=What.MISSING, thing=thing, anchored_at=at)
        if link_at(reached) != anchored[reached].head:
            among = thing if reached == sure + 1 else f"{thing} eller en af de følgende til og med {reached}"
            return Fault(chain=name, number=sure + 1, what=What.REPLACED, thing=among, anchored_at=at)
        sure = reached
    return None


def _link(row: Row, name: str, number: int, previous: bytes) -> bytes:
    """The link the row would have there; none for what no entry was ever written with."""
    try:
        return chain.Chainer().link(
            name, number, row.act, row.actor, row.role, row.at, row.facts, row.committed, row.act_key, previous
        )
    except (TypeError, ValueError, AttributeError):
        return b""


def _what_happened(rows: Sequence[Row], place: int, last: bytes, name: str, length: int) -> tuple[int, What]:
    """Name what is wrong at `place`: where did the true entry go, and where does this one come from?

    Whoever did it may have renumbered what is left and pointed every link at the one before.
    """
    row, rest = rows[place - 1], rows[place:]
    true = next((later for later in rows[place - 1 :] if _link(later, name, place, last) == later.mac), None)
    if true is row:
        return place, What.CHANGED if row.number == place else What.MOVED
    if true is not None:
        return place, What.MOVED if _is_ours(row, rows, name, length) else What.INSERTED
    if any(_link(row, name, number, row.previous) == row.mac for number in range(1, len(rows) + length + 1)):
        return place, What.MISSING
    if place > length:
        return place, What.INSERTED
    came_forward = _link(rest[0], name, place + 2, row.mac) == rest[0].mac if rest else len(rows) < length
    return place, What.MISSING if came_forward else What.CHANGED


def _is_ours(row: Row, rows: Sequence[Row], name: str, length: int) -> bool:
    """Whether an entry was once written in this chain: tries every place, in a long chain those near each link."""
    links = enumerate((each.mac for each in rows), 1)
    before = [(0, chain.START), (rows.index(row), row.previous), *links]
    reach = max(len(rows), length) if len(rows) <= _SHORT else _NEAR
    tried = ((place + 1 + shift, previous) for place, previous in before for shift in range(-reach, reach + 1))
    return any(_link(row, name, number, previous) == row.mac for number, previous in tried if number > 0)


def text_fault(row: Row) -> What | None:
    """What is wrong with the text beside an entry."""
    if row.committed == chain.NO_TEXT:
        return None if row.text is None else What.INSERTED
    if row.text is None:
        return What.MISSING
    if row.text != row.municipality:
        return What.CHANGED
    if row.salt is None or row.sealed is None:
        return None if row.salt is row.sealed else What.CHANGED
    try:
        text = unseal_text(row.sealed, context=TEXT_CONTEXT)
    except SealBroken:
        return What.CHANGED
    return None if chain.commitment(text, bytes(row.salt)) == row.committed else What.CHANGED
