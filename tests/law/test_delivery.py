from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from ophold.law.delivery import Channel, delivery
from ophold.law.facts import ContradictoryFacts
from ophold.law.finding import Evidence, Source, Status
from ophold.law.statute import Fixed
from tests.law.table import SIX_DAYS, Row, both_languages, days, period, quickly, rows


def letter_days(row: Row) -> Fixed:
    source = Source(work="Brevdage", evidence=Evidence.INFERRED)
    return Fixed(period=period(row["letter"]), source=source) if "letter" in row else SIX_DAYS


@pytest.mark.parametrize("row", rows("delivery"))
def test_a_letter_counts_as_received_on_the_day_in_the_table(row: Row) -> None:
    finding = delivery(Channel(row["channel"]), letter_days(row), sent=row["sent"], received=row.get("received"))
    assert finding.value == row["expected"]
    assert [[each.value, each.unit] for each in finding.readings] == row.get("readings", [])
    assert finding.confirmed is row["confirmed"]
    assert both_languages(finding)


def test_a_letter_not_sent_is_asked_for() -> None:
    finding = delivery(Channel.LETTER, SIX_DAYS, sent=None, received=None)
    assert (finding.status, finding.missing) == (Status.MISSING, ("dagen brevet blev sendt",))


def test_a_letter_cannot_be_received_before_it_was_sent() -> None:
    with pytest.raises(ContradictoryFacts, match="Ret en af de to dage"):
        delivery(Channel.LETTER, SIX_DAYS, sent=date(2026, 3, 2), received=date(2026, 3, 1))


@given(sent=days)
@quickly
def test_the_latest_reading_holds_and_never_precedes_the_sending(sent: date) -> None:
    finding = delivery(Channel.LETTER, SIX_DAYS, sent=sent, received=None)
    assert finding.value is not None
    assert finding.value == max((each.value for each in finding.readings), default=finding.value) > sent
