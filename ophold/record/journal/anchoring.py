"""Anchoring: every chain's last link into the anchor file; and what a walk of the journal cannot know.

A chain that ends before its anchor, or whose anchored link has changed, is told at once and keeps its old anchor: what
it was is the evidence. Reads the database only; what is written is the file (`anchors`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from django_scopes import scopes_disabled

from ophold.record.clock import COPENHAGEN
from ophold.record.journal.anchors import ANCHORED, Anchor, Anchors, opened
from ophold.record.journal.faults import Fault, What, unlike_anchors
from ophold.record.journal.models import Entry, ReadSeal
from ophold.record.journal.rows import KINDS, Head, Kind
from ophold.record.journal.verify import READS, Verdict

_AT_ONCE = 500


@dataclass(slots=True, kw_only=True)
class Anchored:
    """What one anchoring came to."""

    grown: int = 0
    chains: int = 0
    receipt: str = ""
    faults: list[Fault] = field(default_factory=list)


def anchor(place: Path, *, at: datetime) -> Anchored:
    """Add where every chain that has grown now ends to the file. Raises AnchorsRefused."""
    done = Anchored()
    with scopes_disabled(), opened(place) as book:
        known, lines, seen = book.anchors, list[Anchor](), set[str]()
        for kind in KINDS:
            heads = kind.heads()
            while batch := list(islice(heads, _AT_ONCE)):
                lines += _grown(kind, batch, known, at, done)
                seen |= {kind.chain(head.key) for head in batch}
        lines += _grown_reads(known, at, done)
        done.faults += _gone(known, seen | {READS})
        done.grown, done.chains = len(lines), len(known.chains.keys() | {line.chain for line in lines})
        whole = Anchor(at=at, chain=ANCHORED, length=done.chains, head=bytes(32))
        book.add([*lines, whole])
        done.receipt = book.anchors.receipt.hex()
    return done


def _grown(kind: Kind, heads: list[Head], known: Anchors, at: datetime, done: Anchored) -> Iterator[Anchor]:
    """The new anchors of those that have grown; those that are not what their latest anchor saw go to the faults."""
    latest = {head.key: known.newest(kind.chain(head.key)) for head in heads}
    there = _links(kind, {key: found.length for key, found in latest.items() if found})
    for head in heads:
        before = latest[head.key]
        anchored = {before.length: before} if before else {}
        links = {head.length: head.mac} | ({before.length: there.get(head.key, b"")} if before else {})
        fault = unlike_anchors(head.name, anchored, head.length, links.__getitem__)
        if fault:
            done.faults.append(fault)
        elif head.length > (before.length if before else 0):
            yield Anchor(at=at, chain=kind.chain(head.key), length=head.length, head=head.mac)


def _links(kind: Kind, numbers: dict[int, int]) -> dict[int, bytes]:
    """The link each chain now has at its anchored number."""
    theirs = {f"{kind.owner}__in": list(numbers), "number__in": set(numbers.values())}
    found = Entry.objects.filter(kind.entries, **theirs).values_list(kind.owner, "number", "mac")
    return {key: bytes(mac) for key, number, mac in found if numbers[key] == number}


def _grown_reads(known: Anchors, at: datetime, done: Anchored) -> Iterator[Anchor]:
    seals, before = ReadSeal.objects.order_by("last_id"), known.newest(READS)
    length, anchored = seals.count(), {before.length: before} if before else {}
    fault = unlike_anchors("Læsninger", anchored, length, lambda number: bytes(seals[number - 1].mac), "segl nummer {}")
    if fault:
        done.faults.append(fault)
    elif length > (before.length if before else 0):
        yield Anchor(at=at, chain=READS, length=length, head=bytes(seals[length - 1].mac))


def _gone(known: Anchors, seen: set[str]) -> Iterator[Fault]:
    """Chains that were anchored and are not there at all."""
    for kind in KINDS:
        for name, anchored in known.chains.items():
            prefix, _, key = name.partition(":")
            if name not in seen and prefix == kind.prefix:
                when = anchored[max(anchored)].at
                yield Fault(chain=kind.unnamed(key), number=1, what=What.MISSING, anchored_at=when)


def unknowable(verdict: Verdict, anchors: Anchors) -> str:
    """What was held against the anchors, and what even that cannot tell, for whoever relies on it."""
    last = f"{anchors.last.at.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}" if anchors.last else "–"
    return "\n".join(
        (
            f"Holdt op mod ankrene til og med {last}. Kvittering: {anchors.receipt.hex()}",
            "Det ved gennemgangen ikke:",
            f"– om noget er skåret af efter det seneste anker; {verdict.unanchored} poster er yngre end det.",
            "– om enden af ankerfilen selv er skåret af. Se, om kvitteringen er den, der sidst blev skrevet op.",
            "– om nogen, der har både journalens nøgle og ankerfilen, har skrevet begge om. Ligger filen på samme "
            "maskine som nøglen, viser den kun lidt; en kopi et andet sted viser det.",
            f"– om nogen af de {verdict.unsealed} læsninger, der venter på segl, er fjernet.",
            "– om det, der blev skrevet, var rigtigt; kun at det er, som det blev skrevet.",
        )
    )
