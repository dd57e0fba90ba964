"""Where do the rules that bind every council stand, and how surely do we know each place?

Not here: what a council adopted (each standard names its own places) and values with a number (`law.yaml`).
Sources: law.md, whose evidence marks are repeated here one by one.
"""

from __future__ import annotations

from ophold.law.finding import Evidence, Layer, Source

RSL = "Retssikkerhedsloven (RSL)"
FVL = "Forvaltningsloven (FVL)"
SEL = "Serviceloven (SEL)"

PROMPT_HANDLING = Source(work=RSL, place="§ 3, stk. 1")
RESPONSE_DEADLINE = Source(work=RSL, place="§ 3, stk. 2", evidence=Evidence.STATED)
COUNTING = Source(work="VEJ nr. 9533 af 26. juni 2018 om beregning af klagefrister", evidence=Evidence.STATED)
PUBLIC_HOLIDAYS = Source(work="Helligdagene", place="store bededag afskaffet fra 2024", evidence=Evidence.STATED)


def reading(number: str, title: str) -> Source:
    """Our own reading of an open text, kept in docs/decisions; an answer that rests on one is unconfirmed."""
    return Source(
        work="Ophold, aflæsninger", place=f"{number} {title}", layer=Layer.READING, evidence=Evidence.INFERRED
    )


ROLL_OVER = reading("0003", "Kun borgerens frister flyttes")
EARLIEST_BINDS = reading("0004", "Den tidligste dato binder kommunen")
