"""Reads about people that several pages share."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account, Municipality


def demo_cast() -> list[tuple[str, list[tuple[Account, str]]]]:
    """The people one can be in a demonstration, under a heading each: (heading, [(account, what to try)])."""
    groups: dict[str, list[tuple[Account, str]]] = {}
    people = Account.objects.filter(is_demo=True, is_active=True).select_related("municipality")
    for account in sorted(people, key=lambda one: (one.municipality.name if one.municipality else "", one.pk)):
        heading = account.municipality.name if account.municipality else _("Borgere")
        groups.setdefault(heading, []).append((account, _to_try(account)))
    return list(groups.items())


def ending_accounts(municipality: Municipality | None) -> QuerySet[Account]:
    """Emergency accounts, open and closed, oldest first: staff accounts that end by themselves."""
    found = Account.objects.filter(kind=AccountKind.STAFF, ends_at__isnull=False).select_related("municipality")
    return (found.filter(municipality=municipality) if municipality else found).order_by("pk")


def _to_try(account: Account) -> str:
    if account.kind == AccountKind.CITIZEN:
        return _("Søg om et ophold, eller se, hvornår du får svar.")
    tries = {
        Role.CASEWORKER: _("Åbn arbejdslisten, og se, hvad der haster mest."),
        Role.TEAM_LEADER: _("Se hele teamets sager, også dem, ingen har taget."),
        Role.POLICY_OFFICER: _("Skriv videre på kladden til kommunens standard, og se, hvad der ændres."),
        Role.APPEALS_OFFICER: _("Åbn en sag med en klage, og genvurder den."),
        Role.ADMINISTRATOR: _("Se kommunens egne oplysninger."),
    }
    return tries[Role(account.role)]
