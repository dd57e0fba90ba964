from __future__ import annotations

import pytest

from ophold.law.criteria import names
from ophold.law.finding import Status
from ophold.law.hearing_duty import DUTY, EXEMPTIONS, QUESTIONS, Exemption, hearing_duty
from tests.law.table import Row, both_languages, rows, standard, texts

REQUIRED = {"facts_used": True, "adverse": True, "essential": True, "known_in_case": False}


@pytest.mark.parametrize("row", rows("hearing_duty"))
def test_the_party_is_heard_as_the_table_says(row: Row) -> None:
    exemption = Exemption(row["exemption"]) if "exemption" in row else None
    finding = hearing_duty(row["facts"], always_by=standard("B15") if row.get("always") else None, exemption=exemption)
    assert finding.value is row["expected"]
    assert len(finding.missing) == row.get("asks", 0)
    assert (finding.status is Status.MISSING) is (row["expected"] is None)
    assert both_languages(finding)


@pytest.mark.parametrize("exemption", Exemption)
def test_every_ground_names_its_number_and_stays_unconfirmed(exemption: Exemption) -> None:
    finding = hearing_duty(REQUIRED, exemption=exemption)
    assert f"nr. {exemption.number}" in str(finding.because[-1].source)
    assert not finding.confirmed


def test_every_fact_has_a_question_and_every_ground_its_words() -> None:
    assert set(QUESTIONS) == set(names(DUTY))
    assert set(EXEMPTIONS) == set(Exemption)


def test_a_promise_says_that_a_ground_does_not_lift_it() -> None:
    said = texts(hearing_duty({}, always_by=standard("B15"), exemption=Exemption.PLAIN))
    assert "ophæver ikke dette løfte" in said
