"""When does a stay end, and how?

Not here: the day of review (`review`), which ends nothing. Sources: F8, B10, H8; Ankestyrelsen's article of 2016 on
moving residents out; the ministry on the length of a stay; RSL § 72(1) and (4).
Reading: the standard's grounds are what the municipality says beforehand; each ending is a decision of its own, with
hearing, reasons and complaint guidance (docs/decisions/0007-review-never-ends.md).
"""

from __future__ import annotations

from collections.abc import Mapping

from ophold.law import sources
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.promises import EndingGrounds
from ophold.law.review import NO_LIMIT

Words = Mapping[str, tuple[str, str]]


def ending(grounds: EndingGrounds, source: Source, words: Words) -> Finding[tuple[tuple[str, ...], ...]]:
    """The grounds the council names, each a reason of its own; `words` says each fact in Danish and English."""
    verb, verb_en = ("kan slutte", "may end") if grounds.may else ("slutter", "ends")
    said = tuple(
        Reason(
            f"Opholdet {verb}, når {' og '.join(words[fact][0] for fact in ground)}.",
            source,
            f"The stay {verb_en} when {' and '.join(words[fact][1] for fact in ground)}.",
        )
        for ground in grounds.grounds
    )
    return Finding(status=Status.SETTLED, value=grounds.grounds, because=(*said, DECISION, NO_LIMIT))


def no_grounds(silence: Source) -> Finding[tuple[tuple[str, ...], ...]]:
    """The answer where the standard names no ground."""
    silent = Reason(
        "Standarden siger intet om, hvornår et ophold slutter.",
        silence,
        "The standard says nothing about when a stay ends.",
    )
    return Finding(status=Status.SILENT, because=(silent, DECISION, NO_LIMIT))


DECISION = Reason(
    "Et ophold slutter ved en ny afgørelse, som man høres om og kan klage over.",
    sources.ENDING_IS_A_DECISION,
    "A stay ends by a new decision, which one is heard about and can complain about.",
)
