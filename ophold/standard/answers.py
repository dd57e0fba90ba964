"""What does this council's standard answer, in the order standard → statute → not stated?

One function for each question; each takes the standard (and the facts, and where it matters statute and the
municipality's settings) and hands the rule in `ophold.law` what it needs. Not here: any counting or judging.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ophold.law import (
    assessment,
    committee,
    contact,
    follow_ups,
    hearing_deadline,
    notices,
    own_payment,
    respite,
    review,
)
from ophold.law import ending as ends
from ophold.law import place_choice as choice
from ophold.law import response_deadline as response
from ophold.law.calendar import DayName, Skipped
from ophold.law.complaint_window import complaint_window
from ophold.law.criteria import Facts
from ophold.law.delivery import Channel, delivery
from ophold.law.finding import Finding, Source, Status
from ophold.law.follow_ups import NO_OWN, OwnRhythm, Planned
from ophold.law.hearing_duty import Exemption
from ophold.law.hearing_duty import hearing_duty as duty
from ophold.law.promises import (
    AssessmentPromise,
    Committee,
    ComplaintRoute,
    Contact,
    ContactPoint,
    EndingGrounds,
    FollowUpPromise,
    GrantLength,
    HearingPromise,
    Notices,
    OwnPayment,
    ProviderChoice,
    RespitePromise,
    ResponsePromise,
)
from ophold.law.reassessment import reassessment
from ophold.law.respite import Respite
from ophold.law.statute import Fixed, Statute
from ophold.standard.impersonal import impersonal
from ophold.standard.matters import promised
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import P, Promise, Standard, State


def response_deadline(
    standard: Standard, *, received: date | None, settings: MunicipalitySettings | None = None, group: str = ""
) -> Finding[date]:
    """By which day an application must be answered."""
    said = promised(standard, ResponsePromise)
    source = _source(standard, said)
    if said.value is not None:
        return response.response_deadline(said.value, source, received=received, group=group)
    published = settings.published_deadline if settings else None
    if said.state is State.ELSEWHERE and said.document is not None:
        return response.response_published(source, said.document.name, published, received=received)
    return response.response_without_number(source, published, received=received)


def remitted_deadline(
    standard: Standard, *, received: date | None, settings: MunicipalitySettings | None = None
) -> Finding[date]:
    """By which day a case that Ankestyrelsen has sent back is decided anew, from receipt of its decision."""
    said = promised(standard, ResponsePromise)
    source = _source(standard, said)
    if said.value is not None:
        return response.remitted_deadline(said.value, source, received=received)
    published = settings.published_deadline if settings else None
    return response.remitted_published(source, published, received=received)


def acknowledgement(standard: Standard, *, received: date | None) -> Finding[date]:
    """By which day the citizen has a receipt for the application."""
    said = promised(standard, Notices)
    return notices.acknowledgement(said.value, _source(standard, said), received=received)


def interim_notice(standard: Standard, *, received: date | None) -> Finding[date]:
    """By which day the citizen has word on how far the case is."""
    said = promised(standard, Notices)
    return notices.interim_notice(said.value, _source(standard, said), received=received)


def written_decision(standard: Standard, *, met: date | None) -> Finding[date]:
    """By which day the decision is written after a committee's meeting."""
    said = promised(standard, Committee)
    return committee.written_decision(said.value, _source(standard, said), met=met)


def assessment_report(standard: Standard, *, received: date | None) -> Finding[date]:
    """By which day the assessment is finished."""
    said = promised(standard, AssessmentPromise)
    return assessment.report(said.value, _source(standard, said), received=received)


def assessment_threshold(standard: Standard, *, level: int | None) -> Finding[bool]:
    """Whether a level reaches the standard's threshold; information only."""
    said = promised(standard, AssessmentPromise)
    return assessment.threshold(said.value, _source(standard, said), level=level)


def own_home_looked_at(standard: Standard, *, began: date | None) -> Finding[date]:
    """The day to look at an own home's exemption again, where the standard limits it."""
    said = promised(standard, OwnPayment)
    return own_payment.housing_looked_at(said.value, _source(standard, said), began=began)


def delivered(
    statute: Statute,
    *,
    sent: date | None,
    channel: Channel,
    received: date | None = None,
    settings: MunicipalitySettings | None = None,
) -> Finding[date]:
    """On which day a letter counted as received."""
    return delivery(channel, letter_days(statute, settings), sent=sent, received=received)


def letter_days(statute: Statute, settings: MunicipalitySettings | None) -> Fixed:
    """How long an ordinary letter is reckoned to be on its way: the municipality's number, else the national one."""
    if settings is None:
        return statute.letter_days
    own = settings.letter_days
    return Fixed(period=own.within, source=settings.as_source("brevdage", confirmed=own.confirmed))


def hearing_duty(standard: Standard, facts: Facts, *, exemption: Exemption | None = None) -> Finding[bool]:
    """Whether a party must be heard before the decision."""
    said = promised(standard, HearingPromise)
    always = said.value is not None and said.value.always
    return duty(facts, always_by=_source(standard, said) if always else None, exemption=exemption)


def hearing(
    standard: Standard,
    delivery_of_draft: Finding[date],
    *,
    sent: date | None,
    chosen: date | None = None,
    settings: MunicipalitySettings | None = None,
) -> Finding[date]:
    """Until which day a party can answer the draft; `chosen` is the day a caseworker set."""
    said = promised(standard, HearingPromise)
    source = _source(standard, said)
    if said.value is None:
        return hearing_deadline.chosen_hearing_deadline(source, sent=sent, chosen=chosen)
    return hearing_deadline.promised_hearing_deadline(
        said.value, source, delivery_of_draft, sent=sent, chosen=chosen, also_closed=_also_closed(settings)
    )


def complaint_deadline(
    statute: Statute,
    delivery_of_decision: Finding[date],
    *,
    guidance_correct: bool = True,
    settings: MunicipalitySettings | None = None,
) -> Finding[date]:
    """Until which day one recipient can complain; statute alone fixes it, no standard can."""
    return complaint_window(
        statute.complaint_window,
        delivery_of_decision,
        guidance_correct=guidance_correct,
        also_closed=_also_closed(settings),
    )


def reassessment_deadline(
    statute: Statute, *, received: date | None, standard: Standard | None = None
) -> Finding[date]:
    """By which day a complaint is reassessed or sent on."""
    own = None
    if standard is not None:
        said = promised(standard, ComplaintRoute)
        if said.value is not None and said.value.reassessed_within is not None:
            own = Fixed(period=said.value.reassessed_within, source=_source(standard, said))
    return reassessment(statute.reassessment, own, received=received)


def follow_up_plan(
    standard: Standard,
    *,
    began: date | None,
    until: date,
    held: Sequence[date] = (),
    own: OwnRhythm = NO_OWN,
    group: str = "",
) -> Finding[tuple[Planned, ...]]:
    """The follow-ups still to be held up to a day; a silent standard plans like a running one."""
    said = promised(standard, FollowUpPromise)
    promise = said.value or FollowUpPromise()
    return follow_ups.follow_ups(
        promise, _source(standard, said), began=began, until=until, held=tuple(held), own=own, group=group
    )


def review_day(standard: Standard, *, began: date | None) -> Finding[date]:
    """The day a grant is looked at again; never an end."""
    said = promised(standard, GrantLength)
    source = _source(standard, said)
    return review.no_review(source) if said.value is None else review.review(said.value, source, began=began)


def respite_guideline(standard: Standard, *, granted: int | None = None) -> Finding[Respite]:
    """What the standard says about respite beside what was granted."""
    said = promised(standard, RespitePromise)
    source = _source(standard, said)
    if said.state is State.SILENT:
        return respite.no_respite(source)
    return respite.respite(said.value, source, granted=granted)


def first_contact(standard: Standard, *, age: int | None) -> Finding[ContactPoint]:
    """Whom a citizen of this age turns to first."""
    said = promised(standard, Contact)
    source = _source(standard, said)
    return contact.no_contact(source) if said.value is None else contact.first_contact(said.value, source, age=age)


def contacts_in_band(standard: Standard, *, from_age: int, under_age: int | None) -> Finding[tuple[ContactPoint, ...]]:
    """Where somebody may turn first whose age is known as a band only."""
    said = promised(standard, Contact)
    source = _source(standard, said)
    if said.value is None:
        return Finding(status=Status.SILENT, because=contact.no_contact(source).because)
    return contact.contact_in_band(said.value, source, from_age=from_age, under_age=under_age)


def ending(standard: Standard) -> Finding[tuple[tuple[str, ...], ...]]:
    """On which grounds a stay ends, by the names of their facts."""
    said = promised(standard, EndingGrounds)
    source = _source(standard, said)
    if said.value is None:
        return ends.no_grounds(source)
    facts = {fact for ground in said.value.grounds for fact in ground}
    words = {fact: impersonal("EndingGrounds", "grounds", fact) for fact in facts}
    return ends.ending(said.value, source, words)


def place_choice(standard: Standard) -> Finding[bool]:
    """Whether there is free choice of the place."""
    said = promised(standard, ProviderChoice)
    return choice.place_choice(said.value, _source(standard, said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What a resident pays, question by question."""

    frame: Finding[bool]  # pays at all, and out of what
    housing: Finding[bool]  # housing is charged
    without_income: Finding[bool]  # charged while there is no income
    never: Finding[bool]  # what may not be charged


def own_payment_of(standard: Standard, *, keeps_home: bool | None, has_income: bool | None) -> Payment:
    """What a resident pays for; an unknown home or income is asked for."""
    said = promised(standard, OwnPayment)
    source = _source(standard, said)
    return Payment(
        frame=own_payment.payment_frame(said.value, source),
        housing=own_payment.housing(said.value, source, keeps_home=keeps_home),
        without_income=own_payment.without_income(said.value, source, has_income=has_income),
        never=own_payment.never_charged(),
    )


def _also_closed(settings: MunicipalitySettings | None) -> tuple[Skipped, ...]:
    """The days a municipality keeps closed besides the national ones."""
    own = settings.closing_days if settings else ()
    return tuple(Skipped(day=each.on, name=DayName(danish=each.why, english=each.why)) for each in own)


def _source(standard: Standard, said: Promise[P]) -> Source:
    return standard.sources(said)[0]
