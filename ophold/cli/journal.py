"""`ophold journal verify`: is the journal as it was written? `ophold journal anchor`: its ends, kept elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from ophold.cli.django import database_answers, hand_on, start

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def journal() -> None:
    """Journalen."""


@journal.command()
@click.option("--anchors", type=FILE, metavar="FIL", help="Hold den op mod ankrene her; ellers mod OPHOLD_ANCHORS.")
def verify(anchors: Path | None) -> None:
    """Find den første post, der er ændret, sat ind, flyttet eller fjernet."""
    hand_on("journal_verify", ("--anchors", str(anchors)) if anchors else ())


@journal.command()
@click.option("--to", type=FILE, metavar="FIL", help="Ankerfilen; ellers den i OPHOLD_ANCHORS.")
def anchor(to: Path | None) -> int:
    """Skriv, hvor hver kæde nu ender, til en fil, der ligger et andet sted end databasen; der føjes kun til den."""
    start()
    from django.conf import settings

    from ophold.record import clock
    from ophold.record.journal import anchoring
    from ophold.record.journal.anchors import AnchorsRefused

    if to is None and not settings.ANCHORS:
        raise click.ClickException(
            "Journalen blev ikke forankret, fordi der ikke er sagt hvor. Skriv --to FIL, eller sæt OPHOLD_ANCHORS."
        )
    try:
        with database_answers():
            done = anchoring.anchor(to or Path(settings.ANCHORS), at=clock.now())
    except AnchorsRefused as refused:
        raise click.ClickException(str(refused)) from None
    for fault in done.faults:
        click.echo(str(fault), err=True)
    click.echo(f"{done.grown} af {done.chains} kæder var vokset og er forankret. Kvittering: {done.receipt}")
    if done.faults:
        click.echo("Det ovenfor er ikke, som det var ved forrige anker. Kør `ophold journal verify`.", err=True)
        return 1
    return 0
