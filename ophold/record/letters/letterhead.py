"""What every letter of a municipality has in common: who sends it, where one complains, and which standard it rests on.

Not here: what a letter says. Reading: a complaint goes to the standard's address, else to the municipality's own
setting, else nowhere, and then the letter is not made (docs/decisions). Letters are Danish only.
"""

from __future__ import annotations

from ophold.law.promises import ComplaintRoute
from ophold.record.cases.models import Case
from ophold.record.cases.standards import complaint_address_of, settings_of, standard_of
from ophold.record.letters.content import Guidance, Sender, StandardNote
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from ophold.standard.matters import promised
from ophold.standard.shape import Standard

PLACEHOLDER = "Adressen er et eksempel i demonstrationen."
TITLES = {
    Role.CASEWORKER: "Sagsbehandler",
    Role.TEAM_LEADER: "Teamleder",
    Role.APPEALS_OFFICER: "Klagekonsulent",
}


def sender(case: Case, *, signed_by: Account | None = None) -> Sender:
    """The municipality's unit and, in letters about a right, the person behind it."""
    own = settings_of(case.municipality).sender
    return Sender(
        municipality=own.name,
        unit=own.department,
        address=own.address,
        phone=own.phone or "",
        email=own.email or "",
        signed_by=signed_by.name if signed_by else "",
        signed_title=TITLES.get(Role(signed_by.role), "") if signed_by else "",
    )


def guidance(case: Case, *, may_suspend: bool = False) -> Guidance | None:
    """Where one complains over a decision in the case; None where nobody has fixed an address."""
    standard = standard_of(case)
    found = complaint_address_of(case)
    if found is None:
        return None
    route = promised(standard, ComplaintRoute).value
    return Guidance(
        to=found.to,
        address=found.address,
        email=found.email,
        phone=found.phone,
        adviser=route.adviser if route else (),
        note=PLACEHOLDER if found.placeholder else "",
        may_suspend=may_suspend,
    )


def standard_note(standard: Standard) -> StandardNote:
    """The standard as a letter names it; a missing date is said there."""
    return StandardNote(name=f"{standard.header.name}, {standard.header.title}", adopted_on=standard.header.adopted_on)
