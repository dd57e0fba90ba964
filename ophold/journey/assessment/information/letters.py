"""What a request for information says. Danish only. No more about the citizen than whoever answers must know."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.translation import override

from ophold.journey.assessment.information.choices import Ground
from ophold.law.wording import day, weekday
from ophold.record.cases.models import Case
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import LetterContent, Section
from ophold.record.letters.letterhead import sender
from ophold.record.people.models import Account

if TYPE_CHECKING:
    from ophold.journey.assessment.information.actions import Asked
    from ophold.journey.assessment.information.models import InformationRequest

LEAVE = {
    Ground.CONSENT: "Borgeren har givet samtykke til, at vi henter oplysningerne hos dig.",
    Ground.OWN_ADVISER: "Du spørges som kommunens konsulent.",
}


def request(case: Case, asked: Asked, *, by: Account, at: datetime) -> LetterContent:
    """What we ask for, about whom, by what leave, and by when."""
    leave = LEAVE.get(asked.ground) or f"Vi spørger efter {asked.provision}."
    return _letter(
        case,
        title="Vi beder om oplysninger",
        lead=f"Vi har brug for dit svar senest {weekday(asked.wanted_by)}.",
        sections=(
            Section(heading="Det vil vi gerne vide", paragraphs=tuple(asked.about.strip().splitlines())),
            Section(heading="Derfor må vi spørge", paragraphs=(leave,)),
        ),
        rules=() if asked.ground != Ground.LEGAL else (asked.provision,),
        by=by,
        at=at,
    )


def chaser(case: Case, request: InformationRequest, *, wanted_by: date, by: Account, at: datetime) -> LetterContent:
    """That we asked, when, and by when we now need the answer."""
    return _letter(
        case,
        title="Vi mangler dit svar",
        lead=f"Vi spurgte dig {day(request.at.date())} og har brug for dit svar senest {weekday(wanted_by)}.",
        sections=(Section(heading="Det spurgte vi om", paragraphs=tuple(request.about.strip().splitlines())),),
        rules=(),
        by=by,
        at=at,
    )


def _letter(
    case: Case,
    *,
    title: str,
    lead: str,
    sections: tuple[Section, ...],
    rules: tuple[str, ...],
    by: Account,
    at: datetime,
) -> LetterContent:
    citizen = case.citizen
    about = Section(heading="Det handler om", paragraphs=(f"{citizen.name}, født {day(citizen.born_on)}.",))
    last = Section(
        heading="Kan du ikke svare?",
        paragraphs=("Så skriv eller ring til os med det samme, så vi kan finde en anden vej.",),
    )
    with override("da"):
        return LetterContent(
            kind=Kind.INFORMATION_REQUEST,
            sender=sender(case, signed_by=by),
            dated=at.date(),
            reference=case.reference,
            title=title,
            lead=lead,
            sections=(about, *sections, last),
            rules=rules,
        )
