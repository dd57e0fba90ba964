"""PostgreSQL's own copy: pg_dump on a snapshot that the hashes are reckoned on as well, and pg_restore in one piece."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from ophold.site.backup.manifest import BackupRefused

NAME = "database.dump"
OURS = "ophold_"  # the triggers' functions

_Cursor = Any  # Django's cursor is psycopg's here


def dump(target: Path) -> dict[str, str]:
    """Dump to `target`; a hash of each table as the dump saw it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        _run(
            "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}"
        )
        return _hashes(cursor)


def is_empty() -> bool:
    """Whether nothing would be written over."""
    with connection.cursor() as cursor:
        return not _tables(cursor)


def load(source: Path) -> dict[str, str]:
    """Put the dump in the database's place; a hash of each table as it now is."""
    _drop_everything()
    connection.close()
    _run(
        "pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
        f"--dbname={settings.DATABASES['default']['NAME']}", str(source),
    )  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        return _hashes(cursor)


def check(source: Path) -> dict[str, str] | None:
    """Whether the dump can be read; its hashes are known only once it is restored. Raises BackupRefused."""
    _run("pg_restore", "--list", str(source))
    return None


def _drop_everything() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if tables := _tables(cursor):
            named = ", ".join(f'"{name}"' for name in tables)
            cursor.execute(f"DROP TABLE {named} CASCADE")
        cursor.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace "
            "AND starts_with(proname, 'ophold_')"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP FUNCTION "{name}"() CASCADE')


def _hashes(cursor: _Cursor) -> dict[str, str]:
    cursor.execute("SELECT set_config('TimeZone', 'UTC', true)")
    return {table: _hash(cursor, table) for table in _tables(cursor)}


def _hash(cursor: _Cursor, table: str) -> str:
    said = hashlib.sha256()
    order = f'SELECT row::text FROM "{table}" AS row ORDER BY row::text COLLATE "C"'  # noqa: S608 - its own names
    with cursor.copy(f"COPY ({order}) TO STDOUT") as rows:
        for part in rows:
            said.update(part)
    return said.hexdigest()


def _tables(cursor: _Cursor) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
    return [name for (name,) in cursor.fetchall()]


def _run(tool: str, *words: str) -> None:
    """One of PostgreSQL's own tools, told where the database is by its environment and never by its arguments."""
    place = shutil.which(tool)
    if place is None:
        raise BackupRefused(f"Værktøjet {tool} mangler. På Debian: apt install postgresql-client")
    held: dict[str, object] = dict(settings.DATABASES["default"])
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    told = {name: str(held[key]) for name, key in names.items() if held.get(key)}
    done = subprocess.run([place, *words], env={**os.environ, **told}, capture_output=True, check=False)  # noqa: S603
    if done.returncode:  # its own words may quote rows
        raise BackupRefused(f"{tool} gik ikke godt (kode {done.returncode}). Prøv den for sig, og se, hvad den siger.")
