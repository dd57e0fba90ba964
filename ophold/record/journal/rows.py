"""How the journal lies in the database: rows as plain values, and the heads that cases and municipalities remember.

Read in two streams walked side by side, in the order of the chains, a few thousand rows in memory at a time. Instants
and facts come as text, as they lie: whoever walks a million of them needs no objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.db.models.sql.compiler import SQLCompiler

from ophold.record.cases.models import Case
from ophold.record.journal.models import Entry
from ophold.record.people.models import Municipality

AT_ONCE = 2000


class Row(NamedTuple):
    """One entry as it lies in the table, with its text."""

    owner: int  # the case, or the municipality, whose chain it lies in
    number: int
    municipality: int
    act: str
    actor: int | None
    role: str
    at: str  # 2026-03-02T11:00:00, with microseconds where there are any; in UTC
    facts: str  # JSON as the database spells it
    committed: bytes
    previous: bytes
    mac: bytes
    act_key: str | None
    text: int | None  # the municipality of the text beside it
    salt: bytes | None
    sealed: bytes | None


class Head(NamedTuple):
    """What the case, or the municipality, remembers of its chain."""

    key: int
    name: str
    municipality: int
    mac: bytes
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """All chains of one kind: whose they are, and what those remember."""

    prefix: str
    called: str
    model: type[Model]
    remembers: tuple[str, str]  # the name and the municipality
    owner: str  # of an entry
    entries: Q

    def chain(self, key: int) -> str:
        """A chain's own name, as it stands in its links."""
        return f"{self.prefix}:{key}"

    def unnamed(self, key: int | str) -> str:
        """Whose chain it is, when nobody is there to give the name."""
        return self.called.format(f"nr. {key}")

    def heads(self) -> Iterator[Head]:
        """Every head, in the order of its key."""
        return self._heads(self.model._base_manager.order_by("pk"))

    def chains(self) -> Iterator[tuple[int, Head | None, Iterator[Row]]]:
        """Every chain: its key, its head or None, its rows; they must be taken before the next chain is."""
        stream = as_they_lie(Entry.objects.filter(self.entries), self.owner).order_by(self.owner, "number", "pk")
        return _side_by_side(self.heads(), groupby(stream.iterator(AT_ONCE), itemgetter(0)))

    def locked(self, key: int) -> tuple[Head | None, list[Row]]:
        """One chain that cannot grow meanwhile."""
        head = next(self._heads(self.model._base_manager.select_for_update().filter(pk=key)), None)
        own = Entry.objects.filter(self.entries, **{self.owner: key}).order_by("number", "pk")
        return head, [Row._make(values) for values in as_they_lie(own, self.owner)]

    def _heads(self, rows: QuerySet[Any]) -> Iterator[Head]:
        values = rows.values_list("pk", *self.remembers, "journal_head", "journal_count")
        for key, name, municipality, mac, count in values.iterator(AT_ONCE):
            yield Head(key, self.called.format(name), municipality, bytes(mac), count)


CASES = Kind(
    prefix="case", called="Sag {}", model=Case, remembers=("reference", "municipality_id"), owner="case_id",
    entries=Q(case__isnull=False),
)  # fmt: skip
MUNICIPALITIES = Kind(
    prefix="municipality", called="Kommunen {}", model=Municipality, remembers=("name", "pk"), owner="municipality_id",
    entries=Q(case__isnull=True),
)  # fmt: skip
KINDS = (CASES, MUNICIPALITIES)


class _Instant(Func):
    """An instant as text in UTC: as it lies in SQLite, and as PostgreSQL is asked to write it."""

    output_field = TextField()

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, template="replace(%(expressions)s, ' ', 'T')", **extra)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        template = "to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')"
        return self.as_sql(compiler, connection, template=template, **extra)


def as_they_lie(entries: QuerySet[Entry], owner: str) -> QuerySet[Entry, tuple[Any, ...]]:
    """The fields of `Row`; no value of them is converted on its way."""
    said = entries.annotate(at_said=_Instant("at"), facts_said=Cast("facts", TextField()))
    return said.values_list(
        *(owner, "number", "municipality_id", "act", "actor_id", "actor_role", "at_said", "facts_said", "commitment"),
        *("previous", "mac", "act_key", "text__municipality_id", "text__salt", "text__sealed"),
    )


def _side_by_side(
    heads: Iterable[Head], chains: Iterator[tuple[int, Iterator[Any]]]
) -> Iterator[tuple[int, Head | None, Iterator[Row]]]:
    """Each head with its rows, none where there are none; rows that nobody remembers come without a head."""
    key, rows = next(chains, (None, iter(())))
    for head in heads:
        while key is not None and key < head.key:
            yield key, None, rows
            key, rows = next(chains, (None, iter(())))
        if key == head.key:
            yield head.key, head, rows
            key, rows = next(chains, (None, iter(())))
        else:
            yield head.key, head, iter(())
    while key is not None:
        yield key, None, rows
        key, rows = next(chains, (None, iter(())))
