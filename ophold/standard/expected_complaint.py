"""What can one expect when one complains: by when, to whom, how, and what happens then?

Statute alone fixes the time; a standard can be better and says where (docs/decisions/0009-statute-is-the-floor.md).
Judging and counting is the rules' (`ophold.law`), asked through `answers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ophold.law import sources, wording
from ophold.law.finding import Layer
from ophold.law.promises import ComplaintRoute, ResponsePromise
from ophold.standard import answers
from ophold.standard.expected import Asked, Line, Section, Topic, line, once, plain, said, titled, without_value
from ophold.standard.matters import promised
from ophold.standard.settings import complaint_address


def complaint(asked: Asked) -> Section:
    """How one complains, by when, to whom, and what happens then."""
    window = asked.statute.complaint_window
    period, period_en = wording.period(window.period), wording.period_en(window.period)
    lead = line(
        asked,
        f"{{Du}} har {period} til at klage, efter at afgørelsen er modtaget.",
        f"{{You}} {{have/has}} {period_en} to complain after the decision is received.",
        window.source,
    )
    return Section(
        topic=Topic.COMPLAINT,
        title=titled(asked, "Hvordan klager {du}?", "How {do/does} {you} complain?"),
        lead=lead,
        lines=once(
            (
                *_own_window(asked),
                *_route(asked),
                _orally(asked),
                *_reassessed(asked),
                *_sent_back(asked),
                *_not_suspended(asked),
            )
        ),
    )


def _route(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, ComplaintRoute)
    if promise is None:
        yield without_value(asked, ComplaintRoute, promised(asked.standard, ComplaintRoute))
    found = complaint_address(asked.standard, asked.settings) if asked.settings else None
    if found is not None and not found.placeholder:
        told = ", ".join(part for part in (found.to, *found.address, found.email, found.phone) if part)
        yield line(asked, f"Klagen sendes til {told}.", f"The complaint is sent to {told}.", found.source)
    elif promise is not None:
        yield line(asked, f"Klagen sendes til {promise.to}.", f"The complaint is sent to {promise.to}.", source)
    else:
        yield line(
            asked,
            "Klagen sendes til den, der har truffet afgørelsen.",
            "The complaint is sent to whoever made the decision.",
            sources.REASSESSED_FIRST,
        )
    if promise is not None and promise.conduct_to:
        to = promise.conduct_to
        yield line(asked, f"Klage over behandlingen går til {to}.", f"Complaints on conduct are sent to {to}.", source)
    if promise is not None and promise.adviser:
        told = ", ".join(promise.adviser)
        yield line(asked, f"Borgerrådgiver: {told}.", f"Citizens' adviser: {told}.", source)


def _own_window(asked: Asked) -> Iterator[Line]:
    """What the standard says of the time to complain; statute's is the least there is."""
    promise, source = said(asked, ComplaintRoute)
    own = promise.citizen_within if promise else None
    if own is None:
        return
    if own == asked.statute.complaint_window.period:
        yield line(asked, "Standarden siger det samme om tiden.", "The standard says the same of the time.", source)
    else:
        da = f"Standarden skriver {wording.period(own)}. Det, der er bedst for borgeren, gælder."
        en = f"The standard writes {wording.period_en(own)}. What is better for the citizen holds."
        yield line(asked, da, en, source)


def _reassessed(asked: Asked) -> tuple[Line, ...]:
    """How long the municipality has with a complaint, without the counting of one day."""
    finding = answers.reassessment_deadline(asked.statute, received=asked.on, standard=asked.standard)
    said_by = (asked.statute.reassessment.source,)
    return plain(each for each in finding.because if each.source in said_by or each.source.layer is Layer.STANDARD)


def _sent_back(asked: Asked) -> tuple[Line, ...]:
    """By when a case is decided anew that Ankestyrelsen has sent back."""
    finding = answers.remitted_deadline(asked.standard, received=None, settings=asked.settings)
    promise, source = said(asked, ResponsePromise)
    own = promise is not None and promise.remitted_within is not None
    return plain(each for each in finding.because if each.source == sources.REMITTED or (own and each.source == source))


def _orally(asked: Asked) -> Line:
    return line(
        asked,
        "Man kan klage mundtligt eller skriftligt og behøver ikke give en grund.",
        "One can complain orally or in writing and need not give a reason.",
        sources.ORALLY_OR_IN_WRITING,
    )


def _not_suspended(asked: Asked) -> tuple[Line, Line]:
    return (
        line(
            asked,
            "En klage udsætter som regel ikke afgørelsen.",
            "A complaint does not as a rule suspend the decision.",
            sources.NOT_SUSPENDED,
        ),
        line(
            asked,
            "Ankestyrelsen kan udsætte den, når man beder om det.",
            "Ankestyrelsen can suspend it when asked.",
            sources.SUSPENDED_ON_REQUEST,
        ),
    )
