"""What does it mean that the person is not yet of the age the Act is for?

Not here: help to children, which has its own act. Sources: SEL §§ 1 and 2 (adults).
Reading: an application is taken in and the passage to adult help is looked at; no form refuses it
(docs/decisions/0105-what-the-guide-never-says.md).
"""

from __future__ import annotations

from ophold.law import sources
from ophold.law.finding import Finding, Reason, Status
from ophold.law.statute import Statute


def under_age(statute: Statute, *, under: bool | None) -> Finding[bool]:
    """Whether the passage to adult help has to be looked at; asked for where the age is not known."""
    because = (_limit(statute), TAKEN_IN)
    if under is None:
        return Finding(status=Status.MISSING, missing=("alderen",), because=because)
    return Finding(status=Status.SETTLED, value=under, because=because)


TAKEN_IN = Reason(
    "En ansøgning tages imod også før. Kommunen ser så på overgangen til voksenhjælp.",
    sources.GUIDE,
    "An application is taken in also before. The municipality then looks at the passage to adult help.",
)


def _limit(statute: Statute) -> Reason:
    return Reason(
        f"Et ophold efter § 107 er for den, der er fyldt {statute.least_age} år.",
        statute.least_age_source,
        f"A stay under section 107 is for those who have turned {statute.least_age}.",
    )
