"""A comparison arranged for a reader: rows of cells with their words, levels and addresses, and the municipalities to
choose among. Not here: what the cells say (`ophold.standard.compare`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from ophold.law.finding import Layer, Source
from ophold.law.promises import Unit
from ophold.site import formats
from ophold.site.published.picture import Picture, days, pictures
from ophold.standard.compare import Column, Comparison
from ophold.standard.resolve import Answer, state_words
from ophold.standard.shape import Standard, State
from ophold.standard.sheet import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What statute says in a cell."""

    text: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One answer of one municipality."""

    state: str  # empty where the words say it all
    said: tuple[str, ...]
    published: bool
    law: Law | None
    set_aside: tuple[str, ...]
    provisions: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Whose column it is."""

    name: str
    href: str
    undated: bool
    scale: tuple[str, ...]  # the deadline in calendar days, a phrase for each reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question and everybody's answer."""

    title: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Questions that belong together."""

    title: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """The whole of it."""

    year: int
    heads: tuple[Head, ...]
    parts: tuple[Part, ...]
    unsaid: tuple[str, ...]  # what none of the texts mentions, and statute does not either
    pictures: tuple[Picture, ...]


def compare_page(compared: Comparison) -> ComparePage:
    """The comparison in the reader's language."""
    language = formats.language()
    parts = tuple(
        Part(
            title=section.group.title.in_language(language),
            name=section.group.name,
            lines=tuple(
                Line(
                    title=row.question.title.in_language(language),
                    name=row.question.name,
                    cells=tuple(cell(answer) for answer in row.cells),
                )
                for row in section.rows
                if not row.unsaid
            ),
        )
        for section in compared.sections
    )
    unsaid = tuple(row.question.title.in_language(language) for row in compared.rows if row.unsaid)
    heads = tuple(_head(column, language) for column in compared.columns)
    return ComparePage(
        year=compared.year,
        heads=heads,
        parts=tuple(part for part in parts if part.lines),
        unsaid=unsaid,
        pictures=pictures(compared),
    )


def cell(answer: Answer) -> Cell:
    """One answer in the reader's language; kept as long as its version is."""
    return _cell(_Same(answer), formats.language())


def address(standard: Standard) -> str:
    """The page of a version."""
    return reverse("standard", args=[standard.key, standard.version])


def _head(column: Column, language: str) -> Head:
    standard = column.standard
    said = []
    for span in column.spans:
        words = days(span)
        if span.shortest != span.longest:
            words = _("%(days)s, midt %(middle)s") % {"days": words, "middle": number(span.middle, language)}
        said.append(
            f"{words} ({_meanings()[span.unit]})" if len(column.spans) > 1 and span.unit in _meanings() else words
        )
    return Head(name=standard.header.name, href=address(standard), undated=standard.undated, scale=tuple(said))


def _meanings() -> dict[Unit, str]:
    return {
        Unit.WEEKDAY_MON_SAT: _("lørdag tæller med"),
        Unit.WORKING_DAY_MON_FRI: _("lørdag tæller ikke med"),
    }


class _Same:
    """An answer as the key to what is kept of it: the object itself, which is kept as long as its version is."""

    __slots__ = ("answer",)

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __hash__(self) -> int:
        return id(self.answer)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.answer is self.answer


def _short(source: Source) -> str:
    """A source as one cites it among people who know it: RSL § 3, stk. 2."""
    abbreviation = re.search(r"\((\w+)\)$", source.work)
    return f"{abbreviation[1] if abbreviation else source.work} {source.place}".strip()


@lru_cache(maxsize=65_536)
def _cell(held: _Same, language: str) -> Cell:
    answer = held.answer
    plain = answer.state is State.FIXED and bool(answer.said or answer.set_aside)
    law = None
    if answer.floor is not None:
        source = answer.floor.source
        text = answer.floor.text.in_language(language)
        law = Law(text=text, source=_short(source), confirmed=source.evidence.confirmed)
    return Cell(
        state="" if plain else state_words(answer.state, answer.document).in_language(language),
        said=tuple(each.in_language(language) for each in answer.said),
        published=answer.layer is Layer.SETTING,
        law=law,
        set_aside=tuple(each.in_language(language) for each in answer.set_aside),
        provisions=answer.provisions,
        note=answer.note.in_language(language) if answer.note else "",
    )
