"""Many rows at once into either database: COPY on PostgreSQL, one prepared statement on SQLite.

Constraints and triggers stand and are met by every row. Keys are given here, after the highest there is, so that rows
can point at one another before they are written; nobody else writes while a demonstration is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

Table = type[models.Model]


def highest_key(table: Table) -> int:
    """The highest key in a table; 0 where it is empty."""
    return int(table._base_manager.aggregate(highest=models.Max("pk"))["highest"] or 0)


def load(table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows whose values are the database's own, in the order of the table's columns."""
    names = [field.column for field in table._meta.concrete_fields]
    into = f'"{table._meta.db_table}" ({", ".join(f"{chr(34)}{name}{chr(34)}" for name in names)})'
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            values = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {into} VALUES ({values})", rows)  # noqa: S608 - names from the models


def settle_keys(tables: Iterable[Table]) -> None:
    """Let the database's own numbering go on after the keys given here."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)
