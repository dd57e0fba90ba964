"""The cast. Each is a plain function that gives the same account every time it is called in one test.

Anna, caseworker in Hjørring; Bo, her colleague; Clara, their team leader; Dorte, caseworker in Ballerup; Erik, the
citizen; Fatma, his guardian; Gert at the facility (signed in, but a stranger to every case). All are fixtures too
(`anna`, `bo`, `clara`, `dorte`, `erik`, `fatma`, `gert`).

`a_case()` gives a case about Erik in Hjørring, just received. `signed_in(anna())` gives a browser. What a test itself
puts in the database it puts there inside `set_up()`; anything written outside an act is refused by the write guard.

The tests' day is Monday 2 March 2026 (`TODAY`, `NOON`); a test that needs another sets `settings.OPHOLD_TODAY`.
Statements are counted by `tests.statements.assert_statements(n)`: without transaction control, the same on both
databases. Scopes are off in the test itself and on, as in production, inside every request of `client`, `Browser` and
`signed_in`.
"""

from __future__ import annotations

import itertools
from contextlib import AbstractContextManager
from datetime import date, datetime, time
from typing import Any

from django.contrib.auth.hashers import make_password
from django.test import Client
from django_scopes import scope, scopes_disabled

from ophold.record.cases.acts import acting
from ophold.record.cases.choices import CaseState, Channel
from ophold.record.cases.models import Case
from ophold.record.cases.standards import standard_in_force
from ophold.record.clock import COPENHAGEN
from ophold.record.journal import actions as journal
from ophold.record.people import cpr
from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account, Citizen, Municipality

TODAY = date(2026, 3, 2)
NOON = datetime.combine(TODAY, time(12), COPENHAGEN)
MUNICIPALITIES = {
    "ballerup": "Ballerup",
    "frederikssund": "Frederikssund",
    "hjoerring": "Hjørring",
    "ishoej": "Ishøj",
    "lejre": "Lejre",
}
ERIKS_CPR = "6203881234"  # the day plus 60: nobody has it
_numbers = itertools.count(50_001)  # beside the numbers that intake itself gives


def set_up() -> AbstractContextManager[None]:
    """The act a test's own preparations are done in."""
    return acting("test set-up")


class Browser(Client):
    """A test client whose requests meet the tenant scopes as in production."""

    def request(self, **request: Any) -> Any:
        with scope():
            return super().request(**request)


def signed_in(account: Account) -> Browser:
    """A browser in which the account has signed in."""
    browser = Browser()
    browser.force_login(account)
    return browser


def municipality(key: str) -> Municipality:
    """One of the five."""
    with set_up():
        return Municipality.objects.get_or_create(key=key, defaults={"name": MUNICIPALITIES[key]})[0]


def staff(username: str, name: str, *, key: str, role: Role = Role.CASEWORKER) -> Account:
    """A member of staff."""
    home = municipality(key)
    with set_up():
        return account(username, name, kind=AccountKind.STAFF, municipality=home, role=role)


def citizen_account(username: str, name: str, **fields: Any) -> Account:
    """Somebody who signs in as themselves."""
    with set_up():
        return account(username, name, kind=AccountKind.CITIZEN, **fields)


def account(username: str, name: str, **fields: Any) -> Account:
    fields |= {"name": name, "is_demo": True, "password": make_password(None)}
    return Account.objects.select_related("municipality").get_or_create(username=username, defaults=fields)[0]


def anna() -> Account:
    """Caseworker in Hjørring."""
    return staff("anna", "Anna Andersen", key="hjoerring")


def bo() -> Account:
    """Anna's colleague."""
    return staff("bo", "Bo Bertelsen", key="hjoerring")


def clara() -> Account:
    """Their team leader."""
    return staff("clara", "Clara Christensen", key="hjoerring", role=Role.TEAM_LEADER)


def dorte() -> Account:
    """Caseworker in Ballerup."""
    return staff("dorte", "Dorte Dam", key="ballerup")


def erik() -> Account:
    """The citizen."""
    return citizen_account(
        "erik",
        "Erik Eriksen",
        born_on=cpr.born_on(ERIKS_CPR),
        cpr_sealed=cpr.seal_cpr(ERIKS_CPR),
        cpr_index=cpr.index(ERIKS_CPR),
    )


def fatma() -> Account:
    """Erik's guardian; her own sign-in comes later, so she sees no case."""
    return citizen_account("fatma", "Fatma Farah")


def gert() -> Account:
    """At the facility: signed in, and a stranger to every case."""
    return citizen_account("gert", "Gert Gade")


def a_citizen(
    key: str = "hjoerring", *, account: Account | None = None, digits: str = ERIKS_CPR, **fields: Any
) -> Citizen:
    """A person as one municipality knows them; Erik, unless told otherwise."""
    who = account or (erik() if digits == ERIKS_CPR else None)
    home = municipality(key)
    fields = {"name": who.name if who else "Person Prøve", "address": "Prøvevej 1\n9800 Prøveby"} | fields
    with set_up(), scopes_disabled():
        return Citizen.objects.get_or_create(
            municipality=home,
            cpr_index=cpr.index(digits),
            defaults={
                "account": who,
                "born_on": cpr.born_on(digits),
                "cpr_sealed": cpr.seal_cpr(digits),
                **fields,
            },
        )[0]


def a_case(
    key: str = "hjoerring",
    *,
    citizen: Citizen | None = None,
    caseworker: Account | None = None,
    state: CaseState = CaseState.RECEIVED,
    received_on: date = TODAY,
    **fields: Any,
) -> Case:
    """A case about Erik, with its first journal entry; `fields` are the case's own."""
    about = citizen or a_citizen(key)
    number = next(_numbers)
    fields = {
        "channel": Channel.SELF_SERVICE,
        "standard_version": standard_in_force(about.municipality, received_on).version,
        "opened_at": datetime.combine(received_on, time(9), COPENHAGEN),
        "closed_on": TODAY if state == CaseState.CLOSED else None,
        "reference": f"{key[:3].upper()}-{received_on.year}-{number:05}",
    } | fields
    with set_up(), scopes_disabled():
        case = Case.objects.create(
            municipality=about.municipality,
            citizen=about,
            caseworker=caseworker,
            state=state,
            received_on=received_on,
            **fields,
        )
        journal.write(case, act="receive_application", by=about.account, at=case.opened_at)
    return case
