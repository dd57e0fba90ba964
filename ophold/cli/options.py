"""The options the commands share, and how a wrong one is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

from ophold.law.facts import ContradictoryFacts
from ophold.standard.shape import StandardRefused

F = TypeVar("F", bound=Callable[..., object])
R = TypeVar("R")

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST, LAST = 2000, 2099  # the years for which holidays are counted


class Day(click.ParamType[date]):
    """A day written as 2026-03-02."""

    name = "dag"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or one sentence on what is wrong with it."""
        text = str(value)
        try:
            day = date.fromisoformat(text) if _ISO.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None:
            self.fail(f"»{text[:40]}« er ikke en dag; skriv den som 2026-03-02.", param, ctx)
        if not FIRST <= day.year <= LAST:
            self.fail(f"{text} ligger uden for årene {FIRST}–{LAST}, som der regnes i.", param, ctx)
        return day


class OneOf(click.Choice[str]):
    """One word of a few; a wrong one is told in Danish."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or one sentence naming the right ones."""
        word = str(value).replace("_", "-").lower()
        if word not in self.choices:
            self.fail(f"»{str(value)[:40]}« kendes ikke; skriv {' eller '.join(self.choices)}.", param, ctx)
        return word


class Number(click.ParamType[int]):
    """A whole number, not below zero."""

    name = "antal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or one sentence on what is wrong with it."""
        text = str(value)
        if not re.fullmatch(r"\d{1,6}", text):
            self.fail(f"»{text[:40]}« er ikke et helt antal fra 0 og op.", param, ctx)
        return int(text)


DAY = Day()
NUMBER = Number()
CHANNEL = OneOf(["digital-post", "letter"])


def municipality(command: F) -> F:
    """`--municipality` and `--standard`: whose standard is asked."""
    command = click.option("--standard", "file", metavar="FIL", help="En standard, der ikke er installeret.")(command)
    return click.option("--municipality", metavar="KOMMUNE", help="Kommunens navn eller nøgle.")(command)


def asked(question: Callable[[], R]) -> R:
    """An answer, with every refusal of the standard's or the facts' told in one line."""
    try:
        return question()
    except (StandardRefused, ContradictoryFacts) as refusal:
        raise click.ClickException(str(refusal)) from None
