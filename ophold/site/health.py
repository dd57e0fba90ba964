"""Is the service well? A few yeses and noes for load balancers and monitoring; nothing about a person, no sign-in.

Pages can be answered when the database is there and migrated. A worker that stands still and a full disk are told, but
do not take the pages away.
"""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from ophold.record.letters import heartbeat
from ophold.record.people.models import Municipality

PATH = "/helbred"
LATE_AFTER = timedelta(seconds=60)
ROOM_NEEDED = 500 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What was found."""

    database: bool
    migrated: bool
    worker: bool
    disk: bool

    @property
    def serves(self) -> bool:
        """Whether pages can be answered."""
        return self.database and self.migrated

    def told(self) -> dict[str, bool]:
        """As JSON."""
        return {"ok": self.serves, **asdict(self)}


def now(at: datetime) -> Health:
    """Look."""
    database = database_answers()
    return Health(database=database, migrated=database and _migrated(), worker=worker_alive(at), disk=disk_has_room())


def database_answers() -> bool:
    """Whether a statement is answered."""
    try:
        connection.ensure_connection()
        return bool(connection.is_usable())
    except DatabaseError:
        return False


def missing_migrations() -> list[str]:
    """Changes to the tables that the code needs and the database has not had."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def worker_alive(at: datetime) -> bool:
    """Whether the worker has said it is alive within the last minute."""
    beat = heartbeat.last()
    return beat is not None and abs(at - beat) < LATE_AFTER


def disk_has_room() -> bool:
    """Whether there is room where running data lies."""
    try:
        return shutil.disk_usage(settings.VAR).free > ROOM_NEEDED
    except OSError:
        return False


def _migrated() -> bool:
    try:
        Municipality.objects.exists()  # the tables may have gone since the first yes
        return _migrated_once()
    except (DatabaseError, _NotMigrated):
        return False


class _NotMigrated(Exception):
    """Not cached: it may be migrated a moment later."""


@cache
def _migrated_once() -> bool:
    """The code does not change while it runs, so a yes stays a yes."""
    if missing_migrations():
        raise _NotMigrated
    return True
