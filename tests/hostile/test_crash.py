"""kill -9 on everybody who writes, at random moments: nothing acknowledged is lost, nothing is half, no letter twice.

Ten times on SQLite and three on PostgreSQL; with `OPHOLD_CRASH=1`, 50 and 10. More: `python -m bench.crash --trials N`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = (10, 50) if connection.vendor == "sqlite" else (3, 10)


def test_what_was_acknowledged_survives_a_kill_whole_and_once(own_database: str) -> None:
    trials = MANY if os.environ.get("OPHOLD_CRASH") == "1" else FEW
    done = subprocess.run(
        [sys.executable, "-m", "bench.crash", "--trials", str(trials)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": own_database},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"trials {trials}, " in done.stdout
    assert "lost 0, half 0, broken 0, twice 0, unsent 0" in done.stdout
