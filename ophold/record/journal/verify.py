"""Is the journal as it was written? Walks every chain and names the first thing in each that is not.

Finds an entry, a personal text or a read that was changed, inserted, moved or taken away, also from the end of a
chain, because the case remembers its last link. Somebody who takes the end of a chain away *and* moves the case's
memory of it back is found by anchors only: copies of the last links kept elsewhere (`anchors`;
docs/decisions/0050-a-journal-that-tells-on-itself.md, 0084-anchors.md).

A walk asks of each chain only whether it is whole, quickly (`whole`). One that is not is looked at again under its lock
and named by `faults`: it may only have grown meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django_scopes import scopes_disabled

from ophold.record.journal import chain, sealing
from ophold.record.journal.actions import ERASE
from ophold.record.journal.anchors import Anchor, Anchors
from ophold.record.journal.faults import Fault, What, first_fault, text_fault, unlike_anchors
from ophold.record.journal.models import ReadEntry, ReadSeal
from ophold.record.journal.rows import KINDS, Head, Kind, Row

READS = "reads"  # the one chain of seals
_READS_SAID = "Læsninger"


@dataclass(slots=True, kw_only=True)
class Verdict:
    """What was walked, and what was found."""

    chains: int = 0
    entries: int = 0
    reads: int = 0
    unsealed: int = 0
    unanchored: int = 0  # entries younger than the anchors given
    faults: list[Fault] = field(default_factory=list)

    def __str__(self) -> str:
        if self.faults:
            return "\n".join(str(fault) for fault in self.faults)
        return (
            f"Journalen er uændret: {self.entries} poster i {self.chains} kæder, {self.reads} læsninger under segl, "
            f"{self.unsealed} nye læsninger venter på segl."
        )


def verify(anchors: Anchors | None = None) -> Verdict:
    """Walk everything, hold it against the anchors where there are any, and name what is not as it was written."""
    verdict, anchored = Verdict(), dict(anchors.chains) if anchors else {}
    with scopes_disabled():
        for kind in KINDS:
            verify_kind(kind, anchored, verdict)
        _verify_reads(anchored.pop(READS, {}), verdict)
    return verdict


def verify_kind(kind: Kind, anchors: dict[str, dict[int, Anchor]], verdict: Verdict) -> None:
    """Walk all chains of a kind; the anchors that were used are taken out."""
    chainer, suspects = chain.Chainer(), {}
    for key, head, rows in kind.chains():
        name = kind.chain(key)
        anchored = anchors.pop(name, {})
        verdict.chains += 1
        if head and whole(chainer, name, head, rows, anchored):
            verdict.entries += head.length
            verdict.unanchored += head.length - max(anchored, default=0)
        else:
            suspects[key] = anchored
    gone = [name for name in anchors if name.startswith(f"{kind.prefix}:")]
    suspects |= {int(name.partition(":")[2]): anchors.pop(name) for name in gone}
    for key, anchored in suspects.items():
        with transaction.atomic():
            head, listed = kind.locked(key)
            fault = _fault(kind, key, head, listed, anchored)
        verdict.entries += len(listed)
        if fault:
            verdict.faults.append(fault)


def _fault(kind: Kind, key: int, head: Head | None, rows: list[Row], anchored: Mapping[int, Anchor]) -> Fault | None:
    if head is None and rows:
        return Fault(chain=kind.unnamed(key), number=1, what=What.MISSING, thing="den, der skal huske kæden,")
    name = head.name if head else kind.unnamed(key)
    own = first_fault(head, rows, kind.prefix) if head else None
    return own or unlike_anchors(name, anchored, len(rows), lambda reached: rows[reached - 1].mac)


def whole(chainer: chain.Chainer, name: str, head: Head, rows: Iterable[Row], anchored: Mapping[int, Anchor]) -> bool:
    """Whether a chain is as it was written, to the last entry and text, and as its anchors saw it.

    A row that cannot be read is not as it was written.
    """
    _, _, municipality, end, length = head
    link, no_text, place, last = chainer.link, chain.NO_TEXT, 0, chain.START
    erased: set[int] = set()
    try:
        for row in rows:
            _, number, home, act, actor, role, at, facts, committed, previous, mac, key, text, _, sealed = row
            place += 1
            if number != place or home != municipality or previous != last:
                return False
            last = link(name, place, act, actor, role, at, facts, committed, key, last)
            if last != mac:
                return False
            if place in anchored and anchored[place].head != mac:
                return False
            if text is not None or committed != no_text:
                if text_fault(Row._make(row)):
                    return False
                if sealed is None:
                    erased.add(place)
            if act == ERASE:
                erased.discard(json.loads(facts)["number"])
    except (TypeError, ValueError, AttributeError, KeyError):
        return False
    return place == length and last == end and not erased and max(anchored, default=0) <= length


# -- reads ------------------------------------------------------------------------------------------------------------


def _verify_reads(anchored: Mapping[int, Anchor], verdict: Verdict) -> None:
    """Walk the seals and, beside them, the reads they cover; stop at the first that is not as it was sealed."""
    previous, unread, links = chain.START, ReadEntry.objects.order_by("pk"), []
    for seal in ReadSeal.objects.order_by("last_id").iterator():
        marks = bytes(seal.marks)
        own = chain.read_link(first=seal.first_id, last=seal.last_id, marks=marks, previous=previous)
        if own != seal.mac or seal.previous != previous:
            verdict.faults.append(_read_fault(seal.first_id, What.CHANGED, "seglet fra læsning {}"))
            return
        rows: list[sealing.Read] = list(unread.filter(pk__lte=seal.last_id).values_list(*sealing.FIELDS))
        if sealing.marks_of(rows) != marks:
            verdict.faults.append(_which_read(rows, marks))
            return
        verdict.reads += len(rows)
        previous, unread = own, ReadEntry.objects.order_by("pk").filter(pk__gt=seal.last_id)
        links.append(own)
    verdict.unsealed = unread.count()
    fault = unlike_anchors(_READS_SAID, anchored, len(links), lambda reached: links[reached - 1], "segl nummer {}")
    if fault:
        verdict.faults.append(fault)


def _which_read(rows: list[sealing.Read], marks: bytes) -> Fault:
    expected = [marks[start : start + chain.MARK] for start in range(0, len(marks), chain.MARK)]
    found = [sealing.marks_of([row]) for row in rows]
    place = next(place for place, (a, b) in enumerate(zip([*expected, b""], [*found, b""], strict=False)) if a != b)
    if place < len(found) and place < len(expected):
        if expected[place] not in found and found[place] not in expected:
            return _read_fault(rows[place][0], What.CHANGED)
        if expected[place] in found:
            return _read_fault(rows[place][0], What.INSERTED)
    if place < len(found) and place >= len(expected):
        return _read_fault(rows[place][0], What.INSERTED)
    return _read_fault(rows[place - 1][0] if place else 0, What.MISSING, "læsningen efter nummer {}")


def _read_fault(number: int, what: What, thing: str = "læsning {}") -> Fault:
    return Fault(chain=_READS_SAID, number=number, what=what, thing=thing)
