"""`ophold standard …`: the adopted standards, in a terminal, as JSON and as files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ophold.cli import installed, written_here
from ophold.cli.begin import begin, explain, schema
from ophold.cli.check import check
from ophold.cli.compare import compare
from ophold.cli.files import to_option, write
from ophold.cli.options import NUMBER, asked
from ophold.standard import diff as diffs
from ophold.standard import render
from ophold.standard.canonical import as_plain, canonical_text
from ophold.standard.load import read_text
from ophold.standard.plain_yaml import has_comments
from ophold.standard.shape import SCHEMA, Standard
from ophold.standard.upgrades import written_as


@click.group()
def standard() -> None:
    """De vedtagne standarder."""


standard.add_command(begin)
standard.add_command(explain)
standard.add_command(schema)
standard.add_command(check)
standard.add_command(compare)


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
    found = _version(municipality, version)
    click.echo(json.dumps(render.as_dict(found), ensure_ascii=False, indent=2) if as_json else render.as_text(found))


@standard.command()
@click.argument("municipality")
@click.option("--version", metavar="VERSION", help="En bestemt version; ellers den nyeste.")
@click.option("--json", "as_json", is_flag=True, help="Skriv JSON i stedet for YAML.")
@click.option("--database", is_flag=True, help="Tag også de udgaver med, der er vedtaget i databasen.")
@click.option("--draft", type=NUMBER, metavar="NUMMER", help="En kladde i databasen.")
@to_option
def export(
    municipality: str, version: str | None, as_json: bool, database: bool, draft: int | None, to: str | None
) -> None:
    """Skriv en standard ud, som den altid skrives. MUNICIPALITY er en kommune eller en fil."""
    if draft is not None:
        found = written_here.draft(municipality, draft)
    else:
        found = written_here.version(municipality, version) if database else named_or_file(municipality, version)
    text = json.dumps(as_plain(found), ensure_ascii=False, indent=2) + "\n" if as_json else canonical_text(found)
    if to is None:
        click.echo(text, nl=False)
    else:
        write(Path(to), text)
        click.echo(f"{found.header.name}, version {found.version}, er skrevet i {to}.")


@standard.command("import")
@click.argument("file")
@click.option("--municipality", metavar="KOMMUNE", help="Læg den i databasen som en kladde hos kommunen.")
@to_option
def import_file(file: str, municipality: str | None, to: str | None) -> None:
    """Læs en standard fra en fil, og skriv den, som den altid skrives."""
    found = asked(lambda: installed.standard_from(file))
    place = to or f"standards/{found.key}/{found.version}.yaml"
    text = asked(lambda: read_text(Path(file)))
    if written_as(text) != SCHEMA:
        click.echo(f"Filen er i en ældre form (schema: {written_as(text)}). Den er løftet til schema: {SCHEMA}.")
    if has_comments(text):
        click.echo("Filen har kommentarer (#). De bevares ikke; skriv det, der skal huskes, som remarks eller note.")
    if municipality is not None:
        number = written_here.begin_draft(found, municipality)
        click.echo(f"{found.header.name}, version {found.version}, ligger nu i databasen som kladde {number}.")
    elif to is None:
        click.echo(f"{found.header.name}, version {found.version}, er hel. Skriv den med --to {place}.")
    else:
        write(Path(to), canonical_text(found))
        click.echo(f"{found.header.name}, version {found.version}, er skrevet i {to}.")


@standard.command()
@click.argument("old", metavar="GAMMEL")
@click.argument("new", metavar="NY")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def diff(old: str, new: str, as_json: bool) -> None:
    """Vis, hvad der ændres fra én udgave til en anden: en fil, en kommune eller kommune/udgave."""
    found = diffs.differences(_one_of(old), _one_of(new))
    listed = {"differences": diffs.as_dicts(found)}
    click.echo(json.dumps(listed, ensure_ascii=False, indent=2) if as_json else diffs.as_text(found))


def _one_of(name: str) -> Standard:
    """A file, else a municipality and perhaps which version, as a clock names it."""
    if name.count("/") == 1 and not Path(name).is_file():
        municipality, _slash, version = name.partition("/")
        return _version(municipality, version)
    return named_or_file(name, None)


def named_or_file(name: str, version: str | None) -> Standard:
    """The standard a person means: a file if it looks like one, else the municipality's."""
    if name.endswith((".yaml", ".yml", ".json")) or "/" in name:
        return asked(lambda: installed.standard_from(name))
    return _version(name, version)


def _version(municipality: str, version: str | None) -> Standard:
    catalogue = asked(installed.standards)
    if version is None:
        return asked(lambda: catalogue.versions(municipality))[-1]
    return asked(lambda: catalogue.version(municipality, version))
