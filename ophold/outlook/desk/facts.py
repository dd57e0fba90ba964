"""What every room holds on a case, asked for in one statement and put into words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec

from django.db.models import TextChoices
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ophold.journey.assessment.choices import Limb, Outcome
from ophold.record.cases.facts import Fact, read
from ophold.record.cases.models import Case
from ophold.record.letters.choices import DispatchState, Kind

ROOMS = (
    "ophold.record.letters",
    "ophold.journey.assessment",
    "ophold.journey.decisions",
    "ophold.journey.complaints",
    "ophold.journey.placements",
    "ophold.journey.plans",
)
SECTIONS: tuple[tuple[Promise, str, Promise], ...] = (
    (_("Vurdering efter § 107"), "limb", _("Ingen af de tre muligheder er vurderet endnu.")),
    (_("Partshøring"), "hearing", _("Der er ikke sendt noget i partshøring.")),
    (_("Afgørelse"), "decision", _("Der er ikke truffet afgørelse.")),
    (_("Breve"), "letter", _("Der er ikke sendt breve.")),
    (_("Klage"), "complaint", _("Der er ikke klaget.")),
    (_("Ophold"), "stay", _("Borgeren er ikke flyttet ind.")),
    (_("Opfølgninger"), "follow_up", _("Der er ikke holdt opfølgning.")),
)
LABELS: Mapping[str, type[TextChoices]] = {"limb": Limb, "letter": Kind}
STATES: Mapping[str, type[TextChoices]] = {"limb": Outcome, "letter": DispatchState}
PAGES: Mapping[str, str] = {"limb": "assess", "letter": "letter"}


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
    """The facts of a case, by kind: limb, hearing, exemption, decision, letter, complaint, stay, follow_up."""
    rooms = [import_module(f"{room}.queries") for room in ROOMS if find_spec(f"{room}.queries")]
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in read(rows for room in rooms if hasattr(room, "facts") for rows in room.facts(case)):
        found[fact.kind].append(fact)
    return found


def sections(case: Case, facts: Mapping[str, list[Fact]]) -> list[Section]:
    """The facts in words, in the order a case takes them."""
    return [
        Section(kind=kind, heading=heading, empty=empty, lines=[_line(case, fact) for fact in facts.get(kind, ())])
        for heading, kind, empty in SECTIONS
    ]


def _line(case: Case, fact: Fact) -> FactLine:
    label = _word(LABELS.get(fact.kind), fact.label)
    state = _word(STATES.get(fact.kind), fact.state)
    return FactLine(words=": ".join(word for word in (label, state) if word), on=fact.on, href=_href(case, fact))


def _word(codes: type[TextChoices] | None, code: str) -> str:
    return str(codes(code).label) if codes is not None and code in codes.values else code


def _href(case: Case, fact: Fact) -> str:
    for arguments in ([case.reference, fact.id], [case.reference]):
        try:
            return reverse(PAGES.get(fact.kind, ""), args=arguments)
        except NoReverseMatch:
            continue
    return ""
