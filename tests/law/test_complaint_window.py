from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from ophold.law.calendar import closed_because
from ophold.law.complaint_window import GUIDANCE, complaint_window
from ophold.law.delivery import Channel, delivery
from ophold.law.finding import Finding, Status
from tests.law.table import FOUR_WEEKS, SIX_DAYS, Row, both_languages, days, quickly, rows, texts


def received(day: date) -> Finding[date]:
    return delivery(Channel.DIGITAL_POST, SIX_DAYS, sent=day, received=None)


@pytest.mark.parametrize("row", rows("complaint_window"))
def test_a_complaint_can_be_received_until_the_day_in_the_table(row: Row) -> None:
    finding = complaint_window(FOUR_WEEKS, received(row["received"]))
    assert finding.value == row["expected"]
    assert finding.confirmed
    assert both_languages(finding)


def test_a_letter_that_can_be_read_two_ways_gives_the_window_two_readings_the_latest_first() -> None:
    letter = delivery(Channel.LETTER, SIX_DAYS, sent=date(2026, 2, 2), received=None)
    finding = complaint_window(FOUR_WEEKS, letter)
    assert [each.value for each in finding.readings] == [date(2026, 3, 10), date(2026, 3, 9)]
    assert finding.value == date(2026, 3, 10)
    assert not finding.confirmed


def test_without_correct_guidance_the_window_has_not_started() -> None:
    finding = complaint_window(FOUR_WEEKS, received(date(2026, 3, 2)), guidance_correct=False)
    assert (finding.status, finding.missing) == (Status.MISSING, (GUIDANCE,))
    assert "ikke begyndt" in texts(finding)


def test_without_a_delivery_the_window_has_not_started() -> None:
    finding = complaint_window(FOUR_WEEKS, delivery(Channel.LETTER, SIX_DAYS, sent=None, received=None))
    assert (finding.status, finding.missing) == (Status.MISSING, ("dagen brevet blev sendt",))
    assert "ikke begyndt" in texts(finding)


@given(day=days)
@quickly
def test_the_window_is_never_shorter_than_four_weeks_and_ends_on_an_open_day(day: date) -> None:
    last = complaint_window(FOUR_WEEKS, received(day)).value
    assert last is not None
    assert last >= day + timedelta(weeks=4)
    assert closed_because(last) is None
