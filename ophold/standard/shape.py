"""What an adopted standard is, once read: its header, its provisions, and one promise for every matter.

Not here: reading files (`load`), answering questions (`answers`). Source: requirements, "The five side by side".
Reading: a text that states no first day of validity applies from the day it was adopted; one without either day
applies as the only known version and has no first day (docs/decisions/0020-which-version.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from ophold.law.finding import Layer, Source

SCHEMA = 1

T = TypeVar("T")
P = TypeVar("P")


class StandardRefused(Exception):
    """A standard or a setting that could not be used; the text is one Danish sentence, fit to show."""


class State(Enum):
    """What the text does with a matter: exactly one of five."""

    FIXED = "fixed"  # a value
    SILENT = "silent"  # nothing
    INDIVIDUAL = "individual"  # left to a judgement in each case, perhaps with a guideline
    ELSEWHERE = "elsewhere"  # fixed in another document, which is named
    INHERITS_STATUTE = "inherits_statute"  # the text points to statute


class RemarkKind(Enum):
    """Why a provision needs a word of ours beside it."""

    AMBIGUOUS = "ambiguous"  # can be read in more ways than one
    CONTRADICTION = "contradiction"  # does not agree with itself
    SILENT = "silent"  # leaves out what one would expect here
    BEYOND_STATUTE = "beyond_statute"  # asks or grants something else than statute
    OUTDATED = "outdated"  # cites what has been replaced
    COPY_ERROR = "copy_error"  # plainly belongs to another text
    READING = "reading"  # how the product reads it


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of our own in both languages."""

    da: str
    en: str

    def in_language(self, language: str) -> str:
        """The English text for "en", else the Danish."""
        return self.en if language == "en" else self.da


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is unclear in a text, and of which kind the unclearness is."""

    kind: RemarkKind
    da: str
    en: str
    code: str = ""  # the checker's code for the same matter: where a rule finds it, the remark is not said twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One numbered provision in our own short words, with its place in the source."""

    place: str  # the section in the source, "afsnit Sagsbehandlingstid"
    da: str
    en: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Another document that the standard points to."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Generic[T]):
    """What the standard does with one matter; `value` is a type from `ophold.law.promises`."""

    state: State
    provisions: tuple[str, ...] = ()
    value: T | None = None
    document: Document | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An act, order or guidance that the standard itself cites, as cited; null where it gives no number or day."""

    number: str | None  # "LBK 798", "BEK 1387", "VEJ 14"
    of: date | None
    title: str
    provisions: tuple[str, ...] = ()  # where in the text it is cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Whose standard it is, which version, and who adopted it when; null means that the text does not say."""

    key: str
    name: str
    name_evidence: Text | None  # only where the text does not name its municipality: why we think it is this one
    title: str
    version: str  # the day of adoption, or "undated-1"
    adopted_by: tuple[str, ...]
    adopted_on: date | None
    valid_from: date | None
    committee: str | None
    department: str | None
    cites: tuple[Citation, ...]
    covers: tuple[str, ...] = ()  # the sections of statute a joint standard is for; empty: section 107 alone
    general_part: Document | None = None  # the general text this one builds on, where there are two
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One version of one municipality's adopted standard."""

    schema: int
    header: Header
    provisions: Mapping[str, Provision]
    promises: Mapping[str, Promise[object]]

    @property
    def key(self) -> str:
        """The municipality's key."""
        return self.header.key

    @property
    def version(self) -> str:
        """The day of adoption, or "undated-1"."""
        return self.header.version

    @property
    def version_key(self) -> str:
        """Municipality and version in one, as a clock keeps it: "ballerup/undated-1"."""
        return f"{self.key}/{self.version}"

    @property
    def undated(self) -> bool:
        """Whether the text bears no date, neither of adoption nor of validity."""
        return self.applies_from is None

    @property
    def applies_from(self) -> date | None:
        """The first day it applies, as stated, else the day of adoption; None if it bears no date."""
        return self.header.valid_from or self.header.adopted_on

    def promise(self, matter: str) -> Promise[object]:
        """What it says on a matter, by the matter's name in `MATTERS`."""
        return self.promises[matter]

    def source(self, provision: str = "") -> Source:
        """The provision as a source; without an id, the standard as a whole (for a silence)."""
        return Source(
            work=f"{self.header.name}, {self.header.title}",
            place=self.provisions[provision].place if provision else "",
            provision=provision,
            layer=Layer.STANDARD,
            valid_from=self.applies_from,
            undated=self.undated,
        )

    def sources(self, promise: Promise[P]) -> tuple[Source, ...]:
        """Every source a promise rests on; the standard as a whole if it names no provision."""
        return tuple(self.source(provision) for provision in promise.provisions) or (self.source(),)
