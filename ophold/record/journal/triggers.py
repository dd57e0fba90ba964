"""What the database itself refuses, whoever asks: changing a journal, and mixing two municipalities' rows.

Generated from the models. `append_only = True` on a model: no update, no delete, no truncate. `erasable = (…)`: the
only update is setting all these fields to NULL; no delete, no truncate. Both let through that a sealed column
(`sealed_under`) is sealed again with a key of a higher number, and nothing else with it. Every table with a
municipality refuses a row whose municipality differs from that of a row it points at, and no row changes municipality.

Installed after every migrate, again and again, because SQLite drops a table's triggers without a word when a later
migration rebuilds it; and taken away before, because SQLite cannot rebuild a table that another's trigger reads.
Not here: the chain, which tells when somebody took the triggers away (`verify`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

PREFIX = "ophold_"


def wanted(vendor: str, apps: Apps = installed) -> dict[str, list[str]]:
    """Every trigger by its name, with the statements that make it."""
    found: dict[str, list[str]] = {}
    for model in apps.get_models():
        for name, table, events, refusals in _rules(model):
            make = _sqlite if vendor == "sqlite" else _postgresql
            found |= make(name, table, events, refusals)
    return found


class Standing(NamedTuple):
    """A trigger of ours as it is in the database: its table, and what it does."""

    table: str
    does: str

    def as_made(self, statements: list[str]) -> bool:
        """Whether it still does what it was made to do."""
        return any(self.does in statement for statement in statements)


def standing(connection: BaseDatabaseWrapper) -> dict[str, Standing]:
    """The triggers of ours that are in the database and switched on, by name."""
    sql = (
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, t.tgrelid::regclass::text, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal AND t.tgenabled = 'O'"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {name: Standing(table, does) for name, table, does in cursor.fetchall() if name.startswith(PREFIX)}


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that ought to stand and do not, or do something else."""
    stand = standing(connection)
    want = wanted(connection.vendor)
    return sorted(name for name, made in want.items() if name not in stand or not stand[name].as_made(made))


def install(connection: BaseDatabaseWrapper, apps: Apps = installed) -> None:
    """Make the database refuse what it must; nothing happens when all stand already."""
    stand = standing(connection)
    want = wanted(connection.vendor, apps)
    with connection.cursor() as cursor:
        for name, its in stand.items():
            if name not in want or not its.as_made(want[name]):
                cursor.execute(_drop(connection.vendor, name, its.table))
        for name, statements in want.items():
            if name not in stand or not stand[name].as_made(statements):
                for statement in statements:
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger of ours away; only a migration on SQLite does, and tests that play the intruder."""
    with connection.cursor() as cursor:
        for name, its in standing(connection).items():
            cursor.execute(_drop(connection.vendor, name, its.table))


def before_migrate(using: str, plan: list[Any], **_: object) -> None:
    """Receiver of pre_migrate."""
    connection = connections[using]
    if connection.vendor == "sqlite" and plan:
        remove(connection)


def after_migrate(using: str, apps: Apps = installed, **_: object) -> None:
    """Receiver of post_migrate; `apps` are the models as the last migration left them."""
    install(connections[using], apps)


# -- what is refused --------------------------------------------------------------------------------------------------

# A rule: name, table, events, and refusals as (condition on OLD and NEW, sentence).
_Rule = tuple[str, str, str, list[tuple[str, str]]]


def _rules(model: type[models.Model]) -> Iterator[_Rule]:
    table = model._meta.db_table
    today = _as_written(model)
    if getattr(today, "append_only", False):
        for event in ("update", "delete", "truncate"):
            unless = f"({_resealing(model, today)}) IS NOT TRUE" if event == "update" and _sealed(today) else ""
            yield f"{PREFIX}{table}_append_only_{event}", table, event, [(unless, f"{table} is append-only")]
    erasable: tuple[str, ...] = getattr(today, "erasable", ())
    if erasable:
        for event in ("delete", "truncate"):
            yield f"{PREFIX}{table}_append_only_{event}", table, event, [("", f"{table} is never deleted")]
        yield f"{PREFIX}{table}_append_only_update", table, "update", [_more_than_erasing(model, erasable)]
    yield from _tenant_rules(model)


def _as_written(model: type[models.Model]) -> type[models.Model] | None:
    """The model in today's code; a model as a migration left it knows its columns only."""
    try:
        return installed.get_model(model._meta.label)
    except LookupError:
        return None


def _more_than_erasing(model: type[models.Model], erasable: tuple[str, ...]) -> tuple[str, str]:
    kept = [field.column for field in _fields(model) if field.name not in erasable]
    gone = [field.column for field in _fields(model) if field.name in erasable]
    erases = [f'NEW."{column}" IS NULL' for column in gone]
    keeps = [f'NEW."{column}" = OLD."{column}"' for column in kept]
    allowed = f"({' AND '.join(erases + keeps)}) OR ({_resealing(model, _as_written(model))})"
    return f"({allowed}) IS NOT TRUE", f"{model._meta.db_table} may only be erased"


def _sealed(today: type[models.Model] | None) -> tuple[str, ...]:
    return tuple(getattr(today, "sealed_under", ()))


def _resealing(model: type[models.Model], today: type[models.Model] | None) -> str:
    """That sealed columns move to a later key, and every other column stays as it is."""
    said = []
    for field in _fields(model):
        new, old = f'NEW."{field.column}"', f'OLD."{field.column}"'
        if field.name in _sealed(today):
            said.append(f"KEY_OF({new}) > KEY_OF({old})")
        else:
            said.append(f"({new} = {old} OR ({new} IS NULL AND {old} IS NULL))")
    return " AND ".join(said)


def _tenant_rules(model: type[models.Model]) -> Iterator[_Rule]:
    table = model._meta.db_table
    own = _municipality(model)
    if own is None:
        return
    stays = f'NEW."{own}" <> OLD."{own}"', f"{table}: a row never changes municipality"
    yield f"{PREFIX}{table}_municipality_stays", table, "update", [stays]
    refusals = []
    for field in _fields(model):
        if not isinstance(field, models.ForeignKey):
            continue
        parent = field.target_field.model
        theirs = _municipality(parent)
        if theirs is None:
            continue
        key = field.target_field.column
        elsewhere = (
            f'EXISTS (SELECT 1 FROM "{parent._meta.db_table}" AS parent '  # noqa: S608 - names from the models
            f'WHERE parent."{key}" = NEW."{field.column}" AND (parent."{theirs}" <> NEW."{own}" '
            f'OR (parent."{theirs}" IS NOT NULL AND NEW."{own}" IS NULL)))'
        )
        refusals.append((elsewhere, f"{table}: {field.name} belongs to another municipality"))
    if refusals:
        for event in ("insert", "update"):
            yield f"{PREFIX}{table}_tenant_{event}", table, event, refusals


def _fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """By name: a model as a migration left it has them in another order, and the texts are compared."""
    return sorted(model._meta.concrete_fields, key=lambda field: field.name)


def _municipality(model: type[models.Model]) -> str | None:
    """The column that says whose row it is."""
    for field in model._meta.concrete_fields:
        if field.name == "municipality" and isinstance(field, models.ForeignKey):
            return field.column
    return None


# -- in each database's words -----------------------------------------------------------------------------------------

_KEY_OF = re.compile(r"KEY_OF\(([^)]*)\)")  # the number of the key a value is sealed with: its second byte


def _sqlite(name: str, table: str, event: str, refusals: list[tuple[str, str]]) -> dict[str, list[str]]:
    if event == "truncate":  # SQLite has none: DELETE without a condition fires the delete trigger
        return {}
    refusals = [(_KEY_OF.sub(r"hex(substr(\1, 2, 1))", condition), says) for condition, says in refusals]
    steps = "".join(
        f" SELECT RAISE(ABORT, '{says}'){' WHERE ' + condition if condition else ''};" for condition, says in refusals
    )
    return {name: [f'CREATE TRIGGER "{name}" BEFORE {event.upper()} ON "{table}" BEGIN{steps} END']}


def _postgresql(name: str, table: str, event: str, refusals: list[tuple[str, str]]) -> dict[str, list[str]]:
    refusals = [(_KEY_OF.sub(r"get_byte(\1, 1)", condition), says) for condition, says in refusals]
    steps = "".join(
        f" IF {condition or 'TRUE'} THEN RAISE EXCEPTION '{says}' USING ERRCODE = '23000'; END IF;"
        for condition, says in refusals
    )
    level = "STATEMENT" if event == "truncate" else "ROW"
    answer = {"delete": "OLD", "truncate": "NULL"}.get(event, "NEW")
    return {
        name: [
            f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS '
            f"$$ BEGIN{steps} RETURN {answer}; END $$",
            f'CREATE OR REPLACE TRIGGER "{name}" BEFORE {event.upper()} ON "{table}" '
            f'FOR EACH {level} EXECUTE FUNCTION "{name}"()',
        ]
    }


def _drop(vendor: str, name: str, table: str) -> str:
    if vendor == "sqlite":
        return f'DROP TRIGGER IF EXISTS "{name}"'
    return f'DROP TRIGGER IF EXISTS "{name}" ON {table}'
