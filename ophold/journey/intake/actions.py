"""Receiving an application, and what is told about its answer: drafts, applications, delay, another version.

A draft leaves no journal entry: it is the citizen's own and no municipality has received it yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django_scopes import scope

from ophold.journey.intake import letters
from ophold.journey.intake.access import may_register, tray
from ophold.journey.intake.answers import Answers, unsealed
from ophold.journey.intake.choices import Applicant, Item, LivesHere
from ophold.journey.intake.models import (
    ANSWERS_CONTEXT,
    DRAFT_CONTEXT,
    Application,
    ApplicationItem,
    Draft,
)
from ophold.journey.intake.versions import replace_response, version_change
from ophold.law.as_json import plain
from ophold.law.finding import Finding
from ophold.record.attachments.actions import Origin, attach
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.tray import Tray, form_tray
from ophold.record.cases.actions import NEXT, open_case, store_clocks
from ophold.record.cases.acts import NotPossible, Refused, act, acting
from ophold.record.cases.choices import Channel, ClockKind, PartyRole
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Case, Party
from ophold.record.cases.queries import open_clocks
from ophold.record.cases.standards import settings_of, standard_in_force
from ophold.record.journal.actions import write
from ophold.record.letters.actions import issue
from ophold.record.letters.content import LetterRefused
from ophold.record.people import cpr
from ophold.record.people.actions import know_citizen
from ophold.record.people.models import Account, Municipality
from ophold.standard import answers as standard_answers
from ophold.standard.shape import Standard, StandardRefused

FIRST_DAY = date(2011, 1, 1)  # older than any text the product knows: a day before it is a slip of the hand
ADULT = 18


class ApplicationRefused(Refused):
    """An application was not received or not entered."""


class DelayRefused(Refused):
    """A notice of delay was not sent."""


class CorrectionRefused(Refused):
    """The day of receipt was not righted."""


class MoveRefused(Refused):
    """A case was not moved to another version of the standard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whom the application is about, as the municipality is to know them."""

    digits: str  # the CPR number
    name: str
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Received:
    """One application on its way in."""

    person: Person
    answers: Answers
    received_on: date
    channel: Channel
    account: Account | None = None
    entered_by: Account | None = None
    tray: Tray | None = None  # where its papers wait


def save_draft(
    *, municipality: Municipality, told: Mapping[str, Any], reached: int, by: Account, at: datetime
) -> Draft:
    """Put what a page was told into the account's one draft in the municipality; two pages at once lose nothing."""
    with acting("save_draft"):
        draft, _made = Draft.objects.select_for_update().get_or_create(
            account=by,
            municipality=municipality,
            defaults={"answers_sealed": Answers().sealed(DRAFT_CONTEXT), "updated_at": at},
        )
        answers = unsealed(bytes(draft.answers_sealed), DRAFT_CONTEXT).with_told(told)
        draft.answers_sealed = answers.sealed(DRAFT_CONTEXT)
        draft.reached, draft.updated_at = max(draft.reached, reached), at
        draft.save(update_fields=["answers_sealed", "reached", "updated_at"])
    return draft


def apply(*, municipality: Municipality, answers: Answers, by: Account, at: datetime, act_key: str) -> Case:
    """The citizen sends the application; a case opens, the answer's clock starts, a receipt goes out.

    The same `act_key` gives the same case. Raises ApplicationRefused.
    """
    if by.is_staff_member or not by.cpr_sealed:
        raise ApplicationRefused(
            _("Ansøgningen blev ikke sendt, fordi vi ikke kender dit CPR-nummer. Ring til kommunen, og søg mundtligt.")
        )
    draft = Draft.objects.filter(account=by, municipality=municipality).select_related("municipality").first()
    received = _Received(
        person=Person(
            digits=cpr.unseal_cpr(bytes(by.cpr_sealed)),
            name=by.name,
            address=answers.address,
            phone=answers.phone,
            email=answers.email,
        ),
        answers=answers,
        received_on=at.date(),
        channel=Channel.SELF_SERVICE,
        account=by,
        tray=tray(draft) if draft else None,
    )
    with acting("apply"), scope(municipality=[municipality.pk]):
        case = _receive(municipality, received, act="apply", by=by, at=at, act_key=act_key)
        Draft.objects.filter(account=by, municipality=municipality).delete()
    return case


def register_application(
    *,
    person: Person,
    answers: Answers,
    received_on: date,
    channel: Channel,
    by: Account,
    at: datetime,
    act_key: str,
) -> Case:
    """Staff enter an oral or paper application on the day it was received: same fields, same clock, same receipt.

    The same `act_key` gives the same case. Raises ApplicationRefused, NotPossible.
    """
    if by.municipality is None or not may_register(by):
        raise NotPossible(_("Ansøgningen blev ikke registreret, fordi din rolle ikke giver adgang til det."))
    _check_day(received_on, born_on=cpr.born_on(person.digits), today=at.date())
    if channel == Channel.SELF_SERVICE:
        raise ApplicationRefused(
            _("Ansøgningen blev ikke registreret, fordi den ikke kom med selvbetjening. Vælg, hvordan den kom ind.")
        )
    home = by.municipality
    received = _Received(
        person=person,
        answers=answers,
        received_on=received_on,
        channel=channel,
        entered_by=by,
        tray=form_tray(by, home, act_key),
    )
    with acting("register_application"), scope(municipality=[home.pk]):
        return _receive(home, received, act="register_application", by=by, at=at, act_key=act_key)


def _check_day(received_on: date, *, born_on: date, today: date) -> None:
    if received_on > today:
        raise ApplicationRefused(
            _("Ansøgningen blev ikke registreret, fordi den er modtaget i fremtiden. Ret den dag, den kom ind.")
        )
    if received_on < max(FIRST_DAY, born_on):
        raise ApplicationRefused(
            _("Ansøgningen blev ikke registreret, fordi dagen ligger for langt tilbage. Ret den dag, den kom ind.")
        )


def _receive(
    municipality: Municipality, received: _Received, *, act: str, by: Account, at: datetime, act_key: str
) -> Case:
    locked = Municipality.objects.select_for_update().get(pk=municipality.pk)
    known = Application.objects.filter(municipality=locked, act_key=act_key).select_related("case").first()
    if known is not None:
        return known.case
    standard = _standard(locked, received)
    case = _open(locked, received, standard, at)
    application = _store(case, received, act_key)
    finding = standard_answers.response_deadline(
        standard, received=received.received_on, settings=settings_of(locked, received.received_on)
    )
    clocks = OpenClocks(case, [])
    clocks.start(ClockKind.RESPONSE, finding, starts_on=received.received_on)
    store_clocks(clocks)
    facts = _facts(application, received, finding) | {
        "receipt": _send_receipt(case, received, finding, standard, by, at)
    }
    if received.tray is not None:
        origin = Origin(came_with=CameWith.APPLICATION, received_on=received.received_on)
        facts |= attach(case, received.tray, origin, by=by, at=at)
    write(case, act=act, by=by, at=at, act_key=act_key, facts=facts, save=NEXT)
    return case


def _standard(municipality: Municipality, received: _Received) -> Standard:
    if not received.answers.items or not received.answers.need.strip():
        raise ApplicationRefused(
            _(
                "Ansøgningen blev ikke sendt, fordi der mangler noget: hvad der søges om, eller hvad der er brug for "
                "hjælp til. Skriv det, og prøv igen."
            )
        )
    try:
        return standard_in_force(municipality, received.received_on)
    except StandardRefused as unknown:
        raise ApplicationRefused(str(unknown)) from unknown


def _open(municipality: Municipality, received: _Received, standard: Standard, at: datetime) -> Case:
    person = received.person
    citizen = know_citizen(
        municipality,
        digits=person.digits,
        name=person.name,
        account=received.account,
        address=person.address,
        phone=person.phone,
        email=person.email,
    )
    return open_case(
        citizen,
        municipality,
        reference_letters=settings_of(municipality).reference_letters,
        received_on=received.received_on,
        channel=received.channel,
        standard_version=standard.version,
        acting_confirmed=received.answers.lives_here == LivesHere.YES,
        at=at,
    )


def _store(case: Case, received: _Received, act_key: str) -> Application:
    answers = received.answers
    application = Application.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        answers_sealed=answers.sealed(ANSWERS_CONTEXT),
        received_on=received.received_on,
        channel=received.channel,
        entered_by=received.entered_by,
        under_age=cpr.age_on(case.citizen.born_on, received.received_on) < ADULT,
        act_key=act_key,
    )
    ApplicationItem.objects.bulk_create(
        ApplicationItem(municipality_id=case.municipality_id, application=application, item=Item(item))
        for item in dict.fromkeys(answers.items)
    )
    if answers.applicant != Applicant.SELF and answers.helper_name:
        Party.objects.create(  # gets no letters until a caseworker has seen the authority
            municipality_id=case.municipality_id,
            case=case,
            role=PartyRole(answers.applicant),
            name=answers.helper_name,
            phone=answers.helper_phone,
            basis=answers.helper_basis,
            valid_from=received.received_on,
        )
    return application


def _send_receipt(
    case: Case, received: _Received, finding: Finding[date], standard: Standard, by: Account, at: datetime
) -> bool:
    """Whether a receipt went out. One that cannot be sent (no address) never stops an application."""
    items = tuple(Item(item) for item in dict.fromkeys(received.answers.items))
    try:
        issue(case, letters.receipt(case, items, finding, standard, at=at), by=by, at=at)
    except LetterRefused:
        return False
    return True


def _facts(application: Application, received: _Received, finding: Finding[date]) -> dict[str, object]:
    return {
        "received_on": received.received_on.isoformat(),
        "channel": received.channel.value,
        "items": list(received.answers.items),
        "applicant": received.answers.applicant,
        "under_age": application.under_age,
        "deadline": finding.status.value,
        "promised_on": plain(finding.value),
    }


@act("notify_delay")
def notify_delay(case: Case, *, until: date, why: str, by: Account, at: datetime, act_key: str) -> None:
    """Tell the citizen that the answer comes later, by when and why. The promised day stays. Raises DelayRefused."""
    clocks = open_clocks(case)
    running = clocks.running(ClockKind.RESPONSE)
    today = at.date()
    if not running:
        raise DelayRefused(_("Beskeden blev ikke sendt, fordi ansøgningen allerede er besvaret."))
    clock = running[0]
    if until <= max(today, clock.due_on or today):
        raise DelayRefused(
            _(
                "Beskeden blev ikke sendt, fordi den nye dato ikke er senere end i dag og den nuværende frist. "
                "Vælg en senere dag."
            )
        )
    if not why.strip():
        raise DelayRefused(
            _("Beskeden blev ikke sendt, fordi den mangler en grund. Skriv, hvorfor svaret kommer senere.")
        )
    before, late = clock.due_on, clock.promised_on is not None and today > clock.promised_on
    clocks.delay(clock, until)
    save = store_clocks(clocks)
    issue(case, letters.delay_notice(case, clock, why=why, late=late, by=by, at=at), by=by, at=at)
    facts = {"until": until.isoformat(), "before": plain(before), "promised_on": plain(clock.promised_on), "late": late}
    write(case, act="notify_delay", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)


@act("correct_received")
def correct_received(case: Case, *, received_on: date, why: str, by: Account, at: datetime, act_key: str) -> None:
    """Right the day the application came in. What stood before stays in the journal. Raises CorrectionRefused.

    The response clock starts anew from the right day. A day the citizen was promised is never made later by it.
    """
    if received_on == case.received_on:
        raise CorrectionRefused(_("Dagen blev ikke rettet, fordi det er den dag, der står. Skriv den rigtige dag."))
    try:
        _check_day(received_on, born_on=case.citizen.born_on, today=at.date())
    except ApplicationRefused as refusal:
        raise CorrectionRefused(str(refusal)) from refusal
    application = Application.objects.filter(case=case).first()
    if application is not None:
        application.received_on = received_on
        application.under_age = cpr.age_on(case.citizen.born_on, received_on) < ADULT
        application.save(update_fields=["received_on", "under_age"])
    facts: dict[str, object] = {"received_before": case.received_on.isoformat(), "received_on": received_on.isoformat()}
    case.received_on = received_on
    clocks = open_clocks(case)
    if running := clocks.running(ClockKind.RESPONSE):
        change = version_change(case, running[0], case.standard_version).response
        assert change is not None
        facts |= replace_response(clocks, change, starts_on=received_on, on=at.date())
        facts["promise_stays"] = change.promise_stays
    save = (*store_clocks(clocks), "received_on")
    write(case, act="correct_received", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)


@act("move_version")
def move_version(case: Case, *, version: str, why: str, by: Account, at: datetime, act_key: str) -> None:
    """Move the case to another version of its standard, as `versions.version_change` shows. Raises MoveRefused."""
    if version == case.standard_version:
        raise MoveRefused(_("Sagen blev ikke flyttet, fordi den allerede følger den udgave. Vælg en anden."))
    if not why.strip():
        raise MoveRefused(_("Sagen blev ikke flyttet, fordi der mangler en grund. Skriv, hvorfor sagen flyttes."))
    clocks = open_clocks(case)
    running = clocks.running(ClockKind.RESPONSE)
    try:
        change = version_change(case, running[0] if running else None, version)
    except StandardRefused as unknown:
        raise MoveRefused(str(unknown)) from unknown
    case.standard_version = version
    facts: dict[str, object] = {"from": change.old.version, "to": version}
    if change.response is not None:
        facts |= replace_response(clocks, change.response, starts_on=change.response.clock.starts_on, on=at.date())
    save = (*store_clocks(clocks), "standard_version")
    write(case, act="move_version", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)
