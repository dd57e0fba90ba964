"""Changing a municipality's own settings and its staff; each stands in the municipality's own journal chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from ophold.record.acting import acting
from ophold.record.administration.choices import AT_ONCE, Setting
from ophold.record.administration.models import SettingChange
from ophold.record.cases.acts import Refused
from ophold.record.cases.standards import all_settings
from ophold.record.journal.actions import write_municipal
from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account, Municipality, Session
from ophold.standard.settings import Change, changed
from ophold.standard.shape import StandardRefused


class SettingRefused(Refused):
    """A setting was not changed."""


class StaffRefused(Refused):
    """An account was not made, changed or closed."""


def change_setting(
    municipality: Municipality,
    *,
    what: Setting,
    value: Mapping[str, object],
    valid_from: date,
    source: str,
    by: Account,
    at: datetime,
) -> SettingChange:
    """A setting's value from a day on, over the file's. Raises SettingRefused."""
    if what in AT_ONCE and valid_from > at.date():
        raise SettingRefused(
            _("Indstillingen blev ikke gemt, fordi en adresse gælder fra den dag, den skrives. Vælg i dag eller før.")
        )
    try:
        changed(
            all_settings()[municipality.key],
            [Change(what=what.value, value=value, valid_from=valid_from, source=source)],
        )
    except StandardRefused as refusal:
        raise SettingRefused(str(refusal)) from refusal
    with acting("change_setting"):
        row = SettingChange.objects.create(
            municipality=municipality,
            what=what,
            value=dict(value),
            valid_from=valid_from,
            source=source,
            entered_by=by,
            entered_at=at,
        )
        Municipality.objects.filter(pk=municipality.pk).update(settings_stamp=uuid4().hex)
        facts = {"change": row.pk, "what": what.value, "valid_from": valid_from.isoformat()}
        write_municipal(municipality, act="change_setting", by=by, at=at, facts=facts)
    return row


def make_account(
    municipality: Municipality, *, username: str, name: str, role: Role, is_demo: bool, by: Account, at: datetime
) -> Account:
    """A new member of staff. It has no password: the municipality's sign-in opens it. Raises StaffRefused."""
    with acting("make_account"):
        if Account.objects.filter(username=username).exists():
            raise StaffRefused(_("Kontoen blev ikke oprettet, fordi brugernavnet findes. Vælg et andet."))
        account = Account.objects.create(
            username=username,
            name=name,
            kind=AccountKind.STAFF,
            municipality=municipality,
            role=role,
            is_demo=is_demo,
            password=make_password(None),
        )
        facts = {"account": account.pk, "role": role.value}
        write_municipal(municipality, act="make_account", by=by, at=at, facts=facts)
    return account


def change_role(account: Account, *, role: Role, by: Account, at: datetime) -> None:
    """Another role from now on; the next page already follows it. Raises StaffRefused."""
    home = account.municipality
    assert home is not None
    with acting("change_role"):
        Municipality.objects.select_for_update().get(pk=home.pk)
        if account.role == Role.ADMINISTRATOR and role != Role.ADMINISTRATOR:
            _keep_one(home, account)
        facts = {"account": account.pk, "before": account.role, "role": role.value}
        account.role = role
        account.save(update_fields=["role"])
        write_municipal(home, act="change_role", by=by, at=at, facts=facts)


def close_account(account: Account, *, by: Account, at: datetime) -> None:
    """Nobody signs in with it again, and every open session ends at once. Raises StaffRefused."""
    home = account.municipality
    assert home is not None
    with acting("close_account"):
        Municipality.objects.select_for_update().get(pk=home.pk)
        if account.role == Role.ADMINISTRATOR:
            _keep_one(home, account)
        account.is_active = False
        account.save(update_fields=["is_active"])
        Session.objects.filter(account=account).delete()
        write_municipal(home, act="close_account", by=by, at=at, facts={"account": account.pk})


def _keep_one(home: Municipality, account: Account) -> None:
    others = Account.objects.filter(municipality=home, role=Role.ADMINISTRATOR, is_active=True).exclude(pk=account.pk)
    if not others.exists():
        raise StaffRefused(
            _("Kontoen blev ikke ændret, fordi kommunen så ingen administrator har. Giv først en kollega rollen.")
        )
