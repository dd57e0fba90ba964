"""How does a promise read, line by line, in both languages?

Each field that says something becomes one line with a label; a field that says nothing becomes none. Not here: how a
page or a letter lays the lines out, and what the promise means for a case (the rules).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from ophold.law import wording
from ophold.law.promises import (
    Bound,
    ContactPoint,
    Interval,
    Period,
    ProviderRequirements,
    RespitePromise,
    ResponsePromise,
    Start,
    Unit,
)
from ophold.standard.labels import LABELS, STATES
from ophold.standard.shape import Promise, State, Text
from ophold.standard.words import WORDS

YES = Text(da="ja", en="yes")
NO = Text(da="nej", en="no")
_NEUTER = (Unit.YEAR, Unit.FULL_DAY)  # hvert år, hvert døgn
_UNIT_NOTES = {
    Unit.WEEKDAY_MON_SAT: Text(da="lørdag regnes med", en="Saturday counted"),
    Unit.WORKING_DAY_MON_FRI: Text(da="mandag til fredag", en="Monday to Friday"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing a promise says: what it is about, and what it says."""

    label: Text
    value: Text


def lines(promise: Promise[object]) -> tuple[Line, ...]:
    """Every line of a promise's value; none where it has no value."""
    return tuple(Line(label=LABELS[kind, name], value=said) for kind, name, said in _fields(promise))


def phrases(promise: Promise[object], fields: Collection[str], title: str = "") -> tuple[Text, ...]:
    """Some fields of a promise, a phrase each: bare for the field its reader was asked about, else with its label."""
    found = []
    for kind, name, said in _fields(promise):
        if name in fields:
            label = LABELS[kind, name]
            bare = said if name == title else label if said is YES else None
            found.append(bare or Text(da=f"{label.da}: {said.da}", en=f"{label.en}: {said.en}"))
    return tuple(found)


def _fields(promise: Promise[object]) -> Iterator[tuple[type, str, Text]]:
    """Every field of the value that says something, and what it says."""
    value = promise.value
    if value is None or not dataclasses.is_dataclass(value):
        return
    kind = type(value)
    for field in dataclasses.fields(value):
        held: object = getattr(value, field.name)
        said = _said(kind, field.name, held, promise.state) if held not in (None, "", ()) else None
        if said is not None and not (held == field.default and held in (False, 0)):
            yield kind, field.name, said


def in_short(promise: Promise[object]) -> Text:
    """What a promise says in one line: its values, or that nothing is fixed."""
    said = lines(promise)
    state = STATES[promise.state]
    if promise.state is State.ELSEWHERE and promise.document is not None:
        name = promise.document.name
        return Text(da=f"{state.da}: {name}", en=f"{state.en}: {name}")
    if not said:
        return state
    da = "; ".join(f"{line.label.da}: {line.value.da}" for line in said)
    en = "; ".join(f"{line.label.en}: {line.value.en}" for line in said)
    return Text(da=da, en=en)


def _said(kind: type, name: str, held: object, state: State) -> Text:
    if kind is ResponsePromise and name == "start":
        return _start(held)
    if kind is RespitePromise and name == "guideline":
        return Text(da=f"{held} døgn, hverken loft eller krav", en=f"{held} full days, neither cap nor entitlement")
    if kind is ProviderRequirements and isinstance(held, Period):
        return _every(held, "", "")
    if isinstance(held, bool):
        return YES if held else NO
    if isinstance(held, Period):
        return period(held)
    if isinstance(held, Interval):
        return interval(held)
    if isinstance(held, tuple):
        return _row(kind, name, held)
    return _word(kind, name, held)


def _start(held: object) -> Text:
    if held is Start.RECEIPT:
        return Text(da="modtagelsen af ansøgningen", en="receipt of the application")
    return Text(
        da="siges ikke; efter loven modtagelsen af ansøgningen",
        en="not stated; by statute receipt of the application",
    )


def period(held: Period) -> Text:
    """A period in the unit it was adopted in, and the other ways its word can be read."""
    note = _UNIT_NOTES.get(held.unit)
    da, en = wording.period(held), wording.period_en(held)
    if held.also_read_as and note is not None:
        others = [_UNIT_NOTES.get(unit, Text(da=unit.value, en=unit.value)) for unit in held.also_read_as]
        da += f" ({note.da}; kan også læses som {', '.join(other.da for other in others)})"
        en += f" ({note.en}; can also be read as {', '.join(other.en for other in others)})"
    return Text(da=da, en=en)


def interval(held: Interval) -> Text:
    """One follow-up promise with its kind: within, after, or at least every."""
    said = period(held.period)
    match held.bound:
        case Bound.WITHIN:
            return Text(da=f"inden for {said.da}", en=f"within {said.en}")
        case Bound.AFTER:
            return Text(da=f"efter {said.da}", en=f"after {said.en}")
        case Bound.AT_LEAST_EVERY:
            return _every(held.period, "mindst ", "at least ")


def _every(held: Period, before: str, before_en: str) -> Text:
    each = "hvert" if held.unit in _NEUTER else "hver"
    one = wording.UNITS[held.unit][0]
    ordinal = f" {held.value}." if held.value > 1 else ""
    number = wording.period_en(held) if held.value > 1 else wording.UNITS_EN[held.unit][0]
    return Text(da=f"{before}{each}{ordinal} {one}", en=f"{before_en}every {number}")


def _row(kind: type, name: str, held: tuple[object, ...]) -> Text:
    if held and isinstance(held[0], tuple):  # groups: one ground each, all facts in it must hold
        groups = [_joined(_parts(kind, name, group), " og ", " and ") for group in held if isinstance(group, tuple)]
        return _joined(groups, "; eller ", "; or ")
    between = "; " if held and isinstance(held[0], ContactPoint) else ", "
    return _joined(_parts(kind, name, held), between, between)


def _parts(kind: type, name: str, held: tuple[object, ...]) -> list[Text]:
    return [_point(part) if isinstance(part, ContactPoint) else _word(kind, name, part) for part in held]


def _joined(parts: list[Text], between: str, between_en: str) -> Text:
    return Text(da=between.join(part.da for part in parts), en=between_en.join(part.en for part in parts))


def _word(kind: type, name: str, held: object) -> Text:
    text = str(held.value) if isinstance(held, Enum) else str(held)
    return WORDS.get((kind.__name__, name), {}).get(text) or Text(da=text, en=text)


def _point(point: ContactPoint) -> Text:
    """A contact point on one line; its age bounds last."""
    same = [part for part in (point.phone, point.email, ", ".join(point.address)) if part]
    da, en = [point.name, *same], [point.name, *same]
    if point.under_age is not None:
        da.append(f"hvis du er under {point.under_age} år")
        en.append(f"if you are under {point.under_age}")
    if point.from_age is not None:
        da.append(f"hvis du er fyldt {point.from_age} år")
        en.append(f"if you are {point.from_age} or over")
    return Text(da=" · ".join(da), en=" · ".join(en))
