"""Recording consent, asking others for information, chasing it, and writing down what came.

The response deadline keeps running meanwhile (RSL § 3(2)): nothing here touches it. Missing consent or a missing
answer never decides anything (docs/decisions/0110-information-from-others.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.information import letters
from ophold.journey.assessment.information.choices import Came, Ground, Informant
from ophold.journey.assessment.information.models import Chaser, Consent, Information, InformationRequest
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import Channel, ClockEnd, ClockKind
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.journal.actions import write
from ophold.record.letters.actions import issue
from ophold.record.letters.models import Letter
from ophold.record.letters.recipients import informant
from ophold.record.people.models import Account


class InformationRefused(Refused):
    """A consent, a request or an answer was not recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFacts:
    """What was agreed to."""

    scope: str
    given_by: str
    channel: Channel
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of whom, and by what leave."""

    informant: Informant
    name: str
    address: str
    about: str
    serves: Limb | None
    ground: Ground
    consent_id: int | None
    provision: str
    wanted_by: date


@act("record_consent")
def record_consent(case: Case, *, consent: ConsentFacts, by: Account, at: datetime, act_key: str) -> Consent:
    """Write down a consent with its scope, day and source. Raises InformationRefused."""
    if consent.given_on > at.date():
        raise InformationRefused(_("Samtykket blev ikke noteret, fordi dagen ligger i fremtiden. Ret datoen."))
    row = Consent.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        scope=consent.scope,
        given_by=consent.given_by,
        channel=consent.channel,
        given_on=consent.given_on,
        recorded_by=by,
        at=at,
    )
    facts = {"consent": row.pk, "given_on": consent.given_on.isoformat(), "channel": consent.channel.value}
    write(case, act="record_consent", by=by, at=at, act_key=act_key, facts=facts, text=consent.scope)
    return row


@act("withdraw_consent")
def withdraw_consent(case: Case, *, consent_id: int, by: Account, at: datetime, act_key: str) -> None:
    """The citizen takes a consent back; what came before is kept, nothing more is asked on it."""
    row = Consent.objects.filter(case=case, pk=consent_id, withdrawn_on=None).first()
    if row is None:
        raise InformationRefused(
            _("Samtykket blev ikke trukket tilbage, fordi det allerede er det. Åbn siden igen, og se.")
        )
    row.withdrawn_on = at.date()
    row.save(update_fields=["withdrawn_on"])
    write(case, act="withdraw_consent", by=by, at=at, act_key=act_key, facts={"consent": row.pk})


@act("request_information")
def request_information(case: Case, *, asked: Asked, by: Account, at: datetime, act_key: str) -> InformationRequest:
    """Ask somebody by letter, and put the day it is wanted on the list. Raises InformationRefused, LetterRefused."""
    today = at.date()
    if asked.wanted_by <= today:
        raise InformationRefused(
            _("Der blev ikke spurgt, fordi svardagen ikke ligger efter i dag. Vælg en senere dag.")
        )
    _refuse_without_leave(case, asked)
    letter = issue(
        case, letters.request(case, asked, by=by, at=at), by=by, at=at, to=informant(case, asked.name, asked.address)
    )
    row = InformationRequest.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        informant=asked.informant,
        name=asked.name,
        about=asked.about,
        serves=asked.serves or "",
        ground=asked.ground,
        consent_id=asked.consent_id if asked.ground == Ground.CONSENT else None,
        provision=asked.provision if asked.ground == Ground.LEGAL else "",
        wanted_by=asked.wanted_by,
        letter=letter,
        asked_by=by,
        at=at,
    )
    facts = {"request": row.pk, "informant": asked.informant.value, "ground": asked.ground.value}
    save = _look_again(case, on=asked.wanted_by, today=today)
    write(case, act="request_information", by=by, at=at, act_key=act_key, facts=facts, text=asked.about, save=save)
    return row


@act("chase_information")
def chase_information(
    case: Case, *, request_id: int, address: str, wanted_by: date, by: Account, at: datetime, act_key: str
) -> Chaser:
    """Remind whoever was asked. Raises InformationRefused, LetterRefused."""
    request = _unanswered(case, request_id)
    if wanted_by <= at.date():
        raise InformationRefused(
            _("Der blev ikke rykket, fordi svardagen ikke ligger efter i dag. Vælg en senere dag.")
        )
    content = letters.chaser(case, request, wanted_by=wanted_by, by=by, at=at)
    letter: Letter = issue(case, content, by=by, at=at, to=informant(case, request.name, address))
    row = Chaser.objects.create(
        municipality_id=case.municipality_id, request=request, letter=letter, wanted_by=wanted_by, at=at
    )
    save = _look_again(case, on=wanted_by, today=at.date())
    write(case, act="chase_information", by=by, at=at, act_key=act_key, facts={"request": request.pk}, save=save)
    return row


@act("register_information")
def register_information(
    case: Case, *, request_id: int, came: Came, text: str, received_on: date, by: Account, at: datetime, act_key: str
) -> Information:
    """Write down what came, or that nothing will. Raises InformationRefused."""
    request = _unanswered(case, request_id)
    if received_on > at.date() or received_on < request.at.date():
        raise InformationRefused(
            _("Svaret blev ikke gemt, fordi dagen ligger før spørgsmålet eller i fremtiden. Ret datoen.")
        )
    row = Information.objects.create(
        municipality_id=case.municipality_id,
        request=request,
        came=came,
        text=text,
        received_on=received_on,
        recorded_by=by,
        at=at,
    )
    facts = {"request": request.pk, "came": came.value}
    write(case, act="register_information", by=by, at=at, act_key=act_key, facts=facts, text=text)
    return row


def _refuse_without_leave(case: Case, asked: Asked) -> None:
    if asked.ground == Ground.CONSENT:
        held = Consent.objects.filter(case=case, withdrawn_on=None).values_list("pk", flat=True)
        if asked.consent_id not in held:
            raise InformationRefused(
                _("Der blev ikke spurgt, fordi der mangler et samtykke, der gælder. Notér det først, eller vælg et.")
            )
    if asked.ground == Ground.LEGAL and not asked.provision.strip():
        raise InformationRefused(
            _("Der blev ikke spurgt, fordi bestemmelsen ikke er nævnt. Skriv, hvad der giver lov uden samtykke.")
        )
    if asked.ground == Ground.OWN_ADVISER and asked.informant != Informant.MEDICAL_CONSULTANT:
        raise InformationRefused(
            _("Der blev ikke spurgt, fordi kun kommunens egen konsulent kan spørges uden samtykke eller bestemmelse.")
        )


def _unanswered(case: Case, request_id: int) -> InformationRequest:
    row = InformationRequest.objects.filter(case=case, pk=request_id, answer=None).first()
    if row is None:
        raise InformationRefused(_("Der skete ikke noget, fordi svaret allerede er noteret. Åbn siden igen, og se."))
    return row


def _look_again(case: Case, *, on: date, today: date) -> tuple[str, ...]:
    """The day the answer is wanted becomes the case's next date, unless somebody is to look at it sooner."""
    clocks = open_clocks(case)
    if case.next_on is not None and today <= case.next_on <= on:
        return ()
    clocks.stop(ClockKind.NEXT_STEP, on=today, ended=ClockEnd.REPLACED)
    clocks.start(ClockKind.NEXT_STEP, starts_on=today, due_on=on, label=_("Er oplysningerne kommet? Ellers ryk"))
    return store_clocks(clocks)
