"""What every room holds on a case, asked for in one statement and put into words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import QuerySet, TextChoices
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ophold.journey.assessment import queries as assessment
from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.choices import Outcome as LimbOutcome
from ophold.journey.assessment.information import queries as information
from ophold.journey.assessment.information.choices import Informant, Standing
from ophold.journey.assessment.themes import queries as themes
from ophold.journey.assessment.themes.codes import BY_CODE, NEED_BY_VALUE, Coded
from ophold.journey.complaints import queries as complaints
from ophold.journey.complaints.choices import Complainant, ComplaintState
from ophold.journey.decisions import queries as decisions
from ophold.journey.decisions.choices import Ground, HearingReason, Outcome
from ophold.journey.intake import queries as intake
from ophold.journey.intake.choices import Item
from ophold.journey.placements import queries as placements
from ophold.journey.plans import queries as plans
from ophold.journey.plans.choices import FollowUpKind
from ophold.record.attachments import queries as attachments
from ophold.record.attachments.choices import CameWith
from ophold.record.cases.choices import Channel
from ophold.record.cases.facts import Fact, read_often
from ophold.record.cases.models import Case
from ophold.record.letters import queries as letters
from ophold.record.letters.choices import DispatchState, Kind

ROOMS = (letters, attachments, intake, themes, information, assessment, decisions, complaints, placements, plans)
SECTIONS: tuple[tuple[Promise, str, Promise], ...] = (
    (_("Ansøgning"), "application", _("Ansøgningens ord ligger ikke i systemet.")),
    (_("Bilag"), "attachment", _("Der er ingen bilag.")),
    (_("Udredte temaer"), "theme", _("Ingen temaer er udredt.")),
    (_("Samlet vurdering"), "conclusion", _("Støttebehovet er ikke vurderet samlet.")),
    (_("Oplysninger fra andre"), "information", _("Ingen er spurgt om oplysninger.")),
    (_("Vurdering efter § 107"), "limb", _("Ingen af de tre muligheder er vurderet endnu.")),
    (_("Partshøring"), "hearing", _("Der er ikke sendt noget i partshøring.")),
    (_("Undtagelse fra partshøring"), "exemption", _("Der er ingen undtagelse.")),
    (_("Afgørelse"), "decision", _("Der er ikke truffet afgørelse.")),
    (_("Breve"), "letter", _("Der er ikke sendt breve.")),
    (_("Klage"), "complaint", _("Der er ikke klaget.")),
    (_("Ophold"), "stay", _("Borgeren er ikke flyttet ind.")),
    (_("Opfølgninger"), "follow_up", _("Der er ikke holdt opfølgning.")),
)
Words = type[TextChoices] | Mapping[str, Coded]
LABELS: Mapping[str, Words] = {
    "theme": BY_CODE,
    "information": Informant,
    "application": Item,
    "limb": Limb,
    "letter": Kind,
    "complaint": Complainant,
}
STATES: Mapping[str, Words] = {
    "attachment": CameWith,
    "conclusion": NEED_BY_VALUE,
    "information": Standing,
    "application": Channel,
    "limb": LimbOutcome,
    "hearing": HearingReason,
    "exemption": Ground,
    "decision": Outcome,
    "letter": DispatchState,
    "complaint": ComplaintState,
    "follow_up": FollowUpKind,
}
# rare ones are not shown as gaps
ONLY_WHEN_THERE = frozenset({"attachment", "information", "exemption", "complaint", "stay", "follow_up"})
LABEL_ALONE = frozenset({"stay", "theme"})  # the facility's or the theme's name says enough
STATE_ALONE = frozenset({"conclusion", "decision", "exemption", "follow_up"})
PAGES: Mapping[str, str] = {
    "attachment": "attachment",
    "application": "application",
    "theme": "themes",
    "information": "information",
    "conclusion": "conclusion",
    "limb": "assess",
    "letter": "letter",
    "complaint": "complaint",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One fact as the page shows it."""

    words: str
    on: date | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading of the page's facts."""

    kind: str
    heading: Promise
    empty: Promise
    lines: list[FactLine]


def by_kind(case: Case) -> Mapping[str, list[Fact]]:
    """A case's facts by kind: application, limb, hearing, exemption, decision, letter, complaint, stay, follow_up."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in read_often(asked, case):
        found[fact.kind].append(fact)
    return found


def asked(case: Case) -> list[QuerySet[Any]]:
    """What every room holds on a case."""
    return [rows for room in ROOMS for rows in room.facts(case)]


def sections(case: Case, facts: Mapping[str, list[Fact]]) -> list[Section]:
    """The facts in words, in the order a case takes them."""
    return [
        Section(kind=kind, heading=heading, empty=empty, lines=[_line(case, fact) for fact in facts.get(kind, ())])
        for heading, kind, empty in SECTIONS
        if facts.get(kind) or kind not in ONLY_WHEN_THERE
    ]


def _line(case: Case, fact: Fact) -> FactLine:
    label = "" if fact.kind in STATE_ALONE else _word(LABELS.get(fact.kind), fact.label)
    if fact.kind == "attachment":
        label = attachments.opened(fact.label)
    state = "" if fact.kind in LABEL_ALONE else _word(STATES.get(fact.kind), fact.state)
    return FactLine(words=": ".join(word for word in (label, state) if word), on=fact.on, href=_href(case, fact))


def _word(codes: Words | None, code: str) -> str:
    if isinstance(codes, Mapping):
        return codes[code].term if code in codes else code
    return str(codes(code).label) if codes is not None and code in codes.values else code


def _href(case: Case, fact: Fact) -> str:
    return _address(fact.kind).replace("REFERENCE", case.reference).replace("424242", str(fact.id))


@cache
def _address(kind: str) -> str:
    """Where a fact of this kind is shown, with reference and number still to be put in; empty where nowhere."""
    for arguments in (["REFERENCE", 424242], ["REFERENCE"]):
        try:
            return reverse(PAGES.get(kind, ""), args=arguments)
        except NoReverseMatch:
            continue
    return ""
