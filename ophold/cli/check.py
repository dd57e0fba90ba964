"""`ophold standard check FILE|MUNICIPALITY`: what a policy officer should know of a standard; exit 1 at a conflict."""

from __future__ import annotations

import json
from datetime import date

import click

from ophold.cli import installed
from ophold.cli.options import DAY, asked
from ophold.standard.check import Severity, shown
from ophold.standard.check import check as checked
from ophold.standard.shape import Standard


@click.command()
@click.argument("name", metavar="FIL|KOMMUNE")
@click.option("--version", metavar="VERSION", help="En bestemt version; ellers den, der gælder på dagen.")
@click.option("--on", type=DAY, help="Dagen, henvisningerne skal holde; ellers i dag.")
@click.option("--english", is_flag=True, help="Answer in English.")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def check(name: str, version: str | None, on: date | None, english: bool, as_json: bool) -> int:
    """Tjek en standard: strid med loven, uklare steder, mangler og forældede henvisninger.

    Svarer med 1, hvis teksten strider mod loven, ellers med 0.
    """
    day = on or installed.today()
    standard = _standard(name, version, day)
    acts, settings = asked(installed.acts), asked(lambda: installed.settings_of(standard.key))
    found = checked(standard, on=day, acts=acts, settings=settings)
    language = "en" if english else "da"
    if as_json:
        listed = [shown.as_dict(finding, language) for finding in found]
        answer = {"standard": standard.version_key, "on": day.isoformat(), "findings": listed}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        click.echo(shown.as_text(standard, found, on=day, language=language))
    return int(any(finding.severity is Severity.CONFLICT for finding in found))


def _standard(name: str, version: str | None, on: date) -> Standard:
    """A file if it looks like one, else the municipality's: the version named, else the one in force on the day."""
    if name.endswith((".yaml", ".yml", ".json")) or "/" in name:
        return asked(lambda: installed.standard_from(name))
    catalogue = asked(installed.standards)
    if version is not None:
        return asked(lambda: catalogue.version(name, version))
    return asked(lambda: catalogue.in_force(name, on))
