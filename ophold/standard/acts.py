"""Which acts, orders and guidance do we know, when was each in force, and what replaced it?

Reads `docs/sources.toml`. Not here: what they say (`law.yaml`, the rules) and what a council adopted. Reading: a new
edition counts from the day it was issued; one seen with its year alone counts surely from the end of that year, or from
its successor's first day if that is earlier; until then it and its forerunner are both named
(docs/decisions/0095-which-edition.md).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from ophold.law.finding import Evidence
from ophold.standard.decode import decode
from ophold.standard.plain_yaml import Where
from ophold.standard.shape import Citation, Text

_SECTION = re.compile(r"\d+(?: [a-z]\b)?")


class Kind(Enum):
    """What kind of text it is, in the order a reader looks for them."""

    ACT = "act"
    ORDER = "order"
    GUIDANCE = "guidance"
    PRACTICE = "practice"  # what Ankestyrelsen, the Ombudsman or a ministry has stated
    METHOD = "method"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A section whose matter has moved, for some people, to another act."""

    section: str
    to: str  # the other act's key
    who: Text
    since: date
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One edition of one act, order, guidance, statement or method."""

    key: str  # permanent: the page's anchor
    family: str  # the same for every edition of one act
    kind: Kind
    title: Text
    evidence: Evidence
    number: str = ""  # as in a standard's header, "LBK 1129"; "" where none was seen
    of: date | None = None  # the day it was issued
    year: int | None = None  # only where the day was not seen
    valid_from: date | None = None  # only where it differs from the day it was issued
    valid_to: date | None = None
    replaced_by: str = ""  # the key of the edition that took its place
    note: Text | None = None
    cited_as: tuple[str, ...] = ()  # how a standard may name it without a number
    works: tuple[str, ...] = ()  # how the rules' sources name it
    rules: tuple[str, ...] = ()  # the rules in ophold/law that rest on it; a test holds the list to the code
    letters: tuple[Text, ...] = ()  # the letters that name it
    used_for: tuple[Text, ...] = ()  # what else in the product rests on it
    moved: tuple[Moved, ...] = ()

    @property
    def starts(self) -> date | None:
        """Its first day, where the day is known."""
        return self.valid_from or self.of

    @property
    def issued_in(self) -> int | None:
        """The year it was issued, where known."""
        return self.of.year if self.of else self.year

    @property
    def short(self) -> str:
        """Number and year: "LBK 1129/2025"; the Danish title where it has no number."""
        year = self.issued_in
        return f"{self.number}/{year}" if self.number and year else self.number or self.title.da

    def __str__(self) -> str:
        return f"{self.title.da} ({self.short})" if self.number else self.title.da


@dataclass(frozen=True)
class Acts:
    """The dated table of every act we know."""

    every: tuple[Act, ...]

    @cached_property
    def _by_key(self) -> Mapping[str, Act]:
        return MappingProxyType({act.key: act for act in self.every})

    @cached_property
    def _by_name(self) -> Mapping[str, Act]:
        """By the names a text may use without a number; of several editions the newest."""
        return MappingProxyType({name.casefold(): act for act in self.every for name in act.cited_as})

    def by_key(self, key: str) -> Act:
        """The act of a key in the table; KeyError if there is none."""
        return self._by_key[key]

    def cited(self, citation: Citation) -> Act | None:
        """The edition a standard cites, by number and day, else by name; None where it is not in the table."""
        if citation.number is not None:
            same = [act for act in self.every if act.number == citation.number]
            return next((act for act in same if citation.of in (None, act.of)), None)
        return self._by_name.get(citation.title.partition(",")[0].strip().casefold())

    def of_work(self, work: str) -> Act | None:
        """The act that a rule's source names, in its newest edition."""
        return next((act for act in reversed(self.every) if work in act.works), None)

    def of_source(self, source: str) -> Act | None:
        """The act that a source written out names, "Serviceloven (SEL), § 107"; None where it is no act's."""
        known = (act for act in self.every if source in (str(act), *act.works) or source.startswith(_starts(act.works)))
        return next(known, None)

    def replaced_by(self, act: Act, on: date) -> tuple[Act | None, bool]:
        """What had surely taken an act's place on a day, the newest of them, and whether that is confirmed."""
        newest = None
        for later in self._successors(act):
            surely = self.surely_from(later)
            if surely is not None and surely <= on:
                newest = later
        return newest, newest is None or newest.evidence.confirmed

    def in_force(self, family: str, on: date) -> tuple[Act, ...]:
        """The edition in force on a day: one; two or more only where a day is not seen; none before the first."""
        editions = [act for act in self.every if act.family == family]
        begun = [act for act in editions if (first := self._perhaps_from(act)) is None or first <= on]
        surely = [act for act in begun if (first := self.surely_from(act)) is None or first <= on]
        oldest = begun.index(surely[-1]) if surely else 0
        return tuple(act for act in begun[oldest:] if act.valid_to is None or act.valid_to >= on)

    def change_days(self) -> tuple[tuple[str, date], ...]:
        """Every known day on which an edition took over, with its family."""
        return tuple((act.family, act.starts) for act in self.every if act.starts is not None)

    def surely_from(self, act: Act) -> date | None:
        """The first day on which it was surely in force; None where neither day nor year was seen."""
        if act.starts is not None or act.year is None:
            return act.starts
        later = [self.surely_from(each) for each in self._successors(act)]
        return min([date(act.year, 12, 31), *(day for day in later if day is not None)])

    @staticmethod
    def sections(citation: Citation) -> frozenset[str]:
        """The sections a citation names: "§§ 83, 103 og 107" → 83, 103, 107."""
        return frozenset(_SECTION.findall(citation.title.partition("§")[2]))

    def _perhaps_from(self, act: Act) -> date | None:
        return act.starts or (date(act.year, 1, 1) if act.year else None)

    def _successors(self, act: Act) -> Iterator[Act]:
        while act.replaced_by:
            act = self.by_key(act.replaced_by)
            yield act


def _starts(works: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{work}," for work in works)


def load_acts(root: Path) -> Acts:
    """Every source in the `docs/sources.toml` of a folder, editions of one family oldest first; StandardRefused."""
    path = root / "docs" / "sources.toml"
    where = Where(str(path))
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise where.refusal("filen ikke findes eller ikke kan læses", "ret stien eller rettighederne") from None
    except tomllib.TOMLDecodeError as wrong:
        raise where.refusal(f"den ikke er gyldig TOML ({wrong})", "ret filen") from None
    listed = raw.get("source")
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise where.refusal("der ingen kilder står", "skriv hver kilde under [[source]]")
    every = tuple(decode(Act, each, where.at(str(each.get("key")))) for each in listed)
    _refuse_broken_chains(every, where)
    return Acts(every)


def _refuse_broken_chains(every: tuple[Act, ...], where: Where) -> None:
    """A key twice, a key that is none, or an edition that in the end replaces itself."""
    known: dict[str, Act] = {}
    for act in every:
        if act.key in known:
            raise where.at(act.key).refusal("nøglen står to gange", "giv hver kilde sin egen")
        known[act.key] = act
    for act in every:
        for key in (act.replaced_by, *(move.to for move in act.moved)):
            if key and key not in known:
                raise where.at(act.key).refusal(f"»{key}« ikke findes", "ret nøglen")
    for act in every:
        seen, later = {act.key}, act
        while later.replaced_by:
            later = known[later.replaced_by]
            if later.key in seen:
                raise where.at(act.key).refusal("den i sidste ende afløser sig selv", "ret replaced_by")
            seen.add(later.key)
