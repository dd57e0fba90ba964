"""How is a standard written down, so that there is one way only: as YAML for people, as plain values for JSON?

`canonical_text(standard_from_text(x)) == x` byte for byte for every x that `canonical_text` wrote. Fields stand in the
order of the dataclasses; a field that says nothing is left out (an empty text or list, no, nought, nothing, that a
number is a maximum), unless a standard must have it. Not here: reading (`assemble`), and what is shown to a reader
(`render`, `spoken`).
Reading: docs/decisions/0090-one-way-to-write-a-standard.md.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import Enum

from ophold.law.promises import Meaning
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Promise, Standard, State

WIDTH = 100
_ONE_LINE_FROM = 4  # groups stand on one line from this layer on: schema is the first, a promise's value the third

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=<~")
# what some reader of YAML takes for a number, a day or a time
_NUMBER = re.compile(r"[-+.]?\d[\w.:+-]*|[-+]?\.\w+|\d{4}-\d\d?-\d\d?([Tt ].*)?", re.ASCII)
_VALUES = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"})
_FOLDS = re.compile(r"(?<=[^ ]) (?=[^ ])")  # a single space, where a line can be broken and joined again
_WORD = re.compile(r"[\w.§/-]+")


def as_plain(standard: Standard) -> dict[str, object]:
    """The standard as what JSON can hold: objects, lists, texts, numbers, true/false, null; days as ISO texts."""
    return {name: _as_json(value) for name, value in _whole(standard).items()}


def canonical_text(standard: Standard) -> str:
    """The one YAML text of a standard."""
    groups = ["\n".join(_field(name, value, 0)) for name, value in _whole(standard).items()]
    return "\n\n".join(groups) + "\n"


def _whole(standard: Standard) -> dict[str, object]:
    """Every field, without the silence on matters that a file may leave out."""
    silent: Promise[object] = Promise(state=State.SILENT)
    left_out = {name for name, said in standard.promises.items() if MATTERS[name].may_be_left_out and said == silent}
    kept = {name: said for name, said in standard.promises.items() if name not in left_out}
    return _fields(replace(standard, promises=kept))


def _fields(value: object) -> dict[str, object]:
    """A dataclass's fields that say something, as plain values with days as days."""
    assert dataclasses.is_dataclass(value)
    return {
        field.name: _plain(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if not _says_nothing(field, getattr(value, field.name))
    }


def _says_nothing(field: dataclasses.Field[object], held: object) -> bool:
    return held == field.default and (held in (None, False) or held in ("", (), 0, Meaning.MAXIMUM))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if dataclasses.is_dataclass(value):
        return _fields(value)
    return value


def _as_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_as_json(part) for part in value]
    if isinstance(value, dict):
        return {name: _as_json(part) for name, part in value.items()}
    return value


def _field(name: str, value: object, layer: int) -> Iterator[str]:
    """The lines of one field; `layer` is how deep it stands, two columns each."""
    start = f"{'  ' * layer}{_scalar(name)}:"
    if not isinstance(value, (dict, list)):
        yield from _text(start, value, layer + 1)
        return
    line = _on_one_line(value) if layer + 1 >= _ONE_LINE_FROM or isinstance(value, list) or not value else None
    if line is not None and len(start) + 1 + len(line) <= WIDTH:
        yield f"{start} {line}"
    else:
        yield start
        yield from _group(value, layer + 1)


def _group(value: dict[str, object] | list[object], layer: int) -> Iterator[str]:
    if isinstance(value, dict):
        for number, (name, held) in enumerate(value.items()):
            if number and isinstance(held, dict) and "place" in held:
                yield ""  # air between provisions
            yield from _field(name, held, layer)
        return
    indent = "  " * layer
    for held in value:
        line = _on_one_line(held) if isinstance(held, list) else None
        if line is not None:
            yield f"{indent}- {line}"
        elif isinstance(held, (dict, list)):
            first, *rest = _group(held, layer + 1)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield from _text(f"{indent}-", held, layer + 1)


def _on_one_line(value: object) -> str | None:
    """A group of single words as [a, b] or {a: b}; None if anything in it is more than a word."""
    if isinstance(value, list):
        parts = [_on_one_line(part) for part in value]
        return None if None in parts else f"[{', '.join(part for part in parts if part is not None)}]"
    if isinstance(value, dict):
        pairs = [(name, _on_one_line(part)) for name, part in value.items()]
        return None if None in dict(pairs).values() else f"{{{', '.join(f'{name}: {part}' for name, part in pairs)}}}"
    if isinstance(value, str):
        return value if _WORD.fullmatch(value) and _may_stand_bare(value) else None
    return _scalar(value)


def _text(start: str, value: object, layer: int) -> Iterator[str]:
    """One value after its name: on the line, or over several lines below it where it is long."""
    room = WIDTH - len(start) - 1
    indent = "  " * layer
    if isinstance(value, str) and "\n" in value and _has_plain_lines(value):
        yield f"{start} |-"
        yield from (indent + line if line else "" for line in value.split("\n"))
    elif isinstance(value, str) and len(_scalar(value)) > room and "\n" not in value and "\t" not in value:
        yield f"{start} >-"
        yield from (indent + line for line in _folded(value, WIDTH - len(indent)))
    else:
        yield f"{start} {_scalar(value)}"


def _folded(text: str, width: int) -> Iterator[str]:
    line = ""
    for part in _FOLDS.split(text):
        if line and len(line) + 1 + len(part) > width:
            yield line
            line = part
        else:
            line = f"{line} {part}" if line else part
    yield line


def _has_plain_lines(text: str) -> bool:
    return "\t" not in text and all(line == line.strip(" ") for line in text.split("\n"))


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return str(value)
    if _may_stand_bare(value):
        return value
    if "\n" in value or "\t" in value or not ('"' in value or "\\" in value):
        return json.dumps(value, ensure_ascii=False)
    return "'" + value.replace("'", "''") + "'"


def _may_stand_bare(text: str) -> bool:
    """Whether every reader of YAML takes it for this very text without quotes."""
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in _INDICATORS
        and not text.endswith(":")
        and not any(mark in text for mark in (": ", " #", "\n", "\t"))
        and text.casefold() not in _VALUES
        and not _NUMBER.fullmatch(text)
    )
