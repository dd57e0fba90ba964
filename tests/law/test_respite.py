from __future__ import annotations

import pytest

from ophold.law.finding import Status
from ophold.law.promises import RespitePromise
from ophold.law.respite import Respite, no_respite, respite
from tests.law.table import both_languages, standard, texts

LEJRE = RespitePromise(
    guideline=193, pattern_weekends=26, pattern_full_days_per_weekend=(2, 3), pattern_holiday_weeks=1
)


def test_lejres_number_and_its_own_explanation_stand_side_by_side() -> None:
    finding = respite(LEJRE, standard("L4"), granted=60)
    assert finding.status is Status.DISCRETION
    assert finding.value == Respite(guideline=193, pattern=(59, 85), granted=60)
    assert "59 eller 85 døgn og ikke 193" in texts(finding)
    assert both_languages(finding)


def test_the_number_is_never_a_cap_nor_an_entitlement() -> None:
    for granted in (0, 193, 300):
        finding = respite(LEJRE, standard("L4"), granted=granted)
        assert finding.status is Status.DISCRETION
        assert "hverken et loft eller et krav" in texts(finding)


def test_where_only_a_judgement_is_promised_there_is_no_number() -> None:
    finding = respite(RespitePromise(), standard("B8"), granted=40)
    assert finding.value == Respite(guideline=None, pattern=(), granted=40)
    assert finding.status is Status.DISCRETION


def test_a_silent_standard_says_nothing() -> None:
    finding = no_respite(standard(""))
    assert (finding.status, finding.value) == (Status.SILENT, None)


def test_fewer_than_no_full_days_cannot_be_granted() -> None:
    with pytest.raises(ValueError, match="fewer than none"):
        respite(LEJRE, standard("L4"), granted=-1)
