"""`ophold account`: emergency accounts, when the normal door is closed. Each act is in the municipality's journal."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from ophold.cli.django import database_answers, start
from ophold.cli.options import OneOf

if TYPE_CHECKING:
    from ophold.record.people.models import Account, Municipality

ROLES = OneOf(["caseworker", "team-leader", "policy-officer", "appeals-officer", "administrator"])
MOST_DAYS = 90


@click.group()
def account() -> None:
    """Nødkonti: de lukker af sig selv, og hver handling står i kommunens journal."""


@account.command()
@click.option("--municipality", required=True, metavar="KOMMUNE", help="Kommunens nøgle.")
@click.option("--role", required=True, type=ROLES, help="Hvad kontoen må.")
@click.option("--name", required=True, metavar="NAVN", help="Hvem kontoen er til; står på det, personen skriver.")
@click.option(
    "--days", default=7, metavar="DAGE", type=click.IntRange(1, MOST_DAYS), help="Lukker efter så mange dage."
)
def create(municipality: str, role: str, name: str, days: int) -> None:
    """Opret en nødkonto, og skriv et link, der virker én gang."""
    start()
    from ophold.record import clock
    from ophold.record.people.choices import Role
    from ophold.record.people.emergency import actions

    named = " ".join(name.split())
    if not 2 <= len(named) <= 120:
        raise click.ClickException("Kontoen blev ikke oprettet, fordi navnet skal have mellem 2 og 120 tegn.")
    now = clock.now()
    with database_answers():
        made = actions.create_account(
            _municipality(municipality),
            role=Role(role.replace("-", "_")),
            name=named,
            ends_at=now + timedelta(days=days),
            at=now,
        )
    _tell_link(made, now)


@account.command()
@click.argument("username")
def link(username: str) -> None:
    """Skriv et nyt link; den gamle adgangskode og gamle links virker ikke længere."""
    start()
    from ophold.record import clock
    from ophold.record.people.emergency import actions

    now = clock.now()
    with database_answers():
        found = _open_account(username, now)
        actions.renew_link(found, at=now)
    _tell_link(found, now)


@account.command()
@click.argument("username")
def close(username: str) -> None:
    """Luk en konto nu; den, der er logget ind, er ude med det samme."""
    start()
    from ophold.record import clock
    from ophold.record.people.emergency import actions

    now = clock.now()
    with database_answers():
        actions.close_account(_open_account(username, now), at=now)
    click.echo(f"{username} er lukket.")


@account.command(name="list")
@click.option("--municipality", metavar="KOMMUNE", help="Kun denne kommunes.")
def listed(municipality: str | None) -> None:
    """Vis nødkontiene: brugernavn, kommune, rolle, hvornår de lukker."""
    start()
    from ophold.record import clock
    from ophold.record.people.queries import ending_accounts

    now = clock.now()
    with database_answers():
        found = list(ending_accounts(_municipality(municipality) if municipality else None))
    for each in found:
        assert each.municipality is not None
        assert each.ends_at is not None
        state = "lukket" if not each.is_active or each.ends_at <= now else "åben til"
        when = f"{each.ends_at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
        click.echo(f"{each.username}  {each.municipality.key}  {each.role}  {state} {when}  {each.name}")
    if not found:
        click.echo("Der er ingen nødkonti.")


def _municipality(key: str) -> Municipality:
    from ophold.record.people.models import Municipality

    found = Municipality.objects.filter(key=key).first()
    if found is None:
        known = ", ".join(Municipality.objects.order_by("key").values_list("key", flat=True)) or "ingen endnu"
        raise click.ClickException(f"Kommunen »{key[:40]}« findes ikke her. Kendte: {known} (`ophold migrate`).")
    return found


def _open_account(username: str, now: datetime) -> Account:
    from ophold.record.people.queries import ending_accounts

    for found in ending_accounts(None):
        if found.username == username and found.is_active and found.ends_at and found.ends_at > now:
            return found
    raise click.ClickException("Der er ingen åben nødkonto med det brugernavn. Se dem med `ophold account list`.")


def _tell_link(made: Account, now: datetime) -> None:
    from django.conf import settings
    from django.urls import reverse

    from ophold.record.people.emergency import links

    site = f"{'https' if settings.SECURE else 'http'}://{settings.ALLOWED_HOSTS[0]}"
    assert made.ends_at is not None
    click.echo(f"Brugernavn: {made.username}")
    click.echo(f"Lukker af sig selv: {made.ends_at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}")
    click.echo(f"Link, der virker én gang og i {links.VALID_FOR.days} døgn:")
    click.echo(f"{site}{reverse('choose-password', args=[links.token(made, at=now)])}")
    click.echo("Giv linket til personen selv og til ingen andre.")
