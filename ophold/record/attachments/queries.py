"""Reads across a case's papers; their contents are never read here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import CharField, F, Func, QuerySet, Value
from django.db.models.functions import Concat

from ophold.record.attachments.models import Attachment
from ophold.record.attachments.tray import Line, lines, shown_name
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case


class _Hex(Func):
    """Bytes as letters, so that a sealed name can stand in the union of facts."""

    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, function="HEX", **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="ENCODE(%(expressions)s, 'hex')", **more)


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """Every paper, for the case page: its name still sealed, what it came with and when."""
    return (_rows(Attachment.objects.filter(case=case)),)


def own_facts(case: Case) -> QuerySet[Any]:
    """Those the citizen may open, for the citizen's own page."""
    return _rows(Attachment.objects.filter(case=case, from_citizen=True))


def _rows(found: QuerySet[Attachment]) -> QuerySet[Any]:
    sealed = Concat(F("key"), Value(":"), _Hex(F("name"), output_field=CharField()), output_field=CharField())
    named = found.annotate(sealed_name=sealed)
    return rows(named, kind="attachment", on="received_on", state="came_with", label="sealed_name", number="number")


def columns() -> dict[str, Any]:
    """What `line` needs of a paper, where it is read as one part of a larger statement."""
    named = {name: name for name in ("key", "number", "subject", "kind", "size")}
    return {**named, "name": _Hex(F("name"), output_field=CharField())}


def line(row: Mapping[str, Any]) -> Line:
    """A paper as a page tells of it, from `columns`."""
    (found,) = lines([Attachment(**{**row, "name": bytes.fromhex(row["name"])})])
    return found


def opened(label: str) -> str:
    """The name in a fact."""
    key, _colon, sealed = label.partition(":")
    return shown_name(Attachment(key=key, name=bytes.fromhex(sealed)))
