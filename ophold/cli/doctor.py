"""`ophold doctor`: one line for each thing that must be right; exit 1 when something is not."""

from __future__ import annotations

import click

from ophold.cli.django import start


@click.command()
def doctor() -> int:
    """Se efter, om alt er, som det skal være, og sig, hvad der skal gøres."""
    start()
    from ophold.record import clock
    from ophold.site.doctor import everything

    wrong = 0
    for check in everything(clock.now()):
        click.echo(str(check))
        wrong += not check.well
    click.echo("Alt er, som det skal være." if not wrong else f"{wrong} ting skal rettes.")
    return int(wrong > 0)
