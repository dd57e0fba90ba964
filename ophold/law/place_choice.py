"""Can a citizen choose the place?

Not here: which place fits (a person's judgement). Sources: SEL § 108(2) (free choice belongs to § 108), SEL § 14(2),
SEL §§ 124 a and 129 (no move without consent but by a decision of its own); L10, F10, B11, I5, I6, H11, H12.
Reading: statute gives no free choice under § 107; a standard that gives one is better for the citizen and holds
(docs/decisions/0009-statute-is-the-floor.md).
"""

from __future__ import annotations

from ophold.law import sources
from ophold.law.finding import Finding, Reason, Source, Status
from ophold.law.promises import ProviderChoice


def place_choice(choice: ProviderChoice | None, source: Source) -> Finding[bool]:
    """Whether there is free choice, what a wish counts for, and that nobody moves without saying yes."""
    free = choice is not None and choice.free_choice is True
    because = (*_said(choice, source), *(() if free else (NO_FREE_CHOICE,)), REGISTERED, CONSENT)
    return Finding(status=Status.SETTLED, value=free, because=because)


NO_FREE_CHOICE = Reason(
    "Loven giver ikke frit valg til et ophold efter § 107, men et ønske kan altid siges.",
    sources.NO_FREE_CHOICE,
    "Statute gives no free choice of a stay under section 107, but a wish can always be stated.",
)
REGISTERED = Reason(
    "Kommunen må kun bruge steder, der står på Tilbudsportalen.",
    sources.REGISTERED_PLACES,
    "The municipality may only use places listed on Tilbudsportalen.",
)
CONSENT = Reason(
    "Ingen flyttes uden selv at sige ja; ellers skal der en særlig afgørelse til.",
    sources.CONSENT,
    "Nobody is moved without saying yes; else it takes a decision of its own.",
)


def _said(choice: ProviderChoice | None, source: Source) -> tuple[Reason, ...]:
    if choice is None:
        silent = "Standarden siger intet om valg af botilbud."
        return (Reason(silent, source, "The standard says nothing about the choice of facility."),)
    told = {
        True: ("Kommunen giver frit valg.", "The municipality gives free choice."),
        False: ("Kommunen giver ikke frit valg.", "The municipality gives no free choice."),
        None: ("Standarden siger intet om frit valg.", "The standard says nothing about free choice."),
    }
    said = [told[choice.free_choice]]
    if choice.wish_weighed:
        said.append(("Ønsker til et sted tages med.", "A wish for a place is weighed."))
    if choice.together_with_citizen:
        said.append(("Stedet findes så vidt muligt sammen.", "As far as possible the place is found together."))
    if choice.cheapest_of_equally_suited:
        said.append(
            ("Er to steder lige egnede, vælges det billigste.", "Of two places equally suited, the cheaper is chosen.")
        )
    if choice.grant_names_facility:
        said.append(("Afgørelsen nævner stedet.", "The decision names the facility."))
    return tuple(Reason(danish, source, english) for danish, english in said)
