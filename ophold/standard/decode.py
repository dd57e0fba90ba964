"""Do these plain values have the shape of this dataclass? By its type hints; strict, and all or nothing.

Unknown and misspelt fields, unknown units and words, wrong types and missing fields are each refused with one Danish
sentence that names the nearest right one. Not here: what must agree across a whole standard (`assemble`).
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from ophold.law.promises import Committee, Period, PersonalAllowance
from ophold.standard.plain_yaml import Where, shown
from ophold.standard.shape import Document
from ophold.standard.words import WORDS

D = TypeVar("D")

_NAMES = {str: "en tekst", int: "et helt tal", bool: "true eller false", date: "en dag (år-måned-dag)"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# signs that turn the direction of the text around them, and so can make a sentence read otherwise than it is written
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LEAST: Mapping[tuple[type, str], int] = MappingProxyType({(Period, "value"): 1, (PersonalAllowance, "kroner"): 1})
MOST: Mapping[tuple[type, str], int] = MappingProxyType({(Period, "value"): 1_000})
ADDRESSES = frozenset({(Document, "address"), (Committee, "calendar")})  # pages make links of them
ADDRESS = re.compile(r"https?://[^\s<>\"']{1,400}")
MOST_OF_ALL = 1_000_000


def decode(kind: type[D], raw: object, where: Where, hints: Mapping[str, object] | None = None) -> D:
    """The dataclass `kind` from plain values; `hints` replaces the hints of single fields; raises StandardRefused."""
    if not isinstance(raw, dict):
        raise where.refusal(f"der står {_what(raw)}, hvor der skal stå felter", "skriv felterne med navn og kolon")
    wanted = dict(_hints(kind)) | dict(hints or {})
    for name in raw:
        if name not in wanted:
            raise where.refusal(f"feltet »{shown(name)}« ikke kendes", _nearest(name, tuple(wanted)))
    values: dict[str, object] = {}
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]  # D is a dataclass; typing has no bound for that
        if field.name in raw:
            values[field.name] = _field(kind, field.name, wanted[field.name], raw[field.name], where.at(field.name))
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            may_be_null = NoneType in get_args(wanted[field.name])
            remedy = "skriv det, med null, hvis teksten tier" if may_be_null else "skriv det"
            raise where.refusal(f"feltet »{field.name}« mangler", remedy)
    return kind(**values)


def decode_value(hint: object, raw: object, where: Where) -> object:
    """One value by its type hint; raises StandardRefused."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _optional(hint, raw, where)
    if origin is tuple:
        return _row(get_args(hint)[0], raw, where)
    if origin is not None and issubclass(origin, Mapping):
        return _table(get_args(hint)[1], raw, where)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return decode(hint, raw, where)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice(hint, raw, where)
    if isinstance(hint, type):
        return _scalar(hint, raw, where)
    raise TypeError(f"No decoding for {hint!r}")


def _hints(kind: type) -> Mapping[str, object]:
    return MappingProxyType(get_type_hints(kind))


def _field(kind: type, name: str, hint: object, raw: object, where: Where) -> object:
    value = decode_value(hint, raw, where)
    words = WORDS.get((kind.__name__, name))
    for word in _texts(value) if words is not None else ():
        if words is not None and word and word not in words:
            raise where.refusal(f"ordet »{shown(word)}« ikke kendes", _nearest(word, tuple(words)))
    if (kind, name) in ADDRESSES and isinstance(value, str) and not ADDRESS.fullmatch(value):
        raise where.refusal(
            f"»{shown(value)}« ikke er en adresse på nettet", "skriv den hele adresse med https:// foran"
        )
    if isinstance(value, int) and not isinstance(value, bool):
        _check_size(value, LEAST.get((kind, name), 0), MOST.get((kind, name), MOST_OF_ALL), where)
    return value


def _check_size(value: int, least: int, most: int, where: Where) -> None:
    if value < least:
        raise where.refusal(f"tallet {value} er for lille", f"skriv {least} eller mere")
    if value > most:
        raise where.refusal(f"tallet {shown(value)} er for stort", f"skriv {most} eller mindre")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return tuple(text for part in value for text in _texts(part))
    return ()


def _optional(hint: object, raw: object, where: Where) -> object:
    if raw is None:
        return None
    (inner,) = (argument for argument in get_args(hint) if argument is not NoneType)
    return decode_value(inner, raw, where)


def _row(hint: object, raw: object, where: Where) -> tuple[object, ...]:
    if not isinstance(raw, list):
        raise where.refusal(
            f"der står {_what(raw)}, hvor der skal stå en liste",
            "skriv [første, anden] eller en linje pr. punkt med streg",
        )
    return tuple(decode_value(hint, value, where.at(str(place))) for place, value in enumerate(raw, start=1))


def _table(hint: object, raw: object, where: Where) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise where.refusal(f"der står {_what(raw)}, hvor der skal stå felter", "skriv felterne med navn og kolon")
    return MappingProxyType({name: decode_value(hint, value, where.at(name)) for name, value in raw.items()})


def _choice(kind: type[Enum], raw: object, where: Where) -> Enum:
    for member in kind:
        if member.value == raw:
            return member
    names = tuple(str(member.value) for member in kind)
    raise where.refusal(f"»{shown(raw)}« ikke kendes", _nearest(str(raw), names))


def _scalar(kind: type, raw: object, where: Where) -> object:
    if kind is date and isinstance(raw, str) and _DAY.fullmatch(raw):  # as JSON has it
        return _day(raw, where)
    if type(raw) is not kind:
        raise where.refusal(f"der står {_what(raw)}, hvor der skal stå {_NAMES[kind]}", _remedy(kind, raw))
    return _text(raw, where) if isinstance(raw, str) else raw


def _day(raw: str, where: Where) -> date:
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise where.refusal(f"dagen {raw} ikke findes", "skriv en rigtig dag som år-måned-dag") from None


def _text(raw: str, where: Where) -> str:
    """The text without blanks around it, each letter written one way, and no sign in it that nobody can see."""
    text = raw.replace("\r\n", "\n")
    if any(_unseen(sign) for sign in text):
        raise where.refusal("teksten rummer et usynligt styretegn", "skriv den igen uden at kopiere tegnet med")
    text = unicodedata.normalize("NFC", text).strip()
    if not text:
        raise where.refusal("teksten er tom", "skriv den, eller slet feltet")
    return text


def _unseen(sign: str) -> bool:
    if sign.isprintable() or sign in "\n\t":
        return False
    strange = unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in _TURNS or sign == "\ufeff"
    return strange or ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF


def _remedy(kind: type, raw: object) -> str:
    return "sæt værdien i anførselstegn" if kind is str and isinstance(raw, (int, date)) else "ret værdien"


def _what(raw: object) -> str:
    if raw is None:
        return "ingenting"
    if isinstance(raw, dict):
        return "en gruppe felter"
    if isinstance(raw, list):
        return "en liste"
    return f"»{shown(raw)}«"


def _nearest(name: str, right: tuple[str, ...]) -> str:
    """What to do about a wrong name: the nearest right one, else all of them."""
    close = get_close_matches(str(name), right, n=1, cutoff=0.6)
    if close:
        return f"ret det til »{close[0]}«"
    return f"brug et af: {', '.join(right)}"
