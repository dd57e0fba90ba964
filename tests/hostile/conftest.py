"""A database of one's own, for what is killed or served by other processes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import connection


@pytest.fixture
def own_database(transactional_db: None, tmp_path: Path) -> Iterator[str]:
    """The address of a copy of the tests' own database: every table, and no row."""
    held = connection.settings_dict
    connection.close()  # PostgreSQL copies only what nobody has open
    if connection.vendor == "sqlite":
        place = tmp_path / "own.sqlite3"
        with closing(sqlite3.connect(held["NAME"])) as tests, closing(sqlite3.connect(place)) as own:
            tests.backup(own)
        yield f"sqlite:///{place}"
        return
    server = f"postgres://{held['USER']}:{held['PASSWORD']}@{held['HOST']}:{held['PORT']}"
    name = f"ophold_own_{os.getpid()}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{held["NAME"]}"')
        try:
            yield f"{server}/{name}"
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
