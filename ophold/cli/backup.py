"""`ophold backup FILE` and `ophold restore FILE`: everything that runs, in one file, without the keys."""

from __future__ import annotations

from pathlib import Path

import click

from ophold.cli.django import database_answers, start

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Tag en sikkerhedskopi; tjenesten må gerne køre imens."""
    start()
    from ophold.record import clock
    from ophold.site.backup import making
    from ophold.site.backup.manifest import BackupRefused

    try:
        with database_answers():
            made = making.make(file, at=clock.now())
    except BackupRefused as refused:
        raise click.ClickException(str(refused)) from None
    click.echo(f"{file}: {len(made.tables)} tabeller, {file.stat().st_size // 1024} kB.")
    click.echo("Filen er ikke krypteret, og nøglerne er ikke i den. Gem dem hver for sig; uden nøglerne er den tom.")


@click.command()
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Læg den i stedet for det, der er her.")
def restore(file: Path, replace: bool) -> None:
    """Læg en sikkerhedskopi tilbage; tjenesten skal være stoppet."""
    start()
    from ophold.record import clock
    from ophold.site.backup import making
    from ophold.site.backup.manifest import BackupRefused

    try:
        with database_answers():
            found = making.restore(file, replace=replace, at=clock.now())
    except BackupRefused as refused:
        raise click.ClickException(str(refused)) from None
    click.echo(f"{len(found.tables)} tabeller er, som de var {found.made_at}. Kør nu `ophold journal verify`.")
