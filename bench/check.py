"""How long does it take to check a standard, against reading its file? `python -m bench.check`.

Goal: under 100 ms for one standard. The ratio is to one reading of the same file as a whole standard.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from ophold.standard.acts import load_acts
from ophold.standard.check import check
from ophold.standard.load import load_file

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, GOAL_MS = 7, 100.0
ON = date(2026, 11, 1)


def best(run: Callable[[], object]) -> float:
    """Milliseconds of one call, the best of some rounds."""
    found = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        run()
        found.append((time.perf_counter() - start) * 1000)
    return min(found)


def main() -> None:
    """Print the slowest standard's time and its ratio."""
    acts = load_acts(ROOT)
    rows = []
    for path in sorted((ROOT / "standards").glob("*/*.yaml")):
        standard = load_file(path)
        checked = best(partial(check, standard, on=ON, acts=acts))
        rows.append((checked, best(partial(load_file, path)), path.parent.name))
    milliseconds, read, name = max(rows)
    print(f"check of the slowest standard ({name}): {milliseconds:.2f} ms, goal {GOAL_MS:.0f} ms")
    print(f"reading its file: {read:.1f} ms; check / reading: {milliseconds / read:.3f}")
    print(f"reading the table of acts: {best(lambda: load_acts(ROOT)):.1f} ms")


if __name__ == "__main__":
    main()
