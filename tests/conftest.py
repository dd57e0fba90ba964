"""What every test gets: the cast, a fixed day, a guard over writes, and no way out of the machine."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django_scopes import scopes_disabled
from pytest_django import Settings

from ophold.record.cases.acts import acting, open_act
from ophold.record.journal import triggers
from ophold.record.people.models import Account
from tests import people

_WRITE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|TRUNCATE)\s+"?(\w+)', re.IGNORECASE)
_UNGUARDED = {"people_session"}  # Django's sessions write when they must (sessions.py)


def pytest_report_header() -> str:
    """Which database these tests ran on."""
    return f"database: {connection.vendor} ({connection.settings_dict['NAME']})"


# -- the cast ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def anna(db: None) -> Account:
    return people.anna()


@pytest.fixture
def bo(db: None) -> Account:
    return people.bo()


@pytest.fixture
def clara(db: None) -> Account:
    return people.clara()


@pytest.fixture
def dorte(db: None) -> Account:
    return people.dorte()


@pytest.fixture
def erik(db: None) -> Account:
    return people.erik()


@pytest.fixture
def fatma(db: None) -> Account:
    return people.fatma()


@pytest.fixture
def gert(db: None) -> Account:
    return people.gert()


@pytest.fixture
def client() -> people.Browser:
    """Nobody is signed in."""
    return people.Browser()


# -- the surroundings -------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _the_day(settings: Settings) -> None:
    settings.OPHOLD_TODAY = people.TODAY


@pytest.fixture(autouse=True)
def _scopes_off_in_the_test_itself() -> Iterator[None]:
    with scopes_disabled():
        yield


@cache
def _our_tables() -> frozenset[str]:
    ours = (model for model in apps.get_models() if model.__module__.startswith("ophold."))
    return frozenset(model._meta.db_table for model in ours) - _UNGUARDED


class WrittenOutsideAnAct(AssertionError):
    """Something changed our tables without being an act."""


def _guard(run: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    match = _WRITE.match(sql)
    if match and match[1] in _our_tables() and not open_act():
        raise WrittenOutsideAnAct(f"Outside an act: {sql[:200]}")
    return run(sql, params, many, context)


@pytest.fixture(autouse=True)
def _write_guard() -> Iterator[None]:
    with connection.execute_wrapper(_guard):
        yield


@pytest.fixture(autouse=True)
def _no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def loopback_only(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"A test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", loopback_only)


# -- emptying the tables between tests that commit: the one time append-only tables are emptied ------------------------

_flush = BaseDatabaseOperations.execute_sql_flush


def _flush_past_the_triggers(self: BaseDatabaseOperations, sql_list: Any) -> None:
    with acting("test set-up"), self.connection.cursor() as cursor:
        if self.connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            triggers.remove(self.connection)
        _flush(self, sql_list)
        triggers.install(self.connection)


BaseDatabaseOperations.execute_sql_flush = _flush_past_the_triggers  # type: ignore[method-assign]
