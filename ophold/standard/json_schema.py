"""What may stand in a standard's file, as a JSON Schema that editors and validators understand (draft 2020-12)?

Made from the dataclasses, the vocabulary and the descriptions, so it never says anything else than the reader does.
It is for the plain values of `canonical.as_plain`, with days as texts. Not here: what no schema can say: that a
provision that is cited exists, that the version is a day of the text's own, and that no group stands twice (`assemble`,
`agreeing`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from ophold.law.promises import (
    AssessmentPromise,
    GroupPeriod,
    HolidayEscort,
    Period,
    PersonalAllowance,
    ResponsePromise,
    Unit,
)
from ophold.standard import agreeing, assemble, decode, describe
from ophold.standard.describe import Description
from ophold.standard.matters import MATTERS, Matter
from ophold.standard.shape import SCHEMA, Header, Promise, Standard
from ophold.standard.words import WORDS

Schema = dict[str, object]

_UNSEEN = (
    r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
)
_SEEN = rf"^(?:\r\n|[^{_UNSEEN}])*$"
_PLAIN: Schema = {
    "text": {"type": "string", "allOf": [{"pattern": r"\S"}, {"pattern": _SEEN}]},
    "day": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}
_SHARED = ("state", "provisions", "document", "note")  # what a promise of every matter has besides its value
_KEYS = {Header: ("key", assemble.KEY.pattern), GroupPeriod: ("key", agreeing.KEY.pattern)}


def json_schema() -> Schema:
    """The whole schema."""
    kinds: dict[str, type] = {}
    header = _type(Header, Header, "header", kinds)
    promises = {name: _matter(matter, kinds) for name, matter in MATTERS.items()}
    provision = _type(get_args(get_type_hints(Standard)["provisions"])[1], Standard, "provisions", kinds)
    promised = {f"promise_{name}": _promised(name, kinds) for name in _SHARED}
    shapes = {"header": header, "provisions": _table(provision), "promises": _group(promises, _needed_matters())}
    properties = {
        "schema": {"const": SCHEMA} | _words(describe.field(Standard, "schema")),
        **{name: shape | _words(describe.field(Standard, name)) for name, shape in shapes.items()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Kvalitetsstandard for midlertidigt ophold / Standard for temporary residence",
        **_group(properties, list(properties)),
        "$defs": {**_PLAIN, "belongs": _belongs(), **promised, **_definitions(kinds)},
    }


def _needed_matters() -> list[str]:
    return [name for name, matter in MATTERS.items() if not matter.may_be_left_out]


def _definitions(kinds: dict[str, type]) -> Schema:
    """Every dataclass that has been met, and those met on the way."""
    found: Schema = {}
    while len(found) < len(kinds):
        for name in [name for name in kinds if name not in found]:
            kind = kinds[name]
            found[name] = _choices(kind, name) if issubclass(kind, Enum) else _dataclass(kind, name, kinds)
    return found


def _choices(kind: type[Enum], name: str) -> Schema:
    members = [each for each in kind if each is not Unit.FULL_DAY or name == "HolidayUnit"]
    return {"oneOf": [{"const": each.value} | _words(describe.choice(each)) for each in members]}


def _dataclass(kind: type, name: str, kinds: dict[str, type]) -> Schema:
    hints = get_type_hints(kind)
    properties: dict[str, Schema] = {}
    needed = []
    for field in dataclasses.fields(kind):
        shape = _type(hints[field.name], kind, field.name, kinds, whole_days=name == "HolidayPeriod")
        properties[field.name] = shape | _words(describe.field(kind, field.name))
        if field.default is dataclasses.MISSING:
            needed.append(field.name)
    return _group(properties, needed) | _AGREE.get(kind, {})


def _matter(matter: Matter, kinds: dict[str, type]) -> Schema:
    shared: dict[str, Schema] = {name: {"$ref": f"#/$defs/promise_{name}"} for name in _SHARED}
    value: Schema = {"anyOf": [_type(matter.kind, Promise, "value", kinds), {"type": "null"}]}
    value |= _words(describe.field(Promise, "value"))
    whole = _group(shared | {"value": value}, ["state"]) | {"allOf": [{"$ref": "#/$defs/belongs"}]}
    return whole | _words(describe.matter(matter.name))


def _promised(name: str, kinds: dict[str, type]) -> Schema:
    return _type(get_type_hints(Promise)[name], Promise, name, kinds) | _words(describe.field(Promise, name))


def _belongs() -> Schema:
    """What each state must have, and what it may not."""
    present: Mapping[str, Schema] = {
        "value": {"type": "object"},
        "document": {"type": "object"},
        "provisions": {"type": "array", "minItems": 1},
    }
    absent: Mapping[str, Schema] = {
        "value": {"type": "null"},
        "document": {"type": "null"},
        "provisions": {"type": "array", "maxItems": 0},
    }
    rules = []
    for state, (needs, may_have) in assemble.BELONGS.items():
        then: Schema = {
            "properties": {name: present[name] for name in present if name in needs}
            | {name: absent[name] for name in absent if name not in needs | may_have},
            "required": sorted(needs),
        }
        rules.append({"if": {"properties": {"state": {"const": state.value}}}, "then": then})
    return {"allOf": rules}


def _type(hint: object, kind: type, name: str, kinds: dict[str, type], *, whole_days: bool = False) -> Schema:
    """The schema of one value by its type hint, as the decoder reads it."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        return {"anyOf": [_type(inner, kind, name, kinds, whole_days=whole_days), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], kind, name, kinds, whole_days=whole_days)}
    assert isinstance(hint, type)
    if dataclasses.is_dataclass(hint):
        known = "HolidayPeriod" if hint is Period and kind is HolidayEscort else hint.__name__
        kinds[known] = hint
        return {"$ref": f"#/$defs/{known}"}
    if issubclass(hint, Enum):
        known = "HolidayUnit" if hint is Unit and whole_days else hint.__name__
        kinds[known] = hint
        return {"$ref": f"#/$defs/{known}"}
    return _scalar(hint, kind, name)


def _scalar(hint: type, kind: type, name: str) -> Schema:
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        least, most = decode.LEAST.get((kind, name), 0), decode.MOST.get((kind, name), decode.MOST_OF_ALL)
        return {"type": "integer", "minimum": least, "maximum": most} | _LIMITS.get((kind, name), {})
    if hint is date:
        return {"$ref": "#/$defs/day"}
    words = WORDS.get((kind.__name__, name))
    if words is not None:
        return {"oneOf": [{"const": word} | _words(describe.word(kind, name, word)) for word in words]}
    patterns = _patterns(kind, name)
    return {"$ref": "#/$defs/text"} | ({"allOf": [{"pattern": each} for each in patterns]} if patterns else {})


def _patterns(kind: type, name: str) -> list[str]:
    found = []
    if (kind, name) in decode.ADDRESSES:
        found.append(rf"^\s*{decode.ADDRESS.pattern}\s*$")
    if _KEYS.get(kind, ("", ""))[0] == name:
        found.append(rf"^\s*{_KEYS[kind][1]}\s*$")
    if (kind, name) == (Header, "version"):
        found.append(rf"^\s*(?:{assemble.VERSION.pattern})\s*$")
    return found


def _table(inner: Schema) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": rf"^(?:{assemble.PROVISION.pattern})$"},
        "additionalProperties": inner,
    }


def _group(properties: Mapping[str, Schema], needed: list[str]) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": needed, "additionalProperties": False}


def _words(said: Description) -> Schema:
    """What an editor shows: what it is called, and what to write with the law beside it; Danish first, then English."""
    da = " ".join(text.da for text in (said.help, said.legal) if text is not None)
    en = " ".join(text.en for text in (said.help, said.legal) if text is not None)
    title = said.label.da if said.label.da == said.label.en else f"{said.label.da} / {said.label.en}"
    return {"title": title, "description": f"{da}\n{en}"}


_LIMITS: Mapping[tuple[type, str], Schema] = {
    (ResponsePromise, "percent"): {"minimum": 1, "maximum": 99},
    (AssessmentPromise, "least_level"): {"maximum": agreeing.HIGHEST_LEVEL},
    (PersonalAllowance, "year"): {"minimum": agreeing.YEARS.start, "maximum": agreeing.YEARS.stop - 1},
}

# what must agree within one group of fields, as far as a schema can say it
_AGREE: Mapping[type, Schema] = {
    ResponsePromise: {
        "if": {"properties": {"meaning": {"const": "percentile"}}, "required": ["meaning"]},
        "then": {"properties": {"percent": {"type": "integer"}}, "required": ["percent"]},
        "else": {"properties": {"percent": {"type": "null"}}},
    },
    AssessmentPromise: {"dependentRequired": {"threshold_da": ["threshold_en"], "threshold_en": ["threshold_da"]}},
}
