"""`ophold serve` and `ophold migrate`: the service in production, and its database brought up to this version."""

from __future__ import annotations

import os

import click

from ophold.cli.django import database_answers, start


@click.command()
@click.option("--only", type=click.Choice(["web", "worker"]), help="Kun siden eller kun arbejderen.")
def serve(only: str | None) -> int:
    """Kør siden og arbejderen, til de bliver bedt om at stoppe (SIGTERM eller Ctrl-C)."""
    start()
    from ophold.site import environment, serving

    try:
        asked = serving.asked_for()
    except environment.NotUnderstood as wrong:
        raise click.ClickException(str(wrong)) from None
    if wrongs := serving.not_ready(asked):
        for each in wrongs:
            click.echo(each, err=True)
        return 1
    os.environ["DJANGO_SETTINGS_MODULE"] = "ophold.site.settings"
    scheme = "https" if asked.certificate else "http"
    children = serving.start(asked, (only,) if only else serving.BOTH)
    if only != "worker":
        click.echo(f"Ophold lytter på {scheme}://{asked.host}:{asked.port}", err=True)
    return serving.keep(children)


@click.command()
def migrate() -> None:
    """Bring databasen på denne udgaves form, og giv hver kommune med en indstillingsfil sin række."""
    start()
    from django.core.management import call_command

    with database_answers():
        call_command("migrate", verbosity=1, interactive=False)
        call_command("municipalities")
