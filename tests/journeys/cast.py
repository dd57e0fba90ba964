"""Who takes part in a journey, in whichever municipality it is walked: one name, one role each."""

from __future__ import annotations

import io
from dataclasses import dataclass

from django.core.management import call_command

from ophold.record.people import cpr
from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account, Municipality
from tests import people
from tests.journeys.person import Person

KARENS_CPR = "7009861234"  # the day plus 60: nobody has it; 39 years old in March 2026
LASSES_CPR = "6108993457"  # 26 years old in March 2026


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of one journey, each with a browser of their own, and those who have no business in it."""

    key: str
    citizen: Person
    caseworker: Person
    colleague: Person
    leader: Person
    appeals: Person
    strangers: tuple[Person, ...]


def cast_of(key: str, *, twice: bool = False, digits: str = KARENS_CPR, name: str = "Karen Kvist") -> Cast:
    """Everybody in a municipality that has its two files; its row is made as at set-up."""
    call_command("municipalities", stdout=io.StringIO())
    elsewhere = "lejre" if key != "lejre" else "hjoerring"
    who = citizen(name.split()[0].lower(), name, digits)
    return Cast(
        key=key,
        citizen=Person(who, twice=twice),
        caseworker=Person(staff(key, "sanne", "Sanne Sand"), twice=twice),
        colleague=Person(staff(key, "mads", "Mads Mark")),
        leader=Person(staff(key, "tove", "Tove Toft", Role.TEAM_LEADER)),
        appeals=Person(staff(key, "vita", "Vita Vang", Role.APPEALS_OFFICER), twice=twice),
        strangers=(
            Person(staff(elsewhere, "frede", "Frede Fremmed")),
            Person(staff(elsewhere, "fie", "Fie Fjern", Role.TEAM_LEADER)),
            Person(staff(key, "poul", "Poul Politik", Role.POLICY_OFFICER)),
            Person(staff(key, "aksel", "Aksel Admin", Role.ADMINISTRATOR)),
            Person(people.erik()),
            Person(people.gert()),
        ),
    )


def staff(key: str, username: str, name: str, role: Role = Role.CASEWORKER) -> Account:
    """A member of staff in a municipality known by its files."""
    with people.set_up():
        home = Municipality.objects.get(key=key)
        return people.account(f"{username}-{key}", name, kind=AccountKind.STAFF, municipality=home, role=role)


def citizen(username: str, name: str, digits: str) -> Account:
    """Somebody who signs in as themselves."""
    return people.citizen_account(
        username,
        name,
        born_on=cpr.born_on(digits),
        cpr_sealed=cpr.seal_cpr(digits),
        cpr_index=cpr.index(digits),
    )


def nobody_else(cast: Cast, reference: str) -> None:
    """Strangers, other roles and municipalities find no such case, staff no page of the citizen's, nor she theirs."""
    for stranger in cast.strangers:
        assert {stranger.status(name, reference) for name in ("case", "my-case", "receipt")} == {404}
    assert cast.caseworker.status("my-case", reference) == 404
    assert cast.citizen.status("case", reference) == 404
