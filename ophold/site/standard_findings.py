"""What the checker finds in a standard, arranged for the page: by severity, each with its own address."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ophold.record.standards.findings import key_of
from ophold.site import formats
from ophold.standard.acts import Acts
from ophold.standard.check import CheckFinding
from ophold.standard.check.remarks import CARRIED
from ophold.standard.check.shown import GROUPS, counted, grouped
from ophold.standard.shape import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One finding in the reader's language."""

    number: int  # through all groups
    provision: str
    text: str
    source: str
    act: str  # the key of the act at /retsgrundlag/, "" where the source is none
    remedy: str
    confirmed: bool
    reason: str  # why the council adopted it all the same, "" where it gave none

    @property
    def id(self) -> str:
        """Its place on the page."""
        return f"tjek-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """Every finding of one severity."""

    title: str
    meaning: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLink:
    """From a provision to what is to be known of it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All of it, and what of the rest of the page they make superfluous."""

    counted: str
    groups: tuple[FindingGroup, ...]
    links: Mapping[str, tuple[FindingLink, ...]]  # by provision; one for each severity it has
    matters: frozenset[str]  # said here, so not listed among what is left open
    said: frozenset[tuple[str, str]]  # code and provision

    def says(self, provision: str, remark: Remark) -> bool:
        """Whether a remark is already among the findings."""
        return remark.kind in CARRIED or (remark.code, provision) in self.said


NO_FINDINGS = Findings(counted="", groups=(), links={}, matters=frozenset(), said=frozenset())


def arranged(
    findings: Collection[CheckFinding], acts: Acts, reasons: Mapping[str, str] = MappingProxyType({})
) -> Findings:
    """The findings as the page shows them, each with the reason the council gave (by `key_of`)."""
    language = formats.language()
    groups: list[FindingGroup] = []
    links: dict[str, tuple[FindingLink, ...]] = {}
    number = 0
    for severity, members in grouped(findings):
        title, lines = GROUPS[severity].title.in_language(language), []
        for each in members:
            number += 1
            lines.append(_line(each, number, acts, language, reasons.get(key_of(each), "")))
            before = links.get(each.provision, ())
            if each.provision and title not in [link.title for link in before]:
                links[each.provision] = (*before, FindingLink(id=lines[-1].id, title=title))
        meaning = GROUPS[severity].meaning.in_language(language)
        groups.append(FindingGroup(title=title, meaning=meaning, lines=tuple(lines)))
    return Findings(
        counted=counted(findings, language),
        groups=tuple(groups),
        links=links,
        matters=frozenset(each.matter for each in findings if each.severity.value == "missing"),
        said=frozenset((each.code, each.provision) for each in findings),
    )


def _line(finding: CheckFinding, number: int, acts: Acts, language: str, reason: str) -> FindingLine:
    act = acts.of_source(finding.source)
    return FindingLine(
        number=number,
        provision=finding.provision,
        text=finding.text.in_language(language),
        source=finding.source,
        act=act.key if act else "",
        remedy=finding.remedy.in_language(language),
        confirmed=finding.confirmed,
        reason=reason,
    )
