"""How are the findings told: in groups by severity, as text for a terminal, and as JSON?

Not here: pages, which lay the same groups out themselves.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ophold.law import wording
from ophold.standard.check.finding import CheckFinding, Severity
from ophold.standard.shape import Standard, Text

_WIDTH = 100
_UNCONFIRMED = Text(
    da="Ikke bekræftet: hviler på en kilde, som ikke er læst.", en="Not confirmed: rests on a source that was not read."
)
_CLEAN = Text(da="Der er intet at bemærke.", en="There is nothing to remark on.")
_CONFLICT = Text(
    da="En strid med loven spærrer ikke for vedtagelse. Byrådet skal så begrunde den, og grunden offentliggøres.",
    en="A conflict does not bar adoption. The council must then give a reason, which is published.",
)
_SOURCE, _REMEDY = Text(da="Kilde", en="Source"), Text(da="Gør sådan", en="What to do")
_WHOLE = Text(da="Hele teksten", en="The whole text")
_SEEN = Text(da="Set med loven, som den kendes pr.", en="Seen with the law as known on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One severity's name, how many of it are counted, and what it means."""

    title: Text
    one: Text
    many: Text
    meaning: Text


GROUPS: Mapping[Severity, Group] = MappingProxyType(
    {
        Severity.CONFLICT: Group(
            title=Text(da="Strider mod loven", en="In conflict with statute"),
            one=Text(da="1 sted i strid med loven", en="1 conflict with statute"),
            many=Text(da="{} steder i strid med loven", en="{} conflicts with statute"),
            meaning=Text(da="Loven gælder forud for teksten.", en="Statute goes before the text."),
        ),
        Severity.AMBIGUITY: Group(
            title=Text(da="Kan læses på flere måder", en="Can be read in more ways than one"),
            one=Text(da="1 uklart sted", en="1 unclear place"),
            many=Text(da="{} uklare steder", en="{} unclear places"),
            meaning=Text(
                da="Indtil teksten er rettet, læses den til fordel for borgeren.",
                en="Until the text is corrected, it is read in the citizen's favour.",
            ),
        ),
        Severity.MISSING: Group(
            title=Text(da="Mangler", en="Missing"),
            one=Text(da="1 mangel", en="1 thing missing"),
            many=Text(da="{} mangler", en="{} things missing"),
            meaning=Text(
                da="Hvor loven har en regel, gælder den. Ellers er det ikke fastsat.",
                en="Where statute has a rule, it applies. Otherwise it is not fixed.",
            ),
        ),
        Severity.OUTDATED: Group(
            title=Text(da="Forældet", en="Outdated"),
            one=Text(da="1 forældet henvisning", en="1 outdated reference"),
            many=Text(da="{} forældede henvisninger", en="{} outdated references"),
            meaning=Text(da="De nyere regler gælder.", en="The newer rules apply."),
        ),
        Severity.NOTE: Group(
            title=Text(da="Værd at vide", en="Worth knowing"),
            one=Text(da="1 bemærkning", en="1 note"),
            many=Text(da="{} bemærkninger", en="{} notes"),
            meaning=Text(da="Det ændrer ingens ret.", en="It changes nobody's right."),
        ),
    }
)


def grouped(findings: Iterable[CheckFinding]) -> tuple[tuple[Severity, tuple[CheckFinding, ...]], ...]:
    """The findings by severity, the gravest first; a severity with none is left out."""
    found = tuple(findings)
    groups = ((severity, tuple(each for each in found if each.severity is severity)) for severity in Severity)
    return tuple((severity, members) for severity, members in groups if members)


def counted(findings: Iterable[CheckFinding], language: str = "da") -> str:
    """How many of each: "1 strid med loven · 7 uklare steder"; "" where there is none."""
    return " · ".join(
        (GROUPS[severity].one if len(members) == 1 else GROUPS[severity].many)
        .in_language(language)
        .format(len(members))
        for severity, members in grouped(findings)
    )


def as_dict(finding: CheckFinding, language: str = "da") -> dict[str, object]:
    """One finding as JSON values."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "provision": finding.provision,
        "matter": finding.matter,
        "text": finding.text.in_language(language),
        "source": finding.source,
        "remedy": finding.remedy.in_language(language),
        "confirmed": finding.confirmed,
    }


def as_text(standard: Standard, findings: tuple[CheckFinding, ...], *, on: date, language: str = "da") -> str:
    """All of it for a terminal."""
    header = standard.header
    day = wording.day_en(on) if language == "en" else wording.day(on)
    rows = [f"{header.name}: {header.title} ({standard.version})"]
    summary = counted(findings, language) or _CLEAN.in_language(language)
    rows += _wrapped(f"{_SEEN.in_language(language)} {day}: {summary}", "")
    for severity, members in grouped(findings):
        group = GROUPS[severity]
        rows += ["", group.title.in_language(language).upper(), group.meaning.in_language(language)]
        for each in members:
            rows += ["", *_told(each, language)]
    if any(each.severity is Severity.CONFLICT for each in findings):
        rows += ["", *_wrapped(_CONFLICT.in_language(language), "")]
    return "\n".join(rows)


def _told(finding: CheckFinding, language: str) -> list[str]:
    place = finding.provision or _WHOLE.in_language(language)
    rows = _wrapped(f"{place}: {finding.text.in_language(language)}", "  ")
    rows += _wrapped(f"{_REMEDY.in_language(language)}: {finding.remedy.in_language(language)}", "    ")
    rows += _wrapped(f"{_SOURCE.in_language(language)}: {finding.source} [{finding.code}]", "    ")
    if not finding.confirmed:
        rows += _wrapped(_UNCONFIRMED.in_language(language), "    ")
    return rows


def _wrapped(text: str, indent: str) -> list[str]:
    under = indent + "  " if indent else ""
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=under, break_on_hyphens=False)
