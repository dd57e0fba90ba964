"""A case that is ready to be decided, and words that pass the gate; each test takes away what it asks about."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from ophold.journey.assessment.actions import LimbWords, record_limb
from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.choices import Outcome as Found
from ophold.journey.decisions.actions import send_hearing
from ophold.journey.decisions.choices import Outcome, PlanOffer
from ophold.journey.decisions.models import Hearing
from ophold.journey.decisions.words import DecisionWords, HearingWords
from ophold.record.acting import acting
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.choices import CaseState, ClockKind
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.clock import COPENHAGEN
from ophold.record.people.models import Account
from tests import people
from tests.people import NOON, TODAY

VERSIONS = {"hjoerring": "2022-06-22", "lejre": "2015-11-30"}
WORKERS = {"hjoerring": people.anna, "ballerup": people.dorte}


def worker(key: str) -> Account:
    """The caseworker of a municipality."""
    made = WORKERS.get(key)
    return made() if made else people.staff(f"worker-{key}", "Ida Iversen", key=key)


def a_case(key: str = "hjoerring", **fields: Any) -> Case:
    """A case being assessed, with its response clock running."""
    fields = {"state": CaseState.ASSESSING, "standard_version": VERSIONS.get(key, "undated-1")} | fields
    case = people.a_case(key, caseworker=worker(key), **fields)
    with people.set_up():
        clocks = open_clocks(case)
        clocks.start(ClockKind.RESPONSE, starts_on=case.received_on, due_on=case.received_on + timedelta(days=80))
        store_clocks(clocks)
        case.save()
    return case


def tested(case: Case, *outcomes: Found) -> Case:
    """The limbs, in order, with these outcomes."""
    for limb, outcome in zip(Limb, outcomes, strict=False):
        words = LimbWords(limb=limb, outcome=outcome, reason="Grund", source="VUM", source_on=TODAY)
        by = worker(case.municipality.key)
        record_limb(case, words=words, based_on=0, by=by, at=NOON, act_key=f"limb {limb}")
    return case


def not_met(key: str = "hjoerring") -> Case:
    """All three limbs tested and not met."""
    return tested(a_case(key), Found.NOT_MET, Found.NOT_MET, Found.NOT_MET)


def met(key: str = "hjoerring") -> Case:
    """The first limb is met."""
    return tested(a_case(key), Found.MET)


def heard(case: Case, **changed: Any) -> Hearing:
    """A draft is sent in hearing at noon on the tests' day."""
    fields: dict[str, Any] = {
        "draft": "Vi overvejer at give afslag.\n\nDu klarer dig med støtte hjemme.",
        "adverse": "Udtalelsen fra distriktspsykiatrien taler imod.",
        "duty": True,
        "answer_by": TODAY + timedelta(days=14),
    }
    by = worker(case.municipality.key)
    hearing = send_hearing(case, words=HearingWords(**fields | changed), by=by, at=NOON, act_key="hearing")
    assert hearing is not None
    return hearing


def noon(day: date) -> datetime:
    """Noon of a day in Copenhagen."""
    return datetime.combine(day, time(12), COPENHAGEN)


def words(outcome: Outcome = Outcome.GRANT, **changed: Any) -> DecisionWords:
    """A decision's words that lack nothing."""
    fields: dict[str, Any] = {
        "applied_for": "Et midlertidigt ophold med støtte hele døgnet.",
        "reasons": "Du har i en periode brug for omfattende hjælp.",
        "considerations": "Vi lægger mest vægt på din egen beskrivelse.",
        "facts": "Udredning af 20. februar 2026",
        "rules": "Serviceloven § 107, stk. 2, nr. 1",
    }
    if outcome is not Outcome.REFUSAL:
        fields |= {
            "granted": "Et midlertidigt ophold.",
            "place_free": True,
            "next_on": TODAY + timedelta(days=30),
            "plan_offer": PlanOffer.ACCEPTED,
        }
    if outcome is not Outcome.GRANT:
        fields |= {"duty": False, "duty_reason": "Borgeren kender alle oplysninger i sagen."}
    return DecisionWords(outcome=outcome, **fields | changed)


def guardian(case: Case, **fields: Any) -> None:
    """Fatma, who gets the case's letters beside Erik."""
    with acting("test set-up"):
        case.parties.create(
            municipality=case.municipality,
            role="guardian",
            name="Fatma Farah",
            address="Øster Allé 3\n9800 Hjørring",
            letters="beside",
            basis="Værgemål af 1. februar 2026",
            valid_from=date(2026, 2, 1),
            **fields,
        )
