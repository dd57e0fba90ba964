"""The guide's questions and answer, arranged for a reader in their language.

Not here: what the answer is (`ophold.standard.expectation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ophold.law.finding import Finding, Layer
from ophold.law.follow_ups import Kind
from ophold.law.promises import ContactPoint
from ophold.record.cases.standards import current_settings, statute
from ophold.site import formats
from ophold.standard.expectation import expectation
from ophold.standard.expected import Line, Section, Topic
from ophold.standard.inquiry import QUESTIONS, SKIPPED, Told
from ophold.standard.load import Catalogue, NotFound
from ophold.standard.shape import Document, Standard
from ophold.standard.voice import Voice, spoken

ANCHORS = {
    "wish": "behov",
    "age": "alder",
    "functioning": "hverdagen",
    "support": "hjaelp",
    "social": "sociale-problemer",
    "home": "bolig",
    "income": "indtaegt",
}
LAW_FIRST = {Topic.LOOKED_AT}
UNFOLDED = {Topic.LOOKED_AT, Topic.COMPLAINT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A municipality whose standard is in force today."""

    key: str
    name: str
    standard: Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One who may ask: their place in the address, and what it says."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose."""

    code: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question as a page shows it, and the anchors of those around it."""

    name: str
    anchor: str
    number: int
    asked: str
    hint: str
    why: str
    choices: tuple[Choice, ...]
    answered: str  # in words; empty where it was skipped
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """One sentence, where it comes from, and whether the source was read."""

    text: str
    source: str
    href: str  # to the provision, where it is one of the standard's
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The lines that one level gives: the standard, the municipality, the law, or our reading."""

    code: str
    title: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedView:
    """One day of a follow-up, and what kind of day it is."""

    on: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One question answered."""

    anchor: str
    title: str
    lead: LineView
    lead_level: str
    day: Finding[date] | None
    planned: tuple[PlannedView, ...]
    contacts: tuple[ContactPoint, ...]
    document: Document | None
    silences: tuple[LineView, ...]
    levels: tuple[Level, ...]
    open: bool  # unfolded from the start


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage:
    """The whole answer in reading order."""

    result: str
    caution: str
    undated: bool
    sections: tuple[SectionView, ...]
    steps: tuple[Step, ...]


def places(installed: Catalogue, on: date) -> list[Place]:
    """Every municipality with a standard in force, by name."""
    found = (place(installed, key, on) for key in installed.keys)
    return sorted((each for each in found if each is not None), key=lambda each: each.name)


def place(installed: Catalogue, key: str, on: date) -> Place | None:
    """One of them; None where there is none."""
    if key not in installed.standards:
        return None
    try:
        standard = installed.in_force(key, on)
    except NotFound:
        return None  # adopted, but not yet in force
    return Place(key=key, name=standard.header.name, standard=standard)


def asking(slugs: Mapping[str, Voice]) -> list[Asking]:
    """Who may ask, in the reader's language."""
    words = {
        Voice.SELF: _("Mig selv"),
        Voice.RELATIVE: _("En pårørende"),
        Voice.PROFESSIONAL: _("En borger, jeg hjælper i mit arbejde"),
    }
    return [Asking(slug=slug, label=words[voice]) for slug, voice in slugs.items()]


def steps(told: Told) -> tuple[Step, ...]:
    """The questions in order, spoken to whoever asks, with what was answered chosen."""
    names, language = list(QUESTIONS), formats.language()
    found = []
    for number, (name, question) in enumerate(QUESTIONS.items()):
        held = getattr(told, name)
        choices = tuple(
            Choice(code=each.code, label=each.label.in_language(language), chosen=each.code == held)
            for each in question.options
        )
        found.append(
            Step(
                name=name,
                anchor=ANCHORS[name],
                number=number + 2,
                asked=spoken(question.asked, told.voice).in_language(language),
                hint=question.hint.in_language(language) if question.hint else "",
                why=question.why.in_language(language),
                choices=choices,
                answered=next((each.label for each in choices if each.chosen), "") if held != SKIPPED else "",
                before=ANCHORS[names[number - 1]] if number else "",
                after=ANCHORS[names[number + 1]] if number + 1 < len(names) else "",
            )
        )
    return tuple(found)


def answer_page(here: Place, told: Told, on: date) -> AnswerPage:
    """What somebody who told this can expect here today."""
    own = current_settings(on).get(here.key)
    found = expectation(here.standard, statute=statute(on), on=on, told=told, settings=own)
    return AnswerPage(
        result=_text(found.result),
        caution=_text(found.caution),
        undated=here.standard.undated,
        sections=tuple(_section(each, here.standard) for each in found.sections),
        steps=steps(told),
    )


def _section(section: Section, standard: Standard) -> SectionView:
    return SectionView(
        anchor=section.topic.value.replace("_", "-"),
        title=section.title.in_language(formats.language()),
        lead=_line(section.lead, standard),
        lead_level=_("Standarden er tavs") if section.lead.silent else _levels()[_level(section.lead)],
        day=section.day,
        planned=tuple(PlannedView(on=each.on, words=_kind(each.kind)) for each in section.planned),
        contacts=section.contacts,
        document=section.document,
        silences=tuple(_line(each, standard) for each in section.lines if each.silent),
        levels=tuple(_by_level(section, standard)),
        open=section.topic in UNFOLDED,
    )


def _by_level(section: Section, standard: Standard) -> Iterator[Level]:
    """What each level says; the law first where the question is the law's own."""
    titles = _levels()
    for code in sorted(titles, key=lambda each: each != "statute") if section.topic in LAW_FIRST else titles:
        mine = tuple(_line(each, standard) for each in section.lines if not each.silent and _level(each) == code)
        if mine:
            yield Level(code=code, title=titles[code], lines=mine)


def _levels() -> dict[str, str]:
    """The levels in the order they are shown."""
    return {
        "standard": _("Det siger kommunens standard"),
        "setting": _("Det oplyser kommunen selv"),
        "statute": _("Det siger loven"),
        "reading": _("Sådan læser vi det"),
    }


def _level(line: Line) -> str:
    layer = line.reason.source.layer
    return "reading" if layer is Layer.DECISION else layer.value


def _line(line: Line, standard: Standard) -> LineView:
    source = line.reason.source
    own = source.layer is Layer.STANDARD and source.provision
    address = reverse("standard", args=[standard.key, standard.version])
    return LineView(
        text=_text(line),
        source=str(source),
        href=f"{address}#{source.provision}" if own else "",
        confirmed=source.evidence.confirmed,
    )


def _text(line: Line) -> str:
    return (formats.english() and line.reason.text_en) or line.reason.text


def _kind(kind: Kind) -> str:
    return {
        Kind.WITHIN: _("senest"),
        Kind.AFTER: _("tidligst"),
        Kind.AT_LEAST_EVERY: _("senest"),
        Kind.BY_DECISION: _("efter afgørelsen"),
    }[kind]
