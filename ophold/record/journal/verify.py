"""Is the journal as it was written? Walks every chain and names the first thing that is not.

Finds an entry, a personal text or a read that was changed, inserted, moved or taken away, also from the end of a
chain, because the case remembers its last link. Not found: somebody who takes the end of a chain away *and* moves the
case's memory of it back; that takes a copy of the last links kept elsewhere
(docs/decisions/0050-a-journal-that-tells-on-itself.md).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django_scopes import scopes_disabled

from ophold.record.cases.models import Case
from ophold.record.journal import chain, sealing
from ophold.record.journal.actions import ERASE, TEXT_CONTEXT
from ophold.record.journal.models import Entry, ReadEntry, ReadSeal
from ophold.record.people.models import Municipality
from ophold.record.people.seal import SealBroken, unseal_text

_AT_ONCE = 2000


class What(enum.Enum):
    """What happened to a link."""

    CHANGED = "er ændret"
    INSERTED = "er sat ind"
    MOVED = "er flyttet"
    MISSING = "mangler"
    SILENTLY_ERASED = "er slettet, uden at det er journalført"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The first thing wrong in one chain: whose it is, which number, and what happened."""

    chain: str
    number: int
    what: What
    thing: str = "post {}"

    def __str__(self) -> str:
        return f"{self.chain}: {self.thing.format(self.number)} {self.what.value}."


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


class Row(NamedTuple):
    """One entry as it lies in the table, with its text."""

    number: int
    municipality: int
    act: str
    actor: int | None
    role: str
    at: datetime
    facts: dict[str, Any]
    committed: bytes
    previous: bytes
    mac: bytes
    act_key: str | None
    text: int | None
    salt: bytes | None
    sealed: bytes | None


class Head(NamedTuple):
    """What the case, or the municipality, remembers of its chain."""

    key: int
    name: str
    municipality: int
    mac: bytes
    length: int


_COLUMNS = (
    *("number", "municipality_id", "act", "actor_id", "actor_role", "at", "facts", "commitment", "previous", "mac"),
    *("act_key", "text__pk", "text__salt", "text__sealed"),
)


def verify() -> Verdict:
    """Walk everything. A chain that looks wrong is looked at again under its lock: it may just have grown."""
    verdict = Verdict()
    with scopes_disabled():
        for kind in (_Cases(), _Municipalities()):
            suspects = []
            for head, rows in kind.chains():
                verdict.chains, verdict.entries = verdict.chains + 1, verdict.entries + len(rows)
                if first_fault(head, rows, kind.prefix):
                    suspects.append(head.key)
            for key in suspects:
                with transaction.atomic():
                    head, rows = kind.locked(key)
                    fault = first_fault(head, rows, kind.prefix)
                if fault:
                    verdict.faults.append(fault)
        _verify_reads(verdict)
    return verdict


# -- one chain --------------------------------------------------------------------------------------------------------


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
        if what_text := _text_fault(row):
            return Fault(chain=head.name, number=place, what=what_text, thing="teksten til post {}")
        if row.text is not None and row.sealed is None:
            erased.add(place)
        elif row.act == ERASE:
            erased.discard(row.facts["number"])
        last = row.mac
    if len(rows) != head.length or last != head.mac:
        what = What.MISSING if len(rows) < head.length else What.INSERTED
        return Fault(chain=head.name, number=min(len(rows), head.length) + 1, what=what)
    if erased:
        return Fault(chain=head.name, number=min(erased), what=What.SILENTLY_ERASED, thing="teksten til post {}")
    return None


def _link(row: Row, name: str, number: int, previous: bytes) -> bytes:
    return chain.link(
        chain=name,
        number=number,
        act=row.act,
        actor=row.actor,
        role=row.role,
        at=row.at,
        facts=row.facts,
        committed=row.committed,
        act_key=row.act_key,
        previous=previous,
    )


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
    """Whether an entry was once written in this chain, wherever. Tries every place; only a broken chain is asked."""
    before = [chain.START, row.previous, *(other.mac for other in rows)]
    numbers = range(1, len(rows) + length + 1)
    return any(_link(row, name, number, previous) == row.mac for number in numbers for previous in before)


def _text_fault(row: Row) -> What | None:
    if row.committed == chain.NO_TEXT:
        return None if row.text is None else What.INSERTED
    if row.text is None:
        return What.MISSING
    if row.salt is None or row.sealed is None:
        return None if row.salt is row.sealed else What.CHANGED
    try:
        text = unseal_text(row.sealed, context=TEXT_CONTEXT)
    except SealBroken:
        return What.CHANGED
    return None if chain.commitment(text, bytes(row.salt)) == row.committed else What.CHANGED


# -- reading the chains -----------------------------------------------------------------------------------------------


class _Cases:
    """One chain a case."""

    prefix = "case"

    def chains(self) -> Iterator[tuple[Head, list[Row]]]:
        """Every chain, in two streams walked side by side."""
        entries = Entry.objects.filter(case__isnull=False).order_by("case_id", "number")
        return _side_by_side(self._heads(Case.objects.order_by("pk")), _by_key(entries, "case_id"))

    def locked(self, key: int) -> tuple[Head, list[Row]]:
        """One chain that cannot grow meanwhile."""
        head = next(self._heads(Case.objects.select_for_update().filter(pk=key)))
        return head, _rows(Entry.objects.filter(case_id=key))

    def _heads(self, cases: QuerySet[Case]) -> Iterator[Head]:
        rows = cases.values_list("pk", "reference", "municipality_id", "journal_head", "journal_count")
        for key, reference, municipality, mac, count in rows.iterator(_AT_ONCE):
            yield Head(key, f"Sag {reference}", municipality, bytes(mac), count)


class _Municipalities:
    """One chain a municipality, for what belongs to no case."""

    prefix = "municipality"

    def chains(self) -> Iterator[tuple[Head, list[Row]]]:
        """Every chain, in two streams walked side by side."""
        entries = Entry.objects.filter(case__isnull=True).order_by("municipality_id", "number")
        return _side_by_side(self._heads(Municipality.objects.order_by("pk")), _by_key(entries, "municipality_id"))

    def locked(self, key: int) -> tuple[Head, list[Row]]:
        """One chain that cannot grow meanwhile."""
        head = next(self._heads(Municipality.objects.select_for_update().filter(pk=key)))
        return head, _rows(Entry.objects.filter(case__isnull=True, municipality_id=key))

    def _heads(self, municipalities: QuerySet[Municipality]) -> Iterator[Head]:
        rows = municipalities.values_list("pk", "name", "journal_head", "journal_count")
        for key, name, mac, count in rows.iterator(_AT_ONCE):
            yield Head(key, f"Kommunen {name}", key, bytes(mac), count)


def _rows(entries: QuerySet[Entry]) -> list[Row]:
    return [Row._make(values) for values in entries.order_by("number", "pk").values_list(*_COLUMNS)]


def _by_key(entries: QuerySet[Entry], key: str) -> Iterator[tuple[int, list[Row]]]:
    stream = entries.values_list(key, *_COLUMNS).iterator(_AT_ONCE)
    for which, group in groupby(stream, key=lambda values: values[0]):
        yield which, [Row._make(values[1:]) for values in group]


def _side_by_side(heads: Iterable[Head], chains: Iterator[tuple[int, list[Row]]]) -> Iterator[tuple[Head, list[Row]]]:
    """Each head with its entries, none where there are none; entries of a case newer than the heads are left out."""
    which, rows = next(chains, (0, []))
    for head in heads:
        while rows and which < head.key:
            which, rows = next(chains, (0, []))
        if rows and which == head.key:
            yield head, rows
            which, rows = next(chains, (0, []))
        else:
            yield head, []


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
