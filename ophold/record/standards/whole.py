"""Which sections does a standard fall into, and which whole standard do they make again?

A section is the header, one matter, or one provision. Not here: who wrote a section when (`models`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ophold.standard.assemble import standard_from_plain
from ophold.standard.canonical import as_plain
from ophold.standard.matters import MATTERS
from ophold.standard.shape import SCHEMA, Header, Promise, Standard, State

HEADER = "header"
NAME = "kladden"  # what a refusal calls it
_PROVISION = re.compile(r"([A-Z]+)(\d+)")


def is_provision(name: str) -> bool:
    """Whether a section is a provision: B16 is, `header` and a matter's name are not."""
    return name[:1].isupper()


def sections_of(standard: Standard) -> list[tuple[str, object]]:
    """Its sections in order, each with its plain value."""
    plain = as_plain(standard)
    found: list[tuple[str, object]] = [(HEADER, plain["header"])]
    for part in ("promises", "provisions"):
        held = plain.get(part) or {}
        assert isinstance(held, dict)
        found += list(held.items())
    return found


def standard_of_sections(sections: Iterable[tuple[str, object]]) -> Standard:
    """The whole standard that sections make; a matter nobody wrote about is silent. Raises StandardRefused."""
    header: object = None
    provisions: dict[str, object] = {}
    promises: dict[str, object] = {name: {"state": State.SILENT.value} for name in MATTERS}
    for name, value in sections:
        if name == HEADER:
            header = value
        elif value is not None:
            (provisions if is_provision(name) else promises)[name] = value
    return standard_from_plain(
        {"schema": SCHEMA, "header": header, "provisions": provisions, "promises": promises}, NAME
    )


def not_adopted(standard: Standard) -> Standard:
    """The same text as one begins to change it: nobody has adopted what it is to become."""
    header = replace(standard.header, version="undated-1", adopted_by=(), adopted_on=None, valid_from=None)
    return replace(standard, header=header)


def empty(key: str, name: str) -> Standard:
    """A standard that is silent on everything."""
    header = Header(
        key=key,
        name=name,
        name_evidence=None,
        title="Kvalitetsstandard for midlertidigt ophold, serviceloven § 107",
        version="undated-1",
        adopted_by=(),
        adopted_on=None,
        valid_from=None,
        committee=None,
        department=None,
        cites=(),
    )
    silent: dict[str, Promise[object]] = {name: Promise(state=State.SILENT) for name in MATTERS}
    return Standard(schema=SCHEMA, header=header, provisions={}, promises=silent)


def as_adopted(standard: Standard, *, version: str, by: str, on: date, valid_from: date) -> Standard:
    """The standard with what its adoption gives it: a name, a body and two days."""
    header = replace(standard.header, version=version, adopted_by=(by,), adopted_on=on, valid_from=valid_from)
    return replace(standard, header=header)


def version_name(adopted_on: date, taken: Iterable[str]) -> str:
    """The day of adoption; a later version of the same day is numbered: 2026-03-02-2."""
    names = [adopted_on.isoformat(), *(f"{adopted_on.isoformat()}-{number}" for number in range(2, 100))]
    return next(name for name in names if name not in set(taken))


def next_provision(names: Iterable[str]) -> str:
    """The next free number with the letters the provisions have: B17 after B16."""
    found = [_PROVISION.fullmatch(name) for name in names]
    letters = next((each[1] for each in found if each), "A")
    return f"{letters}{max((int(each[2]) for each in found if each and each[1] == letters), default=0) + 1}"
