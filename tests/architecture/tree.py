"""The files these tests look at: those that are tracked, or would be."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def files(*suffixes: str, under: str = "") -> tuple[Path, ...]:
    """Tracked and new files, by suffix; without those that git ignores. Outside git, all that lie there."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        names = [name for name in listed.stdout.decode().split("\0") if name]
    else:
        parts = ("ophold", "tests", "bench", "docs", "standards", "municipalities", "rates", "requirements")
        names = [str(path.relative_to(ROOT)) for part in parts for path in (ROOT / part).rglob("*") if path.is_file()]
    found = (ROOT / name for name in sorted(names) if name.startswith(under))
    return tuple(path for path in found if path.is_file() and (not suffixes or path.suffix in suffixes))


def code(under: str = "ophold/") -> tuple[Path, ...]:
    """Python files, without migrations."""
    return tuple(path for path in files(".py", under=under) if "migrations" not in path.parts)


@cache
def parsed(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path, line: int | None = None) -> str:
    """How a test names a place."""
    place = str(path.relative_to(ROOT))
    return f"{place}:{line}" if line else place
