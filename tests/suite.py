"""Everything `make test` runs, in one order, with one line for each part.

Checks first; then the tests on SQLite and PostgreSQL side by side; then the browser, and beside it, because a browser
leaves a core idle, the hostile tests on one database after the other. Without CI, a database or browser that is missing
is said plainly and left out; with CI=true it is a failure, and the hostile tests are as many as CI asks for.
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
PURE = (  # nothing there opens a database; they run once, beside SQLite
    *("law", "standard", "cli", "site/test_language.py", "standards/test_boxes.py", "operations/test_page.py"),
    *("architecture/test_templates.py", "architecture/test_forms.py", "architecture/test_rules.py"),
    *("architecture/test_glossary.py", "architecture/test_sources.py", "attachments/test_checking.py"),
    *("letters/test_content.py", "letters/test_typeset.py"),
)
HOSTILE = "tests/hostile"
# In CI: 20,000 hostile requests, 50 and 10 kills; each database its own chance.
IN_CI_HOSTILE = {
    "sqlite": {"OPHOLD_FUZZ": "13000", "OPHOLD_FUZZ_SEED": "107", "OPHOLD_CRASH": "1"},
    "postgresql": {"OPHOLD_FUZZ": "7000", "OPHOLD_FUZZ_SEED": "108", "OPHOLD_CRASH": "1"},
}
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
            print("\n".join(line[:200] for line in said.splitlines()[-14:]), flush=True)
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


def databases() -> dict[str, str]:
    """Where the tests make their own database, by its kind; PostgreSQL only where it answers."""
    found = {"sqlite": f"sqlite:///{OUT}/sqlite/ophold.sqlite3"}
    return found | ({"postgresql": POSTGRES} if _postgres_answers() else {})


def suites(kinds: dict[str, str]) -> list[Part]:
    """The tests, one part a database; nothing here opens a browser."""
    parts = []
    for kind, address in kinds.items():
        command = ["pytest", "-q", "--durations=10", "-m", "not browser", f"--ignore={HOSTILE}"]
        command += [f"--ignore=tests/{place}" for place in PURE] if kind != "sqlite" else []
        parts.append(Part(kind, command, {"DATABASE_URL": address}))
    return parts


def hostile(kinds: dict[str, str]) -> list[Part]:
    """What is done to the product by those who mean it no good; one part a database."""
    parts = []
    for kind, address in kinds.items():
        asked = IN_CI_HOSTILE[kind] if IN_CI else {}
        kept = {name: os.environ.get(name, value) for name, value in asked.items()}
        command = ["pytest", "-q", "-s", "--durations=5", HOSTILE]  # -s: they say how many they were
        parts.append(Part(f"hostile-{kind}", command, {"DATABASE_URL": address, **kept}))
    return parts


def browser() -> Part:
    """The journeys, the pages through axe, and the pictures."""
    return Part("browser", ["pytest", "-q", "--durations=5", "-m", "browser"])


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


def _beside(long: Part, others: list[Part]) -> bool:
    """One part, and the others one by one while it runs."""
    long.start()
    well = _one_by_one(others)
    return long.finish() and well


def main() -> int:
    """0 when everything ran and passed."""
    OUT.mkdir(parents=True, exist_ok=True)
    kinds = databases()
    well = _one_by_one(checks())
    well &= _together(suites(kinds))
    well &= _beside(browser(), hostile(kinds))
    if IN_CI and len(kinds) < 2:
        well = False
    print("Everything passed." if well else "Something failed; see above.", flush=True)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
