"""An environment like production's, for commands that run in a process of their own."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

from tests.architecture import tree

KEYS = ("OPHOLD_SECRET_KEY", "OPHOLD_CPR_SEAL_KEY", "OPHOLD_CPR_INDEX_KEY", "OPHOLD_JOURNAL_KEY")


def a_key() -> str:
    """A new one."""
    return base64.b64encode(os.urandom(32)).decode()


def production(var: Path, **changed: str) -> dict[str, str]:
    """Every needed variable, and a database of its own in `var`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("OPHOLD_", "DJANGO_", "DATABASE_", "PYTEST_"))
    }
    own = {"OPHOLD_VAR": str(var), "OPHOLD_HOSTS": "ophold.example,127.0.0.1", "OPHOLD_PROXY": "1"}
    return {**kept, **{name: a_key() for name in KEYS}, **own, **changed}


def ophold(*words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The `ophold` command."""
    command = [sys.executable, "-m", "ophold.cli", *words]
    return subprocess.run(
        command, cwd=tree.ROOT, env=environment, capture_output=True, text=True, check=False, timeout=240
    )
