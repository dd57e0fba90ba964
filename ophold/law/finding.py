"""What a rule answers: a value or an honest reason for none, with its source.

Not here: any rule. Sources: the product's own form of an answer (docs/architecture.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Status(Enum):
    """What kind of answer a rule could give."""

    SETTLED = "settled"  # a value, with reasons
    MISSING = "missing"  # facts to ask for
    DISCRETION = "discretion"  # statute or standard leaves it to an individual judgement
    SILENT = "silent"  # nobody has fixed it
    ELSEWHERE = "elsewhere"  # fixed in another document, named


class Evidence(Enum):
    """How surely a source is known; only the first two may carry a confirmed answer."""

    READ = "S"  # the provision's own text was read
    STATED = "S2"  # an authority states it
    RECALLED = "R"  # recalled, not seen
    INFERRED = "INF"  # inferred from other sources

    @property
    def confirmed(self) -> bool:
        """Whether an answer resting on this source may be shown as confirmed."""
        return self in (Evidence.READ, Evidence.STATED)


class Layer(Enum):
    """Which level an answer came from."""

    STATUTE = "statute"
    STANDARD = "standard"
    SETTING = "setting"  # a municipality's own dated setting
    DECISION = "decision"
    READING = "reading"  # our own reading of an open text, owned in docs/decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something is said: a work and a place in it. Never a copied sentence."""

    work: str  # "Serviceloven (SEL)", "Ballerup, Serviceniveau for midlertidigt ophold"
    place: str = ""  # "§ 107, stk. 2, nr. 1", "afsnit Sagsbehandlingstid"
    provision: str = ""  # the provision's id in a standard, "B16"; empty for statute
    layer: Layer = Layer.STATUTE
    evidence: Evidence = Evidence.READ
    valid_from: date | None = None
    valid_to: date | None = None
    undated: bool = False  # a standard that bears no date says so wherever it is cited

    def __str__(self) -> str:
        return f"{self.work}, {self.place}" if self.place else self.work


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence to show, in Danish, and where it comes from."""

    text: str
    source: Source
    text_en: str = ""  # the English sentence; empty only where the text is a citizen's or caseworker's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """Another way to read an ambiguous text, shown beside the binding one."""

    value: T
    unit: str  # a Unit's value, or a word of the rule's own
    why: str
    why_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Generic[T]):
    """One answer: its status, the value if settled, why, and what is still missing.

    Where it is left to an individual judgement the value, if any, is a guideline and never the outcome.
    """

    status: Status
    value: T | None = None
    because: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()  # facts to ask for, in Danish
    readings: tuple[Reading[T], ...] = ()  # all readings where the text is ambiguous, the binding one first
    caveat: Reason | None = None  # what must be said wherever the value is shown, lest it be taken for more than it is

    @property
    def confirmed(self) -> bool:
        """True only if every source it rests on was read or is stated by an authority."""
        return all(reason.source.evidence.confirmed for reason in self.because)

    def __post_init__(self) -> None:
        if self.status is Status.SETTLED and self.value is None:
            raise ValueError("A settled finding has a value.")
        if self.status not in (Status.SETTLED, Status.DISCRETION) and self.value is not None:
            raise ValueError("Only a settled finding has a value, or an individual judgement its guideline.")
        if self.caveat is not None and self.caveat not in self.because:
            raise ValueError("A caveat is one of the reasons.")
        if (self.status is Status.MISSING) != bool(self.missing):
            raise ValueError("A finding names missing facts exactly when its status is missing.")
