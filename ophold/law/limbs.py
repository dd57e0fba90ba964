"""Which limb of SEL § 107 is met, and what must be on the file before a refusal or a grant?

Not here: the judgement. A person records for each limb whether it is met, why, and by what source; the trees only say
which facts a limb speaks of. A standard's own criteria stand beside as information and gate nothing.
Sources: SEL § 107(2) no. 1, (2) no. 2, (1), tested in that order; FVL § 24; RSL §§ 10–11 on clarifying a case.
Reading: all three are tested before a refusal; what is unclear may pass in the citizen's favour, or, against, only
after documented attempts and the consequence told; a *may* limb needs its own reason (docs/decisions/0013-limbs.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from ophold.law import sources
from ophold.law.criteria import Criterion, Facts, all_of, ask_next, one_of, truth
from ophold.law.finding import Finding, Reason, Source, Status


class Limb(Enum):
    """The three limbs, in the order they are tested; stored codes."""

    SHALL_HELP_OR_TREATMENT = "107_2_1"
    SHALL_CARE = "107_2_2"
    MAY = "107_1"

    @property
    def shall(self) -> bool:
        """Whether the council must offer the stay when the limb is met."""
        return self is not Limb.MAY


class Outcome(Enum):
    """What a person found for one limb."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbRecord:
    """What is on the file for one limb."""

    outcome: Outcome
    reason: str
    source: str  # what it rests on: a statement, a conversation, the citizen's own account
    attempts_documented: bool = False  # where unclear: what was done to clarify it
    consequence_told: bool = False  # where unclear: that the citizen was told what it may mean


CONSIDERABLY_REDUCED = "considerably_reduced_functioning"
REDUCED_MENTAL = "reduced_mental_functioning"
SOCIAL_PROBLEMS = "special_social_problems"
EXTENSIVE_HELP = "needs_extensive_daily_help"
TREATMENT_SUPPORT = "needs_treatment_support_for_a_period"
CARE_OR_TREATMENT = "needs_care_or_treatment"
CANNOT_MANAGE = "cannot_manage_without_support"
NEEDS_STAY = "needs_a_temporary_stay"

TREES: Mapping[Limb, Criterion] = MappingProxyType(
    {
        Limb.SHALL_HELP_OR_TREATMENT: all_of(CONSIDERABLY_REDUCED, one_of(EXTENSIVE_HELP, TREATMENT_SUPPORT)),
        Limb.SHALL_CARE: all_of(one_of(REDUCED_MENTAL, SOCIAL_PROBLEMS), CARE_OR_TREATMENT, CANNOT_MANAGE),
        Limb.MAY: all_of(one_of(CONSIDERABLY_REDUCED, SOCIAL_PROBLEMS), NEEDS_STAY),
    }
)

SOURCES: Mapping[Limb, Source] = MappingProxyType(
    {
        Limb.SHALL_HELP_OR_TREATMENT: sources.MUST_NUMBER_ONE,
        Limb.SHALL_CARE: sources.MUST_NUMBER_TWO,
        Limb.MAY: sources.MAY,
    }
)

QUESTIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        CONSIDERABLY_REDUCED: ("betydeligt nedsat funktionsevne", "considerably reduced functioning"),
        REDUCED_MENTAL: ("nedsat psykisk funktionsevne", "reduced mental functioning"),
        SOCIAL_PROBLEMS: ("særlige sociale problemer", "special social problems"),
        EXTENSIVE_HELP: ("behov for omfattende hjælp i dagligdagen", "a need of extensive help in daily life"),
        TREATMENT_SUPPORT: (
            "behov for særlig behandlingsmæssig støtte i en periode",
            "a need of special treatment support for a period",
        ),
        CARE_OR_TREATMENT: ("behov for pleje eller behandling", "a need of care or treatment"),
        CANNOT_MANAGE: ("kan ikke klare sig uden støtte", "cannot manage without support"),
        NEEDS_STAY: ("behov for et midlertidigt ophold", "a need of a temporary stay"),
    }
)


def limb(which: Limb, facts: Facts) -> Finding[bool]:
    """Whether the facts recorded meet a limb; open facts are named, never taken as no."""
    tree = TREES[which]
    source = SOURCES[which]
    duty = Reason(
        "Er betingelserne opfyldt, skal kommunen tilbyde ophold."
        if which.shall
        else "Er betingelserne opfyldt, kan kommunen tilbyde ophold, og et nej kræver en konkret begrundelse.",
        source,
        "If its conditions are met, the council must offer a stay."
        if which.shall
        else "If its conditions are met, the council may offer a stay, and a refusal needs its own reason.",
    )
    met = truth(tree, facts)
    if met is None:
        missing = tuple(QUESTIONS[name][0] for name in ask_next(tree, facts))
        return Finding(status=Status.MISSING, missing=missing, because=(duty,))
    return Finding(status=Status.SETTLED, value=met, because=(duty,))


def before_refusal(recorded: Mapping[Limb, LimbRecord], *, reason_to_decline: str = "") -> Finding[bool]:
    """Whether the file holds what a refusal needs: settled false where a limb that must be helped is met.

    `reason_to_decline` is the individual reason for not using a *may* limb that is met.
    """
    must = next((each for each in Limb if each.shall and _outcome(recorded, each) is Outcome.MET), None)
    if must is not None:
        return Finding(status=Status.SETTLED, value=False, because=(_must_offer(must),))
    missing = [lack for each in Limb for lack in _lacks(recorded.get(each), each)]
    missing += [lack for each in Limb for lack in _lacks_when_unclear(recorded.get(each), each)]
    if _outcome(recorded, Limb.MAY) is Outcome.MET and not reason_to_decline.strip():
        missing.append("en konkret begrundelse for ikke at bruge SEL § 107, stk. 1, i denne sag")
    if missing:
        return Finding(status=Status.MISSING, missing=tuple(missing), because=(ALL_THREE,))
    return Finding(status=Status.SETTLED, value=True, because=(ALL_THREE,))


def before_grant(recorded: Mapping[Limb, LimbRecord]) -> Finding[bool]:
    """Whether the file holds what a grant needs: one limb met, or unclear and passed in the citizen's favour.

    Settled false where all three are recorded as not met.
    """
    missing: list[str] = []
    for each in Limb:
        missing += _lacks(recorded.get(each), each)
        if _outcome(recorded, each) is Outcome.MET or (each is Limb.MAY and _any_unclear(recorded)):
            break
    else:
        if not missing:
            return Finding(status=Status.SETTLED, value=False, because=(NONE_MET,))
    if missing:
        return Finding(status=Status.MISSING, missing=tuple(missing), because=(IN_ORDER,))
    return Finding(status=Status.SETTLED, value=True, because=(IN_ORDER,))


ALL_THREE = Reason(
    "Et afslag kræver, at alle tre led i § 107 er prøvet, hvert med begrundelse og kilde.",
    sources.REASONS,
    "A refusal requires that all three limbs of § 107 are tested, each with its reason and source.",
)
IN_ORDER = Reason(
    "En bevilling siger, hvilket led der er opfyldt og hvorfor; de prøves i lovens orden.",
    sources.REASONS,
    "A grant says which limb is met and why; they are tested in statute's order.",
)
NONE_MET = Reason(
    "Intet led er registreret som opfyldt eller uklart.", sources.CASEWORKER, "No limb is recorded as met or unclear."
)


def _must_offer(which: Limb) -> Reason:
    return Reason(
        f"{SOURCES[which].place} er registreret som opfyldt; så skal kommunen tilbyde ophold.",
        SOURCES[which],
        f"{SOURCES[which].place} is recorded as met; then the council must offer a stay.",
    )


def _outcome(recorded: Mapping[Limb, LimbRecord], which: Limb) -> Outcome | None:
    record = recorded.get(which)
    return record.outcome if record else None


def _any_unclear(recorded: Mapping[Limb, LimbRecord]) -> bool:
    return any(record.outcome is Outcome.UNCLEAR for record in recorded.values())


def _lacks(record: LimbRecord | None, which: Limb) -> list[str]:
    place = f"SEL {SOURCES[which].place}"
    if record is None:
        return [f"{place} er ikke prøvet"]
    lacks = [f"begrundelse for {place}"] if not record.reason.strip() else []
    return [*lacks, f"kilde for {place}"] if not record.source.strip() else lacks


def _lacks_when_unclear(record: LimbRecord | None, which: Limb) -> list[str]:
    if record is None or record.outcome is not Outcome.UNCLEAR:
        return []
    place = f"SEL {SOURCES[which].place}"
    lacks = [] if record.attempts_documented else [f"hvad der er gjort for at afklare {place}"]
    return lacks if record.consequence_told else [*lacks, f"at borgeren er fortalt, hvad uklarheden om {place} betyder"]
