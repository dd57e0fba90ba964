"""Which citations, in a standard or in any text, are of something that a newer edition had replaced on a day?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ophold.standard.acts import Act, Acts
from ophold.standard.shape import Standard

# "LBK nr. 798 af 7. august 2019", "VEJ 14/2011", "BEK 1387": which series, its number, and the year if it is told
_NUMBERED = re.compile(
    r"\b(LBK|BEK|VEJ|SKR)\s*(?:nr\.?\s*)?(\d{1,5})\b(?:/(\d{4})|\s+af\s+(?:[\d.]+\s*\w+\s+)?(\d{4}))?", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """One citation that no longer holds."""

    act: Act  # what is cited
    newest: Act  # what had taken its place
    provision: str  # in a standard; "" elsewhere
    confirmed: bool


def in_standard(standard: Standard, acts: Acts, on: date) -> tuple[Superseded, ...]:
    """Every citation of a standard that was outdated on a day, once for each provision it stands in."""
    found = []
    for citation in standard.header.cites:
        act = acts.cited(citation)
        for provision in (citation.provisions or ("",)) if act else ():
            found += _if_replaced(act, acts, on, provision) if act else []
    return tuple(found)


def in_text(text: str, acts: Acts, on: date) -> tuple[Superseded, ...]:
    """Every numbered act in a text that was outdated on a day; each once."""
    found: dict[str, Superseded] = {}
    for series, number, *years in _NUMBERED.findall(text):
        year = next((int(each) for each in years if each), None)
        for act in acts.every:
            if act.number == f"{series.upper()} {number}" and year in (None, act.issued_in):
                found.update((act.key, each) for each in _if_replaced(act, acts, on, ""))
    return tuple(found.values())


def _if_replaced(act: Act, acts: Acts, on: date, provision: str) -> list[Superseded]:
    newest, confirmed = acts.replaced_by(act, on)
    if newest is None:
        return []
    return [Superseded(act=act, newest=newest, provision=provision, confirmed=confirmed)]
