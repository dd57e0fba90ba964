"""Days, distances and numbers as a reader meets them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from ophold.site import formats

TODAY = date(2026, 4, 28)


def test_a_day_has_its_weekday_and_no_leading_zero() -> None:
    with override("da"):
        assert formats.day(date(2026, 5, 5)) == "tirsdag 5. maj 2026"
        assert formats.plain_day(date(2026, 6, 5)) == "5. juni 2026"
    with override("en"):
        assert formats.day(date(2026, 5, 15)) == "Friday 15 May 2026"


def test_an_instant_is_shown_in_copenhagen() -> None:
    with override("da"):
        assert formats.moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC)) == "2. juli 2026 kl. 00.05"


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        (date(2026, 4, 28), "i dag", "today"),
        (date(2026, 4, 29), "i morgen", "tomorrow"),
        (date(2026, 4, 27), "i går", "yesterday"),
        (date(2026, 4, 25), "for 3 dage siden", "3 days ago"),
        (date(2026, 5, 15), "om 12 arbejdsdage", "in 12 working days"),  # Ascension Day is skipped
        (date(2026, 10, 28), "om 6 måneder", "in 6 months"),
    ],
)
def test_a_distance_ahead_is_in_working_days_and_behind_in_days(day: date, danish: str, english: str) -> None:
    with override("da"):
        assert formats.distance(day, TODAY) == danish
    with override("en"):
        assert formats.distance(day, TODAY) == english


def test_a_distance_over_a_weekend_is_in_days() -> None:
    with override("da"):
        assert formats.distance(date(2026, 5, 3), date(2026, 5, 1)) == "om 2 dage"


def test_numbers_are_written_as_danes_write_them() -> None:
    with override("da"):
        assert formats.number(Decimal("1234.56"), 2) == "1.234,56"
        assert formats.number(1234567) == "1.234.567"
