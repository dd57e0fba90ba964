from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ophold.law.finding import Status
from ophold.law.limbs import QUESTIONS, Limb
from ophold.law.limbs_in_play import Standing, limbs_in_play
from tests.law.table import Row, both_languages, quickly, rows, texts

facts = st.dictionaries(st.sampled_from(sorted(QUESTIONS)), st.booleans())


@pytest.mark.parametrize("row", rows("limbs_in_play"))
def test_what_was_told_points_at_limbs(row: Row) -> None:
    finding = limbs_in_play(row["facts"])
    assert finding.value is not None
    assert [each.limb for each in finding.value] == list(Limb)
    assert [each.standing.value for each in finding.value] == row["expected"]


@quickly
@given(facts)
def test_nothing_is_decided_and_every_limb_names_what_is_looked_at(told: dict[str, bool]) -> None:
    finding = limbs_in_play(told)
    assert finding.status is Status.DISCRETION
    assert finding.value is not None
    assert all(each.looked_at for each in finding.value)
    assert both_languages(finding)


@quickly
@given(facts, st.sampled_from(sorted(QUESTIONS)))
def test_a_question_skipped_is_never_a_no(told: dict[str, bool], skipped: str) -> None:
    without = limbs_in_play({name: value for name, value in told.items() if name != skipped}).value
    denied = limbs_in_play({**told, skipped: False}).value
    assert without is not None
    assert denied is not None
    for one, other in zip(without, denied, strict=True):
        assert one.standing is not Standing.ELSEWHERE or other.standing is Standing.ELSEWHERE


def test_a_must_group_says_shall_and_the_other_may() -> None:
    said = texts(limbs_in_play({}))
    assert said.count("skal kommunen tilbyde") == 2
    assert said.count("kan kommunen tilbyde") == 1
