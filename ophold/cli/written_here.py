"""Standards that lie in the database: drafts, and the versions adopted there. For `ophold standard import|export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ophold.cli.django import database_answers, start
from ophold.standard.load import NotFound, folded
from ophold.standard.shape import Standard, StandardRefused

if TYPE_CHECKING:
    from ophold.record.people.models import Municipality


def begin_draft(standard: Standard, municipality: str) -> int:
    """A draft of a municipality from a standard that was read from a file; the draft's number."""
    start()
    from django_scopes import scopes_disabled

    from ophold.record import clock
    from ophold.record.standards import actions
    from ophold.record.standards.choices import Origin

    with database_answers(), scopes_disabled():
        home = _municipality(municipality)
        try:
            return actions.begin_draft(home, standard, origin=Origin.FILE, by=None, at=clock.now()).pk
        except actions.DraftRefused as refusal:
            raise click.ClickException(str(refusal)) from None


def draft(municipality: str, number: int) -> Standard:
    """What a draft says now."""
    start()
    from django_scopes import scopes_disabled

    from ophold.record.standards import actions
    from ophold.record.standards.models import Draft

    with database_answers(), scopes_disabled():
        home = _municipality(municipality)
        found = Draft.objects.filter(municipality=home, pk=number).first()
        if found is None:
            raise click.ClickException(f"Kladde {number} blev ikke fundet i {home.name}; se tallet på kladdens side.")
        try:
            return actions.standard_of(found)
        except StandardRefused as refusal:
            raise click.ClickException(str(refusal)) from None


def version(municipality: str, named: str | None) -> Standard:
    """A version from the files or adopted here; the newest unless one is named."""
    start()
    from ophold.record.cases.standards import catalogue_of

    with database_answers():
        home = _municipality(municipality)
        known = catalogue_of(home)
        try:
            return known.version(home.key, named) if named else known.versions(home.key)[-1]
        except NotFound as refusal:
            raise click.ClickException(str(refusal)) from None


def _municipality(name: str) -> Municipality:
    from ophold.record.people.models import Municipality

    found = Municipality.objects.filter(key=folded(name)).first()
    if found is None:
        raise click.ClickException(
            f"Kommunen »{name}« blev ikke fundet i databasen; kør `ophold migrate`, eller ret navnet."
        )
    return found
