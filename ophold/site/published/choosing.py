"""Which municipalities does an address ask to see side by side? `?k=key&k=key/version&kun=forskelle`.

Without a choice: all, where they are few; else none, and the page asks. An unknown name is told and left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from ophold.site.published.addresses import version_in
from ophold.standard.load import Catalogue, NotFound
from ophold.standard.shape import Standard

FEW = 6  # so many are shown side by side unasked
TOLD = 5  # so many unknown names are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One municipality to tick."""

    key: str
    name: str
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What an address asks for."""

    asked: tuple[str, ...]  # as written in the address of what is shown
    standards: tuple[Standard, ...]
    options: tuple[Option, ...]
    unknown: tuple[str, ...]
    differing: bool


def chosen(query: QueryDict, catalogue: Catalogue, today: date) -> Chosen:
    """What the address asks for, of what applies today."""
    current = {each.key: each for each in _in_force(catalogue, today)}
    named = list(dict.fromkeys(each[:90] for each in query.getlist("k")))
    if "alle" in named or (not named and len(current) <= FEW):
        named = list(dict.fromkeys([*current, *(each for each in named if each != "alle")]))
    found = {name: standard for name in named if (standard := _asked(name, current, catalogue)) is not None}
    keys = {standard.key for standard in found.values()}
    return Chosen(
        asked=tuple(found),
        standards=tuple(found.values()),
        options=tuple(Option(key=key, name=each.header.name, ticked=key in keys) for key, each in current.items()),
        unknown=tuple(name for name in named if name not in found)[:TOLD],
        differing=query.get("kun") == "forskelle",
    )


def _in_force(catalogue: Catalogue, today: date) -> Iterator[Standard]:
    """What applies today in each municipality that has something, by name."""
    found = []
    for key in catalogue.keys:
        try:
            found.append(catalogue.in_force(key, today))
        except NotFound:
            continue  # adopted, but not yet in force
    return iter(sorted(found, key=lambda each: each.header.name))


def _asked(name: str, current: dict[str, Standard], catalogue: Catalogue) -> Standard | None:
    key, _, version = name.partition("/")
    if not version:
        return current.get(key)
    wanted = version_in(version)
    return next((each for each in catalogue.standards.get(key, ()) if each.version == wanted), None)
