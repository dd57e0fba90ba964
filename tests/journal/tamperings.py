"""Ways to tamper with a chain, drawn by chance; each leaves the rows as the database would then give them.

A careful intruder mends what is left: numbers without gaps, every link pointing at the one before. None has the key,
but for `rewritten`, who lets the product itself write on after a cut.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from ophold.record.journal import chain
from ophold.record.journal.rows import Head, Row

Chain = tuple[Head, list[Row]]
Chains = dict[int, Chain]


class Tampering(NamedTuple):
    """What is tampered with: all chains, which of them is chosen, and whom the intruder can name."""

    by: random.Random
    chains: Chains
    key: int
    accounts: tuple[int, ...]
    municipalities: tuple[int, ...]

    @property
    def chosen(self) -> Chain:
        """The chain that is chosen."""
        return self.chains[self.key]

    def place(self) -> int:
        """Any entry of it."""
        return self.by.randrange(len(self.chosen[1]))

    def leaves(self, rows: list[Row], *, told: bool = False) -> Chains:
        """These rows in the chosen chain; `told` moves the case's memory with them."""
        head = self.chosen[0]
        if told:
            head = head._replace(length=len(rows), mac=rows[-1].mac if rows else chain.START)
        return self.chains | {self.key: (head, rows)}


def mended(rows: list[Row], first: int = 0) -> list[Row]:
    """Numbers without gaps and links that point at the one before, from `first` on."""
    done = rows[:first]
    for number, row in enumerate(rows[first:], first + 1):
        done.append(row._replace(number=number, previous=done[-1].mac if done else chain.START))
    return done


def _numbered(rows: list[Row]) -> list[Row]:
    return [row._replace(number=number) for number, row in enumerate(rows, 1)]


def _flipped(by: random.Random, value: bytes) -> bytes:
    changed = bytearray(value)
    changed[by.randrange(len(changed))] ^= 1 << by.randrange(8)
    return bytes(changed)


def _other_facts(by: random.Random, facts: str) -> str:
    told: dict[str, Any] = json.loads(facts)
    name = by.choice([*told, "nyt"])
    if name in told and by.random() < 0.5:
        del told[name]
    else:
        told[name] = [told.get(name), "andet"]
    return json.dumps(told)


def _other(by: random.Random, value: object, among: tuple[Any, ...]) -> object:
    return by.choice([each for each in among if each != value])


def edited(t: Tampering) -> Chains:
    """Any column of any entry says something else."""
    rows, place = list(t.chosen[1]), t.place()
    row, by = rows[place], t.by
    at = datetime.fromisoformat(row.at) + by.choice((-1, 1)) * by.choice((timedelta(microseconds=1), timedelta(1)))
    changes: tuple[tuple[str, Any], ...] = (
        ("number", by.randrange(len(rows) + 1, 99)),
        ("municipality", _other(by, row.municipality, t.municipalities)),
        ("act", by.choice(("decide", row.act + "x", row.act[:-1]))),
        ("actor", _other(by, row.actor, (*t.accounts, None))),
        ("role", by.choice(("system", row.role + " "))),
        ("at", at.isoformat()),
        ("facts", _other_facts(by, row.facts)),
        ("committed", _flipped(by, row.committed)),
        ("previous", _flipped(by, row.previous)),
        ("mac", by.choice((_flipped(by, row.mac), row.previous))),
        ("act_key", by.choice(("another", None)) if row.act_key else "another"),
    )
    rows[place] = row._replace(**dict([by.choice(changes)]))
    return t.leaves(sorted(rows, key=lambda each: each.number))


def text_touched(t: Tampering) -> Chains:
    """The words beside an entry are changed, moved, taken away, put there, or erased without a word."""
    rows, place, by = list(t.chosen[1]), t.place(), t.by
    row = rows[place]
    if row.text is None:
        from_where = by.choice([each for each in rows if each.text is not None])
        changed: dict[str, Any] = {"text": from_where.text, "salt": from_where.salt, "sealed": from_where.sealed}
    else:
        assert row.salt
        assert row.sealed
        changed = by.choice(
            (
                {"salt": _flipped(by, row.salt)},
                {"sealed": _flipped(by, row.sealed)},
                {"text": _other(by, row.text, t.municipalities)},
                {"salt": None, "sealed": None},
                {"salt": None},
                {"text": None, "salt": None, "sealed": None},
            )
        )
    rows[place] = row._replace(**changed)
    return t.leaves(rows)


def deleted(t: Tampering) -> Chains:
    """An entry is taken out; not the last one with the case's memory, which is a cut."""
    rows, place = list(t.chosen[1]), t.place()
    last = place == len(rows) - 1
    del rows[place]
    told = not last and t.by.random() < 0.4
    return t.leaves(mended(rows, place) if t.by.random() < 0.5 else rows, told=told)


def inserted(t: Tampering) -> Chains:
    """An entry is put in: made up, or a copy of one from this or another chain."""
    rows, by = list(t.chosen[1]), t.by
    place = by.randrange(len(rows) + 1)
    source = by.choice([row for _, others in t.chains.values() for row in others])
    mac = by.choice((source.mac, by.randbytes(32)))
    new = source._replace(
        owner=t.key, municipality=t.chosen[0].municipality, act_key=None, mac=mac, text=None, salt=None, sealed=None
    )
    rows.insert(place, new)
    return t.leaves(mended(rows, place) if by.random() < 0.5 else _numbered(rows), told=by.random() < 0.4)


def reordered(t: Tampering) -> Chains:
    """Two entries or more change places."""
    rows = list(t.chosen[1])
    while rows == t.chosen[1]:
        one, other = t.by.sample(range(len(rows)), 2)
        if t.by.random() < 0.5:
            rows[one], rows[other] = rows[other], rows[one]
        else:
            rows.insert(one, rows.pop(other))
    return t.leaves(mended(rows) if t.by.random() < 0.5 else _numbered(rows), told=t.by.random() < 0.4)


def given_away(t: Tampering) -> Chains:
    """An entry is moved to another case."""
    rows, place = list(t.chosen[1]), t.place()
    moved = rows.pop(place)
    other = t.by.choice([key for key in t.chains if key != t.key])
    head, theirs = t.chains[other]
    where = t.by.randrange(len(theirs) + 1)
    theirs = [*theirs[:where], moved._replace(owner=other, act_key=None), *theirs[where:]]
    return t.leaves(_numbered(rows)) | {other: (head, _numbered(theirs))}


def cut(t: Tampering) -> Chains:
    """The end is cut off."""
    return t.leaves(t.chosen[1][: t.place()])


def cut_with_memory(t: Tampering) -> Chains:
    """The end is cut off, and the case remembers nothing of it: only anchors know."""
    return t.leaves(t.chosen[1][: t.place()], told=True)


def rewritten(t: Tampering) -> Chains:
    """The end is cut off with the case's memory, and the product has written on since: only anchors know."""
    rows = t.chosen[1][: t.place()]
    for _ in range(t.by.randrange(1, 9)):
        model = t.by.choice(t.chosen[1])._replace(text=None, salt=None, sealed=None, committed=chain.NO_TEXT)
        new = model._replace(
            number=len(rows) + 1, previous=rows[-1].mac if rows else chain.START, facts='{"siden": 1}', act_key=None
        )
        rows.append(new._replace(mac=_written(f"case:{t.key}", new)))
    return t.leaves(rows, told=True)


def forgotten(t: Tampering) -> Chains:
    """The case's memory is changed and no entry with it."""
    head, rows = t.chosen
    if t.by.random() < 0.5:
        return t.chains | {t.key: (head._replace(mac=_flipped(t.by, head.mac)), rows)}
    lengths = [length for length in range(len(rows) + 4) if length != len(rows)]
    return t.chains | {t.key: (head._replace(length=t.by.choice(lengths)), rows)}


def _written(name: str, row: Row) -> bytes:
    return chain.link(
        chain=name, number=row.number, act=row.act, actor=row.actor, role=row.role,
        at=datetime.fromisoformat(row.at).replace(tzinfo=UTC), facts=json.loads(row.facts), committed=row.committed,
        act_key=row.act_key, previous=row.previous,
    )  # fmt: skip


Way = Callable[[Tampering], Chains]
WAYS: tuple[Way, ...] = (
    *(edited, edited, text_touched, deleted, inserted, reordered, given_away, cut, cut_with_memory, rewritten),
    forgotten,
)


def where(before: Chain, after: Chain, anchored: list[int]) -> int | None:
    """The first entry that is not as it was; None when all are. What was rewritten lies after the anchor before it."""
    (head, rows), (told, now) = before, after
    if rows == now:
        return None if head == told else min(len(now), told.length) + 1
    first = next((place for place, (a, b) in enumerate(zip(rows, now, strict=False)) if a != b), None)
    place = min(len(rows), len(now)) if first is None else first
    if not _whole(told, now) or [row.mac for row in now[: place + 1]] == [row.mac for row in rows[: place + 1]]:
        return place + 1
    if len(now) < min(reached for reached in anchored if reached > place):
        return len(now) + 1
    return max(reached for reached in (0, *anchored) if reached <= place) + 1


def _whole(head: Head, rows: list[Row]) -> bool:
    """Whether the links fit, and the memory of them: then only anchors know that another chain stood here."""
    links = all(row.mac == _written(f"case:{head.key}", row) for row in rows) and mended(rows) == rows
    return links and (head.length, head.mac) == (len(rows), rows[-1].mac if rows else chain.START)
