"""On which basis can respite (aflastning) be given, and must it be?

Not here: how many full days (`respite`, always an individual judgement) and what it costs (`own_payment`).
Sources: SEL § 84(1) and (2); the minister's answer of 30 July 2008 on § 107(1); ældreloven § 16 (recalled to be in
force since 1 July 2025, so unconfirmed); B3, B8, L4.
Reading: where relatives give the care, § 84(1) is tested first, because it is a *must*
(docs/decisions/0105-what-the-guide-never-says.md).
"""

from __future__ import annotations

from enum import Enum

from ophold.law import sources
from ophold.law.finding import Finding, Reason, Status

RELATIVES_CARE = "om pårørende giver omsorgen"


class Basis(Enum):
    """The bases of respite; stored codes."""

    RELATIVES = "84_1"  # shall
    CARE = "84_2"  # may
    STAY = "107_1"  # may
    ELDER_ACT = "aeldrelov_16"

    @property
    def shall(self) -> bool:
        """Whether the council must offer it when its conditions are met."""
        return self is Basis.RELATIVES


def respite_basis(*, relatives_care: bool | None, of_pension_age: bool | None) -> Finding[tuple[Basis, ...]]:
    """The bases that may come into play, in the order they are tested; nothing is decided by it."""
    elder = (Basis.ELDER_ACT,) if of_pension_age else ()
    if relatives_care is None:
        because = (RELATIVES, CARE, STAY, *((ELDER,) if of_pension_age else ()))
        return Finding(status=Status.MISSING, missing=(RELATIVES_CARE,), because=because)
    first = (Basis.RELATIVES,) if relatives_care else ()
    found = (*first, Basis.CARE, Basis.STAY, *elder)
    return Finding(status=Status.DISCRETION, value=found, because=tuple(_REASONS[each] for each in found))


RELATIVES = Reason(
    "Nære pårørende, der passer en med nedsat funktionsevne, skal tilbydes aflastning.",
    sources.RESPITE_FOR_RELATIVES,
    "Close relatives who care for somebody with reduced functioning must be offered respite.",
)
CARE = Reason(
    "Den, der i en periode har særligt behov for omsorg, kan tilbydes et kort ophold.",
    sources.RESPITE_FOR_CARE,
    "Somebody who for a period has a special need of care may be offered a short stay.",
)
STAY = Reason(
    "Aflastning kan også gives som et ophold efter § 107, stk. 1, for eksempel i weekender.",
    sources.RESPITE_AS_A_STAY,
    "Respite may also be given as a stay under section 107(1), for example at weekends.",
)
ELDER = Reason(
    "For den, der er omfattet af ældreloven, står reglen om aflastning dér.",
    sources.RESPITE_FOR_THE_OLD,
    "For those under the Elder Act, the rule on respite stands there.",
)
_REASONS = {Basis.RELATIVES: RELATIVES, Basis.CARE: CARE, Basis.STAY: STAY, Basis.ELDER_ACT: ELDER}
