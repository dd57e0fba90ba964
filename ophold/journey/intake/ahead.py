"""What happens after an application, in three steps that each name who acts; told on the receipt and in its letter.

The steps are those the standard promises, in its order; where it promises fewer, ours of every case come first.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ophold.law.finding import Finding
from ophold.law.promises import CaseSteps, ContactPoint
from ophold.record.cases.models import Case
from ophold.record.people.cpr import age_on
from ophold.standard import answers
from ophold.standard.matters import promised
from ophold.standard.shape import Standard

SHOWN = 3
READ = _("En sagsbehandler læser din ansøgning og kontakter dig.")
SENTENCES: Mapping[str, Promise] = {
    "talk": _("Kommunen taler med dig om, hvad du har brug for."),
    "interview": _("Kommunen inviterer dig til en samtale."),
    "advice": _("Kommunen rådgiver dig om reglerne."),
    "information": _("Kommunen henter de oplysninger, der mangler. Den spørger kun dem, du siger ja til."),
    "assessment": _("Kommunen vurderer sammen med dig, hvilken støtte du har brug for."),
    "hearing": _("Du får et udkast til afgørelsen og kan svare på det."),
    "remarks_weighed": _("Kommunen vurderer dine bemærkninger til udkastet."),
    "decision": _("Kommunen træffer afgørelse og sender dig et brev."),
    "place_offered": _("Kommunen tilbyder dig en plads, hvis du får et ophold."),
}
ALWAYS = (READ, SENTENCES["assessment"], SENTENCES["decision"])


def next_steps(standard: Standard) -> tuple[Promise, ...]:
    """Three sentences, each with the one who acts as its subject."""
    said = promised(standard, CaseSteps).value
    steps = tuple(SENTENCES[step] for step in said.steps) if said else ()
    if len(steps) >= SHOWN:
        return steps[:SHOWN]
    return (READ, *steps) if len(steps) == SHOWN - 1 else ALWAYS


def first_contact(case: Case, standard: Standard) -> Finding[ContactPoint]:
    """Whom the citizen turns to first, by the age on the day the application was received."""
    return answers.first_contact(standard, age=age_on(case.citizen.born_on, case.received_on))
