"""kill -9 on everybody who writes, at random moments: nothing acknowledged is lost, nothing is half, no letter twice.

Ten times on SQLite and three on PostgreSQL; with `OPHOLD_CRASH=1`, 50 and 10. More: `python -m bench.crash --trials N`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = (10, 50) if connection.vendor == "sqlite" else (3, 10)


@pytest.fixture
def empty() -> Iterator[str]:
    """The address of a database of our own; empty where the bench makes its own file."""
    if connection.vendor == "sqlite":
        yield ""
        return
    known = connection.settings_dict
    server = f"postgres://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}"
    name = f"ophold_crash_{os.getpid()}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{server}/{name}"
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_what_was_acknowledged_survives_a_kill_whole_and_once(empty: str) -> None:
    trials = MANY if os.environ.get("OPHOLD_CRASH") == "1" else FEW
    done = subprocess.run(
        [sys.executable, "-m", "bench.crash", "--trials", str(trials)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": empty},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"trials {trials}, " in done.stdout
    assert "lost 0, half 0, broken 0, twice 0, unsent 0" in done.stdout
