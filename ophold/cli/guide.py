"""`ophold guide`: what can somebody expect here who has not applied yet? The same answer as the page gives."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import click

from ophold.cli import installed
from ophold.cli.options import DAY, OneOf, asked
from ophold.law.calendar import COPENHAGEN
from ophold.law.finding import Layer
from ophold.law.wording import weekday
from ophold.standard.expectation import Expectation, expectation, expectation_as_json
from ophold.standard.expected import Line, Section
from ophold.standard.inquiry import CODES, QUESTIONS, told
from ophold.standard.voice import Voice

F = TypeVar("F", bound=Callable[..., object])

WIDTH = 100
LAYERS = {
    Layer.STANDARD: "standarden",
    Layer.STATUTE: "loven",
    Layer.SETTING: "kommunens indstillinger",
    Layer.DECISION: "sagen",
    Layer.READING: "vores læsning",
}


def _questions(command: F) -> F:
    """One option a question, each with the codes it takes; one left out is unknown."""
    for question in reversed(tuple(QUESTIONS.values())):
        codes = [option.code for option in question.options]
        words = OneOf([code.replace("_", "-") for code in codes])
        command = click.option(f"--{question.name}", type=words, help=f"{question.asked.da.format(du='man')}")(command)
    return command


@click.command()
@click.argument("municipality")
@click.option("--on", type=DAY, help="Dagen, man ville søge; ellers i dag.")
@click.option("--who", type=OneOf([each.value for each in Voice]), default="self", help="Hvem der spørger.")
@_questions
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def guide(municipality: str, on: date | None, who: str, as_json: bool, **answers: str | None) -> None:
    """Hvad kan man forvente? Svarer aldrig ja eller nej til et sted; et spørgsmål, der springes over, er ukendt."""
    day = on or datetime.now(tz=COPENHAGEN).date()  # noqa: TID251 - a command is an edge, and this one has no Django
    catalogue = asked(installed.standards)
    standard = asked(lambda: catalogue.in_force(municipality, day))
    found = expectation(
        standard,
        statute=asked(lambda: installed.law().statute(day)),
        on=day,
        told=told({name: _code(name, word) for name, word in answers.items()}, Voice(who)),
        settings=asked(lambda: installed.settings_of(standard.key)),
    )
    click.echo(json.dumps(expectation_as_json(found), ensure_ascii=False, indent=2) if as_json else _as_text(found))


def _code(name: str, word: str | None) -> str:
    """The code of a word as the shell writes it."""
    return next((code for code in CODES[name] if word is not None and code == word.replace("-", "_")), "")


def _as_text(found: Expectation) -> str:
    rows = [found.result.reason.text, found.caution.reason.text]
    for section in found.sections:
        rows += ["", section.title.da, *_section(section)]
    return "\n".join(rows)


def _section(section: Section) -> list[str]:
    rows = [_row(each) for each in section.all_lines]
    if section.day is not None:
        rows += [_wrapped(f"{each.text} [{each.source}]", "    ") for each in section.day.because]
        rows += [_wrapped(f"Eller: {weekday(each.value)} – {each.why}", "    ") for each in section.day.readings]
    rows += [f"    {weekday(each.on)}" for each in section.planned]
    for point in section.contacts:
        rows.append("    " + " · ".join(part for part in (point.name, point.phone, point.email) if part))
    return rows


def _row(line: Line) -> str:
    source = line.reason.source
    layer = "standarden er tavs" if line.silent else LAYERS[source.layer]
    doubt = "" if source.evidence.confirmed else "; ikke bekræftet"
    return _wrapped(f"{line.reason.text} [{layer}: {source}{doubt}]", "  ")


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=f"{indent}· ", subsequent_indent=f"{indent}  ")
