"""What does a standard look like before anybody has written in it, and what is the next thing to do in one?

Every matter is silent, no day is named, no provision is there. Not here: what each field means (`describe`).
"""

from __future__ import annotations

from ophold.standard.assemble import standard_from_plain
from ophold.standard.labels import STATES
from ophold.standard.matters import MATTERS
from ophold.standard.shape import Standard, State

TITLE = "Kvalitetsstandard for midlertidigt ophold i botilbud"


def blank(key: str, name: str, title: str = TITLE) -> Standard:
    """A standard that says nothing yet; raises StandardRefused for a key that is none."""
    header = {"key": key, "name": name, "title": title, "version": "undated-1"}
    return standard_from_plain({"schema": 0, "header": header, "provisions": {}, "promises": {}}, key)


def next_steps(standard: Standard, file: str) -> tuple[str, ...]:
    """What is left to do in it, in Danish, the first thing first."""
    header = standard.header
    steps = []
    if header.adopted_on is None:
        steps.append("Skriv i header, hvem der har vedtaget teksten og hvornår. Lad null stå, hvor teksten tier.")
    if not standard.provisions:
        steps.append("Skriv tekstens bestemmelser under provisions, én ad gangen, kort og med dine egne ord.")
    silent = [name for name in MATTERS if standard.promises[name].state is State.SILENT]
    if silent:
        shown = ", ".join(MATTERS[name].title.da.lower() for name in silent[:3])
        more = f" og {len(silent) - 3} andre" if len(silent) > 3 else ""
        steps.append(
            f"Skriv under promises, hvad teksten gør ved hvert emne. {STATES[State.SILENT].da.capitalize()} nu om "
            f"{shown}{more}. »ophold standard explain« fortæller om hvert emne."
        )
    return (*steps, f"Tjek filen: ophold standard check {file}")
