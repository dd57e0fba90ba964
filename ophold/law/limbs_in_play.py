"""Which limbs of § 107 may come into play by what a person has told, and what would be looked at?

Not here: whether a limb is met (`limbs`, a person's judgement on the file). Nothing here says yes or no to a stay: an
answer by which no limb is pointed at still leaves all three to be tested.
Sources: SEL § 107(1) and (2); SEL § 1(3) (each case is judged on its own).
Reading: what a person tells of themselves points, and decides nothing; a question left unanswered is unknown and never
no (docs/decisions/0105-what-the-guide-never-says.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ophold.law import sources
from ophold.law.criteria import Facts, ask_next, names, truth
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.limbs import QUESTIONS, SOURCES, TREES, Limb


class Standing(Enum):
    """How a limb stands by what was told."""

    POINTED_AT = "pointed_at"  # what was told matches what the limb asks for
    OPEN = "open"  # more would have to be known
    ELSEWHERE = "elsewhere"  # what was told points elsewhere; the limb is tested all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class InPlay:
    """One limb, how it stands, and the facts that would be looked at, by their names in `limbs.QUESTIONS`."""

    limb: Limb
    standing: Standing
    looked_at: tuple[str, ...]


def limbs_in_play(facts: Facts) -> Finding[tuple[InPlay, ...]]:
    """All three limbs in statute's order; always an individual judgement."""
    found = tuple(_in_play(each, facts) for each in Limb)
    because = (*(_reason(each) for each in found), JUDGED)
    return Finding(status=Status.DISCRETION, value=found, because=because)


JUDGED = Reason(
    "Hver sag vurderes for sig, og alle tre grupper prøves før et svar.",
    sources.INDIVIDUAL_JUDGEMENT,
    "Each case is judged on its own, and all three groups are tested before an answer.",
)


def _in_play(limb: Limb, facts: Facts) -> InPlay:
    tree = TREES[limb]
    known = truth(tree, facts)
    if known is None:
        return InPlay(limb=limb, standing=Standing.OPEN, looked_at=ask_next(tree, facts))
    standing = Standing.POINTED_AT if known else Standing.ELSEWHERE
    return InPlay(limb=limb, standing=standing, looked_at=names(tree))


def _reason(found: InPlay) -> Reason:
    source = SOURCES[found.limb]
    place = source.place
    begin, begin_en = {
        Standing.POINTED_AT: (f"{place}: Svarene peger på denne gruppe.", "The answers point to this group."),
        Standing.OPEN: (f"{place}: Denne gruppe kan komme på tale.", "This group may come into play."),
        Standing.ELSEWHERE: (
            f"{place}: Svarene peger ikke på denne gruppe, men den prøves alligevel.",
            "The answers do not point to this group, but it is tested all the same.",
        ),
    }[found.standing]
    duty, duty_en = (
        ("Opfyldes den, skal kommunen tilbyde et ophold.", "If it is met, the council must offer a stay.")
        if found.limb.shall
        else (
            "Opfyldes den, kan kommunen tilbyde et ophold; et nej kræver en konkret begrundelse.",
            "If it is met, the council may offer a stay; a refusal needs its own reason.",
        )
    )
    asked, asked_en = ("; ".join(QUESTIONS[name][language] for name in found.looked_at) for language in (0, 1))
    return Reason(
        f"{begin} {duty} Kommunen ser på: {asked}.",
        source,
        f"{_english(source)}: {begin_en} {duty_en} What is looked at: {asked_en}.",
    )


def _english(source: Source) -> str:
    """A place in the Act as one writes it in English: section 107(2), no. 1."""
    section, _, rest = source.place.removeprefix("§ ").partition(", stk. ")
    subsection, _, number = rest.partition(", nr. ")
    return f"Section {section}({subsection})" + (f", no. {number}" if number else "")
