"""What the council's standard says beside statute's test: information only, it gates nobody (law.md § 12, 15)."""

from __future__ import annotations

from dataclasses import dataclass

from ophold.law.promises import CitizenConditions, TargetGroup
from ophold.standard.matters import matter_of
from ophold.standard.shape import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardWords:
    """One provision in our own words, its place, and our remarks on it."""

    provision: str
    text: str
    place: str
    remarks: tuple[str, ...]


def beside(standard: Standard, language: str) -> tuple[StandardWords, ...]:
    """The provisions on whom the stay is for and what is expected of them."""
    named = dict.fromkeys(
        provision
        for kind in (TargetGroup, CitizenConditions)
        for provision in standard.promise(matter_of(kind).name).provisions
    )
    english = language == "en"
    return tuple(
        StandardWords(
            provision=name,
            text=found.en if english else found.da,
            place=found.place,
            remarks=tuple(remark.en if english else remark.da for remark in found.remarks),
        )
        for name in named
        if (found := standard.provisions[name])
    )
