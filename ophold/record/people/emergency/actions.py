"""Making, opening and closing an emergency account; each is an entry in the municipality's own chain."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.hashers import make_password

from ophold.record.acting import acting
from ophold.record.journal.actions import write_municipal
from ophold.record.people import actions
from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account, Municipality, Session


def create_account(municipality: Municipality, *, role: Role, name: str, ends_at: datetime, at: datetime) -> Account:
    """An account without a password; who holds the link chooses one. Its user name says nothing about the person."""
    with acting("create_account"):
        account = Account.objects.create(
            username=f"noed-{secrets.token_hex(4)}",
            kind=AccountKind.STAFF,
            name=name,
            municipality=municipality,
            role=role,
            ends_at=ends_at,
            password=make_password(None),
        )
        facts = {"account": account.pk, "role": str(role), "ends_at": ends_at.isoformat(timespec="minutes")}
        write_municipal(municipality, act="create_account", by=None, at=at, facts=facts, text=name)
    return account


def renew_link(account: Account, *, at: datetime) -> Account:
    """Make the old password and every old link worthless, so that a new link can be handed out."""
    with acting("renew_link"):
        account.password = make_password(None)
        account.save(update_fields=["password"])
        Session.objects.filter(account=account).delete()
        _tell("renew_link", account, at)
    return account


def choose_password(account: Account, password: str, *, at: datetime) -> bool:
    """The link is used; False when it was used before."""
    with acting("choose_password"):
        chosen = actions.set_password(account, password)
        if chosen:
            _tell("choose_password", account, at)
    return chosen


def close_account(account: Account, *, at: datetime) -> None:
    """Nobody gets in by it again, and who is in is out at once. The row stays: the journal points at it."""
    with acting("close_account"):
        Account.objects.filter(pk=account.pk).update(is_active=False, ends_at=at, password=make_password(None))
        Session.objects.filter(account=account).delete()
        _tell("close_account", account, at)


def _tell(act: str, account: Account, at: datetime) -> None:
    assert account.municipality is not None
    write_municipal(account.municipality, act=act, by=None, at=at, facts={"account": account.pk})
