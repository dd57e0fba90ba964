"""A receipt and word on the way are a municipality's own promise, counted from receipt of the application."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from ophold.law.finding import Status
from ophold.law.notices import acknowledgement, interim_notice
from ophold.law.promises import Notices, Period, Unit
from tests.law.table import both_languages, days, quickly, standard, texts

PROMISE = Notices(
    acknowledged_within=Period(value=3, unit=Unit.WORKING_DAY_MON_FRI), interim_within=Period(value=4, unit=Unit.WEEK)
)
FRIDAY = date(2026, 3, 6)


def test_the_receipt_comes_within_working_days_and_the_word_within_weeks() -> None:
    receipt = acknowledgement(PROMISE, standard("A2"), received=FRIDAY)
    assert receipt.value == date(2026, 3, 11)
    assert "kvittering for ansøgningen inden for 3 arbejdsdage" in texts(receipt)
    word = interim_notice(PROMISE, standard("A2"), received=FRIDAY)
    assert word.value == date(2026, 4, 3)
    assert both_languages(receipt)
    assert both_languages(word)


def test_a_standard_without_them_is_silent_and_says_so() -> None:
    for finding in (
        acknowledgement(None, standard("A2"), received=FRIDAY),
        interim_notice(Notices(), standard("A2"), received=FRIDAY),
    ):
        assert finding.status is Status.SILENT
        assert "lover ikke" in texts(finding)
        assert both_languages(finding)


def test_the_day_of_receipt_is_asked_for() -> None:
    assert acknowledgement(PROMISE, standard("A2"), received=None).status is Status.MISSING


@quickly
@given(received=days)
def test_no_day_lies_before_the_day_of_receipt(received: date) -> None:
    for rule in (acknowledgement, interim_notice):
        found = rule(PROMISE, standard("A2"), received=received).value
        assert found is not None
        assert found > received
