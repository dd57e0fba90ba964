"""How is a matter of a standard's file explained to the person who writes one, in a terminal?

The same descriptions as the editor's help and the JSON Schema (`describe`). Not here: pages.
"""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator
from enum import Enum
from types import NoneType
from typing import get_args, get_type_hints

from ophold.standard import describe
from ophold.standard.describe import Description
from ophold.standard.matters import MATTERS
from ophold.standard.shape import State
from ophold.standard.words import WORDS

_WIDTH = 100
_LAW = {"da": "Lovens ramme", "en": "The legal frame"}
_CHOICES = {"da": "Skriv et af", "en": "Write one of"}


def matters(language: str) -> str:
    """Every matter by the name it has in a file, and what states there are."""
    width = max(map(len, MATTERS))
    rows = [f"{name:<{width}}  {matter.title.in_language(language)}" for name, matter in MATTERS.items()]
    states = [f"{state.value:<{width}}  {describe.choice(state).help.in_language(language)}" for state in State]
    return "\n".join([*rows, "", "state", *states])


def matter(name: str, language: str) -> str:
    """One matter: what it is about, the legal frame, and each field of its value."""
    about = describe.matter(name)
    rows = [f"{name}: {about.label.in_language(language)}", *_said(about, language, "  ")]
    rows += _fields(MATTERS[name].kind, language, "  ", set())
    return "\n".join(rows)


def _fields(kind: type, language: str, indent: str, told: set[type]) -> Iterator[str]:
    hints = get_type_hints(kind)
    for field in dataclasses.fields(kind):
        yield ""
        said = describe.field(kind, field.name)
        yield f"{indent}{field.name}: {said.label.in_language(language)}"
        yield from _said(said, language, indent + "  ")
        words = WORDS.get((kind.__name__, field.name), {})
        if words:
            yield from _wrapped(f"{_CHOICES[language]}: {', '.join(words)}", indent + "  ")
        for inner in _kinds(hints[field.name]):
            if issubclass(inner, Enum):
                yield from _wrapped(f"{_CHOICES[language]}: {', '.join(each.value for each in inner)}", indent + "  ")
            elif inner not in told:
                told.add(inner)
                yield from _fields(inner, language, indent + "    ", told)


def _kinds(hint: object) -> Iterator[type]:
    """The dataclasses and choices a hint holds."""
    for part in get_args(hint) or (hint,):
        if part is hint:
            if isinstance(part, type) and (dataclasses.is_dataclass(part) or issubclass(part, Enum)):
                yield part
        elif part not in (NoneType, Ellipsis):
            yield from _kinds(part)


def _said(said: Description, language: str, indent: str) -> Iterator[str]:
    yield from _wrapped(said.help.in_language(language), indent)
    if said.legal is not None:
        yield from _wrapped(f"{_LAW[language]}: {said.legal.in_language(language)}", indent)


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
