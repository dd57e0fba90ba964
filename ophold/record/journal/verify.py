"""Is the journal as it was written? Walks every chain and names the first thing in each that is not.

Finds an entry, a personal text or a read that was changed, inserted, moved or taken away, also from the end of a
chain, because the case remembers its last link. Not found: somebody who takes the end of a chain away *and* moves the
case's memory of it back; that takes a copy of the last links kept elsewhere
(docs/decisions/0050-a-journal-that-tells-on-itself.md).

A walk asks of each chain only whether it is whole, quickly (`whole`). One that is not is looked at again under its lock
and named by `faults`: it may only have grown meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django_scopes import scopes_disabled

from ophold.record.journal import chain, sealing
from ophold.record.journal.actions import ERASE
from ophold.record.journal.faults import Fault, What, first_fault, text_fault
from ophold.record.journal.models import ReadEntry, ReadSeal
from ophold.record.journal.rows import KINDS, Head, Kind, Row


@dataclass(slots=True, kw_only=True)
class Verdict:
    """What was walked, and what was found."""

    chains: int = 0
    entries: int = 0
    reads: int = 0
    unsealed: int = 0
    faults: list[Fault] = field(default_factory=list)

    def __str__(self) -> str:
        if self.faults:
            return "\n".join(str(fault) for fault in self.faults)
        return (
            f"Journalen er uændret: {self.entries} poster i {self.chains} kæder, {self.reads} læsninger under segl, "
            f"{self.unsealed} nye læsninger venter på segl."
        )


def verify() -> Verdict:
    """Walk everything, and name what is not as it was written."""
    verdict = Verdict()
    with scopes_disabled():
        for kind in KINDS:
            _verify_kind(kind, verdict)
        _verify_reads(verdict)
    return verdict


def _verify_kind(kind: Kind, verdict: Verdict) -> None:
    chainer, suspects = chain.Chainer(), []
    for key, head, rows in kind.chains():
        verdict.chains += 1
        if head and whole(chainer, kind.chain(key), head, rows):
            verdict.entries += head.length
        else:
            suspects.append(key)
    for key in suspects:
        with transaction.atomic():
            head, listed = kind.locked(key)
            fault = first_fault(head, listed, kind.prefix) if head else _nobodys(kind, listed)
        verdict.entries += len(listed)
        if fault:
            verdict.faults.append(fault)


def _nobodys(kind: Kind, rows: list[Row]) -> Fault | None:
    """Entries whose case, or municipality, is not there to remember them."""
    if not rows:
        return None
    name, thing = kind.called.format(f"nr. {rows[0].owner}"), "den, der skal huske kæden,"
    return Fault(chain=name, number=1, what=What.MISSING, thing=thing)


def whole(chainer: chain.Chainer, name: str, head: Head, rows: Iterable[Row]) -> bool:
    """Whether a chain is as it was written, to the last entry and text. A row that cannot be read is not."""
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
            if text is not None or committed != no_text:
                if text_fault(Row._make(row)):
                    return False
                if sealed is None:
                    erased.add(place)
            if act == ERASE:
                erased.discard(json.loads(facts)["number"])
    except (TypeError, ValueError, AttributeError, KeyError):
        return False
    return place == length and last == end and not erased


# -- reads ------------------------------------------------------------------------------------------------------------


def _verify_reads(verdict: Verdict) -> None:
    """Walk the seals and, beside them, the reads they cover; stop at the first that is not as it was sealed."""
    previous, unread = chain.START, ReadEntry.objects.order_by("pk")
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
    verdict.unsealed = unread.count()


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
    return Fault(chain="Læsninger", number=number, what=what, thing=thing)
