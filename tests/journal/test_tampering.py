"""Any edit, deletion, insertion, reordering or cut of any chain is found, at its first place, by its right name."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ophold.record.journal import chain
from ophold.record.journal.faults import What, first_fault
from ophold.record.journal.rows import Head, Row
from ophold.record.journal.verify import whole
from tests import people

OURS = "case:7"


def _row(number: int, previous: bytes, *, key: bytes | None = None) -> Row:
    row = Row(
        owner=7, number=number, municipality=1, act="note_conversation", actor=3, role="caseworker",
        at=_said(people.NOON + timedelta(minutes=number)), facts=f'{{"nr": {number}}}', committed=chain.NO_TEXT,
        previous=previous, mac=b"", act_key=f"k{number}", text=None, salt=None, sealed=None,
    )  # fmt: skip
    return row._replace(mac=key or _mac(row))


def _said(at: datetime) -> str:
    """As SQLite keeps it, and PostgreSQL is asked to say it."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat()


def _mac(row: Row) -> bytes:
    return chain.link(
        chain=OURS, number=row.number, act=row.act, actor=row.actor, role=row.role,
        at=datetime.fromisoformat(row.at).replace(tzinfo=UTC), facts=json.loads(row.facts), committed=row.committed,
        act_key=row.act_key, previous=row.previous,
    )  # fmt: skip


def _chain(length: int) -> tuple[Head, list[Row]]:
    rows: list[Row] = []
    for number in range(1, length + 1):
        rows.append(_row(number, rows[-1].mac if rows else chain.START))
    return Head(7, "Sag X", 1, rows[-1].mac if rows else chain.START, length), rows


def _renumbered(rows: list[Row]) -> list[Row]:
    """What a careful intruder does: numbers without gaps, each link pointing at the one before."""
    mended: list[Row] = []
    for number, row in enumerate(rows, 1):
        mended.append(row._replace(number=number, previous=mended[-1].mac if mended else chain.START))
    return mended


def _found(head: Head, rows: list[Row]) -> tuple[int, What] | None:
    fault = first_fault(head, rows, "case")
    assert whole(chain.Chainer(), OURS, head, rows, {}) is (fault is None), "the quick look and the thorough one differ"
    return (fault.number, fault.what) if fault else None


chosen = st.tuples(st.integers(2, 9), st.randoms(use_true_random=False), st.booleans())


@given(st.integers(0, 9))
def test_a_whole_chain_is_whole(length: int) -> None:
    assert _found(*_chain(length)) is None


@given(chosen, st.sampled_from(["act", "actor", "role", "at", "facts", "act_key", "municipality", "mac", "previous"]))
def test_an_edit_is_found(drawn: tuple[int, random.Random, bool], field: str) -> None:
    length, chance, _ = drawn
    head, rows = _chain(length)
    place = chance.randrange(length)
    other: dict[str, Any] = {
        "actor": None, "at": _said(people.NOON - timedelta(microseconds=1)), "facts": '{"nr": "x"}', "municipality": 2,
        "mac": bytes(32), "previous": bytes(31) + b"x",
    }  # fmt: skip
    rows[place] = rows[place]._replace(**dict[str, Any]({field: other.get(field, "another")}))
    assert _found(head, rows) == (place + 1, What.CHANGED)


@given(chosen)
def test_a_deletion_is_found(drawn: tuple[int, random.Random, bool]) -> None:
    length, chance, careful = drawn
    head, rows = _chain(length)
    place = chance.randrange(length)
    del rows[place]
    assert _found(head, _renumbered(rows) if careful else rows) == (place + 1, What.MISSING)


@given(chosen)
def test_an_insertion_is_found(drawn: tuple[int, random.Random, bool]) -> None:
    length, chance, knows_the_head = drawn
    head, rows = _chain(length)
    place = chance.randrange(length + 1)
    rows.insert(place, _row(99, bytes(32), key=chance.randbytes(32)))
    mended = _renumbered(rows)
    if knows_the_head:
        head = head._replace(length=length + 1, mac=mended[-1].mac)
    what = What.CHANGED if knows_the_head and place == length else What.INSERTED
    assert _found(head, mended) == (place + 1, what)


@given(chosen)
def test_a_reordering_is_found(drawn: tuple[int, random.Random, bool]) -> None:
    length, chance, careful = drawn
    head, rows = _chain(length)
    moved = rows.copy()
    chance.shuffle(moved)
    first = next((place for place, (a, b) in enumerate(zip(rows, moved, strict=True)) if a is not b), None)
    told = _renumbered(moved) if careful else [row._replace(number=n) for n, row in enumerate(moved, 1)]
    expected = None if first is None else (first + 1, What.MOVED)
    assert _found(head, told) == expected


@given(chosen)
def test_a_cut_is_found(drawn: tuple[int, random.Random, bool]) -> None:
    length, chance, _ = drawn
    head, rows = _chain(length)
    kept = chance.randrange(length)
    assert _found(head, rows[:kept]) == (kept + 1, What.MISSING)


@settings(max_examples=20)
@given(chosen)
def test_what_no_entry_was_ever_written_with_is_found_and_stops_nothing(drawn: tuple[int, random.Random, bool]) -> None:
    length, chance, _ = drawn
    for field, value in (("facts", "{"), ("facts", None), ("at", None), ("at", 7), ("act_key", 7), ("committed", None)):
        head, rows = _chain(length)
        place = chance.randrange(length)
        rows[place] = rows[place]._replace(**dict[str, Any]({field: value}))
        assert _found(head, rows) == (place + 1, What.CHANGED)


@settings(max_examples=20)
@given(chosen)
def test_the_key_is_needed(drawn: tuple[int, random.Random, bool]) -> None:
    length, _, _ = drawn
    head, rows = _chain(length)
    assert first_fault(head._replace(key=8), rows, "case") is not None, "another case's chain does not fit"
    assert first_fault(head, rows, "municipality") is not None


# -- the quick way of making a link is the written one -----------------------------------------------------------------

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_values = st.recursive(
    st.none() | st.booleans() | st.integers() | _texts, lambda inner: st.lists(inner) | st.dictionaries(_texts, inner)
)


@given(
    at=st.datetimes(timezones=st.just(UTC)),
    texts=st.tuples(_texts, _texts, st.none() | _texts),
    actor=st.none() | st.integers(1),
    facts=st.dictionaries(_texts, _values),
    number=st.integers(1),
)
def test_a_row_as_it_lies_gives_the_link_it_was_written_with(
    at: datetime, texts: tuple[str, str, str | None], actor: int | None, facts: dict[str, Any], number: int
) -> None:
    act, role, key = texts
    written = chain.link(
        chain=OURS, number=number, act=act, actor=actor, role=role, at=at, facts=facts, committed=chain.NO_TEXT,
        act_key=key, previous=chain.START,
    )  # fmt: skip
    for lies in (json.dumps(facts), json.dumps(facts, ensure_ascii=False, indent=1)):
        at_said = _said(at)
        made = chain.Chainer().link(OURS, number, act, actor, role, at_said, lies, chain.NO_TEXT, key, chain.START)
        assert made == written
