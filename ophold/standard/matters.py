"""Which matters every standard must say something about, if only that it is silent.

One matter for each promise type. `read_by` names the question in `answers` that hands the promise to
its rule; None means: not yet used by a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from ophold.law import promises
from ophold.standard.shape import Promise, Standard, Text

P = TypeVar("P")

NOT_YET_READ = Text(da="bruges endnu ikke af en regel", en="not yet used by a rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing a standard can promise."""

    name: str
    kind: type  # the promise type in ophold.law.promises
    title: Text
    read_by: str | None  # the function in `answers` that hands it to its rule
    may_be_left_out: bool = False  # a file without it is silent on it: the first five texts know nothing of it


def _matter(
    name: str, kind: type, da: str, en: str, read_by: str | None = None, *, may_be_left_out: bool = False
) -> Matter:
    title = Text(da=da, en=en)
    return Matter(name=name, kind=kind, title=title, read_by=read_by, may_be_left_out=may_be_left_out)


_ALL = (
    _matter(
        "response_deadline", promises.ResponsePromise, "Sagsbehandlingsfrist", "Response deadline", "response_deadline"
    ),
    _matter("hearing", promises.HearingPromise, "Partshøring", "Hearing", "hearing"),
    _matter("follow_up", promises.FollowUpPromise, "Opfølgning", "Follow-up", "follow_up_plan"),
    _matter("grant_length", promises.GrantLength, "Bevillingens længde", "Length of a grant", "review_day"),
    _matter("ending", promises.EndingGrounds, "Hvornår opholdet slutter", "When the stay ends", "ending"),
    _matter("respite", promises.RespitePromise, "Aflastning", "Respite", "respite_guideline"),
    _matter("complaint", promises.ComplaintRoute, "Klage", "Complaint", "reassessment_deadline"),
    _matter("contact", promises.Contact, "Første henvendelse", "First contact", "first_contact"),
    _matter("target_group", promises.TargetGroup, "Målgruppe", "Target group"),
    _matter("citizen_conditions", promises.CitizenConditions, "Krav til borgeren", "Conditions on the citizen"),
    _matter("least_intrusive", promises.LeastIntrusive, "Mindste indgreb", "Least intrusive measure"),
    _matter("case_steps", promises.CaseSteps, "Sagens gang", "Steps of the case"),
    _matter("goals", promises.GoalsPromise, "Mål", "Goals"),
    _matter("extent", promises.Extent, "Støttens omfang", "Extent of support"),
    _matter("exclusions", promises.Exclusions, "Ikke en del af opholdet", "Not part of the stay"),
    _matter("holiday_escort", promises.HolidayEscort, "Personale med på ferie", "Staff on a holiday"),
    _matter("provider_choice", promises.ProviderChoice, "Valg af botilbud", "Choice of facility", "place_choice"),
    _matter(
        "provider_requirements", promises.ProviderRequirements, "Krav til botilbuddet", "Requirements of the provider"
    ),
    _matter("no_vacancy", promises.NoVacancy, "Når der ikke er plads", "When no place is free"),
    _matter("own_payment", promises.OwnPayment, "Egenbetaling", "Own payment", "own_payment_of"),
    _matter(
        "notices", promises.Notices, "Besked undervejs", "Word on the way", "acknowledgement", may_be_left_out=True
    ),
    _matter(
        "committee",
        promises.Committee,
        "Udvalgets møder",
        "The committee's meetings",
        "written_decision",
        may_be_left_out=True,
    ),
    _matter(
        "assessment", promises.AssessmentPromise, "Udredning", "Assessment", "assessment_report", may_be_left_out=True
    ),
    _matter("delegation", promises.Delegation, "Andre, der afgør", "Others who decide", may_be_left_out=True),
)

MATTERS: Mapping[str, Matter] = MappingProxyType({matter.name: matter for matter in _ALL})

_BY_KIND: Mapping[type, Matter] = MappingProxyType({matter.kind: matter for matter in _ALL})


def matter_of(kind: type) -> Matter:
    """The matter whose promise is of this type."""
    return _BY_KIND[kind]


def promised(standard: Standard, kind: type[P]) -> Promise[P]:
    """What a standard says on the matter whose promise is of this type, typed as such."""
    found = standard.promises[matter_of(kind).name]
    if found.value is not None and not isinstance(found.value, kind):
        raise TypeError(f"{standard.version_key}: {kind.__name__} expected, {type(found.value).__name__} found")
    return Promise(
        state=found.state,
        provisions=found.provisions,
        value=found.value,
        document=found.document,
        note=found.note,
    )
