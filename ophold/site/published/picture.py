"""Where do the marks of the comparison's pictures stand? Three pictures: deadline, follow-up, and length of a grant.

A place along the scale is a share of the width, so that the words keep their size on a phone. Not here: the drawing
(`site/_picture.html`) and any counting of days (`ophold.law.span`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from ophold.law.promises import Bound, Interval, Period, Unit
from ophold.law.span import Span
from ophold.site import formats
from ophold.site.promise_words import in_words
from ophold.standard.compare import Column, Comparison
from ophold.standard.resolve import state_words
from ophold.standard.spoken import interval

BAR, EACH_BAR = 48, 18  # px: from the top of a row, past name and words, to its first bar; and the height of a bar
DAYS_IN_A_MONTH = 365.2425 / 12  # only to place a mark for a follow-up adopted in days or weeks
MONTHS = {Unit.MONTH: 1.0, Unit.YEAR: 12.0, Unit.WEEK: 7 / DAYS_IN_A_MONTH, Unit.DAY: 1 / DAYS_IN_A_MONTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing drawn: what it is, from where to where (per cent of the width), and how far down (px)."""

    kind: str  # "sure", "some", "middle", "other", "last-day", "first-day", "again", "review", "open"
    start: str
    width: str
    end: str
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """One municipality."""

    name: str
    words: str
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A number on the scale."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture with its words."""

    id: str
    title: str
    key: str  # how to read it, in a sentence
    told: str  # the same in words, for whoever does not see it
    height: int
    rows: tuple[PictureRow, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    name: str
    words: str
    marks: tuple[tuple[str, float, float, int], ...] = ()  # kind, from, to, which bar
    bars: int = 1


def pictures(compared: Comparison) -> tuple[Picture, ...]:
    """The three pictures of a comparison."""
    return (_deadlines(compared), _follow_ups(compared), _lengths(compared))


def _deadlines(compared: Comparison) -> Picture:
    drawn = [_deadline(column) for column in compared.columns]
    return _picture(
        "svarfrist",
        _("Så længe kan man vente på svar"),
        _("Kalenderdage fra modtagelse. Mørk: så længe venter alle. Lys: kun nogle. Streg: den midterste. "
          "Ramme: en anden læsning af kommunens ord, eller ingen yderste frist."),
        drawn, _upto(drawn, 30), 30, lambda days: f"{days:g}", _("dage"),
    )  # fmt: skip


def _deadline(column: Column) -> _Drawn:
    if not column.spans:
        state = column.answers["response_deadline"].state
        return _Drawn(name=_name(column), words=state_words(state).in_language(_language()))
    if not column.is_outer_limit:
        return _Drawn(name=_name(column), words=_no_limit(column),
                      marks=tuple(("other", 0, each.longest, place) for place, each in enumerate(column.spans)),
                      bars=len(column.spans))  # fmt: skip
    binding, others = column.spans[0], column.spans[1:]
    marks: list[tuple[str, float, float, int]] = [("sure", 0, binding.shortest, 0)]
    if binding.shortest < binding.longest:
        marks.append(("some", binding.shortest, binding.longest, 0))
        marks.append(("middle", binding.middle, binding.middle, 0))
    marks += [("other", 0, other.longest, place) for place, other in enumerate(others, 1)]
    said = [days(binding), *(_("eller %(days)s") % {"days": days(other)} for other in others)]
    return _Drawn(name=_name(column), words=", ".join(said), marks=tuple(marks), bars=1 + len(others))


def _no_limit(column: Column) -> str:
    """What a deadline that is no outer limit says of itself, before its days."""
    said = " / ".join(days(each) for each in column.spans)
    return _("%(days)s, men ikke en yderste frist") % {"days": said}


def days(span: Span) -> str:
    """A span in words: 70–76 dage."""
    if span.shortest == span.longest:
        return _("%(number)s dage") % {"number": span.shortest}
    return _("%(from)s–%(to)s dage") % {"from": span.shortest, "to": span.longest}


def _follow_ups(compared: Comparison) -> Picture:
    drawn = [_follow_up(column) for column in compared.columns]
    return _picture(
        "opfoelgning",
        _("Sådan følges opholdet op"),
        _("Måneder fra indflytning. Bjælke: senest. Ring: tidligst. Prik: igen senest."),
        drawn, 24, 6, lambda months: f"{months:g}", _("måneder"),
    )  # fmt: skip


def _follow_up(column: Column) -> _Drawn:
    promise = column.follow_up
    said = [column.answers[name] for name in ("first_follow_up", "later_follow_ups")]
    if promise is None:
        return _Drawn(name=_name(column), words=said[0].words().in_language(_language()))
    first, then = promise.first, promise.then
    parts = [interval(each).in_language(_language()) for each in (first, then) if each]
    parts += [word for told, word in ((promise.running, _("løbende")), (promise.by_need, _("efter behov"))) if told]
    return _Drawn(name=_name(column), words=", ".join(parts) or said[0].words().in_language(_language()),
                  marks=tuple(_rhythm(first, then)) + ((("open", 0, 24, 0),) if promise.running else ()))  # fmt: skip


def _rhythm(first: Interval | None, then: Interval | None) -> Iterator[tuple[str, float, float, int]]:
    at = 0.0
    if first and (at := _months(first.period)):
        yield ("first-day", at, at, 0) if first.bound is Bound.AFTER else ("last-day", 0, at, 0)
    step = _months(then.period) if then else 0
    while step and (at := at + step) <= 24:
        yield "again", at, at, 0


def _lengths(compared: Comparison) -> Picture:
    drawn = [_length(column) for column in compared.columns]
    return _picture(
        "bevilling",
        _("Så længe gælder en bevilling"),
        _("År. Bjælke: til den ses efter; den slutter ikke af sig selv. Stiplet: så længe formålet kræver det."),
        drawn, max(_upto(drawn, 1), 3), 1, lambda years: f"{years:g}", _("år"),
    )  # fmt: skip


def _length(column: Column) -> _Drawn:
    answer = column.answers["grant_length"]
    after = column.review_after
    years = _months(after) / 12 if after else 0
    if after and years:
        said = _("ses efter, når der er gået %(period)s") % {"period": in_words(after)}
        return _Drawn(name=_name(column), words=said, marks=(("review", 0, years, 0),))
    marks = ((("open", 0, 3, 0),) if answer.said else ()) if not years else ()
    return _Drawn(name=_name(column), words=answer.words().in_language(_language()), marks=marks)


def _months(period: Period) -> float:
    """Where a period ends on a scale of months, to draw it; 0 in a unit that is none of the calendar's."""
    return MONTHS.get(period.unit, 0) * period.value


def _picture(
    id_: str, title: str, key: str, drawn: Sequence[_Drawn], most: float, step: int, shown: Callable[[float], str],
    unit: str,
) -> Picture:  # fmt: skip
    rows, y = [], 0
    for each in drawn:
        rows.append(
            PictureRow(
                name=each.name, words=each.words[:1].upper() + each.words[1:], y=y, marks=tuple(_placed(each, most, y))
            )
        )
        y += (BAR + each.bars * EACH_BAR if each.marks else BAR - 4) + 8
    numbers = [number * step for number in range(int(most // step) + 1)]
    every = -(-len(numbers) // 7)  # at most seven numbers on the scale
    ticks = tuple(
        Tick(x=_share(number, most), text=f"{shown(number)} {unit}" if not number else shown(number),
             anchor="start" if not number else "end" if number == most else "middle")
        for number in numbers[::every]
    )  # fmt: skip
    told = "; ".join(f"{each.name}: {each.words}" for each in drawn)
    return Picture(id=id_, title=title, key=key, told=told, height=y + 24, rows=tuple(rows), ticks=ticks)


def _placed(drawn: _Drawn, most: float, y: int) -> Iterator[Mark]:
    for kind, start, end, bar in drawn.marks:
        last = min(end, most)
        yield Mark(kind=kind, start=_share(start, most), end=_share(last, most), width=_share(last - start, most),
                   y=y + BAR + bar * EACH_BAR)  # fmt: skip


def _upto(drawn: Sequence[_Drawn], step: int) -> int:
    """The end of a scale: the first whole step past everything on it."""
    return step * max(
        ceil(max((end for each in drawn for _kind, _start, end, _bar in each.marks), default=0) / step), 1
    )


def _share(number: float, most: float) -> str:
    return f"{100 * number / most:.2f}%"


def _name(column: Column) -> str:
    return column.standard.header.name


def _language() -> str:
    return formats.language()
