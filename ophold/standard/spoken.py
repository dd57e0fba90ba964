"""How does a promise read, line by line, in both languages?

Each field that says something becomes one line with a label; a field that says nothing becomes none. Not here: how a
page or a letter lays the lines out, and what the promise means for a case (the rules).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from ophold.law import wording
from ophold.law.promises import (
    AssessmentPromise,
    Bound,
    Committee,
    ContactPoint,
    GroupPeriod,
    Interval,
    Meaning,
    Period,
    PersonalAllowance,
    ProviderRequirements,
    RespitePromise,
    ResponsePromise,
    Start,
    Unit,
)
from ophold.standard.labels import LABELS, STATES
from ophold.standard.shape import Header, Promise, Standard, State, Text
from ophold.standard.words import WORDS

YES = Text(da="ja", en="yes")
NO = Text(da="nej", en="no")
_NEUTER = (Unit.YEAR, Unit.FULL_DAY)  # hvert år, hvert døgn
UNIT_NOTES = {
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
        said = _said(value, field.name, held) if held not in (None, "", (), Meaning.MAXIMUM) else None
        if said is not None and not (held == field.default and held in (False, 0)):
            yield kind, field.name, said


def scope(standard: Standard) -> Text | None:
    """The sections a joint standard is for, in a row; None where it is for section 107 alone."""
    covers = standard.header.covers
    return _joined(_parts(Header, "covers", covers), ", ", ", ") if covers else None


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


def _said(value: object, name: str, held: object) -> Text | None:
    """What one field says; None where another field says it for both."""
    kind = type(value)
    special = _SPECIAL.get((kind, name))
    if special is not None:
        return special(value)
    if isinstance(held, bool):
        return YES if held else NO
    if isinstance(held, Period):
        return period(held)
    if isinstance(held, Interval):
        return interval(held)
    if isinstance(held, PersonalAllowance):
        return _allowance(held)
    if isinstance(held, tuple):
        return _row(kind, name, held)
    return _word(kind, name, held)


def _meaning(value: object) -> Text | None:
    """What a deadline that is no maximum holds for."""
    assert isinstance(value, ResponsePromise)
    match value.meaning:
        case Meaning.PERCENTILE:
            return Text(
                da=f"{value.percent} af 100 sager; det er ingen yderste frist",
                en=f"{value.percent} of 100 cases; it is no outer limit",
            )
        case Meaning.TYPICAL:
            return Text(da="det sædvanlige; det er ingen yderste frist", en="what is usual; it is no outer limit")
    return None


def _guideline(value: object) -> Text | None:
    assert isinstance(value, RespitePromise)
    number = value.guideline
    return Text(da=f"{number} døgn, hverken loft eller krav", en=f"{number} full days, neither cap nor entitlement")


def _report(value: object) -> Text | None:
    assert isinstance(value, ProviderRequirements)
    return _every(value.status_report_every, "", "") if value.status_report_every else None


def _meets(value: object) -> Text | None:
    assert isinstance(value, Committee)
    return _every(value.meets_every, "", "") if value.meets_every else None


def _level(value: object) -> Text | None:
    assert isinstance(value, AssessmentPromise)
    return Text(
        da=f"mindst {value.least_level} på en skala fra 0 til 4; det oplyser sagen og afgør den ikke",
        en=f"at least {value.least_level} on a scale from 0 to 4; it informs the case and does not decide it",
    )


def _threshold(value: object) -> Text | None:
    assert isinstance(value, AssessmentPromise)
    return Text(da=value.threshold_da, en=value.threshold_en or value.threshold_da)


def _nothing(_: object) -> Text | None:
    return None


def _allowance(held: PersonalAllowance) -> Text:
    da, en = f"{_thousands(held.kroner, '.')} kr. om måneden", f"{_thousands(held.kroner, ',')} kroner a month"
    grows, grows_en = (", reguleres hvert år", ", brought up every year") if held.indexed else ("", "")
    return Text(da=f"{da} ({held.year}-niveau{grows})", en=f"{en} (at the level of {held.year}{grows_en})")


def _thousands(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def _start(value: object) -> Text | None:
    assert isinstance(value, ResponsePromise)
    if value.start is Start.RECEIPT:
        return Text(da="modtagelsen af ansøgningen", en="receipt of the application")
    return Text(
        da="siges ikke; efter loven modtagelsen af ansøgningen",
        en="not stated; by statute receipt of the application",
    )


def period(held: Period) -> Text:
    """A period in the unit it was adopted in, and the other ways its word can be read."""
    note = UNIT_NOTES.get(held.unit)
    da, en = wording.period(held), wording.period_en(held)
    if held.also_read_as and note is not None:
        others = [UNIT_NOTES.get(unit, Text(da=unit.value, en=unit.value)) for unit in held.also_read_as]
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
    between = "; " if held and isinstance(held[0], (ContactPoint, GroupPeriod)) else ", "
    return _joined(_parts(kind, name, held), between, between)


def _parts(kind: type, name: str, held: tuple[object, ...]) -> list[Text]:
    return [_part(kind, name, part) for part in held]


def _part(kind: type, name: str, part: object) -> Text:
    if isinstance(part, ContactPoint):
        return _point(part)
    if isinstance(part, GroupPeriod):
        said = _every(part.period, "mindst ", "at least ") if name == "more_often_for" else period(part.period)
        return Text(da=f"{part.da}: {said.da}", en=f"{part.en}: {said.en}")
    return _word(kind, name, part)


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


# fields that are said in a way of their own
_SPECIAL: Mapping[tuple[type, str], Callable[[object], Text | None]] = MappingProxyType(
    {
        (ResponsePromise, "start"): _start,
        (ResponsePromise, "meaning"): _meaning,
        (ResponsePromise, "percent"): _nothing,  # said with the meaning
        (RespitePromise, "guideline"): _guideline,
        (ProviderRequirements, "status_report_every"): _report,
        (Committee, "meets_every"): _meets,
        (AssessmentPromise, "least_level"): _level,
        (AssessmentPromise, "threshold_da"): _threshold,
        (AssessmentPromise, "threshold_en"): _nothing,  # said with the Danish
    }
)
