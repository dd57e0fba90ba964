"""How much respite (aflastning) does the standard speak of, beside what was granted?

Not here: the grant, which a caseworker measures out in each case, and its payment. The number is a guideline: never a
ground for refusing more, never an entitlement to it.
Sources: L4, B8; SEL § 1(3) (each case is judged on its own).
Reading: a published number and the standard's own arithmetic are shown side by side where they disagree
(docs/decisions/0011-respite-guideline.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from ophold.law import sources
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.promises import RespitePromise

DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Respite:
    """Full days (døgn) a year: what the standard publishes, what its own explanation adds up to, what was granted."""

    guideline: int | None
    pattern: tuple[int, ...]
    granted: int | None


def respite(promise: RespitePromise | None, source: Source, *, granted: int | None = None) -> Finding[Respite]:
    """The guideline beside the grant; always left to an individual judgement."""
    if granted is not None and granted < 0:
        raise ValueError("Full days granted cannot be fewer than none.")
    found = Respite(
        guideline=promise.guideline if promise else None, pattern=_pattern(promise) if promise else (), granted=granted
    )
    individual = Reason(
        "Antallet af døgn måles ud for den enkelte.", source, "The number of full days is measured out in each case."
    )
    because = (individual, *_guideline(found, source), *_pattern_disagrees(found, source), JUDGED)
    return Finding(status=Status.DISCRETION, value=found, because=because)


def no_respite(silence: Source) -> Finding[Respite]:
    """The answer where the standard says nothing about respite."""
    silent = Reason("Standarden siger intet om aflastning.", silence, "The standard says nothing about respite.")
    return Finding(status=Status.SILENT, because=(silent, JUDGED))


JUDGED = Reason(
    "Loven fastsætter intet antal; hver sag vurderes for sig.",
    sources.INDIVIDUAL_JUDGEMENT,
    "Statute fixes no number; each case is judged on its own.",
)


def _pattern(promise: RespitePromise) -> tuple[int, ...]:
    """The standard's own explanation as arithmetic, once for each length a weekend can have."""
    if promise.pattern_weekends is None:
        return ()
    holiday = DAYS_IN_A_WEEK * promise.pattern_holiday_weeks
    return tuple(promise.pattern_weekends * each + holiday for each in promise.pattern_full_days_per_weekend)


def _guideline(found: Respite, source: Source) -> tuple[Reason, ...]:
    if found.guideline is None:
        return ()
    return (
        Reason(
            f"Som udgangspunkt op til {found.guideline} døgn om året. Tallet er hverken et loft eller et krav.",
            source,
            f"As a rule up to {found.guideline} full days a year. The number is neither a cap nor an entitlement.",
        ),
    )


def _pattern_disagrees(found: Respite, source: Source) -> tuple[Reason, ...]:
    if not found.pattern or found.guideline in found.pattern:
        return ()
    sums, sums_en = (f" {word} ".join(map(str, found.pattern)) for word in ("eller", "or"))
    return (
        Reason(
            f"Standardens egen forklaring giver {sums} døgn og ikke {found.guideline}.",
            source,
            f"The standard's own explanation gives {sums_en} full days and not {found.guideline}.",
        ),
    )
