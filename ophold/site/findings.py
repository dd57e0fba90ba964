"""A Finding made ready for `site/finding.html`, whether it is fresh from a rule or kept as JSON on a clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ophold.law.finding import Finding
from ophold.site import formats

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """One reason and where it comes from."""

    text: str
    source: str
    undated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """Another way to read the text."""

    value: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """An answer as a page shows it."""

    status: str
    day: date | None
    value: str  # ready to show; empty unless settled
    reasons: tuple[ReasonView, ...]
    readings: tuple[ReadingView, ...]
    missing: tuple[str, ...]
    confirmed: bool
    caveat: str = ""  # said wherever the value is shown

    @property
    def undated(self) -> bool:
        """Whether it rests on a standard that bears no date."""
        return any(reason.undated for reason in self.reasons)

    @property
    def headline(self) -> str:
        """The answer in one phrase."""
        if self.status == "settled":
            return self.value
        words = {
            "missing": _("Det kan ikke regnes ud endnu"),
            "discretion": _("Det afgøres i hver enkelt sag"),
            "silent": _("Standarden siger ikke noget om det"),
            "elsewhere": _("Det står i et andet dokument"),
        }
        return words[self.status]


def view(finding: Finding[Any] | Mapping[str, Any]) -> FindingView:
    """The finding in the reader's language."""
    return _from_json(finding) if isinstance(finding, Mapping) else _from_rule(finding)


def _from_rule(finding: Finding[Any]) -> FindingView:
    english = formats.english()
    return FindingView(
        status=finding.status.value,
        day=finding.value if isinstance(finding.value, date) else None,
        value=_value(finding.value),
        reasons=tuple(
            ReasonView(
                text=(english and reason.text_en) or reason.text,
                source=str(reason.source),
                undated=reason.source.undated,
            )
            for reason in finding.because
        ),
        readings=tuple(
            ReadingView(value=_value(reading.value), why=(english and reading.why_en) or reading.why)
            for reading in finding.readings
            if reading.value != finding.value
        ),
        missing=finding.missing,
        confirmed=finding.confirmed,
        caveat=((english and finding.caveat.text_en) or finding.caveat.text) if finding.caveat else "",
    )


def _from_json(kept: Mapping[str, Any]) -> FindingView:
    english = formats.english()
    value = kept.get("value")
    return FindingView(
        status=str(kept["status"]),
        day=date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else None,
        value=_value(value),
        reasons=tuple(_reason(reason, english) for reason in kept.get("because", ())),
        readings=tuple(
            ReadingView(value=_value(each["value"]), why=(english and each.get("why_en")) or each.get("why", ""))
            for each in kept.get("readings", ())
            if each["value"] != value
        ),
        missing=tuple(kept.get("missing", ())),
        confirmed=bool(kept.get("confirmed", True)),
        caveat=(english and kept.get("caveat", {}).get("text_en")) or kept.get("caveat", {}).get("text", ""),
    )


def _reason(kept: Mapping[str, Any], english: bool) -> ReasonView:
    source = kept.get("source", "")
    if isinstance(source, Mapping):
        named = ", ".join(str(part) for part in (source.get("work"), source.get("place")) if part)
        undated = bool(source.get("undated"))
    else:
        named, undated = str(source), bool(kept.get("undated"))
    return ReasonView(text=(english and kept.get("text_en")) or kept["text"], source=named, undated=undated)


def _value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and _DAY.fullmatch(value):
        value = date.fromisoformat(value)
    return formats.day(value) if isinstance(value, date) else str(value)
