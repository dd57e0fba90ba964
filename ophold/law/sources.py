"""Where do the rules that bind every council stand, and how surely do we know each place?

Not here: what a council adopted (each standard names its own places) and values with a number (`law.yaml`).
Sources: docs/sources.toml names the editions; the evidence marks say how surely each place is known.
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
        work="Ophold, fortolkninger", place=f"{number} {title}", layer=Layer.READING, evidence=Evidence.INFERRED
    )


ROLL_OVER = reading("0003", "Kun borgerens frister flyttes")
EARLIEST_BINDS = reading("0004", "Den tidligste dato binder kommunen")
LETTER_DAYS = reading("0005", "Brevdage læses til fordel for modtageren")
FOLLOW_UP_START = reading("0006", "Opfølgning regnes fra opholdets første dag")
REVIEW_NEVER_ENDS = reading("0007", "En bevillingsperiode er en dag for gennemsyn")

DIGITAL_POST = Source(
    work="Lov om Digital Post", place="§ 10, og Ankestyrelsens principafgørelse 26-16", evidence=Evidence.STATED
)
RECORDED = Source(work="Sagens egne oplysninger", place="registreret modtagelse", layer=Layer.DECISION)
CASEWORKER = Source(work="Sagens egne oplysninger", place="sagsbehandlerens beslutning", layer=Layer.DECISION)

HEARING_DUTY = Source(work=FVL, place="§ 19, stk. 1", evidence=Evidence.STATED)
COMPLAINT_GUIDANCE = Source(work=FVL, place="§ 25", evidence=Evidence.STATED)
REASONS = Source(work=FVL, place="§ 24", evidence=Evidence.STATED)
CONTINUOUS_FOLLOW_UP = Source(work=SEL, place="§ 148, stk. 2")
NO_TIME_LIMIT = Source(
    work="Social- og Boligministeriet om midlertidige botilbud", place="opholdets varighed", evidence=Evidence.STATED
)
INDIVIDUAL_JUDGEMENT = Source(work=SEL, place="§ 1, stk. 3")
MUST_NUMBER_ONE = Source(work=SEL, place="§ 107, stk. 2, nr. 1")
MUST_NUMBER_TWO = Source(work=SEL, place="§ 107, stk. 2, nr. 2")
MAY = Source(work=SEL, place="§ 107, stk. 1")
MAY_NOT_CLOSED = Source(
    work="Ombudsmanden om en kan-bestemmelse (30. juni 2024)", place="brugt som mønster", evidence=Evidence.INFERRED
)


def exemption(number: int) -> Source:
    """A ground in FVL § 19(2); the six grounds are recalled, their text was not read."""
    return Source(work=FVL, place=f"§ 19, stk. 2, nr. {number}", evidence=Evidence.RECALLED)
