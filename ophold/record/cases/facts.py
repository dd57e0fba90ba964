"""One shape in which every room tells what it holds on a case, so that the case page asks once for all of them.

A room offers `queries.facts(case)`, a tuple of querysets made with `rows`; the page unites them in one statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import CharField, DateField, F, IntegerField, Model, QuerySet, Value
from django.db.models.functions import Cast

M = TypeVar("M", bound=Model)
COLUMNS = ("fact_kind", "fact_id", "fact_on", "fact_state", "fact_label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing a room holds: which kind, its number, its day, its stored code, and a word of its own."""

    kind: str
    id: int
    on: date | None
    state: str
    label: str


def rows(queryset: QuerySet[M], *, kind: str, on: str, state: str, label: str, number: str = "pk") -> QuerySet[Any]:
    """A queryset in the common shape. `on`, `state` and `label` name its fields (a date and two texts),
    `number` the one its page is found by."""
    return queryset.order_by().annotate(
        fact_kind=Value(kind, output_field=CharField()),
        fact_id=Cast(F(number), IntegerField()),
        fact_on=Cast(F(on), DateField()),
        fact_state=Cast(F(state), CharField()),
        fact_label=Cast(F(label), CharField()),
    )


def read(querysets: Iterable[QuerySet[Model]]) -> list[Fact]:
    """Every fact of the querysets, in one statement; oldest first within a kind."""
    parts = [queryset.values_list(*COLUMNS) for queryset in querysets]
    if not parts:
        return []
    found = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    facts = [Fact(kind=kind, id=pk, on=_day(on), state=state, label=label) for kind, pk, on, state, label in found]
    return sorted(facts, key=lambda fact: (fact.kind, fact.on or date.min, fact.id))


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value
