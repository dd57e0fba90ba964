"""Until which day can one recipient of a draft answer it? The standard's promise, else the day the caseworker chose."""

from __future__ import annotations

from datetime import date

from ophold.law.delivery import Channel
from ophold.law.finding import Finding, Source
from ophold.law.promises import HearingPromise
from ophold.record.cases.models import Case
from ophold.record.cases.standards import settings_of, standard_of, statute
from ophold.standard import answers
from ophold.standard.matters import promised
from ophold.standard.shape import Standard


def answer_by(
    case: Case, *, channel: str, sent: date | None, received: date | None = None, chosen: date | None = None
) -> Finding[date]:
    """The last day; `received` is as recorded, otherwise presumed from how the copy went. Raises ContradictoryFacts."""
    by_law = statute(sent or received or case.received_on)
    settings = settings_of(case.municipality, sent or received or case.received_on)
    arrived = answers.delivered(by_law, sent=sent, channel=Channel(channel), received=received, settings=settings)
    return answers.hearing(standard_of(case), arrived, sent=sent, chosen=chosen, settings=settings)


def always_by(standard: Standard) -> Source | None:
    """The promise to send every draft, if the standard makes it."""
    promise = promised(standard, HearingPromise)
    return standard.sources(promise)[0] if promise.value is not None and promise.value.always else None
