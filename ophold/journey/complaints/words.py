"""What a complaint says, how it came, and from whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ophold.journey.complaints.choices import Complainant
from ophold.record.cases.choices import Channel, PartyRole
from ophold.record.cases.models import Party

MAY_COMPLAIN_FOR_THE_CITIZEN = (PartyRole.GUARDIAN, PartyRole.REPRESENTATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a complaint says and how it came. No text is demanded."""

    decision_id: int
    received_on: date
    channel: Channel
    text: str = ""
    excuse: str = ""  # why it comes late, in the complainant's own words
    suspension_asked: bool = False
    complainant: Complainant = Complainant.CITIZEN
    party_id: int | None = None
    name: str = ""


def authority_missing(complainant: Complainant, party: Party | None) -> bool:
    """Whether whoever complains has shown no right to do so; then it is asked for, and nothing else is held up."""
    if complainant == Complainant.CITIZEN:
        return False
    return party is None or party.role not in MAY_COMPLAIN_FOR_THE_CITIZEN or not party.basis
