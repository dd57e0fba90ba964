"""Is a criterion met, not met, or still open, by the facts known so far, and what is to be asked next?

Not here: any particular criterion (`hearing_duty`, `limbs`). A criterion is a tree (all of, one of, not) over named
facts and has three values. A fact that is missing is unknown and never false; a decided answer never changes when more
facts arrive; an open one names what to ask (property-tested).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Facts: TypeAlias = Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact that a person answers yes or no."""

    name: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Met when every part is; not met as soon as one is not."""

    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Met as soon as one part is; not met when none is."""

    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Met when its part is not."""

    part: Criterion


Criterion: TypeAlias = Fact | AllOf | OneOf | Not


def all_of(*parts: Criterion | str) -> AllOf:
    """Every part must hold; a plain text is a fact's name."""
    return AllOf(tuple(_criterion(part) for part in parts))


def one_of(*parts: Criterion | str) -> OneOf:
    """One part must hold; a plain text is a fact's name."""
    return OneOf(tuple(_criterion(part) for part in parts))


def not_(part: Criterion | str) -> Not:
    """The part must not hold; a plain text is a fact's name."""
    return Not(_criterion(part))


def truth(criterion: Criterion, facts: Facts) -> bool | None:
    """True, false, or None while the facts known do not decide it."""
    match criterion:
        case Fact(name):
            return facts.get(name)
        case Not(part):
            inner = truth(part, facts)
            return None if inner is None else not inner
        case AllOf(parts):
            values = [truth(part, facts) for part in parts]
            return False if False in values else None if None in values else True
        case OneOf(parts):
            values = [truth(part, facts) for part in parts]
            return True if True in values else None if None in values else False


def ask_next(criterion: Criterion, facts: Facts) -> tuple[str, ...]:
    """The facts still worth asking for, in the tree's order; empty exactly when the criterion is decided."""
    if truth(criterion, facts) is not None:
        return ()
    match criterion:
        case Fact(name):
            return (name,)
        case Not(part):
            return ask_next(part, facts)
        case AllOf(parts) | OneOf(parts):
            return tuple(dict.fromkeys(name for part in parts for name in ask_next(part, facts)))


def names(criterion: Criterion) -> tuple[str, ...]:
    """Every fact the criterion speaks of, once each, in the tree's order."""
    match criterion:
        case Fact(name):
            return (name,)
        case Not(part):
            return names(part)
        case AllOf(parts) | OneOf(parts):
            return tuple(dict.fromkeys(name for part in parts for name in names(part)))


def _criterion(part: Criterion | str) -> Criterion:
    return Fact(part) if isinstance(part, str) else part
