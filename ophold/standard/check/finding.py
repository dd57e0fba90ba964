"""What does the checker find, how grave is it, and what is a rule of the checker?

Not here: any rule. Reading: what makes which severity stands in docs/decisions/0093-severities.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ophold.law.finding import Source
from ophold.standard.acts import Acts
from ophold.standard.matters import matter_of
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import P, Promise, Standard, Text

_NUMBERED = re.compile(r"([A-Z]*)(\d*)")


class Severity(Enum):
    """How grave a finding is, the gravest first."""

    CONFLICT = "conflict"  # the text itself contradicts statute
    AMBIGUITY = "ambiguity"  # can be read in more ways than one
    MISSING = "missing"  # a reader needs it and does not find it
    OUTDATED = "outdated"  # cites what has been replaced
    NOTE = "note"  # good to know; nothing need be done


_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFinding:
    """One thing a policy officer should know of a standard."""

    code: str  # stable, "response-deadline-missing"
    severity: Severity
    provision: str  # "B16"; "" for the standard as a whole
    matter: str  # the matter's name in MATTERS; "header" for what stands around them
    text: Text  # what and why, in one sentence
    source: str
    remedy: Text
    confirmed: bool  # False while it rests on a source that is recalled or inferred

    @property
    def order(self) -> tuple[int, str, int, str, str]:
        """By severity, then provision as people count (B2 before B10), then code; equal only for equal findings."""
        letters, number = _place(self.provision)
        return (_ORDER[self.severity], letters, number, self.code, self.text.da)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a rule is given: the standard, the day, the acts, and the municipality's own settings if known."""

    standard: Standard
    on: date
    acts: Acts
    settings: MunicipalitySettings | None

    def value(self, kind: type[P]) -> P | None:
        """What the standard says on the matter of this type; None where it gives no value."""
        value = self.said(kind).value
        return value if isinstance(value, kind) else None

    def said(self, kind: type[P]) -> Promise[object]:
        """The promise on the matter of this type, with its state."""
        return self.standard.promise(matter_of(kind).name)

    def place(self, kind: type[P]) -> str:
        """The provision a matter stands in, the first if several; "" where it stands in none."""
        return next(iter(self.said(kind).provisions), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What one rule saw in one place."""

    text: Text
    remedy: Text
    provision: str = ""
    source: Source | str | None = None  # only where it is another than the rule's own
    confirmed: bool = True
    matter: str = ""  # only where it is another than the rule's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One question to every standard."""

    code: str
    severity: Severity
    matter: str
    source: Source | None  # None: the standard's own text, in the provision itself
    finds: Callable[[Asked], Iterator[Hit]]

    def findings(self, asked: Asked) -> Iterator[CheckFinding]:
        """Every place where the answer is yes."""
        for hit in self.finds(asked):
            source = hit.source or self.source or asked.standard.source(hit.provision)
            known = source.evidence.confirmed if isinstance(source, Source) else True
            yield CheckFinding(
                code=self.code,
                severity=self.severity,
                provision=hit.provision,
                matter=hit.matter or self.matter,
                text=hit.text,
                source=str(source),
                remedy=hit.remedy,
                confirmed=hit.confirmed and known,
            )


def _place(provision: str) -> tuple[str, int]:
    found = _NUMBERED.match(provision)
    assert found is not None
    letters, number = found.groups()
    return letters, int(number or 0)
