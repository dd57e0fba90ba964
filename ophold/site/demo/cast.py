"""The people one can be: staff in every installed municipality, and a few citizens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from ophold.record.acting import acting
from ophold.record.people import cpr
from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account, Municipality

STAFF = {
    "hjoerring": (
        ("anna", "Anna Andersen", Role.CASEWORKER),
        ("bo", "Bo Bertelsen", Role.CASEWORKER),
        ("clara", "Clara Christensen", Role.TEAM_LEADER),
    ),
    "ballerup": (("dorte", "Dorte Dam", Role.CASEWORKER), ("hanne", "Hanne Holst", Role.TEAM_LEADER)),
    "lejre": (("ivar", "Ivar Iversen", Role.CASEWORKER), ("jytte", "Jytte Juhl", Role.APPEALS_OFFICER)),
    "frederikssund": (("karen", "Karen Krag", Role.CASEWORKER), ("leif", "Leif Lund", Role.TEAM_LEADER)),
    "ishoej": (
        ("mona", "Mona Munk", Role.CASEWORKER),
        ("niels", "Niels Nørby", Role.POLICY_OFFICER),
        ("otto", "Otto Ottesen", Role.ADMINISTRATOR),
    ),
}
CITIZENS = (
    ("erik", "Erik Eriksen", date(1988, 3, 2), "1234"),
    ("liv", "Liv Lange", date(2000, 5, 14), "4321"),  # under 30: Frederikssund has another door for her
    ("omar", "Omar Olesen", date(1986, 9, 30), "2345"),
    ("pia", "Pia Prip", date(1995, 12, 1), "3456"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The accounts, by municipality and by user name."""

    staff: dict[str, list[Account]]
    citizens: dict[str, Account]

    def workers(self, key: str) -> list[Account]:
        """Those in a municipality who decide cases."""
        return [one for one in self.staff[key] if one.role in (Role.CASEWORKER, Role.TEAM_LEADER)]


def make_cast(municipalities: list[Municipality]) -> Cast:
    """Write the accounts; a municipality nobody has invented staff for gets a caseworker of its own. Safe to repeat."""
    with acting("demo"):
        staff = {
            home.key: [
                _account(username, name, kind=AccountKind.STAFF, municipality=home, role=role)
                for username, name, role in STAFF.get(
                    home.key, ((home.key, f"Sagsbehandler i {home.name}", Role.CASEWORKER),)
                )
            ]
            for home in municipalities
        }
        citizens = {username: _citizen(username, name, born, last) for username, name, born, last in CITIZENS}
    return Cast(staff=staff, citizens=citizens)


def _citizen(username: str, name: str, born: date, last: str) -> Account:
    digits = f"{born.day + 60:02}{born.month:02}{born.year % 100:02}{last}"
    sealed = {"cpr_sealed": cpr.seal_cpr(digits), "cpr_index": cpr.index(digits), "born_on": born}
    return _account(username, name, kind=AccountKind.CITIZEN, **sealed)


def _account(username: str, name: str, **fields: object) -> Account:
    defaults = {"name": name, "is_demo": True, "password": make_password(None), **fields}
    return Account.objects.get_or_create(username=username, defaults=defaults)[0]
