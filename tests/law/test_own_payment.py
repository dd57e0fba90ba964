from __future__ import annotations

from datetime import date

import pytest

from ophold.law.finding import Status
from ophold.law.own_payment import (
    housing,
    housing_looked_at,
    never_charged,
    payment_frame,
    respite_payment,
    without_income,
)
from ophold.law.promises import OwnPayment, Period, PersonalAllowance, Unit
from ophold.standard.words import WORDS
from tests.law.table import Row, both_languages, rows, standard, texts


def _promise(row: Row) -> OwnPayment | None:
    if row["own_home"] is None:
        return None
    return OwnPayment(lines=("rent", "food"), from_income=True, own_home=row["own_home"], no_income=row["no_income"])


@pytest.mark.parametrize("row", rows("own_payment"))
def test_what_is_charged(row: Row) -> None:
    promise, source = _promise(row), standard("X1")
    found = housing(promise, source, keeps_home=row["keeps"])
    assert [found.status.value, found.value] == row["housing"]
    income = without_income(promise, source, has_income=row["income"])
    assert [income.status.value, income.value] == row["without_income"]
    for finding in (found, income, payment_frame(promise, source), never_charged(), respite_payment()):
        assert finding.because
        assert both_languages(finding)


def test_that_housing_is_free_rests_on_an_order_nobody_has_read_and_says_so() -> None:
    assert not housing(None, standard(""), keeps_home=True).confirmed


def test_a_standard_that_frees_the_whole_stay_stands_before_statutes_starting_point() -> None:
    promise = OwnPayment(own_home="whole_stay_free_if_expenses")
    finding = housing(promise, standard("F9"), keeps_home=True)
    assert finding.because[0].source.provision == "F9"
    assert "hele opholdet" in finding.because[0].text


def test_a_silent_standard_is_said_to_be_silent_and_statute_stands() -> None:
    assert "siger intet om egenbetaling" in texts(payment_frame(None, standard("")))
    assert "løn, pension" in texts(payment_frame(None, standard("")))


def test_a_limit_in_months_is_a_day_to_look_at_the_case_and_changes_nothing_by_itself() -> None:
    promise = OwnPayment(own_home_for=Period(value=3, unit=Unit.MONTH))
    finding = housing_looked_at(promise, standard("A4"), began=date(2026, 3, 2))
    assert finding.value == date(2026, 6, 2)
    assert finding.caveat is not None
    assert "sker der intet af sig selv" in finding.caveat.text
    assert both_languages(finding)
    assert housing(promise, standard("A4"), keeps_home=True).value is False
    assert "i 3 måneder" in texts(housing(promise, standard("A4"), keeps_home=True))
    assert housing_looked_at(promise, standard("A4"), began=None).status is Status.MISSING
    assert housing_looked_at(OwnPayment(), standard("A4"), began=date(2026, 3, 2)).status is Status.SILENT


def test_an_allowance_is_told_with_its_year_and_whether_it_grows() -> None:
    promise = OwnPayment(personal_allowance=PersonalAllowance(kroner=1850, year=2026, indexed=True))
    assert "1.850 kr. om måneden blive tilbage (2026-niveau, reguleres hvert år)" in texts(
        payment_frame(promise, standard("A4"))
    )


def test_every_word_a_standard_can_use_of_home_and_income_is_told() -> None:
    for word in WORDS[("OwnPayment", "own_home")]:
        finding = housing(OwnPayment(own_home=word), standard("X1"), keeps_home=True)
        assert finding.because[0].source.provision == "X1"
        assert finding.value is False
        assert both_languages(finding)
    for word in WORDS[("OwnPayment", "no_income")]:
        income = without_income(OwnPayment(no_income=word), standard("X1"), has_income=False)
        assert income.because[0].source.provision == "X1"
        assert both_languages(income)
