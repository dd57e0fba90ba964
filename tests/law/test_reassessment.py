from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from ophold.law.finding import Status
from ophold.law.reassessment import reassessment
from ophold.law.statute import Fixed
from tests.law.table import FOUR_WEEKS, Row, both_languages, days, period, quickly, rows, standard, texts


@pytest.mark.parametrize("row", rows("reassessment"))
def test_a_complaint_is_reassessed_by_the_day_in_the_table(row: Row) -> None:
    promised = Fixed(period=period(row["promised"]), source=standard(row["source"])) if "promised" in row else None
    finding = reassessment(FOUR_WEEKS, promised, received=row["received"])
    assert finding.value == row["expected"]
    assert [[each.value, each.unit] for each in finding.readings] == row.get("readings", [])
    assert finding.confirmed is row["confirmed"]
    assert both_languages(finding)


def test_a_longer_promise_is_named_as_set_aside() -> None:
    promised = Fixed(period=period({"value": 6, "unit": "weeks"}), source=standard("X1"))
    assert "længere end loven og gælder ikke" in texts(reassessment(FOUR_WEEKS, promised, received=date(2026, 3, 2)))


def test_without_the_day_of_receipt_that_day_is_asked_for() -> None:
    finding = reassessment(FOUR_WEEKS, received=None)
    assert (finding.status, finding.missing) == (Status.MISSING, ("dagen klagen blev modtaget",))


@given(received=days)
@quickly
def test_the_clock_is_always_exactly_four_weeks(received: date) -> None:
    assert reassessment(FOUR_WEEKS, received=received).value == received + timedelta(weeks=4)
