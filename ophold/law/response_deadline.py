"""By which day must the municipality have answered an application (sagsbehandlingsfrist)?

Not here: whether the case is late (that needs today), and the notice when it will be (`delay_notice`).
Sources: RSL § 3(2) (the council sets the deadline, from receipt to decision); the standards' L12, F12, B16, I11, H14;
VEJ 9533/2018 on counting. Time spent gathering information is inside the deadline: nothing stops this clock.
Reading: how a municipality's own day is counted and which reading binds: `own_date`. A deadline that the municipality
published outside its standard binds it also where the standard is silent, since RSL § 3(2) asks for publication and
not for a place; the answer says that the standard itself is silent
(docs/decisions/0087-a-deadline-published-elsewhere.md).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ophold.law import sources, wording
from ophold.law.finding import Finding, Layer, Reason, Source, Status
from ophold.law.own_date import own_date
from ophold.law.promises import Period, PublishedDeadline, ResponsePromise, Start

RECEIVED = "dagen ansøgningen blev modtaget"


def response_deadline(promise: ResponsePromise, source: Source, *, received: date | None) -> Finding[date]:
    """The last day for an answer to an application received on a day, as the council promised it."""
    promised = (_promised(promise.within, source), _start(promise.start, source))
    if received is None:
        return Finding(status=Status.MISSING, missing=(RECEIVED,), because=promised)
    due = own_date(promise.within, received)
    return Finding(status=Status.SETTLED, value=due.day, because=(*promised, *due.because), readings=due.readings)


def response_without_number(
    source: Source, published: PublishedDeadline | None = None, *, received: date | None = None
) -> Finding[date]:
    """The answer where the standard states no deadline at all (F): settled once a published one is entered."""
    silent = Reason(
        "Standarden oplyser ingen frist for, hvornår der skal være svar på en ansøgning.",
        source,
        "The standard states no deadline for answering an application.",
    )
    if published is not None:
        return _published(silent, published, received=received)
    duty = Reason(
        "Kommunalbestyrelsen har pligt til at fastsætte og offentliggøre en frist fra modtagelse til afgørelse.",
        sources.RESPONSE_DEADLINE,
        "The council is obliged to set and publish a deadline from receipt to decision.",
    )
    return Finding(status=Status.SILENT, because=(silent, duty))


def response_published(
    source: Source, document: str, published: PublishedDeadline | None, *, received: date | None
) -> Finding[date]:
    """The answer where the standard points to another document (I): settled once its number is entered."""
    pointer = Reason(
        f"Standarden henviser til {document}; fristen står ikke i standarden selv.",
        source,
        f"The standard refers to another document ({document}); it does not state the deadline itself.",
    )
    if published is None:
        return Finding(status=Status.ELSEWHERE, because=(pointer,))
    return _published(pointer, published, received=received)


def _published(first: Reason, published: PublishedDeadline, *, received: date | None) -> Finding[date]:
    """The deadline the municipality published elsewhere, after what the standard itself does with the matter."""
    promise = ResponsePromise(within=published.within, start=Start.RECEIPT)
    setting = Source(
        work=published.document,
        place=f"offentliggjort {wording.day(published.published_on)}, indtastet af {published.entered_by}",
        layer=Layer.SETTING,
        valid_from=published.published_on,
    )
    finding = response_deadline(promise, setting, received=received)
    return replace(finding, because=(first, *finding.because))


def _promised(within: Period, source: Source) -> Reason:
    return Reason(
        f"Kommunen lover svar inden for {wording.period(within)}.",
        source,
        f"The municipality promises an answer within {wording.period_en(within)}.",
    )


def _start(start: Start, source: Source) -> Reason:
    if start is Start.RECEIPT:
        return Reason(
            "Fristen løber fra den dag, ansøgningen blev modtaget.",
            source,
            "The deadline runs from the day the application was received.",
        )
    return Reason(
        "Standarden nævner ingen startdag; efter loven løber fristen fra modtagelsen af ansøgningen.",
        sources.RESPONSE_DEADLINE,
        "The standard names no first day; by statute the deadline runs from receipt of the application.",
    )
