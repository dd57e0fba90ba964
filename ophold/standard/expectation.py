"""What can somebody expect who has not applied yet?

One answer from standard, statute and settings, section by section, in the order a person worries; the same for page,
shell and JSON. A section is given only the answers it names, so what it says of one question cannot hang on another.
It never says yes or no to a place (docs/decisions/0105-what-the-guide-never-says.md). Not here: what is asked
(`inquiry`), what each section says (`expected_handling`, `expected_stay`, `expected_complaint`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ophold.law import sources
from ophold.law.as_json import Json, as_json, plain, reason_as_json
from ophold.law.statute import Statute
from ophold.standard import expected_complaint as complaining
from ophold.standard import expected_handling as handling
from ophold.standard import expected_stay as stay
from ophold.standard.expected import Asked, Line, Section, Topic, line
from ophold.standard.inquiry import QUESTIONS, SKIPPED, Told
from ophold.standard.inquiry import told as told_from
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard

# topic → the section's maker and the questions whose answers it is given
SECTIONS: dict[Topic, tuple[Callable[[Asked], Section], frozenset[str]]] = {
    Topic.UNDER_AGE: (handling.under_age, frozenset()),
    Topic.ANSWER: (handling.answer, frozenset()),
    Topic.CONTACT: (handling.contact, frozenset({"age"})),
    Topic.LOOKED_AT: (handling.looked_at, frozenset({"wish", "functioning", "support", "social"})),
    Topic.HEARD: (handling.heard, frozenset()),
    Topic.ALONG: (stay.along, frozenset({"age"})),
    Topic.LENGTH: (stay.length, frozenset()),
    Topic.PAYMENT: (stay.payment, frozenset({"wish", "home", "income"})),
    Topic.RESPITE: (stay.respite, frozenset({"age", "home"})),
    Topic.PLACE: (stay.place, frozenset()),
    Topic.COMPLAINT: (complaining.complaint, frozenset()),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """The whole answer."""

    standard: Standard
    on: date
    told: Told
    result: Line  # the first thing a person wants to know, in one sentence
    caution: Line  # what the answer is not
    sections: tuple[Section, ...]


def expectation(
    standard: Standard,
    *,
    statute: Statute,
    on: date,
    told: Told,
    settings: MunicipalitySettings | None = None,
) -> Expectation:
    """What somebody who told this can expect here, if they applied on a day."""
    asked = Asked(standard=standard, statute=statute, settings=settings, on=on, told=told)
    sections = tuple(section(topic, asked) for topic in _order(told))
    result = next(each.lead for each in sections if each.topic is Topic.ANSWER)
    return Expectation(standard=standard, on=on, told=told, result=result, caution=_caution(asked), sections=sections)


def section(topic: Topic, asked: Asked) -> Section:
    """One section, made from the answers it names and no others."""
    make, reads = SECTIONS[topic]
    held = {name: getattr(asked.told, name) if name in reads else SKIPPED for name in QUESTIONS}
    made = make(replace(asked, told=told_from(held, asked.told.voice)))
    said_first = made.lead.reason.text
    return replace(made, lines=tuple(each for each in made.lines if each.reason.text != said_first))


def expectation_as_json(answer: Expectation) -> dict[str, Json]:
    """The answer for a machine: every line with its source, level and evidence."""
    return {
        "municipality": answer.standard.key,
        "standard": answer.standard.version_key,
        "on": answer.on.isoformat(),
        "told": {name: getattr(answer.told, name) for name in QUESTIONS} | {"who": answer.told.voice.value},
        "result": _line(answer.result),
        "caution": _line(answer.caution),
        "sections": [_section(each) for each in answer.sections],
    }


def _order(told: Told) -> tuple[Topic, ...]:
    """The sections in the order a person worries; respite early for who asks for it."""
    topics = [each for each in Topic if each is not Topic.UNDER_AGE or told.age == "under_18"]
    if told.wish == "respite":
        topics.remove(Topic.RESPITE)
        topics.insert(topics.index(Topic.CONTACT) + 1, Topic.RESPITE)
    return tuple(topics)


def _caution(asked: Asked) -> Line:
    return line(
        asked,
        "Her får {du} hverken ja eller nej til et sted. Det afgør kommunen, når den kender sagen.",
        "Here {you} {get/gets} neither yes nor no to a place. The municipality decides once it knows the case.",
        sources.GUIDE,
    )


def _line(held: Line) -> dict[str, Json]:
    return reason_as_json(held.reason) | {"silent": held.silent}


def _section(held: Section) -> dict[str, Json]:
    said: dict[str, Json] = {
        "topic": held.topic.value,
        "title": held.title.da,
        "title_en": held.title.en,
        "lead": _line(held.lead),
        "lines": [_line(each) for each in held.lines],
    }
    if held.day is not None:
        said["day"] = dict(as_json(held.day))
    if held.planned:
        said["planned"] = plain(held.planned)
    if held.contacts:
        said["contacts"] = plain(held.contacts)
    if held.document is not None:
        said["document"] = plain(held.document)
    return said
