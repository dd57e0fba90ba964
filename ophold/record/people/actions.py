"""Writes about people."""

from __future__ import annotations

from collections.abc import Mapping

from ophold.record.acting import acting
from ophold.record.people import cpr
from ophold.record.people.models import Account, Citizen, Municipality


def know_citizen(
    municipality: Municipality,
    *,
    digits: str,
    name: str,
    account: Account | None = None,
    address: str = "",
    phone: str = "",
    email: str = "",
) -> Citizen:
    """The municipality's row for a person, found by the keyed hash of `digits` or made; inside an act.

    An account is tied to a known citizen the first time that person signs in; nothing else already known is changed.
    """
    citizen, _made = Citizen.objects.get_or_create(
        municipality=municipality,
        cpr_index=cpr.index(digits),
        defaults={
            "cpr_sealed": cpr.seal_cpr(digits),
            "born_on": cpr.born_on(digits),
            "name": name,
            "account": account,
            "address": address,
            "phone": phone,
            "email": email,
        },
    )
    if account is not None and citizen.account_id is None:
        citizen.account = account
        citizen.save(update_fields=["account"])
    return citizen


def know_municipalities(names: Mapping[str, str]) -> list[Municipality]:
    """A row for every municipality that has settings (key → name); a changed name follows."""
    with acting("know_municipalities"):
        return [
            Municipality.objects.update_or_create(key=key, defaults={"name": name})[0] for key, name in names.items()
        ]
