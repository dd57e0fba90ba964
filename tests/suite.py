"""Everything `make test` runs, in one order, with one line for each part.

Checks first; then the tests on SQLite and PostgreSQL side by side; then the browser. Without CI, a database or
browser that is missing is said plainly and left out; with CI=true it is a failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "test"
POSTGRES = os.environ.get("OPHOLD_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/ophold")
PURE = ("law", "standard", "cli")  # nothing there opens a database; they run beside SQLite
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")


@dataclass(slots=True)
class Part:
    """One command, its output in a file, and how it went."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    began: float = 0.0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Run it in the background."""
        self.began = time.monotonic()
        log = (OUT / f"{self.name}.txt").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", *self.command],
            cwd=ROOT,
            env={**os.environ, "OPHOLD_DEMO": "1", "OPHOLD_VAR": str(OUT / self.name), **self.environment},
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )

    def finish(self) -> bool:
        """Wait for it; print a line, and what it said when it failed."""
        assert self.process is not None
        well = self.process.wait() == 0
        said = (OUT / f"{self.name}.txt").read_text(errors="replace").strip()
        seconds = time.monotonic() - self.began
        tests = self.command[0] == "pytest"
        print(f"{'ok ' if well else 'FAILED'}  {self.name}  {seconds:.0f} s", flush=True)
        if not well:
            print(said, flush=True)
        elif tests:
            print("\n".join(said.splitlines()[-14:]), flush=True)
        return well


def checks() -> list[Part]:
    """What reads the code without running it."""
    return [
        Part("ruff", ["ruff", "check", "."]),
        Part("format", ["ruff", "format", "--check", "."]),
        Part("types", ["mypy"]),
        Part("imports", ["importlinter.cli"]),
        Part("migrations", ["django", "makemigrations", "--check", "--dry-run", "--settings", "tests.settings"]),
    ]


def suites() -> list[Part]:
    """The tests, one part a database; nothing here opens a browser."""
    rest = ["pytest", "-q", "--durations=10", "-m", "not browser"]
    parts = [Part("sqlite", rest, {"DATABASE_URL": f"sqlite:///{OUT}/sqlite/ophold.sqlite3"})]
    if _postgres_answers():
        pure = [f"--ignore=tests/{folder}" for folder in PURE]
        parts.append(Part("postgresql", [*rest, *pure], {"DATABASE_URL": POSTGRES}))
    return parts


def browser() -> list[Part]:
    """The journeys, the pages through axe, and the pictures."""
    return [Part("browser", ["pytest", "-q", "--durations=5", "-m", "browser"])]


def _postgres_answers() -> bool:
    try:
        psycopg.connect(POSTGRES.rsplit("/", 1)[0] + "/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        print(f"{'FAILED' if IN_CI else 'NOTE'}  PostgreSQL did not answer; nothing was tested on it.", flush=True)
        return False
    return True


def _together(parts: list[Part]) -> bool:
    for part in parts:
        part.start()
    return sum(part.finish() for part in parts) == len(parts)


def _one_by_one(parts: list[Part]) -> bool:
    well = True
    for part in parts:
        part.start()
        well &= part.finish()
    return well


def main() -> int:
    """0 when everything ran and passed."""
    OUT.mkdir(parents=True, exist_ok=True)
    tests = suites()
    well = _one_by_one(checks())
    well &= _together(tests)
    well &= _one_by_one(browser())
    if IN_CI and len(tests) < 2:
        well = False
    print("Everything passed." if well else "Something failed; see above.", flush=True)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
