"""The gate: with everything in place nothing is missing; each required thing, taken away, is missed by its code."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ophold.journey.decisions.choices import Outcome
from ophold.journey.decisions.gate import Held, Lack, missing
from ophold.journey.decisions.words import DecisionWords
from ophold.law.finding import Source
from ophold.law.hearing_duty import Exemption
from ophold.law.limbs import Limb, LimbRecord
from ophold.law.limbs import Outcome as Found
from tests.decisions.ready import words
from tests.people import TODAY

PROMISE = Source(work="Ballerup, Serviceniveau", provision="B15")
GRANT, PARTIAL, REFUSAL = Outcome.GRANT, Outcome.PARTIAL, Outcome.REFUSAL


def limbs(*outcomes: Found, **fields: bool) -> dict[Limb, LimbRecord]:
    """The limbs in order with these outcomes."""
    return {
        limb: LimbRecord(outcome=outcome, reason="Grund", source="Kilde", **fields)
        for limb, outcome in zip(Limb, outcomes, strict=False)
    }


NONE_MET = limbs(Found.NOT_MET, Found.NOT_MET, Found.NOT_MET)
FIRST_MET = limbs(Found.MET)


def held(outcome: Outcome = GRANT, **changed: Any) -> Held:
    """A file that lacks nothing for the outcome."""
    return replace(Held(on=TODAY, limbs=NONE_MET if outcome is REFUSAL else FIRST_MET), **changed)


def codes(said: DecisionWords, file: Held) -> set[str]:
    """What the gate misses."""
    return {lack.code for lack in missing(said, file)}


@pytest.mark.parametrize("outcome", Outcome)
def test_with_everything_in_place_nothing_is_missing(outcome: Outcome) -> None:
    assert missing(words(outcome), held(outcome)) == ()


MUTATIONS = [
    *((outcome, {name: ""}, {}, name) for outcome in Outcome for name in ("applied_for", "reasons", "considerations")),
    *((outcome, {name: " \n "}, {}, name) for outcome in Outcome for name in ("facts", "rules")),
    *((outcome, {}, {"complaint_address": False}, "complaint_address") for outcome in Outcome),
    *((outcome, {}, {"recipient_problem": "Ingen adresse."}, "recipient") for outcome in Outcome),
    *((outcome, {}, {"remarks": 1}, "remarks_weighed") for outcome in Outcome),
    *((outcome, {}, {"limbs": {}}, "limb") for outcome in Outcome),
    *((outcome, {}, {"always_by": PROMISE}, "hearing_promised") for outcome in Outcome),
    *((outcome, {}, {"always_by": PROMISE, "hearing_sent": True}, "hearing_running") for outcome in Outcome),
    *((outcome, {"duty": None}, {}, "hearing_question") for outcome in (PARTIAL, REFUSAL)),
    *((outcome, {"duty": True}, {}, "hearing_required") for outcome in (PARTIAL, REFUSAL)),
    *((outcome, {"duty_reason": ""}, {}, "hearing_question_reason") for outcome in (PARTIAL, REFUSAL)),
    *((outcome, {"duty": True}, {"hearing_sent": True}, "hearing_running") for outcome in (PARTIAL, REFUSAL)),
    *((outcome, {"granted": ""}, {}, "granted") for outcome in (GRANT, PARTIAL)),
    *((outcome, {"next_on": None}, {}, "next_on") for outcome in (GRANT, PARTIAL)),
    *((outcome, {"next_on": TODAY.replace(day=1)}, {}, "next_on") for outcome in (GRANT, PARTIAL)),
    *((outcome, {"plan_offer": None}, {}, "plan_offer") for outcome in (GRANT, PARTIAL)),
    *((outcome, {"place_free": None}, {}, "place_free") for outcome in (GRANT, PARTIAL)),
    *((outcome, {"place_free": False}, {}, "interim_help") for outcome in (GRANT, PARTIAL)),
    *((outcome, {}, {"names_facility": True}, "facility") for outcome in (GRANT, PARTIAL)),
    (GRANT, {"facility": "Bakken", "citizen_accepted_on": TODAY}, {}, "facility_accepted"),
    (GRANT, {"facility": "Bakken", "facility_accepted_on": TODAY}, {}, "citizen_accepted"),
    (GRANT, {}, {"limbs": NONE_MET}, "limb_outcome"),
    (REFUSAL, {}, {"limbs": FIRST_MET}, "limb_outcome"),
    (REFUSAL, {}, {"limbs": limbs(Found.NOT_MET, Found.NOT_MET)}, "limb"),
    (REFUSAL, {}, {"limbs": limbs(Found.NOT_MET, Found.UNCLEAR, Found.NOT_MET)}, "limb"),
]


@pytest.mark.parametrize(("outcome", "said", "on_file", "code"), MUTATIONS)
def test_what_is_taken_away_is_missed(
    outcome: Outcome, said: dict[str, Any], on_file: dict[str, Any], code: str
) -> None:
    assert codes(words(outcome, **said), held(outcome, **on_file)) == {code}


def test_a_hearing_that_is_over_passes_wherever_it_was_needed() -> None:
    over = {"hearing_sent": True, "hearing_over": True}
    for outcome in Outcome:
        assert not missing(words(outcome, duty=True), held(outcome, **over))
        assert not missing(words(outcome, duty=None), held(outcome, always_by=PROMISE, **over))


def test_an_exemption_lifts_statutes_duty_and_never_the_councils_promise() -> None:
    assert not missing(words(REFUSAL, duty=True), held(REFUSAL, exemption=Exemption.PLAIN))
    promised = held(REFUSAL, exemption=Exemption.PLAIN, always_by=PROMISE)
    assert codes(words(REFUSAL), promised) == {"hearing_promised"}


def test_a_full_grant_waits_for_no_hearing_that_nobody_promised() -> None:
    assert not missing(words(GRANT, duty=None), held(GRANT, hearing_sent=True, hearing_over=False))


def test_what_is_unclear_passes_in_the_citizens_favour_only() -> None:
    unclear = limbs(Found.NOT_MET, Found.UNCLEAR, Found.NOT_MET)
    assert not missing(words(GRANT), held(GRANT, limbs=unclear))
    assert codes(words(REFUSAL), held(REFUSAL, limbs=unclear)) == {"limb"}


def test_an_unclear_limb_passes_against_the_citizen_after_attempts_and_the_consequence_told() -> None:
    documented = limbs(Found.NOT_MET, Found.UNCLEAR, Found.NOT_MET, attempts_documented=True, consequence_told=True)
    assert not missing(words(REFUSAL), held(REFUSAL, limbs=documented))


def test_the_limb_that_lets_the_council_choose_can_be_met_and_refused_with_a_reason() -> None:
    may = limbs(Found.NOT_MET, Found.NOT_MET, Found.MET)
    assert not missing(words(REFUSAL), held(REFUSAL, limbs=may))


def test_every_lack_says_what_to_do_and_where() -> None:
    everything = missing(
        DecisionWords(outcome=GRANT), Held(on=TODAY, limbs={}, complaint_address=False, names_facility=True)
    )
    assert len(everything) >= 10
    for lack in everything:
        assert isinstance(lack, Lack)
        assert lack.text.endswith(".")
        assert lack.page != "decide" or lack.field
