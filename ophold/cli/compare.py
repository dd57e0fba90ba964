"""`ophold standard compare A B …`: what several councils promise, side by side, as text, spreadsheet or JSON."""

from __future__ import annotations

import json
from datetime import date

import click

from ophold.cli import installed
from ophold.cli.options import DAY, asked
from ophold.standard import sheet
from ophold.standard.compare import compare as side_by_side
from ophold.standard.load import Catalogue
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard


@click.command()
@click.argument("municipalities", nargs=-1, metavar="KOMMUNE…")
@click.option("--on", type=DAY, help="Dagen, standarderne skal gælde; ellers i dag.")
@click.option("--differing", is_flag=True, help="Kun det, de ikke er enige om.")
@click.option("--csv", "as_csv", is_flag=True, help="Svar som regneark (semikolon, UTF-8).")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def compare(municipalities: tuple[str, ...], on: date | None, differing: bool, as_csv: bool, as_json: bool) -> None:
    """Vis kommunernes løfter side om side; uden navne alle, der er installeret."""
    day = on or installed.today()
    catalogue = asked(installed.standards)
    standards = [_in_force(catalogue, name, day) for name in municipalities or catalogue.keys]
    own = {each.key: found for each in standards if (found := _settings(each.key))}
    compared = side_by_side(
        standards, asked(installed.law).statute(day), year=day.year, settings=own, differing=differing
    )
    if as_csv:
        click.echo(sheet.as_csv(sheet.table(compared, "da")), nl=False)
    elif as_json:
        click.echo(json.dumps({"on": day.isoformat()} | sheet.as_dict(compared), ensure_ascii=False, indent=2))
    else:
        click.echo(sheet.as_text(compared))


def _in_force(catalogue: Catalogue, name: str, on: date) -> Standard:
    return asked(lambda: catalogue.in_force(name, on))


def _settings(key: str) -> MunicipalitySettings | None:
    return asked(lambda: installed.settings_of(key))
