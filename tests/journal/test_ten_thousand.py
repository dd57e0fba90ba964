"""Ten thousand random tamperings with a small journal: every one is found, and named by its chain and its entry."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from ophold.record.cases.models import Case
from ophold.record.journal import actions as journal
from ophold.record.journal import triggers
from ophold.record.journal.anchors import Anchor, Anchors
from ophold.record.journal.models import Entry, PersonalText
from ophold.record.journal.rows import CASES, Head, Kind, Row
from ophold.record.journal.verify import Verdict, verify, verify_kind
from ophold.record.people.models import Account
from tests import people
from tests.journal.tamperings import WAYS, Chains, Tampering, Way, where

pytestmark = pytest.mark.django_db
SEED, EACH_IN_THE_DATABASE = 107, 50
ANCHORED = (2, 5)  # and every chain's end


@dataclass(frozen=True, slots=True, kw_only=True)
class InMemory(Kind):
    """The chains of cases as verification reads them, but out of a dictionary."""

    held: Chains

    def chains(self) -> Iterator[tuple[int, Head | None, Iterator[Row]]]:
        for key, (head, rows) in self.held.items():
            yield key, head, iter(rows)

    def locked(self, key: int) -> tuple[Head | None, list[Row]]:
        return self.held[key]


@pytest.fixture
def chains(anna: Account, bo: Account) -> Chains:
    """Four cases with 4 to 8 entries, texts beside some, read as verification reads them."""
    for length in (4, 6, 7, 8):
        case = people.a_case()
        for number in range(2, length + 1):
            with people.set_up():
                journal.write(
                    case, act=("note_conversation", "set_next_date")[number % 2], by=(anna, bo)[number % 3 == 0],
                    at=people.NOON + timedelta(minutes=number, microseconds=number % 3), act_key=f"{length}-{number}",
                    facts={"nr": number, "om": "økonomi"} if number % 2 else {},
                    text=f"Samtale {number} – æøå" if number % 3 == 0 else "",
                )  # fmt: skip
    found: Chains = {}
    for key, head, rows in CASES.chains():
        assert head
        found[key] = (head, [Row._make(row) for row in rows])
    return found


@pytest.fixture
def anchors(chains: Chains) -> Anchors:
    told = Anchors()
    for key, (head, rows) in chains.items():
        for length in sorted({*(each for each in ANCHORED if each < len(rows)), head.length}):
            told.add(Anchor(at=people.NOON, chain=f"case:{key}", length=length, head=rows[length - 1].mac))
    return told


def _named(verdict: Verdict) -> dict[str, int]:
    return {fault.chain: fault.number for fault in verdict.faults}


def _expected(before: Chains, after: Chains, anchors: Anchors) -> dict[str, int]:
    places = {key: where(before[key], after[key], sorted(anchors.chains[f"case:{key}"])) for key in before}
    return {before[key][0].name: place for key, place in places.items() if place}


@pytest.fixture
def known(anna: Account, bo: Account, dorte: Account) -> tuple[tuple[int, ...], tuple[int, ...]]:
    homes = (anna.municipality_id, dorte.municipality_id)
    return (anna.pk, bo.pk), tuple(home for home in homes if home)


@pytest.mark.parametrize("tamperings", [10_000])
def test_every_tampering_is_found_and_named_by_chain_and_entry(
    tamperings: int, chains: Chains, anchors: Anchors, known: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    by, done = random.Random(SEED), Counter[str]()
    for number in range(tamperings):
        way = WAYS[number % len(WAYS)]
        after = way(Tampering(by, chains, by.choice(list(chains)), *known))
        expected, verdict = _expected(chains, after, anchors), Verdict()
        assert expected, f"nothing was changed by {way.__name__}"
        names = ("prefix", "called", "model", "remembers", "owner", "entries")
        tampered = InMemory(held=after, **{name: getattr(CASES, name) for name in names})
        verify_kind(tampered, dict(anchors.chains), verdict)
        assert _named(verdict) == expected, f"{way.__name__}, number {number}: {verdict}"
        done[way.__name__] += 1
    print(f"{tamperings} tamperings, seed {SEED}: {dict(done)}; each found and located")
    assert done.total() == tamperings


@pytest.mark.parametrize("way", dict.fromkeys(WAYS), ids=lambda way: way.__name__)
def test_fifty_of_each_kind_are_found_in_the_database_itself(
    way: Way, chains: Chains, anchors: Anchors, known: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    by = random.Random(SEED)
    triggers.remove(connection)
    for number in range(EACH_IN_THE_DATABASE):
        after = way(Tampering(by, chains, by.choice(list(chains)), *known))
        expected = _expected(chains, after, anchors)
        with transaction.atomic():
            _put(after, {key for key in chains if chains[key] != after[key]})
            verdict = verify(anchors)
            transaction.set_rollback(True)
        assert _named(verdict) == expected, f"number {number}: {verdict}"
    assert not verify(anchors).faults, "all is as it was"


def _put(after: Chains, changed: set[int]) -> None:
    """Let the database hold these chains."""
    with people.set_up():
        PersonalText.objects.filter(entry__case_id__in=changed)._raw_delete(using="default")
        Entry.objects.filter(case_id__in=changed)._raw_delete(using="default")
        for key in changed:
            head, rows = after[key]
            Case.objects.filter(pk=key).update(journal_head=head.mac, journal_count=head.length)
            for row in rows:
                _put_row(key, row)


def _put_row(key: int, row: Row) -> None:
    entry = Entry.objects.create(
        case_id=key, municipality_id=row.municipality, number=row.number, act=row.act, actor_id=row.actor,
        actor_role=row.role, at=datetime.fromisoformat(row.at).replace(tzinfo=UTC), facts=json.loads(row.facts),
        commitment=row.committed, previous=row.previous, mac=row.mac, act_key=row.act_key,
    )  # fmt: skip
    if row.text is not None:
        PersonalText.objects.create(entry=entry, municipality_id=row.text, salt=row.salt, sealed=row.sealed)
