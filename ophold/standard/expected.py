"""What is one section of an answer to "what can I expect?", and how is a line of it made?

Every line has its source, and a line where the standard says nothing is marked as its silence. Not here: which
sections there are and what they say (`expected_handling`, `expected_stay`), and their order (`expectation`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from ophold.law.finding import Finding, Layer, Reason, Source
from ophold.law.follow_ups import Planned
from ophold.law.promises import ContactPoint
from ophold.law.statute import Statute
from ophold.standard.inquiry import Told
from ophold.standard.matters import matter_of, promised
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Document, Promise, Standard, State, Text
from ophold.standard.spoken import lines as spoken_lines
from ophold.standard.voice import spoken

P = TypeVar("P")


class Topic(Enum):
    """What a section is about; stored codes, in the order a person worries."""

    UNDER_AGE = "under_age"
    ANSWER = "answer"
    CONTACT = "contact"
    LOOKED_AT = "looked_at"
    HEARD = "heard"
    ALONG = "along"
    LENGTH = "length"
    PAYMENT = "payment"
    RESPITE = "respite"
    PLACE = "place"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything an answer is made of: what was adopted, what holds besides, the day, and what was told."""

    standard: Standard
    statute: Statute
    settings: MunicipalitySettings | None
    on: date
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence with its source; `silent` where it says that the standard does not speak of it."""

    reason: Reason
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One question answered: the result first, then line by line."""

    topic: Topic
    title: Text
    lead: Line
    lines: tuple[Line, ...]
    day: Finding[date] | None = None  # a day with every step that led to it
    planned: tuple[Planned, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    document: Document | None = None  # another document that the standard points to

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """The lead and the lines."""
        return (self.lead, *self.lines)


def line(asked: Asked, da: str, en: str, source: Source, *, silent: bool = False) -> Line:
    """A sentence to whoever asks, with its marks filled in."""
    said = spoken(Text(da=da, en=en), asked.told.voice)
    return Line(reason=Reason(said.da, source, said.en), silent=silent)


def titled(asked: Asked, da: str, en: str) -> Text:
    """A section's question, to whoever asks."""
    return spoken(Text(da=da, en=en), asked.told.voice)


def lines_of(asked: Asked, finding: Finding[Any], kind: type[P]) -> tuple[Line, ...]:
    """A rule's reasons as lines; where the standard has no value on the matter, what it does instead stands first."""
    found = promised(asked.standard, kind)
    if found.value is not None:
        return plain(finding.because)
    return (without_value(asked, kind, found), *plain(besides_the_standard(finding)))


def besides_the_standard(finding: Finding[Any]) -> tuple[Reason, ...]:
    """A rule's reasons that do not come from the standard."""
    return tuple(each for each in finding.because if each.source.layer is not Layer.STANDARD)


def plain(reasons: Iterable[Reason]) -> tuple[Line, ...]:
    """Reasons as lines."""
    return tuple(Line(reason=each) for each in reasons)


def said(asked: Asked, kind: type[P]) -> tuple[P | None, Source]:
    """What the standard promises on a matter, and where."""
    found = promised(asked.standard, kind)
    return found.value, asked.standard.sources(found)[0]


def without_value(asked: Asked, kind: type[P], found: Promise[P]) -> Line:
    """What a standard does with a matter that it fixes nothing about."""
    source = asked.standard.sources(found)[0]
    about = matter_of(kind).title
    da, en = about.da.lower(), about.en.lower()
    match found.state:
        case State.ELSEWHERE if found.document is not None:
            name = found.document.name
            return line(asked, f"{about.da}: det står i »{name}«.", f"{about.en}: it stands in »{name}«.", source)
        case State.INDIVIDUAL:
            return line(
                asked, f"{about.da}: det vurderes i hver sag.", f"{about.en}: it is judged in each case.", source
            )
        case State.INHERITS_STATUTE:
            told = f"Her henviser standarden til loven: {da}.", f"Here the standard points to statute: {en}."
            return line(asked, *told, source)
    silence = f"Standarden siger ikke noget om dette: {da}.", f"The standard says nothing on this: {en}."
    return line(asked, *silence, source, silent=True)


def labelled(asked: Asked, kind: type[P]) -> Iterator[Line]:
    """What a standard says on a matter that few speak of, each field with its label; nothing where it is silent."""
    found = promised(asked.standard, kind)
    source = asked.standard.sources(found)[0]
    for each in spoken_lines(asked.standard.promise(matter_of(kind).name)):
        da, en = f"{each.label.da}: {each.value.da}.", f"{each.label.en}: {each.value.en}."
        yield Line(reason=Reason(da, source, en))


def once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines without those that say again what stands above."""
    return tuple({each.reason.text: each for each in lines}.values())
