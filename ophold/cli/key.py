"""`ophold key new`: a fresh key for the settings, made by the system's own source of randomness. `ophold key rotate`:
what an older key sealed is sealed with the newest, and CPR numbers are found by the newest."""

from __future__ import annotations

import base64
import secrets

import click

LENGTH = 32


@click.group()
def key() -> None:
    """Nøgler til indstillingerne."""


@key.command()
def new() -> None:
    """Skriv en ny nøgle: 32 tilfældige bytes som base64."""
    click.echo(base64.b64encode(secrets.token_bytes(LENGTH)).decode())


@key.command()
def rotate() -> int:
    """Gå over til den første nøgle i OPHOLD_CPR_SEAL_KEY og OPHOLD_CPR_INDEX_KEY.

    Kan afbrydes og køres igen, også mens tjenesten kører.
    """
    from ophold.cli.django import database_answers, start

    start()
    from ophold.record import clock
    from ophold.record.people.rotation.actions import index_key, rehash_everything, reseal_everything
    from ophold.record.people.seal import current_key

    with database_answers():
        done = reseal_everything(at=clock.now(), say=click.echo)
        found = rehash_everything(at=clock.now(), say=click.echo)
    click.echo(f"{done.rows} rækker er forseglet igen med nøgle {current_key()}.")
    click.echo(f"{found.rows} CPR-numre findes nu med nøgle {index_key()}.")
    if found.broken:
        click.echo(f"{found.broken} CPR-numre findes ikke med nogen af nøglerne; sæt den, der mangler.", err=True)
    if done.broken:
        click.echo(f"{done.broken} kunne ikke åbnes med nogen af nøglerne; behold de gamle nøgler.", err=True)
    if found.twice:
        click.echo(
            f"{found.twice} personer står to gange i samme kommune, fordi noget kun kendte den ene nøgle. "
            "Behold begge nøgler, og få rækkerne samlet.",
            err=True,
        )
    if done.broken or found.broken or found.twice:
        return 1
    click.echo("Intet bruger længere en ældre nøgle. Behold de gamle, så længe en sikkerhedskopi bruger dem.")
    return 0
