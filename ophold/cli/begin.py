"""`ophold standard new|explain|schema`: what somebody needs who begins to write a standard."""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path

import click

from ophold.cli.files import to_option, write
from ophold.cli.options import asked
from ophold.standard import explain as explained
from ophold.standard.blank import TITLE, blank, next_steps
from ophold.standard.canonical import canonical_text
from ophold.standard.json_schema import json_schema
from ophold.standard.matters import MATTERS
from ophold.standard.plain_yaml import shown


@click.command("new")
@click.argument("key")
@click.option("--name", metavar="NAVN", required=True, help="Kommunens navn, som den selv skriver det.")
@click.option("--title", metavar="TITEL", default=TITLE, help="Hvad teksten hedder.")
@to_option
def begin(key: str, name: str, title: str, to: str | None) -> None:
    """Begynd en fil, hvor hvert emne er tavst. KEY er kommunens nøgle, små bogstaver a–z."""
    started = asked(lambda: blank(key, name, title))
    text = canonical_text(started)
    if to is None:
        click.echo(text, nl=False)
    else:
        if Path(to).exists():
            raise click.ClickException(f"»{to}« blev ikke skrevet, fordi filen findes; vælg et andet navn.")
        write(Path(to), text)
        click.echo(f"{to} er begyndt. Det næste at gøre:")
    steps = next_steps(started, to or f"standards/{key}/undated-1.yaml")
    for number, step in enumerate(steps, start=1):
        click.echo(f"{number}. {step}", err=to is None)


@click.command()
@click.argument("matter", metavar="EMNE", required=False)
@click.option("--english", is_flag=True, help="Answer in English.")
def explain(matter: str | None, english: bool) -> None:
    """Forklar et emne: hvad man skriver, og hvad loven siger. Uden EMNE vises dem alle."""
    language = "en" if english else "da"
    if matter is None:
        click.echo(explained.matters(language))
        return
    titles = {each.title.da.casefold(): name for name, each in MATTERS.items()}
    name = titles.get(matter.casefold(), matter)
    if name not in MATTERS:
        close = get_close_matches(matter.casefold(), [*MATTERS, *titles], n=1, cutoff=0.5)
        hint = f"mente du {titles.get(close[0], close[0])}?" if close else "skriv kommandoen uden emne for at se dem."
        raise click.ClickException(f"Emnet »{shown(matter)}« kendes ikke; {hint}")
    click.echo(explained.matter(name, language))


@click.command()
@to_option
def schema(to: str | None) -> None:
    """Skriv det JSON Schema, som tekstredigering og kontrol kan bruge."""
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if to is None:
        click.echo(text, nl=False)
    else:
        write(Path(to), text)
        click.echo(f"Skemaet er skrevet i {to}.")
