"""One shape in which every room tells what it holds on a case, so that the case page asks once for all of them.

A room offers `queries.facts(case)`, a tuple of querysets made with `rows`; the page unites them in one statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import CharField, DateField, F, IntegerField, Model, QuerySet, Value
from django.db.models.functions import Cast
from django_scopes import scope

from ophold.record.cases.models import Case

M = TypeVar("M", bound=Model)
ANY_CASE, ANY_MUNICIPALITY = -1, -2
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
    united = _union(querysets)
    return [] if united is None else _facts(united)


def read_often(asked: Callable[[Case], Iterable[QuerySet[Model]]], case: Case) -> list[Fact]:
    """The same of what `asked` gives for a case, which was fetched through access; for a page that is opened all day.

    `asked` must want nothing of the case but the case itself: its statement is put together once.
    """
    sql, params = statement(asked)
    own = {ANY_CASE: case.pk, ANY_MUNICIPALITY: case.municipality_id}
    with connection.cursor() as cursor:
        cursor.execute(sql, [own.get(value, value) for value in params])
        return _facts(cursor.fetchall())


def _union(querysets: Iterable[QuerySet[Model]]) -> QuerySet[Any] | None:
    parts = [queryset.values_list(*COLUMNS) for queryset in querysets]
    return parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0] if parts else None


def _facts(found: Iterable[tuple[Any, ...]]) -> list[Fact]:
    facts = [Fact(kind=kind, id=pk, on=_day(on), state=state, label=label) for kind, pk, on, state, label in found]
    return sorted(facts, key=lambda fact: (fact.kind, fact.on or date.min, fact.id))


@cache
def statement(asked: Callable[[Case], Iterable[QuerySet[Model]]]) -> tuple[str, tuple[Any, ...]]:
    """The statement, the same for every case but for two numbers, which stand there for a case that cannot be."""
    with scope(municipality=[ANY_MUNICIPALITY]):
        united = _union(asked(Case(pk=ANY_CASE, municipality_id=ANY_MUNICIPALITY)))
        assert united is not None
        return united.query.sql_with_params()


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value
