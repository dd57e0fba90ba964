"""`ophold standard list|show`: the adopted standards, in a terminal or as JSON."""

from __future__ import annotations

import json

import click

from ophold.cli import installed
from ophold.cli.options import asked
from ophold.standard import render


@click.group()
def standard() -> None:
    """De vedtagne standarder."""


@standard.command("list")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def show_all(as_json: bool) -> None:
    """Vis, hvilke standarder der er installeret."""
    catalogue = asked(installed.standards)
    if as_json:
        click.echo(json.dumps(render.listing_as_dicts(catalogue), ensure_ascii=False, indent=2))
    else:
        click.echo(render.listing(catalogue))


@standard.command()
@click.argument("municipality")
@click.option("--version", metavar="VERSION", help="En bestemt version; ellers den nyeste.")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def show(municipality: str, version: str | None, as_json: bool) -> None:
    """Vis en kommunes standard."""
    catalogue = asked(installed.standards)
    if version is None:
        found = asked(lambda: catalogue.versions(municipality))[-1]
    else:
        found = asked(lambda: catalogue.version(municipality, version))
    click.echo(json.dumps(render.as_dict(found), ensure_ascii=False, indent=2) if as_json else render.as_text(found))
