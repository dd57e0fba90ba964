"""How much does a letter cost over an empty typst document, in one process and one run? `python -m bench.letters`.

The empty document has the same fonts and the same PDF/UA-1 check, so the ratio is what the letter itself adds. Also
shown: letters a second on one core, against the goal of 60.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import django
import typst

ROUNDS = 5
LETTERS = 60
GOAL_RATIO = 20.0
GOAL_A_SECOND = 60.0
EMPTY = """#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.title)
#set text(font: ("IBM Plex Sans", "DejaVu Sans", "Noto Emoji"), fallback: false, lang: "da", region: "DK")
#letter.title
"""


def best(run: Callable[[int], object]) -> float:
    """CPU seconds of one call, the best of some rounds."""
    found = []
    for _round in range(ROUNDS):
        start = time.process_time()
        for number in range(LETTERS):
            run(number)
        found.append((time.process_time() - start) / LETTERS)
    return min(found)


def empty_document(folder: Path, fonts: Path) -> Callable[[int], object]:
    """Compiles a document of one line."""
    place = folder / "empty.typ"
    place.write_text(EMPTY, encoding="utf-8")
    compiler = typst.Compiler(root=str(folder), font_paths=[str(fonts)], ignore_system_fonts=True)

    def run(number: int) -> object:
        inputs = {"letter": json.dumps({"title": f"Brev {number}"})}
        return compiler.compile(str(place), format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"])

    return run


def main() -> int:
    """Measure and print; 1 when a goal is missed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ophold.site.settings")
    django.setup()
    from dataclasses import replace

    from django.conf import settings

    from ophold.record.letters import typeset
    from tests.letters.examples import PARTIAL

    with TemporaryDirectory() as folder:
        plain = best(empty_document(Path(folder), settings.LETTER_FONTS_DIR))
    letter = best(lambda number: typeset.pdf(replace(PARTIAL, reference=f"BAL-2026-{number:05d}")))
    rate = 1 / letter
    print(f"empty typst document  {plain * 1000:6.2f} ms")
    print(f"letter                {letter * 1000:6.2f} ms   {letter / plain:.1f} x (goal: at most {GOAL_RATIO:.0f} x)")
    print(f"letters a second      {rate:6.0f}      on one core (goal: at least {GOAL_A_SECOND:.0f})")
    return 0 if letter / plain <= GOAL_RATIO and rate >= GOAL_A_SECOND else 1


if __name__ == "__main__":
    sys.exit(main())
