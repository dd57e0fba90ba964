"""What the council promised about an application, asked of the rules with the council's own standard and settings."""

from __future__ import annotations

from datetime import date

from ophold.law.finding import Finding
from ophold.law.promises import ResponsePromise
from ophold.law.response_deadline import response_deadline, response_published, response_without_number
from ophold.standard.matters import promised
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard, State


def response_finding(standard: Standard, own: MunicipalitySettings, *, received: date) -> Finding[date]:
    """The last day for an answer, or honestly that none is stated."""
    promise = promised(standard, ResponsePromise)
    source = standard.sources(promise)[0]
    if promise.value is not None:
        return response_deadline(promise.value, source, received=received)
    if promise.state is State.ELSEWHERE and promise.document is not None:
        return response_published(source, promise.document.name, own.published_deadline, received=received)
    return response_without_number(source)
