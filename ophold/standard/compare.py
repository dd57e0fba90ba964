"""What do several councils promise, side by side? One table for page, spreadsheet, shell and program.

Every question of `QUESTIONS` is a row, every standard a column, every cell the answer of `resolve`. Beside the response
deadline stands a common scale: the calendar days it comes to over the working days of one year (`ophold.law.span`).
Units stay as adopted; a silence stays a silence. Reading: docs/decisions/0096-one-scale-for-deadlines.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ophold.law.promises import FollowUpPromise, GrantLength, Meaning, Period, ResponsePromise
from ophold.law.span import Span, spans
from ophold.law.statute import Statute
from ophold.standard.matters import promised
from ophold.standard.questions import GROUPS, QUESTIONS, Group, Question
from ophold.standard.resolve import Answer, Answers, answers
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One standard among those compared."""

    standard: Standard
    answers: Answers
    deadline: Period | None  # as adopted, or as published where the standard points elsewhere
    spans: tuple[Span, ...]  # of the deadline, one for each reading of its unit

    @property
    def is_outer_limit(self) -> bool:
        """Whether no case may take longer; a share of the cases, or what is usual, is no limit."""
        said = promised(self.standard, ResponsePromise).value
        return said is None or said.meaning is Meaning.MAXIMUM

    @property
    def follow_up(self) -> FollowUpPromise | None:
        """The follow-up promise, for the picture."""
        return promised(self.standard, FollowUpPromise).value

    @property
    def review_after(self) -> Period | None:
        """After how long a grant is looked at again, for the picture."""
        length = promised(self.standard, GrantLength).value
        return length.review_after if length else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question, answered by each."""

    question: Question
    cells: tuple[Answer, ...]

    @property
    def alike(self) -> bool:
        """Whether all say the same on the same level."""
        return len({(cell.words(), cell.layer, cell.set_aside) for cell in self.cells}) <= 1

    @property
    def unsaid(self) -> bool:
        """Whether every text is silent, and statute too."""
        return all(cell.state is State.SILENT and cell.floor is None and cell.note is None for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The rows of one group of questions."""

    group: Group
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Standards side by side."""

    year: int  # whose working days the common scale is counted over
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]

    @property
    def rows(self) -> Iterable[Row]:
        """Every row in order."""
        return (row for section in self.sections for row in section.rows)


def compare(
    standards: Sequence[Standard],
    statute: Statute,
    *,
    year: int,
    settings: Mapping[str, MunicipalitySettings],
    differing: bool = False,
) -> Comparison:
    """The standards side by side in the order given; `differing` leaves out the rows where all say the same."""
    columns = tuple(_column(each, statute, year, settings.get(each.key)) for each in standards)
    rows = [Row(question=each, cells=tuple(column.answers[each.name] for column in columns))
            for each in QUESTIONS.values()]  # fmt: skip
    kept = [row for row in rows if not (differing and len(columns) > 1 and row.alike)]
    sections = (
        Section(group=group, rows=tuple(row for row in kept if row.question.group == group.name)) for group in GROUPS
    )
    return Comparison(year=year, columns=columns, sections=tuple(section for section in sections if section.rows))


def _column(standard: Standard, statute: Statute, year: int, settings: MunicipalitySettings | None) -> Column:
    deadline = _deadline(standard, settings)
    return Column(
        standard=standard,
        answers=answers(standard, statute, settings),
        deadline=deadline,
        spans=spans(deadline, year) if deadline else (),
    )


def _deadline(standard: Standard, settings: MunicipalitySettings | None) -> Period | None:
    said = promised(standard, ResponsePromise)
    if said.value is not None:
        return said.value.within
    published = settings.published_deadline if settings else None
    return published.within if published and said.state is State.ELSEWHERE else None
