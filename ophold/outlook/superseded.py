"""Which open cases, and which of their letters, cite something that a newer edition has replaced?

For `ophold sources check`. A case cites through the version of the standard it is pinned to. Of a letter only the rules
and sources it names are looked at, by the machine; nothing of a person leaves this module but a case's reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case
from ophold.record.letters import sealed
from ophold.record.letters.models import Letter
from ophold.record.people.seal import SealBroken
from ophold.standard.acts import Acts
from ophold.standard.superseded import Superseded, in_text

CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCases:
    """The open cases of one version of a standard."""

    version_key: str  # "ballerup/undated-1"
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingLetter:
    """A letter in an open case that names an outdated act."""

    reference: str
    number: int
    found: tuple[Superseded, ...]


def open_cases() -> tuple[OpenCases, ...]:
    """Every open case's reference, by the version it is pinned to; one statement."""
    rows = (
        Case.objects.exclude(state=CaseState.CLOSED)
        .order_by("municipality__key", "standard_version", "reference")
        .values_list("municipality__key", "standard_version", "reference")
    )
    found: dict[str, list[str]] = {}
    for key, version, reference in rows.iterator(chunk_size=CHUNK):
        found.setdefault(f"{key}/{version}", []).append(reference)
    return tuple(OpenCases(version_key=key, references=tuple(each)) for key, each in found.items())


def citing_letters(acts: Acts, on: date) -> Iterator[CitingLetter | None]:
    """The letters of open cases that name an outdated act; None for one that could not be opened."""
    letters = (
        Letter.objects.exclude(case__state=CaseState.CLOSED)
        .order_by("case__reference", "number")
        .values_list("case__reference", "case_id", "number", "content")
    )
    for reference, case_id, number, content in letters.iterator(chunk_size=CHUNK):
        try:
            letter = sealed.opened(bytes(content), case_id)
        except (SealBroken, ValueError):
            yield None
            continue
        found = in_text("\n".join((*letter.rules, *letter.sources)), acts, on)
        if found:
            yield CitingLetter(reference=reference, number=number, found=found)
