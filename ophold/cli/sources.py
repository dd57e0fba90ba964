"""`ophold sources list|check`: the legal basis, and whatever cites what a newer edition has replaced."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from ophold.cli import installed
from ophold.cli.django import database_answers, start
from ophold.cli.options import DAY, asked
from ophold.standard.acts import Acts
from ophold.standard.load import Catalogue
from ophold.standard.superseded import Superseded, in_standard

if TYPE_CHECKING:
    from ophold.outlook.superseded import CitingLetter, OpenCases

WIDTH = 100
SHOWN = 12  # references of cases in a line; --json has them all


@click.group()
def sources() -> None:
    """Retsgrundlaget."""


@sources.command("list")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def show_all(as_json: bool) -> None:
    """Vis hver lov, bekendtgørelse, vejledning og metode, og hvor sikkert den er kendt."""
    acts = asked(installed.acts)
    rows = [
        {
            "key": act.key,
            "title": act.title.da,
            "number": act.number,
            "of": act.of.isoformat() if act.of else None,
            "evidence": act.evidence.value,
            "replaced_by": act.replaced_by or None,
        }
        for act in acts.every
    ]
    if as_json:
        click.echo(json.dumps({"sources": rows}, ensure_ascii=False, indent=2))
        return
    for act in acts.every:
        replaced = f"; afløst af {acts.by_key(act.replaced_by).short}" if act.replaced_by else ""
        click.echo(f"{act.key:<22} {act.evidence.value:<4} {act}{replaced}")


@sources.command()
@click.option("--on", type=DAY, help="Dagen, henvisningerne skal holde; ellers i dag.")
@click.option("--files", is_flag=True, help="Kun de standarder, der er filer; uden database.")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
def check(on: date | None, files: bool, as_json: bool) -> int:
    """Find de standarder, åbne sager og breve, der henviser til noget afløst.

    Svarer med 1, hvis der er nogen, ellers med 0.
    """
    day, acts = on or installed.today(), asked(installed.acts)
    found = _files(acts, day) if files else _everything(acts, day)
    if as_json:
        click.echo(json.dumps({"on": day.isoformat(), **_as_dict(found)}, ensure_ascii=False, indent=2))
    else:
        _tell(found)
    if found.unread:
        letters = "brev" if found.unread == 1 else "breve"
        click.echo(f"{found.unread} {letters} kunne ikke åbnes og er ikke set efter; kør `ophold doctor`.", err=True)
    return int(found.any)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Whatever cites what has been replaced."""

    standards: Mapping[str, tuple[Superseded, ...]]  # by version, "ballerup/undated-1"
    cases: tuple[OpenCases, ...] = ()  # open cases pinned to one of those
    letters: tuple[CitingLetter, ...] = ()
    unread: int = 0  # letters that could not be opened

    @property
    def any(self) -> bool:
        """Whether there is anything to correct."""
        return bool(self.standards or self.cases or self.letters)


def _files(acts: Acts, on: date) -> Found:
    return Found(standards=_standards(asked(installed.standards), acts, on))


def _everything(acts: Acts, on: date) -> Found:
    """What lies in the database besides: adopted versions, open cases and their letters."""
    start()
    from django_scopes import scopes_disabled

    from ophold.outlook.superseded import citing_letters, open_cases
    from ophold.record.cases.standards import catalogue

    with database_answers(), scopes_disabled():
        standards = _standards(asked(catalogue), acts, on)
        cases = tuple(each for each in open_cases() if each.version_key in standards)
        letters = list(citing_letters(acts, on))
    return Found(
        standards=standards,
        cases=cases,
        letters=tuple(each for each in letters if each is not None),
        unread=letters.count(None),
    )


def _standards(catalogue: Catalogue, acts: Acts, on: date) -> dict[str, tuple[Superseded, ...]]:
    every = (standard for versions in catalogue.standards.values() for standard in versions)
    return {each.version_key: found for each in every if (found := in_standard(each, acts, on))}


def _as_dict(found: Found) -> dict[str, list[dict[str, object]]]:
    return {
        "standards": [{"standard": key, "cites": _cites(cited)} for key, cited in found.standards.items()],
        "cases": [
            {
                "standard": each.version_key,
                "cases": list(each.references),
                "cites": _cites(found.standards[each.version_key]),
            }
            for each in found.cases
        ],
        "letters": [
            {"case": each.reference, "letter": each.number, "cites": _cites(each.found)} for each in found.letters
        ],
    }


def _cites(found: Iterable[Superseded]) -> list[dict[str, object]]:
    return [
        {
            "provision": each.provision,
            "act": str(each.act),
            "replaced_by": str(each.newest),
            "confirmed": each.confirmed,
        }
        for each in found
    ]


def _tell(found: Found) -> None:
    if not found.any:
        click.echo("Ingen standard, åben sag eller brev henviser til noget, der er afløst.")
    for key, cited in found.standards.items():
        click.echo(key)
        for each in cited:
            place, doubt = (
                f"{each.provision}: " if each.provision else "",
                "" if each.confirmed else " (ikke bekræftet)",
            )
            _line(f"{place}{each.act} er afløst af {each.newest}{doubt}", "  ")
    for cases in found.cases:
        number = len(cases.references)
        more = f" og {number - SHOWN} til (--json viser alle)" if number > SHOWN else ""
        what = "åben sag" if number == 1 else "åbne sager"
        _line(f"{cases.version_key}: {number} {what}: {', '.join(cases.references[:SHOWN])}{more}", "")
    for letter in found.letters:
        named = ", ".join(f"{each.act} (nu {each.newest.short})" for each in letter.found)
        _line(f"{letter.reference}, brev {letter.number}: {named}", "")


def _line(text: str, indent: str) -> None:
    wrapped = textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)
    click.echo("\n".join(wrapped))
