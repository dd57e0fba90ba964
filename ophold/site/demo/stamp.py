"""Copies of lived cases, each about somebody else: how a demonstration gets large without waiting for it.

A case lived through the real acts takes a tenth of a second; a copy of one takes a hundredth of that. What a copy has
of its own: a person (name, CPR number sealed and indexed, address, telephone; as old in whole years on the day of
receipt), a reference in the municipality's own numbering, keys, seals bound to its own rows, and a journal chained
anew. Wherever the lived case names its person or itself, the copy names its own. The staff stay the same.

Days are kept exactly. Every due day of the lived case follows from the rules: weekends, holidays, the standard and the
law in force then. The same history moved by even a week would cross another Easter, and its promises would be wrong.

A copy's letters have their words and no bytes (`FrozenLetter`), and only a case whose own letters have none is copied:
its journal claims no bytes that the copy would lack.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count as counting
from typing import Any

from ophold.record.acting import acting
from ophold.record.attachments.models import Attachment
from ophold.record.cases.models import Case
from ophold.record.cases.standards import settings_of
from ophold.record.journal import chain
from ophold.record.journal.models import Entry
from ophold.record.letters.models import Dispatch, FrozenLetter
from ophold.record.people import cpr
from ophold.record.people.cpr import age_on
from ophold.record.people.folding import folded
from ophold.record.people.models import Citizen, Municipality
from ophold.record.people.seal import seal_text, unseal_text
from ophold.site.demo import history
from ophold.site.demo.history import FACTS, SUBJECTS, Field, Found, Table
from ophold.site.demo.invention import InventedPerson, Inventor
from ophold.site.demo.loading import highest_key, load, settle_keys

BATCH = 500  # copies to a transaction: a run that is cut off leaves fewer cases, each of them whole


def stamp(home: Municipality, lived: Sequence[Case], *, copies: int, inventor: Inventor) -> Iterator[int]:
    """Write so many copies, of each lived case in turn; yields how many after each batch."""
    stamps = [Stamp(case) for case in lived]
    keys = {table: counting(highest_key(table) + 1) for table in history.tables()}
    for first in range(0, copies, BATCH):
        batch = range(first, min(first + BATCH, copies))
        with acting("demo"):
            last = Municipality.objects.select_for_update().get(pk=home.pk).last_case_number
            rows: dict[Table, list[list[Any]]] = {table: [] for table in history.tables()}
            for number, place in enumerate(batch, last + 1):
                stamps[place % len(stamps)].copy(inventor, home, number, keys, rows)
            for table, some in rows.items():
                load(table, some)
            Municipality.objects.filter(pk=home.pk).update(last_case_number=last + len(batch))
            settle_keys(rows)
        yield batch.stop


@dataclass(slots=True)
class Copy:
    """What one copy has of its own."""

    person: InventedPerson
    born_on: date
    words: Mapping[str, str]  # those of the lived case, and what stands in their place
    keys: list[int]  # of every row, in the lived case's order
    links: dict[int, tuple[str, bytes, bytes]] = field(default_factory=dict)  # by entry: facts, previous link, link
    head: bytes = chain.START


Anew = Callable[[Copy], Any]


class Stamp:
    """A lived case made ready: which of its values are copied as they are, and how the others are made."""

    def __init__(self, case: Case) -> None:
        if FrozenLetter._base_manager.filter(dispatch__letter__case=case).exists():
            raise ValueError("A case whose letters have bytes is not copied.")
        if Attachment._base_manager.filter(case=case).exists():
            raise ValueError("A case with papers is not copied.")
        self.found = history.rows_of(case)
        self.place = {(row.table, row.key): place for place, row in enumerate(self.found)}
        self.received_on = case.received_on
        self.letters = settings_of(case.municipality).reference_letters
        citizen = Citizen._base_manager.get(pk=case.citizen_id)
        self.born_on, self.person = citizen.born_on, (citizen.name, citizen.address.split("\n")[0], citizen.phone)
        self.reference = case.reference
        names = "|".join(re.escape(name) for name in (*self.person, self.reference) if name)
        self.naming = re.compile(rf"(?<!\w)({names})(?!\w)")
        self.case_place = self.place[Case, case.pk]
        self.anew = [self._anew(place, row) for place, row in enumerate(self.found)]
        self.links = [_Link(self, place) for place, row in enumerate(self.found) if row.table is Entry]

    def copy(
        self,
        inventor: Inventor,
        home: Municipality,
        number: int,
        keys: Mapping[Table, Iterator[int]],
        rows: Mapping[Table, list[list[Any]]],
    ) -> None:
        """Add one copy's rows to `rows`."""
        born_on = _as_old(self.born_on, self.received_on, inventor)
        person = inventor.person(home.name, born=born_on)
        own = (person.name, person.address.split("\n")[0], person.phone)
        words = dict(zip(self.person, own, strict=True))
        words[self.reference] = f"{self.letters}-{self.received_on.year}-{number:05d}"
        copy = Copy(person=person, born_on=born_on, words=words, keys=[next(keys[row.table]) for row in self.found])
        for link in self.links:
            link.chain(copy)
        for row, anew in zip(self.found, self.anew, strict=True):
            values = row.values.copy()
            for place, make in anew:
                values[place] = make(copy)
            rows[row.table].append(values)

    def _anew(self, place: int, row: Found) -> list[tuple[int, Anew]]:
        made = ((column, self._made(one, place, row)) for column, one in enumerate(history.fields(row.table)))
        return [(column, make) for column, make in made if make is not None]

    def _made(self, one: Field, place: int, row: Found) -> Anew | None:
        """How a copy makes this value; None when it is copied as it is."""
        value, parent = row[one.name], history.points_at(one)
        if own := OWN.get(history.label(one)):
            return own(place)
        if parent and value is not None:
            points = self.place[parent, value]
            return lambda copy: copy.keys[points]
        if one.primary_key:
            return lambda copy: copy.keys[place]
        if (context := history.context(one)) and value:
            return self._sealed(place, row, bytes(value), context)
        if history.label(one) == "cases.Clock.subject" and value:
            return self._subject(value)
        if isinstance(value, str) and (words := _Words(value, self.naming)).name_somebody:
            return words.of
        return None

    def _sealed(self, place: int, row: Found, sealed: bytes, context: str) -> Anew | None:
        """A sealed text is sealed anew where it names somebody or is bound to its row; otherwise the bytes are kept."""
        key = row["key"] if row.table is Dispatch else ""
        opened = unseal_text(sealed, context=context.format(case=self.found[self.case_place].key, key=key))
        words = _Words(opened, self.naming)
        if "{" not in context:
            if not words.name_somebody:
                return None
            assert row.table._meta.label != "journal.PersonalText", "the journal's texts name nobody in a demonstration"
        return lambda copy: seal_text(
            words.of(copy), context=context.format(case=copy.keys[self.case_place], key=_once(copy, place))
        )

    def _subject(self, subject: str) -> Anew:
        """What a clock is about, as "complaint:7:copy": numbers name rows, and become the copy's; words stay."""
        kind, *parts = subject.split(":")
        tables = iter(SUBJECTS[kind])
        made = [self.place[next(tables), int(part)] if part.isdecimal() else part for part in parts]
        return lambda copy: ":".join(
            (kind, *(part if isinstance(part, str) else str(copy.keys[part]) for part in made))
        )


def _once(copy: Copy, place: int) -> str:
    """A key against repetition: nothing is done to a copy twice, because its rows are written once."""
    return f"demo-{copy.keys[place]}"


# Values that a copy makes for itself, by column; each is handed its row's place among the case's rows.
OWN: dict[str, Callable[[int], Anew]] = {
    "people.Citizen.born_on": lambda _: lambda copy: copy.born_on,
    "people.Citizen.search_name": lambda _: lambda copy: folded(copy.person.name),
    "people.Citizen.cpr_sealed": lambda _: lambda copy: cpr.seal_cpr(copy.person.digits),
    "people.Citizen.cpr_index": lambda _: lambda copy: cpr.index(copy.person.digits),
    "cases.Case.journal_head": lambda _: lambda copy: copy.head,
    "intake.Application.act_key": lambda place: lambda copy: _once(copy, place),
    "letters.Dispatch.key": lambda place: lambda copy: _once(copy, place),
    "journal.Entry.facts": lambda place: lambda copy: copy.links[place][0],
    "journal.Entry.previous": lambda place: lambda copy: copy.links[place][1],
    "journal.Entry.mac": lambda place: lambda copy: copy.links[place][2],
}


class _Words:
    """A text taken apart at the words that name the lived case or its person."""

    def __init__(self, text: str, naming: re.Pattern[str]) -> None:
        self.parts = naming.split(text)  # every second one is a name

    @property
    def name_somebody(self) -> bool:
        return len(self.parts) > 1

    def of(self, copy: Copy) -> str:
        """The same text about the copy."""
        parts = self.parts.copy()
        parts[1::2] = [copy.words[name] for name in parts[1::2]]
        return "".join(parts)


class _Link:
    """One journal entry, ready to be chained again with other keys in its facts."""

    def __init__(self, lived: Stamp, place: int) -> None:
        row = lived.found[place]
        at: datetime = row["at"]
        self.at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
        self.facts: dict[str, Any] = json.loads(row["facts"])
        known = FACTS[""] | FACTS.get(row["act"], {})
        self.keys = {
            name: lived.place[known[name], value]
            for name, value in self.facts.items()
            if name in known and value is not None
        }
        self.place, self.case_place, self.written = place, lived.case_place, row["facts"]
        self.said = {
            "number": row["number"],
            "act": row["act"],
            "actor": row["actor"],
            "role": row["actor_role"],
            "committed": bytes(row["commitment"]),
            "act_key": row["act_key"],
        }

    def chain(self, copy: Copy) -> None:
        """Add the entry to the copy's chain."""
        facts, written = self.facts, self.written
        if self.keys:
            facts = facts | {name: copy.keys[place] for name, place in self.keys.items()}
            written = json.dumps(facts, ensure_ascii=False)
        previous, name = copy.head, f"case:{copy.keys[self.case_place]}"
        copy.head = chain.link(chain=name, at=self.at, facts=facts, previous=previous, **self.said)
        copy.links[self.place] = (written, previous, copy.head)


def _as_old(born_on: date, on: date, inventor: Inventor) -> date:
    """Another birthday that gives the same age on a day, so that no rule about age answers otherwise."""
    while True:
        day = born_on + timedelta(days=inventor.random.randint(-180, 180))
        if age_on(day, on) == age_on(born_on, on):
            return day
