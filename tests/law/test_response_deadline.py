from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from ophold.law.calendar import is_working_day_mon_fri
from ophold.law.finding import Layer, Status
from ophold.law.promises import GroupPeriod, Meaning, Period, PublishedDeadline, ResponsePromise, Start, Unit
from ophold.law.response_deadline import (
    remitted_deadline,
    remitted_published,
    response_deadline,
    response_published,
    response_without_number,
)
from tests.law.table import Row, both_languages, days, period, quickly, rows, standard, texts

SIXTY_HVERDAGE = Period(value=60, unit=Unit.WEEKDAY_MON_SAT, also_read_as=(Unit.WORKING_DAY_MON_FRI,))
TABLE = PublishedDeadline(
    within=Period(value=8, unit=Unit.WEEK),
    published_on=date(2026, 1, 5),
    entered_by="Ida, fagkonsulent",
    document="Oversigt over svarfrister",
)


@pytest.mark.parametrize("row", rows("response_deadline"))
def test_an_application_is_answered_by_the_day_in_the_table(row: Row) -> None:
    promise = ResponsePromise(within=period(row["within"]), start=Start(row["start"]))
    finding = response_deadline(promise, standard(row["source"]), received=row["received"])
    assert finding.value == row["expected"]
    assert [[each.value, each.unit] for each in finding.readings] == row.get("readings", [])
    assert finding.confirmed is row["confirmed"]
    assert both_languages(finding)


def test_without_the_day_of_receipt_that_day_is_asked_for() -> None:
    promise = ResponsePromise(within=SIXTY_HVERDAGE, start=Start.RECEIPT)
    finding = response_deadline(promise, standard("B16"), received=None)
    assert (finding.status, finding.missing) == (Status.MISSING, ("dagen ansøgningen blev modtaget",))


def test_the_reasons_name_the_days_skipped_and_why() -> None:
    promise = ResponsePromise(within=SIXTY_HVERDAGE, start=Start.RECEIPT)
    said = texts(response_deadline(promise, standard("B16"), received=date(2026, 3, 2)))
    for part in ("60 hverdage", "mandag den 2. marts 2026", "9 søndage", "langfredag 3. april", "flyttes ikke"):
        assert part in said


def test_an_unstated_start_falls_back_on_statute_and_says_so() -> None:
    promise = ResponsePromise(within=Period(value=6, unit=Unit.WEEK), start=Start.NOT_STATED)
    finding = response_deadline(promise, standard("L12"), received=date(2026, 3, 2))
    assert "RSL" in str(finding.because[1].source)
    assert finding.because[1].source.layer is Layer.STATUTE


def test_a_standard_without_a_number_is_silent_and_names_the_councils_duty() -> None:
    finding = response_without_number(standard("F12"))
    assert finding.status is Status.SILENT
    assert "pligt til at fastsætte" in texts(finding)
    assert "§ 3, stk. 2" in str(finding.because[1].source)


def test_a_standard_that_points_elsewhere_names_the_document_until_its_number_is_entered() -> None:
    finding = response_published(standard("I11"), "kommunens oversigt", None, received=date(2026, 3, 2))
    assert finding.status is Status.ELSEWHERE
    assert "kommunens oversigt" in texts(finding)


def test_an_entered_number_settles_it_and_is_shown_as_the_municipalitys_own_setting() -> None:
    finding = response_published(standard("I11"), "kommunens oversigt", TABLE, received=date(2026, 3, 2))
    assert finding.value == date(2026, 4, 27)
    setting = finding.because[1].source
    assert (setting.layer, setting.valid_from) == (Layer.SETTING, date(2026, 1, 5))
    assert "Ida, fagkonsulent" in str(setting)


@given(received=days)
@quickly
def test_the_binding_day_is_the_earliest_reading_and_always_among_them(received: date) -> None:
    promise = ResponsePromise(within=SIXTY_HVERDAGE, start=Start.RECEIPT)
    finding = response_deadline(promise, standard("B16"), received=received)
    values = [reading.value for reading in finding.readings]
    assert values[0] == finding.value == min(values)
    assert len(values) == len(set(values)) >= 2
    if is_working_day_mon_fri(received) and received.year >= 2024:
        assert 70 <= (values[0] - received).days <= 76


@given(received=days)
@quickly
def test_a_confirmed_day_has_only_one_reading(received: date) -> None:
    promise = ResponsePromise(within=Period(value=12, unit=Unit.WEEK), start=Start.NOT_STATED)
    finding = response_deadline(promise, standard("H14"), received=received)
    assert finding.confirmed is (finding.readings == ())


EIGHT = Period(value=8, unit=Unit.WEEK)
YOUNG = GroupPeriod(key="unge", da="unge under 30", en="adults under 30", period=Period(value=6, unit=Unit.WEEK))
MONDAY = date(2026, 3, 2)


def test_a_share_of_cases_is_counted_like_a_deadline_and_never_told_as_an_outer_limit() -> None:
    promise = ResponsePromise(within=EIGHT, start=Start.RECEIPT, meaning=Meaning.PERCENTILE, percent=80)
    finding = response_deadline(promise, standard("A1"), received=MONDAY)
    assert finding.value == date(2026, 4, 27)
    assert finding.caveat is not None
    assert "80 af 100 sager og er ingen yderste frist" in finding.caveat.text
    assert finding.caveat in finding.because
    assert not finding.confirmed
    assert both_languages(finding)
    assert response_deadline(promise, standard("A1"), received=None).status is Status.MISSING


def test_what_is_usual_promises_no_day() -> None:
    promise = ResponsePromise(within=EIGHT, start=Start.RECEIPT, meaning=Meaning.TYPICAL)
    finding = response_deadline(promise, standard("A1"), received=MONDAY)
    assert (finding.status, finding.value) == (Status.DISCRETION, None)
    assert "sædvanligvis tager 8 uger" in texts(finding)
    assert "pligt til at fastsætte" in texts(finding)
    assert both_languages(finding)


def test_a_groups_own_deadline_is_used_only_where_the_case_belongs_to_it() -> None:
    promise = ResponsePromise(within=EIGHT, start=Start.RECEIPT, for_groups=(YOUNG,))
    assert response_deadline(promise, standard("A1"), received=MONDAY, group="unge").value == date(2026, 4, 13)
    unknown = response_deadline(promise, standard("A1"), received=MONDAY)
    assert unknown.value == date(2026, 4, 27)
    assert "For unge under 30 er fristen 6 uger" in texts(unknown)
    assert response_deadline(promise, standard("A1"), received=MONDAY, group="andre").value == date(2026, 4, 27)


def test_a_case_sent_back_has_its_own_deadline_else_the_same_from_receipt_of_ankestyrelsens_decision() -> None:
    own = ResponsePromise(within=EIGHT, start=Start.RECEIPT, remitted_within=Period(value=4, unit=Unit.WEEK))
    finding = remitted_deadline(own, standard("A1"), received=MONDAY)
    assert finding.value == date(2026, 3, 30)
    assert "§ 3 a" in str(finding.because[1].source)
    same = remitted_deadline(ResponsePromise(within=EIGHT, start=Start.RECEIPT), standard("A1"), received=MONDAY)
    assert same.value == date(2026, 4, 27)
    asked = remitted_deadline(own, standard("A1"), received=None)
    assert asked.missing == ("dagen Ankestyrelsens afgørelse blev modtaget",)
    share = ResponsePromise(within=EIGHT, start=Start.RECEIPT, meaning=Meaning.PERCENTILE, percent=90)
    assert remitted_deadline(share, standard("A1"), received=MONDAY).caveat is not None
    usual = ResponsePromise(within=EIGHT, start=Start.RECEIPT, meaning=Meaning.TYPICAL)
    assert remitted_deadline(usual, standard("A1"), received=MONDAY).status is Status.DISCRETION
    assert all(both_languages(each) for each in (finding, same, asked))


def test_a_case_sent_back_falls_under_the_deadline_published_elsewhere_too() -> None:
    assert remitted_published(standard("I11"), TABLE, received=MONDAY).value == date(2026, 4, 27)
    silent = remitted_published(standard("F12"), None, received=MONDAY)
    assert silent.status is Status.SILENT
    assert both_languages(silent)
