"""SQLite's own copy: whole also while others write (the backup API), and put back in one transaction."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections

from ophold.site.backup.manifest import BackupRefused

NAME = "database.sqlite3"


def _file() -> Path:
    return Path(str(settings.DATABASES["default"]["NAME"]))


def dump(target: Path) -> dict[str, str]:
    """Copy the database to `target`; a hash of each table in the copy."""
    if not _file().is_file():
        raise BackupRefused("Der blev ikke taget en kopi, fordi databasens fil ikke er der. Se DATABASE_URL.")
    with _opened(_file()) as live, _opened(target) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        return hashes(copy)


def is_empty() -> bool:
    """Whether nothing would be written over."""
    if not _file().exists():
        return True
    with _opened(_file()) as live:
        return not _tables(live)


def load(source: Path) -> dict[str, str]:
    """Put the copy in the database's place, whole or not at all; a hash of each table as it now is."""
    _file().parent.mkdir(parents=True, exist_ok=True)
    connections.close_all()
    try:
        with _opened(source) as copy, _opened(_file()) as live:
            copy.backup(live)
            return hashes(live)
    except sqlite3.OperationalError as busy:
        raise BackupRefused(
            "Der blev ikke lagt noget tilbage, fordi databasen er i brug. Stop tjenesten, og prøv igen."
        ) from busy


def check(source: Path) -> dict[str, str]:
    """The hashes of a copy that has not been put anywhere yet. Raises BackupRefused when it is not whole."""
    try:
        with _opened(source) as copy:
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError
            return hashes(copy)
    except sqlite3.DatabaseError as broken:
        raise BackupRefused("Der blev ikke lagt noget tilbage, fordi kopiens database er beskadiget.") from broken


def hashes(connection: sqlite3.Connection) -> dict[str, str]:
    """A hash over every row of every table, in the order of the key."""
    return {table: _hash(connection, table) for table in _tables(connection)}


def _hash(connection: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    named = ", ".join(f'quote("{column}")' for column in columns)
    said = hashlib.sha256()
    order = ", ".join(str(place) for place in range(1, len(columns) + 1))
    for row in connection.execute(f'SELECT {named} FROM "{table}" ORDER BY {order}'):  # noqa: S608 - its own names
        said.update(repr(row).encode())
    return said.hexdigest()


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return sorted(name for (name,) in found)


@contextmanager
def _opened(place: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(place, timeout=10, isolation_level=None)) as connection:
        yield connection
