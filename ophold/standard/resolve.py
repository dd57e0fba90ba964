"""What is the answer to a question in this municipality on this day, and which level gives it?

The one function behind pages, comparison, files and shell: the standard's own words; else a setting the municipality
has published, where the standard points to another document; else statute; else nobody has said. What the standard says
worse than statute is set aside and shown as such. Not here: the day a promise falls on in a case (`answers`).
Reading: statute is the floor (docs/decisions/0009-statute-is-the-floor.md).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from ophold.law.finding import Layer, Source
from ophold.law.promises import ComplaintRoute, Period, PublishedDeadline, ResponsePromise, Start, TargetGroup
from ophold.law.span import spans
from ophold.law.statute import Statute
from ophold.standard import spoken
from ophold.standard.floor import Floor, floor
from ophold.standard.load import Catalogue
from ophold.standard.matters import MATTERS
from ophold.standard.national import Law
from ophold.standard.questions import QUESTIONS, Question
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Document, Promise, Standard, State, Text

STATES: Mapping[State, Text] = MappingProxyType(
    {
        State.FIXED: Text(da="Fastsat uden tal", en="Fixed without a number"),
        State.SILENT: Text(da="Ikke nævnt", en="Not mentioned"),
        State.INDIVIDUAL: Text(da="Vurderes i hver sag", en="Judged in each case"),
        State.ELSEWHERE: Text(da="Står i et andet dokument", en="Stands in another document"),
        State.INHERITS_STATUTE: Text(da="Følger loven", en="Follows statute"),
    }
)
_ANY_YEAR = 2026  # comparing two periods: which of them can last longer is the same in every year


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question answered for one municipality: by which level, in which words, and where that stands."""

    question: str
    state: State  # what the standard's text does with just this question
    layer: Layer | None  # None: not stated, by nobody
    said: tuple[Text, ...] = ()  # what the standard, or the setting it points to, says; a phrase each
    floor: Floor | None = None  # statute, where it steps in or obliges
    set_aside: tuple[Text, ...] = ()  # what the standard says worse than statute
    provisions: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    document: Document | None = None
    note: Text | None = None

    def words(self) -> Text:
        """What the standard does, as one phrase: its words, or what it does instead."""
        parts = list(self.said)
        if self.state is not State.FIXED or not parts:
            parts.insert(0, state_words(self.state, self.document))
        return Text(da="; ".join(part.da for part in parts), en="; ".join(part.en for part in parts))


Answers = Mapping[str, Answer]


def answer(
    key: str, question: str, on: date, *, catalogue: Catalogue, law: Law, settings: MunicipalitySettings | None = None
) -> Answer:
    """The answer in a municipality on a day, by its key and the question's name; raises NotFound."""
    return resolve(QUESTIONS[question], catalogue.in_force(key, on), law.statute(on), settings)


def resolve(
    question: Question, standard: Standard, statute: Statute, settings: MunicipalitySettings | None = None
) -> Answer:
    """The answer of one version, with statute as it stands and the municipality's own settings."""
    return answers(standard, statute, settings)[question.name]


def answers(standard: Standard, statute: Statute, settings: MunicipalitySettings | None = None) -> Answers:
    """Every question answered; kept, since a version never changes."""
    return _answers(_Version(standard), statute, settings.published_deadline if settings else None)


def state_words(state: State, document: Document | None = None) -> Text:
    """What a text does with a matter it gives no words of its own, as one phrase."""
    said = STATES[state]
    return Text(da=f"{said.da}: {document.name}", en=f"{said.en}: {document.name}") if document else said


class _Version:
    """A version as the key to what is kept about it: the object itself, which never changes."""

    __slots__ = ("standard",)

    def __init__(self, standard: Standard) -> None:
        self.standard = standard

    def __hash__(self) -> int:
        return id(self.standard)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Version) and other.standard is self.standard


@lru_cache(maxsize=4096)
def _answers(version: _Version, statute: Statute, published: PublishedDeadline | None) -> Answers:
    asked = QUESTIONS.values()
    return MappingProxyType({each.name: _resolve(each, version.standard, statute, published) for each in asked})


def _resolve(question: Question, standard: Standard, statute: Statute, published: PublishedDeadline | None) -> Answer:
    promise, law = standard.promises[question.matter], floor(question.name, statute)
    sources, note = standard.sources(promise), promise.note if question.main else None
    said = spoken.phrases(promise, _spoken_fields(question, promise), question.title_field)
    state = _state(question, promise, said)
    if state is State.ELSEWHERE:
        own = _published(question, published)
        layer = Layer.SETTING if own else None
        return Answer(question=question.name, state=State.ELSEWHERE, layer=layer, said=own,
                      floor=None if own else _only(law), provisions=promise.provisions, sources=sources,
                      document=promise.document, note=note)  # fmt: skip
    if state in (State.SILENT, State.INHERITS_STATUTE):
        settled = law is not None and law.settles
        return Answer(question=question.name, state=state, layer=Layer.STATUTE if settled else None, floor=law,
                      provisions=promise.provisions if state is promise.state else (), sources=sources,
                      document=promise.document if state is promise.state else None, note=note)  # fmt: skip
    if law is not None and _worse(question, promise, law):
        return Answer(question=question.name, state=state, layer=Layer.STATUTE, floor=law, set_aside=said,
                      provisions=promise.provisions, sources=sources, note=note)  # fmt: skip
    return Answer(question=question.name, state=state, layer=Layer.STANDARD, said=said,
                  provisions=promise.provisions, sources=sources, note=note)  # fmt: skip


def _state(question: Question, promise: Promise[object], said: tuple[Text, ...]) -> State:
    """What the text does with just this question.

    Where a matter is left to a judgement or to another document, that is the answer to the matter itself, and to what
    whoever says anything on it must say; of what may be left out, neither the text nor we know anything.
    """
    if said:
        return promise.state
    if promise.state is State.FIXED:
        return State.SILENT
    if promise.state in (State.ELSEWHERE, State.INDIVIDUAL) and not question.main and not _needed(question):
        return State.SILENT
    return promise.state


def _needed(question: Question) -> bool:
    """Whether a text that says anything on the matter must say this."""
    fields = {field.name: field for field in dataclasses.fields(MATTERS[question.matter].kind)}
    return any(fields[name].default is dataclasses.MISSING for name in question.fields)


def _spoken_fields(question: Question, promise: Promise[object]) -> tuple[str, ...]:
    """The question's fields that say more than the state does: not a start that the text does not state."""
    value = promise.value
    if isinstance(value, ResponsePromise) and value.start is Start.NOT_STATED:
        return tuple(name for name in question.fields if name != "start")
    if promise.state is State.INDIVIDUAL:
        return tuple(name for name in question.fields if name != "individual")
    return question.fields


def _published(question: Question, published: PublishedDeadline | None) -> tuple[Text, ...]:
    if published is None or question.name != "response_deadline":
        return ()
    return (spoken.period(published.within),)


def _only(law: Floor | None) -> Floor | None:
    """What statute obliges to; a value of its own does not take the place of the other document's."""
    return law if law is not None and not law.settles else None


def _worse(question: Question, promise: Promise[object], law: Floor) -> bool:
    judge = _WORSE.get(question.name)
    return judge is not None and judge(promise.value, law)


def _complains_shorter(value: object, law: Floor) -> bool:
    own = value.citizen_within if isinstance(value, ComplaintRoute) else None
    return own is not None and law.period is not None and _longest(own) < _longest(law.period)


def _reassesses_later(value: object, law: Floor) -> bool:
    own = value.reassessed_within if isinstance(value, ComplaintRoute) else None
    return own is not None and law.period is not None and _longest(own) > _longest(law.period)


def _refuses_oral(value: object, _law: Floor) -> bool:
    return isinstance(value, ComplaintRoute) and value.oral is False


def _older(value: object, law: Floor) -> bool:
    own = value.least_age if isinstance(value, TargetGroup) else None
    return own is not None and law.years is not None and own > law.years


def _longest(period: Period) -> int:
    return max((each.longest for each in spans(period, _ANY_YEAR)), default=0)


_WORSE: Mapping[str, Callable[[object, Floor], bool]] = MappingProxyType(
    {
        "complaint_within": _complains_shorter,
        "reassessment": _reassesses_later,
        "oral_complaint": _refuses_oral,
        "least_age": _older,
    }
)
