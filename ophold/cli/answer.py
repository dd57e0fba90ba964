"""How is a finding shown in a terminal?"""

from __future__ import annotations

import json
import textwrap
from datetime import date

import click

from ophold.law import wording
from ophold.law.as_json import as_json
from ophold.law.finding import Finding, Status, T
from ophold.law.follow_ups import Kind, Planned
from ophold.law.respite import Respite

WIDTH = 100

WITHOUT_VALUE = {
    Status.MISSING: "Kan ikke besvares endnu; der mangler: {missing}.",
    Status.DISCRETION: "Afgøres konkret i den enkelte sag.",
    Status.SILENT: "Standarden er tavs.",
    Status.ELSEWHERE: "Står i et andet dokument.",
}
KINDS = {
    Kind.WITHIN: "senest",
    Kind.AFTER: "tidligst",
    Kind.AT_LEAST_EVERY: "senest",
    Kind.BY_DECISION: "efter afgørelsen",
}


def tell(finding: Finding[T], question: str, *, as_json_text: bool) -> None:
    """Print a finding, as JSON or as text."""
    if as_json_text:
        click.echo(json.dumps(as_json(finding), ensure_ascii=False, indent=2))
        return
    click.echo(f"{question}: {_value(finding)}")
    if finding.caveat is not None:
        click.echo(_wrapped(finding.caveat.text, ""))
    for reason in finding.because:
        undated = "; teksten er udateret" if reason.source.undated else ""
        click.echo(_wrapped(f"{reason.text} [{reason.source}{undated}]", "  "))
    if finding.readings:
        click.echo("Kan læses på flere måder:")
        for reading in finding.readings:
            click.echo(_wrapped(f"{shown(reading.value)} – {reading.why}", "  "))
    if not finding.confirmed:
        click.echo("Ikke bekræftet: svaret hviler på en fortolkning eller en kilde, som ikke er læst.")


def shown(value: object) -> str:
    """A value as a Dane reads it."""
    if isinstance(value, date):
        return wording.weekday(value)
    if isinstance(value, tuple):
        return "".join(f"\n  {shown(each)}" for each in value) or "ingen i tidsrummet"
    if isinstance(value, Planned):
        return f"{KINDS[value.kind]} {wording.weekday(value.on)}"
    if isinstance(value, Respite):
        return _respite(value)
    return str(value)


def _value(finding: Finding[T]) -> str:
    if finding.value is not None and finding.status is Status.SETTLED:
        return shown(finding.value)
    without = WITHOUT_VALUE[finding.status].format(missing=", ".join(finding.missing))
    return without if finding.value is None else f"{without} {shown(finding.value)}"


def _respite(value: Respite) -> str:
    parts = []
    if value.granted is not None:
        parts.append(f"bevilget {value.granted} døgn")
    if value.guideline is not None:
        parts.append(f"standardens udgangspunkt {value.guideline} døgn")
    if value.pattern:
        parts.append(f"dens egen forklaring {' eller '.join(map(str, value.pattern))} døgn")
    return (", ".join(parts) + ".").capitalize() if parts else ""


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=f"{indent}· ", subsequent_indent=f"{indent}  ")
