"""Who gets a case's letters? The one place that decides it.

The citizen as recorded; a guardian or representative with a recorded authority instead of or beside the citizen;
companions and relatives nothing. A copy shows its own recipient's address and nobody else's.
Sources: FVL § 8 (representation); the recorded authority or guardianship.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ophold.record.cases.choices import Channel, LettersTo, PartyRole
from ophold.record.cases.models import Case, Party
from ophold.record.cases.queries import parties_on
from ophold.record.letters.content import LetterRefused, Recipient

CAPACITY = {PartyRole.GUARDIAN.value: "værge", PartyRole.REPRESENTATIVE.value: "partsrepræsentant"}
ANKESTYRELSEN = "ankestyrelsen"
INFORMANT = "informant"  # a doctor, a school, another authority: whoever is asked about the citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One recipient: exactly one of citizen, party and authority, how the copy goes, and what stands on it."""

    recipient: Recipient
    channel: Channel
    citizen_id: int | None = None
    party_id: int | None = None
    authority: str = ""


def addressees(case: Case, *, on: date, parties: Sequence[Party] | None = None) -> tuple[Addressee, ...]:
    """Everybody who gets the case's letters on a day. Raises LetterRefused where a copy would have nowhere to go.

    `parties` are those whose place in the case holds on the day, where the caller has read them already.
    """
    present = parties_on(case, on) if parties is None else parties
    parties = [party for party in present if party.letters != LettersTo.NONE]
    found = [_party(case, party) for party in parties]
    if not any(party.letters == LettersTo.INSTEAD for party in parties):
        found.insert(0, _citizen(case))
    _refuse_nowhere(found)
    return tuple(found)


def ankestyrelsen() -> tuple[Addressee, ...]:
    """The board of appeal, for a complaint that is forwarded; it has Digital Post."""
    recipient = Recipient(name="Ankestyrelsen")
    return (Addressee(recipient=recipient, channel=Channel.DIGITAL_POST, authority=ANKESTYRELSEN),)


def informant(case: Case, name: str, address: str) -> tuple[Addressee, ...]:
    """Whoever is asked about the citizen, on paper. Raises LetterRefused where there is no address."""
    found = (
        Addressee(
            recipient=Recipient(name=name, address=_lines(address), concerning=case.citizen.name),
            channel=Channel.LETTER,
            authority=INFORMANT,
        ),
    )
    _refuse_nowhere(found)
    return found


def _citizen(case: Case) -> Addressee:
    citizen = case.citizen
    return Addressee(
        recipient=Recipient(name=citizen.name, address=_lines(citizen.address)),
        channel=Channel.DIGITAL_POST if citizen.digital_post else Channel.LETTER,
        citizen_id=citizen.pk,
    )


def _party(case: Case, party: Party) -> Addressee:
    return Addressee(
        recipient=Recipient(
            name=party.name,
            address=_lines(party.address),
            capacity=CAPACITY[party.role],
            concerning=case.citizen.name,
        ),
        channel=Channel.LETTER,
        party_id=party.pk,
    )


def _lines(address: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in address.splitlines() if line.strip())


def _refuse_nowhere(found: Sequence[Addressee]) -> None:
    for addressee in found:
        if addressee.channel == Channel.LETTER and not addressee.recipient.address:
            raise LetterRefused(
                _(
                    "Brevet blev ikke lavet: %(who)s skal have det på papir, men har ingen adresse i sagen. "
                    "Indsæt adressen, og prøv igen."
                )
                % {"who": addressee.recipient.capacity or _("borgeren")}
            )
