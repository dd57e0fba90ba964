"""Which questions is every standard asked, in which order? The rows of a comparison, and of a standard's own page.

A question is a matter, or some fields of one, so that two standards are laid side by side line by line. A field that no
question names belongs to its matter's first question, and a matter without a question of its own is asked as a whole:
what a standard can say is never left out. Source: requirements, "The five side by side".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ophold.standard.matters import MATTERS, Matter
from ophold.standard.shape import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that belong together."""

    name: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to ask a standard: some fields of one matter's promise."""

    name: str
    title: Text
    group: str
    matter: str
    fields: tuple[str, ...]
    main: bool = True  # asked for the matter as such: a note on the matter stands here
    title_field: str = ""  # the field that the title asks for, said without a label of its own


def _group(name: str, da: str, en: str) -> Group:
    return Group(name=name, title=Text(da=da, en=en))


GROUPS = (
    _group("answer", "Hvornår får man svar?", "When does one hear?"),
    _group("during", "Hvad sker der undervejs?", "What happens on the way?"),
    _group("whom", "Hvem er det for?", "Whom is it for?"),
    _group("holds", "Hvad rummer opholdet?", "What does the stay hold?"),
    _group("place", "Hvem vælger stedet?", "Who chooses the place?"),
    _group("payment", "Hvad betaler man selv?", "What does one pay oneself?"),
    _group("complaint", "Hvordan klager man?", "How does one complain?"),
    _group("more", "Andet", "Other matters"),
)

# group, name, matter, fields (none: whatever no other question names), title in Danish and English
_ASKED: tuple[tuple[str, str, str, tuple[str, ...], str, str], ...] = (
    ("answer", "response_deadline", "response_deadline", (), "Svar på ansøgningen inden for", "Answer within"),
    ("answer", "response_start", "response_deadline", ("start",), "Fristen regnes fra", "The deadline runs from"),
    ("answer", "hearing", "hearing", (), "Partshøring før afgørelsen", "Hearing before the decision"),
    ("answer", "case_steps", "case_steps", (), "Sagens gang", "Steps of the case"),
    ("answer", "contact", "contact", (), "Første henvendelse", "First contact"),
    ("answer", "group_deadlines", "response_deadline", ("for_groups",), "En anden frist for", "Another deadline for"),
    ("answer", "remitted_deadline", "response_deadline", ("remitted_within",), "Sager, Ankestyrelsen sender tilbage",
     "Cases that Ankestyrelsen sends back"),
    ("answer", "notices", "notices", (), "Besked undervejs", "Word on the way"),
    ("answer", "assessment_report", "assessment", ("report_within",), "Udredningen er færdig inden",
     "The assessment is finished within"),
    ("answer", "committee", "committee", (), "Udvalgets møder", "The committee's meetings"),
    ("answer", "delegation", "delegation", (), "Andre, der afgør", "Others who decide"),
    ("during", "grant_length", "grant_length", (), "Bevillingens længde", "Length of a grant"),
    ("during", "first_follow_up", "follow_up", ("first",), "Første opfølgning", "First follow-up"),
    ("during", "later_follow_ups", "follow_up", (), "Senere opfølgninger", "Later follow-ups"),
    ("during", "status_report", "provider_requirements", ("status_report_every",), "Status fra botilbuddet",
     "Status report from the facility"),
    ("during", "goals", "goals", (), "Mål for opholdet", "Goals of the stay"),
    ("during", "ending", "ending", (), "Hvornår opholdet slutter", "When the stay ends"),
    ("whom", "target_group", "target_group", (), "Lovens grupper, som teksten nævner",
     "Statute's groups that the text names"),
    ("whom", "least_age", "target_group", ("least_age",), "Mindste alder", "Least age"),
    ("whom", "also_requires", "target_group", ("also_requires", "residents_only"), "Teksten kræver desuden",
     "The text also requires"),
    ("whom", "citizen_conditions", "citizen_conditions", (), "Krav til borgeren", "Conditions on the citizen"),
    ("whom", "assessment", "assessment", (), "Udredning og tærskel", "Assessment and threshold"),
    ("whom", "least_intrusive", "least_intrusive", (), "Mindste indgreb", "Least intrusive measure"),
    ("holds", "extent", "extent", (), "Støttens omfang", "Extent of support"),
    ("holds", "exclusions", "exclusions", (), "Ikke en del af opholdet", "Not part of the stay"),
    ("holds", "respite", "respite", (), "Aflastning", "Respite"),
    ("holds", "holiday_escort", "holiday_escort", (), "Personale med på ferie", "Staff on a holiday"),
    ("place", "free_choice", "provider_choice", ("free_choice",), "Frit valg af botilbud", "Free choice of facility"),
    ("place", "provider_choice", "provider_choice", (), "Sådan vælges stedet", "How the place is chosen"),
    ("place", "on_tilbudsportalen", "provider_requirements", ("on_tilbudsportalen",), "Stedet står på Tilbudsportalen",
     "The facility is listed on Tilbudsportalen"),
    ("place", "approved", "provider_requirements", ("approved",), "Stedet er godkendt", "The facility is approved"),
    ("place", "provider_requirements", "provider_requirements", (), "Flere krav til stedet",
     "Other requirements of the facility"),
    ("place", "no_vacancy", "no_vacancy", (), "Når der ikke er plads", "When no place is free"),
    ("place", "waiting_list", "no_vacancy", ("waiting_list",), "Venteliste", "Waiting list"),
    ("payment", "own_payment", "own_payment", (), "Der betales for", "One pays for"),
    ("payment", "from_income", "own_payment", ("from_income",), "Beregnes ud fra indkomsten", "Reckoned from income"),
    ("payment", "own_home", "own_payment", ("own_home", "own_home_for"), "Beholder man egen bolig",
     "If one keeps a home of one's own"),
    ("payment", "no_income", "own_payment", ("no_income",), "Uden indtægt", "Without income"),
    ("payment", "personal_allowance", "own_payment", ("personal_allowance",), "Rådighedsbeløb", "Personal allowance"),
    ("complaint", "complaint", "complaint", (), "Klagen sendes til", "The complaint is sent to"),
    ("complaint", "complaint_within", "complaint", ("citizen_within",), "Klagen skal være modtaget inden",
     "The complaint must be received within"),
    ("complaint", "oral_complaint", "complaint", ("oral",), "Man kan klage mundtligt", "One can complain orally"),
    ("complaint", "reassessment", "complaint", ("reassessed_within", "copy_to_citizen"),
     "Kommunen ser på sagen igen inden", "The municipality reassesses within"),
    ("complaint", "conduct_complaint", "complaint", ("conduct_to", "adviser"), "Klage over sagsbehandling og personale",
     "Complaint about case handling and staff"),
)  # fmt: skip

_TITLED = {
    "contact": "points",
    "response_deadline": "within",
    "later_follow_ups": "then",
    "case_steps": "steps",
    "ending": "grounds",
    "target_group": "limbs_named",
    "also_requires": "also_requires",
    "citizen_conditions": "conditions",
    "extent": "levels",
    "exclusions": "excluded",
    "own_payment": "lines",
    "own_home": "own_home",
    "delegation": "to",
    "committee": "name",
    "complaint": "to",
    "reassessment": "reassessed_within",
    "conduct_complaint": "conduct_to",
}


def _questions() -> Iterator[Question]:
    named = {(matter, field) for _, _, matter, fields, _, _ in _ASKED for field in fields}
    for group, name, matter, fields, da, en in _ASKED:
        rest = tuple(field for field in _fields(MATTERS[matter]) if (matter, field) not in named)
        asked = fields or rest
        yield Question(
            name=name, title=Text(da=da, en=en), group=group, matter=matter, fields=asked, main=not fields,
            title_field=_TITLED.get(name) or (asked[0] if len(asked) == 1 else ""),
        )  # fmt: skip
    for name, each in MATTERS.items():
        if name not in {matter for _, _, matter, _, _, _ in _ASKED}:
            yield Question(name=name, title=each.title, group="more", matter=name, fields=_fields(each))


def _fields(matter: Matter) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(matter.kind))


QUESTIONS: Mapping[str, Question] = MappingProxyType({each.name: each for each in _questions()})
