"""Writes about people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.hashers import make_password

from ophold.record.acting import acting
from ophold.record.people import cpr
from ophold.record.people.models import Account, Citizen, Municipality, Session, SignInAttempt
from ophold.record.people.sign_in_limit import WINDOW, TooManyAttempts


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
        cpr_index__in=cpr.indexes(digits),
        defaults={
            "cpr_index": cpr.index(digits),
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


def count_sign_in(limits: Mapping[str, int], *, at: datetime) -> None:
    """Count one try to sign in under each hash in `limits` (hash → how many it may have). Raises TooManyAttempts.

    Counted first and asked afterwards, so that tries that come at once do not slip past each other.
    """
    with acting("count_sign_in"):
        SignInAttempt.objects.filter(at__lt=at - WINDOW).delete()
        SignInAttempt.objects.bulk_create([SignInAttempt(whose=whose, at=at) for whose in limits])
    for whose, most in limits.items():
        if SignInAttempt.objects.filter(whose=whose).count() > most:
            raise TooManyAttempts


def forget_sign_in(whose: str) -> None:
    """Somebody got in: the tries under this hash are no longer counted."""
    with acting("forget_sign_in"):
        SignInAttempt.objects.filter(whose=whose).delete()


def set_password(account: Account, password: str) -> bool:
    """Give the account a password and end its sessions; False when it got another meanwhile (a link is used once)."""
    with acting("set_password"):
        changed = Account.objects.filter(pk=account.pk, password=account.password, is_active=True).update(
            password=make_password(password)
        )
        Session.objects.filter(account=account).delete()
    return bool(changed)
