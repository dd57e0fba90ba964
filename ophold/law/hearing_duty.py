"""Must the party be heard (partshøring) before this decision, and may a named ground lift that?

Not here: how long the party has (`hearing_deadline`). The caseworker answers the facts; nothing here decides them.
Sources: FVL § 19(1) (duty); FVL § 19(2) nos. 1–6 (grounds, in our own short words; recalled, their text was not read);
Ballerup's B15 (the draft is always sent).
Reading: a partial grant is adverse for the part not granted; a ground lifts statute's duty only, never what a standard
promises beyond it (docs/decisions/0010-hearing.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from ophold.law import sources
from ophold.law.criteria import Facts, all_of, ask_next, not_, one_of, truth
from ophold.law.finding import Finding, Reason, Source, Status

FACTS = "facts_used"  # facts about the case are used
ASSESSMENT = "external_assessment_used"  # an assessment from outside is used
ADVERSE = "adverse"  # they speak against the party
ESSENTIAL = "essential"  # they matter for the decision
KNOWN = "known_in_case"  # the party knows that they are part of the case

DUTY = all_of(one_of(FACTS, ASSESSMENT), ADVERSE, ESSENTIAL, not_(KNOWN))

QUESTIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        FACTS: ("om afgørelsen bygger på faktiske oplysninger", "whether the decision rests on facts"),
        ASSESSMENT: (
            "om afgørelsen bygger på en vurdering udefra",
            "whether the decision rests on an assessment from outside",
        ),
        ADVERSE: ("om oplysningerne taler imod borgeren", "whether they speak against the citizen"),
        ESSENTIAL: ("om oplysningerne har væsentlig betydning", "whether they matter essentially"),
        KNOWN: ("om borgeren ved, at de indgår i sagen", "whether the citizen knows that they are part of the case"),
    }
)


class Exemption(Enum):
    """The grounds in FVL § 19(2) for deciding without a hearing."""

    PLAIN = "19_2_1"
    STATUTORY_DEADLINE = "19_2_2"
    WEIGHTIER_INTEREST = "19_2_3"
    NO_ACCESS = "19_2_4"
    WIDE_CIRCLE = "19_2_5"
    HEARD_OTHERWISE = "19_2_6"

    @property
    def number(self) -> int:
        """Its number in § 19(2)."""
        return int(self.value[-1])


EXEMPTIONS: Mapping[Exemption, tuple[str, str]] = MappingProxyType(
    {
        Exemption.PLAIN: (
            "oplysningerne og sagen er af en art, så det er ubetænkeligt at afgøre den uden høring",
            "the facts and the case are such that deciding without a hearing gives no concern",
        ),
        Exemption.STATUTORY_DEADLINE: (
            "en frist i loven for afgørelsen ville blive overskredet",
            "a statutory deadline for the decision would be passed",
        ),
        Exemption.WEIGHTIER_INTEREST: (
            "væsentlige hensyn til andre eller det offentlige vejer tungere end at vente",
            "weighty interests of others or of the public outweigh waiting",
        ),
        Exemption.NO_ACCESS: (
            "borgeren har ikke ret til aktindsigt i oplysningerne",
            "the citizen has no right of access to the information",
        ),
        Exemption.WIDE_CIRCLE: (
            "afgørelsen rammer en bred, ubestemt kreds, og høring ville være uforholdsmæssig svær",
            "the decision concerns a wide, open circle, and a hearing would be out of proportion",
        ),
        Exemption.HEARD_OTHERWISE: (
            "andre regler i loven sikrer allerede, at borgeren kender grundlaget og kan udtale sig",
            "other rules in statute already secure that the citizen knows the basis and can comment",
        ),
    }
)


def hearing_duty(facts: Facts, *, always_by: Source | None = None, exemption: Exemption | None = None) -> Finding[bool]:
    """Whether the party must be heard first; `always_by` is the standard's promise to send every draft, if any."""
    if always_by is not None:
        return Finding(status=Status.SETTLED, value=True, because=_promised(always_by, exemption))
    required = truth(DUTY, facts)
    if required is None:
        missing = tuple(QUESTIONS[name][0] for name in ask_next(DUTY, facts))
        return Finding(status=Status.MISSING, missing=missing, because=(_RULE,))
    if not required:
        return Finding(status=Status.SETTLED, value=False, because=(_RULE, _NOT_REQUIRED))
    if exemption is None:
        return Finding(status=Status.SETTLED, value=True, because=(_RULE, _REQUIRED))
    return Finding(status=Status.SETTLED, value=False, because=(_RULE, _REQUIRED, _lifted(exemption)))


_RULE = Reason(
    "Borgeren skal høres om oplysninger eller vurderinger udefra, som er til ugunst, har væsentlig betydning, og som "
    "borgeren ikke ved indgår i sagen.",
    sources.HEARING_DUTY,
    "The citizen must be heard about facts or outside assessments that are adverse, matter essentially and are not "
    "known to the citizen to be part of the case.",
)
_REQUIRED = Reason(
    "Det er tilfældet her; der skal partshøres.", sources.CASEWORKER, "That is so here; a hearing is required."
)
_NOT_REQUIRED = Reason(
    "Det er ikke tilfældet her; loven kræver ingen partshøring.",
    sources.CASEWORKER,
    "That is not so here; statute requires no hearing.",
)


def _promised(source: Source, exemption: Exemption | None) -> tuple[Reason, ...]:
    promised = Reason(
        "Kommunen har lovet altid at sende udkastet i høring.",
        source,
        "The municipality has promised always to send the draft for a hearing.",
    )
    if exemption is None:
        return (promised,)
    kept = Reason(
        "En undtagelse i loven ophæver ikke dette løfte.", source, "An exemption in statute does not lift this promise."
    )
    return (promised, kept)


def _lifted(exemption: Exemption) -> Reason:
    danish, english = EXEMPTIONS[exemption]
    return Reason(
        f"Høringen er undladt, fordi {danish}.",
        sources.exemption(exemption.number),
        f"The hearing is left out because {english}.",
    )
