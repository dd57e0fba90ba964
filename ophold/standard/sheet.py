"""How is a comparison written for a spreadsheet, a program and a terminal?

The spreadsheet is for a Danish Excel: semicolons, since the comma is its decimal mark, and a byte order mark, without
which it takes æ, ø and å for something else. A cell that a spreadsheet could take for a formula begins with an
apostrophe. Not here: the page. Reading: docs/decisions/0098-addresses-and-files.md.
"""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from ophold.law import wording
from ophold.law.finding import Layer
from ophold.law.span import Span
from ophold.standard.compare import Column, Comparison, Row
from ophold.standard.render import plain
from ophold.standard.resolve import Answer
from ophold.standard.shape import Text

BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WIDTH = 100

MUNICIPALITY = Text(da="Kommune", en="Municipality")
VERSION = Text(da="Version", en="Version")
STATUTE = Text(da="Loven", en="Statute")
SET_ASIDE = Text(da="gælder ikke: standarden siger", en="does not hold: the standard says")
SETTING = Text(da="offentliggjort af kommunen", en="published by the municipality")
UNCONFIRMED = Text(da="ikke bekræftet", en="not confirmed")
SCALE = Text(da="Svarfristen i kalenderdage", en="The deadline in calendar days")
SHORTEST = Text(da="kortest", en="shortest")
MIDDLE = Text(da="midterste", en="median")
LONGEST = Text(da="længst", en="longest")


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows as a Danish spreadsheet reads them, with the mark that says UTF-8."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + held.getvalue()


def _harmless(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def table(compared: Comparison, language: str) -> Iterator[list[str]]:
    """A row for each question, a column for each standard, and the common scale at the end."""
    columns = compared.columns
    yield ["", MUNICIPALITY.in_language(language), *(column.standard.header.name for column in columns)]
    yield ["", VERSION.in_language(language), *(column.standard.version for column in columns)]
    for section in compared.sections:
        for row in section.rows:
            cells = (cell_words(cell).in_language(language) for cell in row.cells)
            yield [section.group.title.in_language(language), row.question.title.in_language(language), *cells]
    for name, measure in ((SHORTEST, "shortest"), (MIDDLE, "middle"), (LONGEST, "longest")):
        title = f"{SCALE.in_language(language)}, {compared.year}"
        yield [title, name.in_language(language), *(_measured(column, measure, language) for column in columns)]


def cell_words(answer: Answer) -> Text:
    """A whole cell in one phrase: what the standard says, and statute marked as statute."""
    parts = [] if answer.set_aside else [answer.words()]
    if answer.layer is Layer.SETTING:
        parts.append(SETTING)
    if answer.floor is not None:
        law = answer.floor
        sure = law.source.evidence.confirmed
        parts.append(_with(STATUTE, law.text, f"({law.source}" + ("" if sure else f"; {UNCONFIRMED.da}") + ")",
                           f"({law.source}" + ("" if sure else f"; {UNCONFIRMED.en}") + ")"))  # fmt: skip
    parts += [_with(SET_ASIDE, each) for each in answer.set_aside]
    return Text(da=". ".join(part.da for part in parts), en=". ".join(part.en for part in parts))


def _with(label: Text, said: Text, da: str = "", en: str = "") -> Text:
    return Text(da=f"{label.da}: {said.da} {da}".rstrip(), en=f"{label.en}: {said.en} {en}".rstrip())


def _measured(column: Column, measure: str, language: str) -> str:
    found = [number(getattr(each, measure), language) for each in column.spans]
    return f" {'or' if language == 'en' else 'eller'} ".join(dict.fromkeys(found))


def number(value: float, language: str) -> str:
    """A whole number as such, a half with the language's own mark."""
    text = f"{value:g}"
    return text if language == "en" else text.replace(".", ",")


def as_dict(compared: Comparison) -> dict[str, object]:
    """The comparison for a program: each standard with every answer, its level and its sources."""
    asked = [
        {"question": row.question.name, "group": section.group.name, "matter": row.question.matter,
         "title": plain(row.question.title)}
        for section in compared.sections for row in section.rows
    ]  # fmt: skip
    return {
        "year": compared.year,
        "questions": asked,
        "standards": [_column(column, compared.rows) for column in compared.columns],
    }


def _column(column: Column, rows: Iterable[Row]) -> dict[str, object]:
    header = column.standard.header
    names = [row.question.name for row in rows]
    return {
        "key": header.key,
        "name": header.name,
        "version": header.version,
        "undated": column.standard.undated,
        "calendar_days": [span_as_dict(each) for each in column.spans],
        "answers": {name: answer_as_dict(column.answers[name]) for name in names},
    }


def span_as_dict(span: Span) -> dict[str, object]:
    """One reading's span."""
    return {"unit": span.unit.value, "min": span.shortest, "median": span.middle, "max": span.longest}


def answer_as_dict(answer: Answer) -> dict[str, object]:
    """One answer with its level: "standard", "setting", "statute" or null where nobody has said."""
    law = answer.floor
    return {
        "layer": answer.layer.value if answer.layer else None,
        "state": answer.state.value,
        "text": plain(answer.words()),
        "statute": law and {
            "text": plain(law.text), "source": str(law.source), "settles": law.settles,
            "confirmed": law.source.evidence.confirmed,
        },
        "set_aside": plain(answer.set_aside),
        "provisions": list(answer.provisions),
        "document": plain(answer.document),
        "note": plain(answer.note),
    }  # fmt: skip


def as_text(compared: Comparison) -> str:
    """The comparison for a terminal, in Danish: question by question, a line for each municipality."""
    lines: list[str] = []
    width = max((len(column.standard.header.name) for column in compared.columns), default=0) + 2
    for section in compared.sections:
        lines += ["", section.group.title.da.upper()]
        for row in section.rows:
            lines.append(f"{row.question.title.da}")
            named = zip(compared.columns, row.cells, strict=True)
            lines += [_line(column.standard.header.name, width, cell_words(cell).da) for column, cell in named]
    lines += ["", f"{SCALE.da}, {compared.year} (kortest – midterste – længst)".upper()]
    for column in compared.columns:
        said = "; eller ".join(
            f"{each.shortest} – {number(each.middle, 'da')} – {each.longest} ({wording.UNITS[each.unit][1]})"
            for each in column.spans
        )
        lines.append(_line(column.standard.header.name, width, said or "ingen frist at regne på"))
    return "\n".join(lines[1:])


def _line(name: str, width: int, said: str) -> str:
    return textwrap.fill(said, _WIDTH, initial_indent=f"  {name:<{width}}", subsequent_indent=" " * (width + 2))
