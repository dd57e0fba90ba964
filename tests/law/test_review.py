from __future__ import annotations

from datetime import date

from hypothesis import given

from ophold.law.finding import Status
from ophold.law.promises import GrantLength, Period, Unit
from ophold.law.review import no_review, review
from tests.law.table import both_languages, days, quickly, standard, texts

TWO_YEARS = GrantLength(review_after=Period(value=2, unit=Unit.YEAR), by_purpose=True)


def test_two_years_at_a_time_is_a_day_of_review_that_ends_nothing() -> None:
    finding = review(TWO_YEARS, standard("B9"), began=date(2026, 3, 2))
    assert finding.value == date(2028, 3, 2)
    assert "afslutter intet af sig selv" in texts(finding)
    assert "ingen fast udløbsdag" in texts(finding)
    assert both_languages(finding)


def test_before_the_stay_begins_its_first_day_is_asked_for() -> None:
    assert review(TWO_YEARS, standard("B9"), began=None).missing == ("opholdets første dag",)


def test_a_length_by_purpose_is_an_individual_judgement() -> None:
    for length in (GrantLength(until_purpose_met=True), GrantLength(by_purpose=True)):
        finding = review(length, standard("H8"), began=date(2026, 3, 2))
        assert finding.status is Status.DISCRETION
        assert both_languages(finding)


def test_a_silent_standard_leaves_only_that_no_limit_can_be_set() -> None:
    finding = no_review(standard(""))
    assert finding.status is Status.SILENT
    assert "ingen fast udløbsdag" in texts(finding)


@given(began=days)
@quickly
def test_the_review_comes_two_years_on_for_every_first_day(began: date) -> None:
    value = review(TWO_YEARS, standard("B9"), began=began).value
    assert value is not None
    assert (value.year, value.month) == (began.year + 2, began.month)
