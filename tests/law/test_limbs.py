from __future__ import annotations

from dataclasses import replace

import pytest

from ophold.law.criteria import names
from ophold.law.finding import Status
from ophold.law.limbs import QUESTIONS, SOURCES, TREES, Limb, LimbRecord, Outcome, before_grant, before_refusal, limb
from tests.law.table import Row, both_languages, rows, texts

NOT_MET = LimbRecord(outcome=Outcome.NOT_MET, reason="Klarer hverdagen selv.", source="Samtale 3. marts")
MET = replace(NOT_MET, outcome=Outcome.MET)
UNCLEAR = replace(NOT_MET, outcome=Outcome.UNCLEAR)
NONE_MET = dict.fromkeys(Limb, NOT_MET)


@pytest.mark.parametrize("row", rows("limbs"))
def test_the_recorded_facts_meet_a_limb_as_the_table_says(row: Row) -> None:
    finding = limb(Limb(row["limb"]), row["facts"])
    assert finding.value is row["expected"]
    assert len(finding.missing) == row.get("asks", 0)
    assert both_languages(finding)


def test_the_limbs_are_tested_in_statutes_order() -> None:
    assert [each.value for each in Limb] == ["107_2_1", "107_2_2", "107_1"]
    assert [each.shall for each in Limb] == [True, True, False]


def test_every_limb_has_its_tree_its_source_and_its_questions() -> None:
    assert set(TREES) == set(SOURCES) == set(Limb)
    assert {name for tree in TREES.values() for name in names(tree)} == set(QUESTIONS)


def test_a_refusal_needs_all_three_limbs_tested() -> None:
    assert before_refusal(NONE_MET).value is True
    for lacking in Limb:
        recorded = {each: record for each, record in NONE_MET.items() if each is not lacking}
        assert before_refusal(recorded).missing == (f"SEL {SOURCES[lacking].place} er ikke prøvet",)


@pytest.mark.parametrize("bare", [replace(NOT_MET, reason=" "), replace(NOT_MET, source="")], ids=["reason", "source"])
def test_a_refusal_needs_a_reason_and_a_source_for_each(bare: LimbRecord) -> None:
    assert before_refusal({**NONE_MET, Limb.SHALL_CARE: bare}).status is Status.MISSING


@pytest.mark.parametrize("met", [each for each in Limb if each.shall])
def test_nobody_in_a_group_that_must_be_helped_is_refused(met: Limb) -> None:
    finding = before_refusal({**NONE_MET, met: MET}, reason_to_decline="Kommunen bevilger det ikke")
    assert finding.value is False
    assert "skal kommunen tilbyde" in texts(finding)


def test_not_using_the_may_limb_needs_its_own_reason() -> None:
    recorded = {**NONE_MET, Limb.MAY: MET}
    assert before_refusal(recorded).status is Status.MISSING
    assert before_refusal(recorded, reason_to_decline="Støtte i egen bolig dækker behovet.").value is True


def test_what_is_unclear_can_only_go_against_the_citizen_after_attempts_and_a_warning() -> None:
    recorded = {**NONE_MET, Limb.SHALL_CARE: UNCLEAR}
    assert len(before_refusal(recorded).missing) == 2
    tried = replace(UNCLEAR, attempts_documented=True, consequence_told=True)
    assert before_refusal({**NONE_MET, Limb.SHALL_CARE: tried}).value is True


def test_what_is_unclear_may_pass_in_the_citizens_favour() -> None:
    assert before_grant({**NONE_MET, Limb.SHALL_CARE: UNCLEAR}).value is True


def test_a_grant_needs_the_limb_it_rests_on_and_those_before_it() -> None:
    first, second, third = Limb
    assert before_grant({first: MET}).value is True
    assert before_grant({second: MET}).missing == (f"SEL {SOURCES[first].place} er ikke prøvet",)
    assert before_grant({first: NOT_MET, second: NOT_MET, third: MET}).value is True
    assert before_grant(NONE_MET).value is False
    assert before_grant({}).status is Status.MISSING
