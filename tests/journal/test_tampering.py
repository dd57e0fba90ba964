"""Any edit, deletion, insertion, reordering or cut of any chain is found, at its first place, by its right name."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ophold.record.journal import chain
from ophold.record.journal.verify import Head, Row, What, first_fault
from tests import people

OURS = "case:7"


def _row(number: int, previous: bytes, *, key: bytes | None = None) -> Row:
    row = Row(
        number=number, municipality=1, act="note_conversation", actor=3, role="caseworker",
        at=people.NOON + timedelta(minutes=number), facts={"nr": number}, committed=chain.NO_TEXT, previous=previous,
        mac=b"", act_key=f"k{number}", text=None, salt=None, sealed=None,
    )  # fmt: skip
    return row._replace(mac=key or _mac(row))


def _mac(row: Row) -> bytes:
    return chain.link(
        chain=OURS, number=row.number, act=row.act, actor=row.actor, role=row.role, at=row.at, facts=row.facts,
        committed=row.committed, act_key=row.act_key, previous=row.previous,
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
        "actor": None, "at": people.NOON - timedelta(microseconds=1), "facts": {"nr": "x"}, "municipality": 2,
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
def test_the_key_is_needed(drawn: tuple[int, random.Random, bool]) -> None:
    length, _, _ = drawn
    head, rows = _chain(length)
    assert first_fault(head._replace(key=8), rows, "case") is not None, "another case's chain does not fit"
    assert first_fault(head, rows, "municipality") is not None
