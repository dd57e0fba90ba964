"""Standards that nobody wrote, of every shape the dataclasses allow and with the nastiest texts (hypothesis)."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from ophold.law.promises import (
    AssessmentPromise,
    Committee,
    FollowUpPromise,
    GroupPeriod,
    Meaning,
    OwnPayment,
    Period,
    PersonalAllowance,
    ResponsePromise,
    Unit,
)
from ophold.standard.matters import MATTERS
from ophold.standard.shape import SCHEMA, Document, Header, Promise, Provision, Standard, State, Text
from ophold.standard.words import WORDS

NASTY = [
    "no",
    "Nej",
    "null",
    "~",
    "true",
    "12",
    "1e3",
    "0x1F",
    "12:30",
    "2026-03-02",
    "2026-03-02 12:00",
    ".inf",
    "1_000",
    "a: b",
    "a:",
    "#",
    "a #b",
    "a#b",
    "- a",
    "? a",
    "[a, b]",
    "{a: b}",
    "&a",
    "*a",
    "!a",
    "|",
    ">-",
    "%",
    "@",
    "`",
    "=",
    "<<",
    "'",
    '"',
    "it's",
    'say "no"',
    "both ' and \"",
    "a\\b",
    "---",
    "...",
    "æøå ÆØÅ",
    "👩‍👩‍👧 og 🏠",
    "x" * 200,
    "ord " * 60 + "slut",
    "to  blanke" + " og mange ord" * 12,
    "linje et\nlinje to",
    "linje et\n\n\nlinje to",
    "linje et\n  rykket ind\nud igen",
    "slutter på blank \nlinje",
    "a\tb",
    "et\u00a0to " * 30,
    "\u00a0".join("abc") + " " + "# ikke en kommentar" * 9,
    "»citat« – tankestreg …",
    "44 77 34 43",
    "- " * 80,
    ": " * 80 + "x",
    "'" * 120,
]


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _fit(text: str) -> bool:
    return bool(text) and all(sign.isprintable() or sign in "\n\t\u00ad" for sign in text)


texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from("ab :#-'\"\\\n\t,[]{}&*!|>%@`?0.~=æ🏠"), min_size=1, max_size=150),
    st.text(min_size=1, max_size=40),
)
texts = texts.map(_clean).filter(_fit)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
numbers = [f"N{number}" for number in range(1, 4)]


def _of(hint: object, kind: type, name: str) -> st.SearchStrategy[object]:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return st.none() | st.one_of(
            [_of(inner, kind, name) for inner in get_args(hint) if inner is not NoneType],
        )
    if origin is tuple:
        return st.lists(_of(get_args(hint)[0], kind, name), max_size=3).map(tuple)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return instances(hint)
    if hint is Unit:
        return st.sampled_from([unit for unit in Unit if unit is not Unit.FULL_DAY])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    words = WORDS.get((kind.__name__, name))
    if (kind, name) in ((Document, "address"), (Committee, "calendar")):
        return st.sampled_from(["https://example.invalid/æ?a=1#b", "http://example.invalid"])
    if hint is str:
        return st.sampled_from(list(words)) if words else texts
    if hint is bool:
        return st.booleans()
    if hint is int:
        return st.integers(1 if kind is Period else 0, 1000)
    if hint is date:
        return days
    raise TypeError(f"{kind.__name__}.{name}: {hint!r}")


def _field(field: dataclasses.Field[object], hint: object, kind: type) -> st.SearchStrategy[object]:
    found = _of(hint, kind, field.name)
    return found if field.default is dataclasses.MISSING else st.just(field.default) | found


def _agreeing(value: object) -> object:
    """The same value with the fields made to agree that a reader would refuse otherwise (`agreeing`)."""
    match value:
        case ResponsePromise():
            percent = 80 if value.meaning is Meaning.PERCENTILE else None
            return dataclasses.replace(value, percent=percent, for_groups=_groups(value.for_groups))
        case FollowUpPromise():
            return dataclasses.replace(value, more_often_for=_groups(value.more_often_for))
        case AssessmentPromise():
            english = value.threshold_da and "in English"
            level = value.least_level if value.least_level is None else value.least_level % 5
            return dataclasses.replace(value, least_level=level, threshold_en=english)
        case OwnPayment(personal_allowance=PersonalAllowance() as personal_allowance):
            right = dataclasses.replace(personal_allowance, year=2026, kroner=personal_allowance.kroner + 1)
            return dataclasses.replace(value, personal_allowance=right)
    return value


def _groups(held: tuple[GroupPeriod, ...]) -> tuple[GroupPeriod, ...]:
    return tuple(dataclasses.replace(group, key=f"group_{number}") for number, group in enumerate(held))


def instances(kind: type) -> st.SearchStrategy[object]:
    """Instances of a dataclass of the standard, by its type hints."""
    hints = get_type_hints(kind)
    return st.builds(
        kind,
        **{field.name: _field(field, hints[field.name], kind) for field in dataclasses.fields(kind)},
    )


@st.composite
def _promises(draw: st.DrawFn) -> Mapping[str, Promise[object]]:
    found = {}
    for name, matter in MATTERS.items():
        state = draw(st.sampled_from(State))
        cited = draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=3, unique=True).map(tuple))
        value: object = None
        document = None
        if state is State.FIXED or (state is State.INDIVIDUAL and draw(st.booleans())):
            value = _agreeing(draw(instances(matter.kind)))
        if state is State.ELSEWHERE or (state is State.INHERITS_STATUTE and draw(st.booleans())):
            document = draw(instances(Document))
        note = draw(st.none() | instances(Text))
        assert document is None or isinstance(document, Document)
        assert note is None or isinstance(note, Text)
        found[name] = Promise(state=state, provisions=cited, value=value, document=document, note=note)
    return MappingProxyType(found)


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    """A whole standard that the reader takes."""
    header = draw(instances(Header))
    assert isinstance(header, Header)
    dated = next((str(day) for day in (header.adopted_on, header.valid_from) if day is not None), None)
    cites = tuple(dataclasses.replace(each, provisions=tuple(numbers[: len(each.provisions)])) for each in header.cites)
    header = dataclasses.replace(header, key="nytest", version=dated or "undated-1", cites=cites)
    provisions = {}
    for number in numbers:
        provision = draw(instances(Provision))
        assert isinstance(provision, Provision)
        provisions[number] = provision
    return Standard(schema=SCHEMA, header=header, provisions=MappingProxyType(provisions), promises=draw(_promises()))
