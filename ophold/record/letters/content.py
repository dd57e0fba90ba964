"""What does a letter say? A letter as structured data, before it is HTML or PDF.

Not here: typesetting (`typeset`), who gets it (`recipients`), sending (`actions`).
Sources: FVL §§ 22–25 (reasons and guidance), RSL §§ 60, 66, 67 and 72, stk. 4 (complaint).
Readings: guidance goes with every decision, also a full grant; only an ending letter speaks of suspensive effect;
no letter about a right leaves without a person's name under it.
"""

from __future__ import annotations

import dataclasses
import json
import types
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from django.utils.translation import gettext as _

from ophold.record.cases.acts import Refused
from ophold.record.letters.choices import DECISIONS, UNSIGNED, Kind

T = TypeVar("T")

COMPLAINT_WEEKS = 4  # RSL § 67; a council cannot make it shorter


class LetterRefused(Refused):
    """A letter that cannot be made or sent; the text says what did not happen, why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: the council's unit and, in letters about a right, a person."""

    municipality: str
    unit: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    signed_by: str = ""
    signed_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who gets it. `capacity` and `concerning` are filled when the letter goes to somebody else than the citizen."""

    name: str
    address: tuple[str, ...] = ()
    capacity: str = ""  # "værge", "partsrepræsentant"
    concerning: str = ""  # the citizen's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and its value: "Svar senest" – "15. maj 2026"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it, in this order: paragraphs, rows, items, closing paragraphs."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    items: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    under: bool = False  # a sub-heading of the section before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """Complaint guidance (klagevejledning): where a complaint goes, from the standard or a dated setting."""

    to: str
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    adviser: tuple[str, ...] = ()  # the citizens' adviser (borgerrådgiver), name and contact lines
    note: str = ""  # e.g. that the address is a placeholder of the demonstration
    may_suspend: bool = False  # only a letter that ends a stay


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardNote:
    """The adopted standard the letter rests on; a missing date is said, never invented."""

    name: str
    adopted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """One letter, result first. The recipient is filled in per dispatch."""

    kind: Kind
    sender: Sender
    dated: date
    reference: str
    title: str
    lead: str  # the result, in one or two sentences
    sections: tuple[Section, ...] = ()
    reasons: tuple[str, ...] = ()  # main considerations (FVL § 24)
    facts: tuple[str, ...] = ()  # facts that weighed (FVL § 24, stk. 2)
    rules: tuple[str, ...] = ()  # the provisions the letter rests on
    guidance: Guidance | None = None
    standard: StandardNote | None = None
    sources: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    recipient: Recipient | None = None

    def addressed_to(self, recipient: Recipient) -> LetterContent:
        """The same letter to this recipient."""
        return replace(self, recipient=recipient)

    def to_bytes(self) -> bytes:
        """Canonical JSON in UTF-8: the same letter is always the same bytes."""
        return json.dumps(plain(self), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> LetterContent:
        """The letter back again; a field that is unknown or of the wrong type raises ValueError."""
        return build(cls, json.loads(raw))


def plain(value: object) -> Any:
    """A value of this module as plain JSON: mappings, lists, strings, numbers."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def build(wanted: type[T], raw: object) -> T:
    """The reverse of `plain`, strict: raises ValueError on anything else than what `plain` made."""
    return _build(wanted, raw)  # type: ignore[no-any-return]


_hints = cache(get_type_hints)  # reading them evaluates every annotation, each time


def _build(wanted: Any, raw: object) -> Any:
    if get_origin(wanted) in (Union, types.UnionType):
        (inner,) = (arm for arm in get_args(wanted) if arm is not type(None))
        return None if raw is None else _build(inner, raw)
    if get_origin(wanted) is tuple:
        if not isinstance(raw, list):
            raise ValueError("A list was expected.")
        return tuple(_build(get_args(wanted)[0], item) for item in raw)
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        hints = _hints(wanted)
        if not isinstance(raw, dict) or not raw.keys() <= hints.keys():
            raise ValueError(f"Not a {wanted.__name__}.")
        return wanted(**{name: _build(hints[name], item) for name, item in raw.items()})
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(raw)
    if wanted is date:
        return date.fromisoformat(str(raw))
    if type(raw) is not wanted:
        raise ValueError(f"{wanted} was expected.")
    return raw


_DROPPED = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb")


def clean(text: str) -> str:
    """Text fit for paper: composed letters, plain line breaks, no control characters, no direction overrides."""
    whole = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    for stop in "\r\u2028\u2029\x0b\x0c\x85":
        whole = whole.replace(stop, "\n")
    whole = whole.replace("\t", " ")
    kept = (
        mark
        for mark in whole
        if mark == "\n"
        or (mark not in _DROPPED and unicodedata.category(mark) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))
    )
    return "".join(kept).strip()


def cleaned(content: LetterContent) -> LetterContent:
    """The same letter with every text cleaned and empty lines gone; the one way in."""
    found: LetterContent = _each_text(content, clean)
    return found


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        changed = (_each_text(item, change) for item in value)
        return tuple(item for item in changed if item != "")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _each_text(getattr(value, f.name), change) for f in dataclasses.fields(value)})
    return value


def texts(value: object) -> tuple[str, ...]:
    """Every text in a letter, in order; for tests and for the search of what must not stand there."""
    if isinstance(value, Enum):
        return ()
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, tuple):
        return tuple(text for item in value for text in texts(item))
    if isinstance(value, Mapping):
        return tuple(text for item in value.values() for text in texts(item))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return tuple(text for field in dataclasses.fields(value) for text in texts(getattr(value, field.name)))
    return ()


def check(content: LetterContent) -> None:
    """Refuse a letter that statute says lacks something; raises LetterRefused with the sentence to show."""
    decision = content.kind in DECISIONS
    if not (content.title and content.lead and content.reference and content.sender.municipality):
        raise LetterRefused(
            _(
                "Brevet blev ikke lavet: det mangler overskrift, resultat, sagsnummer eller afsender. "
                "Udfyld det, der mangler."
            )
        )
    if content.kind not in UNSIGNED and not content.sender.signed_by:
        raise LetterRefused(
            _(
                "Brevet blev ikke lavet: det mangler navnet på den, der står bag det. "
                "Tag sagen, eller sæt en sagsbehandler på."
            )
        )
    if decision and not (content.reasons and content.rules):
        raise LetterRefused(
            _("Brevet blev ikke lavet: en afgørelse skal have begrundelse og regler. Skriv begrundelsen, og prøv igen.")
        )
    if decision and (content.guidance is None or not _reachable(content.guidance)):
        raise LetterRefused(
            _(
                "Brevet blev ikke lavet: der er ingen adresse at klage til, hverken i standarden eller i kommunens "
                "indstillinger. Bed administratoren om at indsætte klageadressen, og prøv igen."
            )
        )
    ends = content.kind is Kind.DECISION_ENDING
    if content.guidance is not None and content.guidance.may_suspend != ends:
        raise LetterRefused(
            _(
                "Brevet blev ikke lavet: opsættende virkning hører til i et brev om ophør, og kun dér. "
                "Ret klagevejledningen."
            )
        )


def _reachable(guidance: Guidance) -> bool:
    return bool(guidance.to and (guidance.address or guidance.email))
