"""Which boxes does a value of this shape need on a page, and which plain value do they hold?

Made from the dataclasses' own type hints, so that a field that comes into a standard comes into the editor by itself,
with its help from `describe`. A hint nobody has boxes for keeps the value it held. Not here: whether the value is right
beyond being filled in (`ophold.standard.assemble`), and how the boxes are drawn (templates).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ophold.law.promises import Unit
from ophold.record.form_fields import DayField
from ophold.record.standards.leaves import DayLeaf, Leaf, Lines, Numbers, Order, Whole, Words, YesNo, text_field
from ophold.standard import describe
from ophold.standard.shape import Header, Text
from ophold.standard.spoken import UNIT_NOTES
from ophold.standard.words import WORDS

MOST_ROWS = 20  # that a page takes; a standard that holds more keeps them
LONG = frozenset({"da", "en"})  # texts that take more than a line
IN_ORDER = frozenset({("CaseSteps", "steps")})  # a choice of words whose order says something
NOT_ASKED = frozenset({(Header, name) for name in ("key", "name", "version", "adopted_by", "adopted_on", "valid_from")})


@dataclasses.dataclass(kw_only=True)
class Asked:
    """What a reader is told about one box or group of boxes."""

    label: str
    help: str = ""
    legal: str = ""

    @property
    def hint(self) -> str:
        """Help and legal frame, as the hint under a box."""
        return " ".join(part for part in (self.help, self.legal) if part)


class Node:
    """One box or a group of them: its fields by name, and the plain value that cleaned answers make."""

    asked: Asked
    names: tuple[str, ...] = ()  # the boxes directly in it, for the page to draw
    parts: tuple[Node, ...] = ()
    put_by = False  # seldom needed, and empty: folded away
    more = ""  # the name of the button that gives another row

    def fields(self) -> Iterator[tuple[str, forms.Field, Any]]:
        """Name, field and what it holds to begin with, in order."""
        for part in self.parts:
            yield from part.fields()

    def says_nothing(self, cleaned: Mapping[str, Any]) -> bool:
        """Whether everything in it is as when nobody has written."""
        return all(part.says_nothing(cleaned) for part in self.parts)

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        """Its plain value; a box that must be filled in and is not goes into `lacks`."""
        raise NotImplementedError


class Box(Node):
    """One box."""

    def __init__(self, name: str, leaf: Leaf, asked: Asked, *, seldom: bool = False) -> None:
        self.leaf, self.asked, self.names = leaf, asked, (name,)
        self.put_by = seldom and not leaf.shown
        leaf.field.label, leaf.field.help_text = asked.label, asked.hint

    @property
    def name(self) -> str:
        """Its name on the page."""
        return self.names[0]

    def fields(self) -> Iterator[tuple[str, forms.Field, Any]]:
        yield self.name, self.leaf.field, self.leaf.shown

    def says_nothing(self, cleaned: Mapping[str, Any]) -> bool:
        return self.leaf.says_nothing(cleaned.get(self.name))

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        return self.leaf.plain(cleaned.get(self.name))


class Kept(Node):
    """A value no box is made for; it stays as it was."""

    def __init__(self, held: object) -> None:
        self.held, self.asked = held, Asked(label="")

    def says_nothing(self, cleaned: Mapping[str, Any]) -> bool:
        return self.held in (None, "", [], {}, False)

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        return self.held


class Fields(Node):
    """The boxes of one dataclass; where it may be left out, it is when nothing in it says anything."""

    def __init__(self, parts: dict[str, Node], needed: frozenset[str], asked: Asked, *, optional: bool) -> None:
        self.by_field, self.needed, self.asked, self.optional = parts, needed, asked, optional
        self.parts = tuple(parts.values())

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        if self.optional and self.says_nothing(cleaned):
            return None
        found = {}
        for name, part in self.by_field.items():
            value = part.plain(cleaned, lacks)
            if value in (None, "", []) and name in self.needed:
                lacks.append(next(part.fields())[0])
            if value not in (None, "", []):
                found[name] = value
        return found


class Rows(Node):
    """Any number of the same, and an empty one at the end."""

    def __init__(self, prefix: str, parts: list[Node], asked: Asked) -> None:
        self.parts, self.asked, self.more = tuple(parts), asked, prefix

    def plain(self, cleaned: Mapping[str, Any], lacks: list[str]) -> object:
        return [part.plain(cleaned, lacks) for part in self.parts if not part.says_nothing(cleaned)]


def boxes(
    kind: type, held: object, prefix: str, *, posted: Mapping[str, Any] | None, asked: Asked, optional: bool = False
) -> Fields:
    """The boxes of a dataclass; `held` is its plain value, `posted` what was posted (for how many rows there are)."""
    values: Mapping[str, object] = held if isinstance(held, Mapping) else {}
    hints = get_type_hints(kind)
    parts: dict[str, Node] = {}
    needed = set()
    for field in dataclasses.fields(kind):
        no_default = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        default = None if no_default else _plain_default(field.default)
        value = values.get(field.name, default)
        if (kind, field.name) in NOT_ASKED:
            parts[field.name] = Kept(value)
            continue
        hint = hints[field.name]
        parts[field.name] = node(kind, field.name, hint, value, f"{prefix}-{field.name}", posted, default)
        if no_default and NoneType not in get_args(hint) and get_origin(hint) is not tuple:
            needed.add(field.name)
    return Fields(parts, frozenset(needed), asked, optional=optional)


def node(
    kind: type, name: str, hint: Any, held: object, prefix: str, posted: Mapping[str, Any] | None, default: object
) -> Node:
    """The boxes of one field of a dataclass, by its type hint."""
    asked = of_field(kind, name)
    optional = get_origin(hint) in (Union, UnionType)
    if optional:
        (hint,) = (argument for argument in get_args(hint) if argument is not NoneType)
    words = WORDS.get((kind.__name__, name))
    if get_origin(hint) is tuple:
        return _row(kind, name, get_args(hint)[0], held, prefix, posted, asked)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return boxes(hint, held, prefix, posted=posted, asked=asked, optional=optional)
    if hint is bool:
        leaf: Leaf = YesNo(held, optional=optional, default=default)
    elif hint is int:
        leaf = Whole(held)
    elif hint is date:
        leaf = DayLeaf(held, DayField(required=False))
    elif isinstance(hint, type) and issubclass(hint, Enum):
        leaf = Words(held, _member_choices(hint), one=True, blank=_("Siges ikke") if optional else _("Vælg"))
    elif hint is str and words:
        blank = _("Siges ikke") if optional or default == "" else ""
        leaf = Words(held, _word_choices(kind, name), one=True, blank=blank)
    elif hint is str:
        leaf = Leaf(held, text_field(long=name in LONG))
    else:
        return Kept(held)
    return Box(prefix, leaf, asked)


def _row(
    kind: type, name: str, hint: Any, held: object, prefix: str, posted: Mapping[str, Any] | None, asked: Asked
) -> Node:
    several = list(held) if isinstance(held, list | tuple) else []
    words = WORDS.get((kind.__name__, name))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        rows: list[Node] = [
            boxes(hint, value, f"{prefix}-{place}", posted=posted, asked=asked, optional=True)
            for place, value in enumerate(_with_an_empty_one(several, prefix, posted))
        ]
        return Rows(prefix, rows, asked)
    if get_origin(hint) is tuple:
        rows = [
            Box(
                f"{prefix}-{place}",
                Words(value, _word_choices(kind, name)),
                dataclasses.replace(asked, help="", legal=""),
            )
            for place, value in enumerate(_with_an_empty_one(several, prefix, posted))
        ]
        return Rows(prefix, rows, asked)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Box(prefix, Words(several, _member_choices(hint)), asked, seldom=True)
    if hint is str and words and (kind.__name__, name) in IN_ORDER:
        return Box(prefix, Order(several, dict(_word_choices(kind, name))), asked)
    if hint is str and words:
        return Box(prefix, Words(several, _word_choices(kind, name)), asked)
    if hint in (str, int):
        return Box(prefix, Lines(several) if hint is str else Numbers(several), asked)
    return Kept(held)


def _with_an_empty_one(several: list[object], prefix: str, posted: Mapping[str, Any] | None) -> list[object]:
    """The rows that are there, or were posted, and one to write in."""
    count = len(several)
    if posted is not None:
        numbers = (re.match(rf"{re.escape(prefix)}-(\d{{1,3}})(?!\d)", name) for name in posted)
        count = max((int(found[1]) + 1 for found in numbers if found), default=0)
    there = (several + [None] * count)[: min(count, max(len(several), MOST_ROWS))]
    return there if posted is not None and count > len(several) else [*there, None]


def _word_choices(kind: type, name: str) -> list[tuple[str, str]]:
    return [(code, in_language(text)) for code, text in WORDS[kind.__name__, name].items()]


def _member_choices(kind: type[Enum]) -> list[tuple[str, str]]:
    """The members with their labels; a unit that can be mistaken for another says how it counts."""
    said = []
    for member in kind:
        note = UNIT_NOTES.get(member) if isinstance(member, Unit) else None
        label = in_language(describe.choice(member).label)
        said.append((str(member.value), f"{label} ({in_language(note)})" if note else label))
    return said


def _plain_default(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def of_field(kind: type, name: str) -> Asked:
    """What a field is called and what its help says; one nobody has described is called by its name."""
    try:
        return told(describe.field(kind, name))
    except KeyError:
        return Asked(label=name)


def told(found: describe.Description) -> Asked:
    """A description in the reader's language, for a page instead of a file."""
    english = (get_language() or "da").startswith("en")
    help_text = in_language(found.help)
    for word, instead in (_FILE_WORDS_EN if english else _FILE_WORDS).items():
        help_text = help_text.replace(word, instead)
    return Asked(
        label=in_language(found.label),
        help=help_text,
        legal=in_language(found.legal) if found.legal else "",
    )


# the descriptions are written for a file; on a page nothing is called null
_FILE_WORDS = {
    "null, hvis": "Lad feltet stå tomt, hvis",
    ", år-måned-dag": "",
    "Udelades, hvis": "Lad feltet stå tomt, hvis",
    "weekdays_mon_sat": "hverdage (lørdag regnes med)",
    "working_days_mon_fri": "arbejdsdage (mandag til fredag)",
}
_FILE_WORDS_EN = {
    "null if": "Leave it empty if",
    ", year-month-day": "",
    "Leave it out if": "Leave it empty if",
    "weekdays_mon_sat": "hverdage (Saturday counted)",
    "working_days_mon_fri": "arbejdsdage (Monday to Friday)",
}


def in_language(text: Text) -> str:
    """A text of our own in the reader's language."""
    return text.in_language((get_language() or "da")[:2])
