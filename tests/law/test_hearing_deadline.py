from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from ophold.law.calendar import closed_because
from ophold.law.delivery import Channel, delivery
from ophold.law.facts import ContradictoryFacts
from ophold.law.finding import Status
from ophold.law.hearing_deadline import chosen_hearing_deadline, hearing_over, promised_hearing_deadline
from ophold.law.promises import HearingPromise, Period, Unit
from tests.law.table import SIX_DAYS, Row, both_languages, days, quickly, rows, standard, texts

TEN_DAYS = Period(value=10, unit=Unit.DAY)
PROMISE = HearingPromise(always=True, within=TEN_DAYS)
MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize("row", rows("hearing_deadline"))
def test_the_draft_can_be_answered_until_the_day_in_the_table(row: Row) -> None:
    promise = HearingPromise(always=True, within=TEN_DAYS, counted_from=row.get("counted_from", "receipt"))
    draft = delivery(Channel.DIGITAL_POST, SIX_DAYS, sent=row["sent"], received=row.get("received"))
    finding = promised_hearing_deadline(
        promise, standard(row["source"]), draft, sent=row["sent"], chosen=row.get("chosen")
    )
    assert finding.value == row["expected"]
    assert finding.confirmed is row["confirmed"]
    assert both_languages(finding)


def test_a_draft_not_sent_has_no_last_day_yet() -> None:
    draft = delivery(Channel.LETTER, SIX_DAYS, sent=None, received=None)
    assert promised_hearing_deadline(PROMISE, standard("B15"), draft, sent=None).status is Status.MISSING


def test_a_letter_read_two_ways_gives_two_last_days_the_latest_first() -> None:
    draft = delivery(Channel.LETTER, SIX_DAYS, sent=MONDAY, received=None)
    finding = promised_hearing_deadline(PROMISE, standard("B15"), draft, sent=MONDAY)
    assert [each.value for each in finding.readings] == [date(2026, 3, 20), date(2026, 3, 19)]


def test_where_no_length_is_fixed_it_is_the_caseworkers_judgement() -> None:
    finding = chosen_hearing_deadline(standard(""), sent=MONDAY)
    assert finding.status is Status.DISCRETION
    assert both_languages(finding)


def test_the_day_the_caseworker_gives_then_holds() -> None:
    finding = chosen_hearing_deadline(standard(""), sent=MONDAY, chosen=date(2026, 3, 16))
    assert finding.value == date(2026, 3, 16)
    assert "Sagsbehandleren har givet frist" in texts(finding)


def test_a_last_day_before_the_sending_is_refused() -> None:
    with pytest.raises(ContradictoryFacts, match="Vælg en senere dag"):
        chosen_hearing_deadline(standard(""), sent=MONDAY, chosen=MONDAY)


def test_the_hearing_is_over_when_every_party_has_finished_or_run_out_of_time() -> None:
    noon = datetime(2026, 3, 13, 12, tzinfo=UTC)
    thursday, friday = date(2026, 3, 12), date(2026, 3, 13)
    assert hearing_over((thursday,), (False,), noon)
    assert not hearing_over((friday,), (False,), noon)
    assert hearing_over((friday,), (True,), noon)
    assert not hearing_over((thursday, friday), (False, False), noon)
    assert hearing_over((thursday, friday), (False, True), noon)
    assert not hearing_over((None,), (False,), noon)


@given(sent=days)
@quickly
def test_a_party_never_has_less_than_promised_and_answers_on_an_open_day(sent: date) -> None:
    draft = delivery(Channel.DIGITAL_POST, SIX_DAYS, sent=sent, received=None)
    last = promised_hearing_deadline(PROMISE, standard("B15"), draft, sent=sent).value
    assert last is not None
    assert (last - sent).days >= 10
    assert closed_because(last) is None
