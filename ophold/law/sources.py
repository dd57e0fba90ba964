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
REMITTED = Source(work=RSL, place="§ 3 a", evidence=Evidence.STATED)
SHARE_OF_CASES = reading("0091", "En del af sagerne er stadig en frist")
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
MUST = Source(work=SEL, place="§ 107, stk. 2")
MAY = Source(work=SEL, place="§ 107, stk. 1")
MAY_NOT_CLOSED = Source(
    work="Ombudsmanden om en kan-bestemmelse (30. juni 2024)", place="brugt som mønster", evidence=Evidence.INFERRED
)

# what the checker of a standard rests on (ophold.standard.check)
LEAST_AGE = Source(work=SEL, place="§§ 1 og 2")
ACTING_MUNICIPALITY = Source(work=RSL, place="§ 9")
NO_STAFF_TIME = Source(work="BEK om betaling efter servicelovens §§ 79, 83 og 84", place="§ 2")
PUBLIC_HOUSING = Source(work="SKR nr. 9402 af 3. maj 2016 om boformer og almene boliger")
FFB = Source(work="Fælles Faglige Begreber (FFB)", place="støttebehovsniveau")


def exemption(number: int) -> Source:
    """A ground in FVL § 19(2); the six grounds are recalled, their text was not read."""
    return Source(work=FVL, place=f"§ 19, stk. 2, nr. {number}", evidence=Evidence.RECALLED)


# -- what a person who asks is told of payment, respite, choice of place and complaint
PAYMENT_ORDER = "BEK nr. 1387 af 12. december 2006 om betaling for botilbud"
RESIDENTS_PAY = Source(work=SEL, place="§ 163, stk. 2")
OWN_HOME = Source(work=SEL, place="§ 163, stk. 2, 3. pkt.")
FROM_INCOME = Source(work=PAYMENT_ORDER, place="§ 1, stk. 1")
PAID_FROM_FIRST_DAY = Source(work=PAYMENT_ORDER, place="§ 1, stk. 3")
SET_BY_COUNCIL = Source(work=PAYMENT_ORDER, place="§ 2, stk. 1", evidence=Evidence.RECALLED)
OWN_HOME_IN_ORDER = Source(work=PAYMENT_ORDER, place="§ 2, stk. 2", evidence=Evidence.RECALLED)
PERSONAL_NEEDS = Source(work=PAYMENT_ORDER, place="§ 2, stk. 4", evidence=Evidence.RECALLED)
MAY_BE_CHARGED = Source(work="Ankestyrelsens principafgørelse 97-16", evidence=Evidence.STATED)
RESPITE_IS_FREE_OF_HOUSING = Source(
    work="BEK nr. 1576 af 2014 om betaling efter SEL §§ 79, 83 og 84", place="§ 4, stk. 3"
)
RESPITE_FOR_RELATIVES = Source(work=SEL, place="§ 84, stk. 1", evidence=Evidence.STATED)
RESPITE_FOR_CARE = Source(work=SEL, place="§ 84, stk. 2", evidence=Evidence.STATED)
RESPITE_AS_A_STAY = Source(work="Socialministerens svar på SOU spørgsmål 450 (30. juli 2008)", evidence=Evidence.STATED)
RESPITE_FOR_THE_OLD = Source(work="Ældreloven (ÆL)", place="§ 16", evidence=Evidence.RECALLED)
NO_FREE_CHOICE = Source(work=SEL, place="§ 108, stk. 2, som ikke gælder § 107", evidence=Evidence.STATED)
REGISTERED_PLACES = Source(work=SEL, place="§ 14, stk. 2")
CONSENT = Source(work=SEL, place="§§ 124 a og 129")
ENDING_IS_A_DECISION = Source(work="Ankestyrelsen om udvisitering fra botilbud (2016)", evidence=Evidence.STATED)
PLAN_IS_CONSIDERED = Source(work=SEL, place="§ 141, stk. 1")
DELAY_IS_TOLD = Source(work=RSL, place="§ 3, stk. 2", evidence=Evidence.STATED)
ORALLY_OR_IN_WRITING = Source(work=RSL, place="§ 67", evidence=Evidence.STATED)
NOT_SUSPENDED = Source(work=RSL, place="§ 72, stk. 1")
SUSPENDED_ON_REQUEST = Source(work=RSL, place="§ 72, stk. 4")
SENT_ON = Source(work=FVL, place="§ 7, stk. 2", evidence=Evidence.RECALLED)
COMPANION = Source(work=FVL, place="§ 8", evidence=Evidence.RECALLED)
MAY_BE_POSTPONED = Source(work=FVL, place="§ 21")

GUIDE = reading("0105", "Guiden siger aldrig ja eller nej til et sted")
MUST_GROUPS = Source(work=SEL, place="§ 107, stk. 2")
INFORMATION_IS_INSIDE = Source(
    work=RSL, place="§ 3, efter Ankestyrelsens udtalelse om sagsbehandlingsfrister", evidence=Evidence.STATED
)

# -- what steps in where a standard is silent
THREE_LIMBS = Source(work=SEL, place="§ 107, stk. 1 og 2")
ACTION_PLAN = Source(work=SEL, place="§ 141, stk. 2")
APPROVED_BY_SOCIALTILSYNET = Source(work=SEL, place="§ 14, stk. 3")
REASSESSED_FIRST = Source(work=RSL, place="§ 66", evidence=Evidence.STATED)
