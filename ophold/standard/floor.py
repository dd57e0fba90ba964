"""What does statute say on a question that a standard leaves open?

Each answer is one phrase and its source. Most settle the question; where statute only obliges the council to settle it
(the response deadline) the phrase says so, and the question stays open. Not here: what the standard says (`resolve`),
and how a case is judged (the rules in `ophold.law`). Source: law.yaml for every number, `ophold.law.sources` for the
rest. Reading: statute is the floor (docs/decisions/0009-statute-is-the-floor.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from ophold.law import sources, wording
from ophold.law.finding import Source
from ophold.law.promises import Period
from ophold.law.statute import Statute
from ophold.standard.shape import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What statute says on one question."""

    text: Text
    source: Source
    settles: bool = True  # False: statute obliges the council to fix it, and fixes nothing itself
    period: Period | None = None  # where it is a period
    years: int | None = None  # where it is an age


def _floor(da: str, en: str, source: Source, *, settles: bool = True) -> Floor:
    return Floor(text=Text(da=da, en=en), source=source, settles=settles)


_FOLLOWED = _floor(
    "løbende; loven sætter ingen afstand", "continuously; statute sets no interval", sources.CONTINUOUS_FOLLOW_UP
)
_ALWAYS = {
    "response_deadline": _floor(
        "kommunen skal selv fastsætte og offentliggøre en frist",
        "the municipality must itself set and publish a deadline",
        sources.RESPONSE_DEADLINE,
        settles=False,
    ),
    "response_start": _floor(
        "modtagelsen af ansøgningen", "receipt of the application", sources.RESPONSE_DEADLINE
    ),
    "hearing": _floor(
        "kun om væsentlige oplysninger imod dig, som du ikke kender; ingen fast længde",
        "only on essential facts against you that you do not know of; no fixed length",
        sources.HEARING_DUTY,
    ),
    "grant_length": _floor(
        "ingen fast grænse; så længe formålet kræver det",
        "no fixed limit; as long as its purpose requires",
        sources.NO_TIME_LIMIT,
    ),
    "first_follow_up": _FOLLOWED,
    "later_follow_ups": _FOLLOWED,
    "goals": _floor(
        "kommunen skal tilbyde en handleplan med formål",
        "the municipality must offer an action plan with a purpose",
        sources.ACTION_PLAN,
    ),
    "target_group": _floor(
        "to grupper skal have tilbuddet, og en tredje kan få det",
        "two groups must be offered it, and a third may be",
        sources.THREE_LIMBS,
    ),
    "respite": _floor(
        "skal tilbydes, når pårørende passer dig; loven nævner intet antal",
        "must be offered where relatives care for you; statute names no number",
        sources.RESPITE_FOR_RELATIVES,
    ),
    "free_choice": _floor("nej", "no", sources.NO_FREE_CHOICE),
    "on_tilbudsportalen": _floor("ja", "yes", sources.REGISTERED_PLACES),
    "approved": _floor("ja, af socialtilsynet", "yes, by Socialtilsynet", sources.APPROVED_BY_SOCIALTILSYNET),
    "own_payment": _floor(
        "husleje, el, varme og ydelser, der hører fast til stedet",
        "rent, power, heat, and services that belong to the facility",
        sources.MAY_BE_CHARGED,
    ),
    "from_income": _floor("ja", "yes", sources.FROM_INCOME),
    "own_home": _floor(
        "som hovedregel ingen betaling for boligen", "as a rule no payment for the housing", sources.OWN_HOME
    ),
    "no_income": _floor(
        "du får et beløb til personlige fornødenheder",
        "you are given an amount for personal needs",
        sources.PERSONAL_NEEDS,
    ),
    "complaint": _floor(
        "den, der traf afgørelsen", "whoever made the decision", sources.REASSESSED_FIRST
    ),
    "oral_complaint": _floor("ja", "yes", sources.ORALLY_OR_IN_WRITING),
}  # fmt: skip


def floor(question: str, statute: Statute) -> Floor | None:
    """What statute says on a question, by its name in `QUESTIONS`; None where statute is silent too."""
    numbers = {"complaint_within": statute.complaint_window, "reassessment": statute.reassessment}
    if question in numbers:
        fixed = numbers[question]
        text = Text(da=wording.period(fixed.period), en=wording.period_en(fixed.period))
        return Floor(text=text, source=fixed.source, period=fixed.period)
    if question == "least_age":
        age = statute.least_age
        return Floor(text=Text(da=f"{age} år", en=f"{age} years"), source=statute.least_age_source, years=age)
    return _ALWAYS.get(question)
