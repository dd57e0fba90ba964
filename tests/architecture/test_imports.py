"""Who may import whom, and who may ask what time it is."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

from tests.architecture import tree

# The edge: what starts something on its own account. Everybody else is told the time.
EDGE_NAMES = {"views.py", "middleware.py", "sessions.py", "tasks.py", "worker.py", "cli.py", "running.py"}
EDGE_FOLDERS = ("/management/commands/", "/views/", "/cli/", "/demo/")


def test_the_import_contracts_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    done = subprocess.run(
        command, cwd=tree.ROOT, capture_output=True, text=True, check=False, env={**os.environ, "OPHOLD_DEMO": "1"}
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_clock_is_read_at_the_edge_only() -> None:
    found = []
    for path in tree.code():
        place = tree.named(path)
        if path.name in EDGE_NAMES or any(folder in place for folder in EDGE_FOLDERS):
            continue
        if place == "ophold/record/clock.py":
            continue
        for node in ast.walk(tree.parsed(path)):
            if not isinstance(node, ast.ImportFrom):
                continue
            names = {name.name for name in node.names}
            if (node.module == "ophold.record" and "clock" in names) or (
                node.module == "ophold.record.clock" and names & {"now", "today"}
            ):
                found.append(tree.named(path, node.lineno))
    assert not found, "The clock is read in views, commands and the worker; pass the time in:\n" + "\n".join(found)


def test_ruff_refuses_every_other_clock() -> None:
    settings = (tree.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for clock in ("date.today", "datetime.now", "datetime.utcnow", "timezone.now", "timezone.localdate"):
        assert f'{clock}".msg' in settings
