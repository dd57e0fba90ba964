"""A draft as a policy officer sees it: its parts with what they say, what changes, and what stands in a section.

Read in one statement; everything else is reckoned from it. Not here: writing (`actions`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ophold.record.cases.standards import catalogue_of
from ophold.record.people.models import Account, Municipality
from ophold.record.standards import findings, whole
from ophold.record.standards.boxes import in_language
from ophold.record.standards.models import Draft, Section
from ophold.record.standards.sections import Contents, titles
from ophold.standard.check import CheckFinding, Severity
from ophold.standard.diff import Difference, differences
from ophold.standard.load import NotFound
from ophold.standard.shape import Standard, StandardRefused, Text
from ophold.standard.spoken import in_short


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One section in the list."""

    name: str
    title: str
    said: str
    is_whole: bool
    changed: bool  # differs from the version in force
    aside: bool  # the reader has a text of their own waiting for a choice


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft with its sections, and what they make."""

    draft: Draft
    sections: Mapping[str, Section]
    standard: Standard
    in_force: Standard | None
    changes: tuple[Difference, ...]
    findings: tuple[CheckFinding, ...]

    def lines(self, reader: Account) -> list[PartLine]:
        """Every section that is in the draft, in order."""
        there = [each for each in self.sections.values() if not each.is_removed]
        changed = {each.name for each in self.changes}
        return [
            PartLine(
                name=name,
                title=title,
                said=self._said(name),
                is_whole=self.sections[name].is_whole,
                changed=name in changed,
                aside=str(reader.pk) in self.sections[name].asides,
            )
            for name, title in titles([each.name for each in there])
        ]

    @property
    def removed(self) -> list[str]:
        """The provisions that were taken out."""
        return [each.name for each in self.sections.values() if each.is_removed]

    @property
    def unfinished(self) -> list[str]:
        """The sections where what is typed is not whole."""
        return [each.name for each in self.sections.values() if not each.is_whole and not each.is_removed]

    def findings_of(self, name: str) -> list[CheckFinding]:
        """Those about one section: a matter's own, and those of a provision."""
        return [each for each in self.findings if name in (each.provision, each.matter)]

    def by_severity(self) -> list[tuple[Severity, list[CheckFinding]]]:
        """The gravest first; a severity nothing was found of is left out."""
        grouped = [(kind, [each for each in self.findings if each.severity is kind]) for kind in Severity]
        return [(kind, found) for kind, found in grouped if found]

    def contents(self, section: Section) -> Contents:
        """What a section's form needs to know."""

        def try_whole(said: object) -> None:
            others = [(each.name, each.value) for each in self.sections.values() if not each.is_removed]
            whole.standard_of_sections([*(pair for pair in others if pair[0] != section.name), (section.name, said)])

        known = {
            name: shortened(in_language(Text(da=held.da, en=held.en)))
            for name, held in self.standard.provisions.items()
        }
        return Contents(name=section.name, held=section.value, provisions=known, try_whole=try_whole)

    def after(self, name: str) -> str:
        """The section after one, in the order of the list; the first after the last."""
        names = [each.name for each in self.sections.values() if not each.is_removed]
        return names[(names.index(name) + 1) % len(names)] if name in names else whole.HEADER

    def _said(self, name: str) -> str:
        if name == whole.HEADER:
            return self.standard.header.title
        if whole.is_provision(name):
            held = self.standard.provisions.get(name)
            return shortened(in_language(Text(da=held.da, en=held.en))) if held else ""
        return shortened(in_language(in_short(self.standard.promises[name])))


def open_desk(draft: Draft, on: date) -> Desk:
    """A draft and what it makes beside the version in force on a day."""
    rows = {
        each.name: each for each in Section.objects.filter(draft=draft).select_related("saved_by").order_by("place")
    }
    standard = whole.standard_of_sections((each.name, each.value) for each in rows.values() if not each.is_removed)
    now = in_force(draft.municipality, on)
    changes = differences(whole.not_adopted(now), whole.not_adopted(standard)) if now else ()
    return Desk(draft, rows, standard, now, changes, findings.of_draft(standard, draft.municipality, on))


def in_force(home: Municipality, on: date) -> Standard | None:
    """The version that applies on a day; None where there is none yet."""
    try:
        return catalogue_of(home).in_force(home.key, on)
    except NotFound:
        return None


def compared(desk: Desk, name: str, mine: object) -> tuple[Difference, ...]:
    """What differs between what is saved in a section and another text for it; empty where that is not whole."""
    if mine is None:
        return ()
    others = [(each.name, each.value) for each in desk.sections.values() if not each.is_removed and each.name != name]
    try:
        return differences(desk.standard, whole.standard_of_sections([*others, (name, mine)]))
    except StandardRefused:
        return ()


def shortened(text: str) -> str:
    """The beginning of a text, for a line in a list."""
    return text if len(text) <= 140 else text[:139].rsplit(" ", 1)[0] + " …"
