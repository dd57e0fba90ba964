from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ophold.law.delivery import Channel
from ophold.law.finding import Layer, Status
from ophold.law.follow_ups import OwnRhythm
from ophold.law.hearing_duty import Exemption
from ophold.law.promises import Period, PublishedDeadline, Unit
from ophold.standard import answers
from ophold.standard.load import catalogue, municipality_settings
from ophold.standard.national import national_law
from ophold.standard.settings import ClosingDay
from ophold.standard.shape import Standard

ROOT = Path(__file__).resolve().parents[2]
STANDARDS = catalogue(ROOT / "standards")
SETTINGS = municipality_settings(ROOT / "municipalities")
MONDAY = date(2026, 3, 2)
STATUTE = national_law(ROOT).statute(MONDAY)


def standard(key: str) -> Standard:
    return STANDARDS.in_force(key, MONDAY)


@pytest.mark.parametrize("key", STANDARDS.keys)
def test_every_installed_standard_answers_every_question_with_a_reason(key: str) -> None:
    said = standard(key)
    delivered = answers.delivered(STATUTE, sent=MONDAY, channel=Channel.DIGITAL_POST)
    payment = answers.own_payment_of(said, keeps_home=None, has_income=None)
    for finding in (
        answers.response_deadline(said, received=MONDAY),
        answers.hearing_duty(said, {}),
        answers.hearing(said, delivered, sent=MONDAY),
        answers.reassessment_deadline(STATUTE, received=MONDAY, standard=said),
        answers.follow_up_plan(said, began=MONDAY, until=date(2028, 3, 2)),
        answers.review_day(said, began=MONDAY),
        answers.respite_guideline(said, granted=10),
        answers.first_contact(said, age=40),
        answers.contacts_in_band(said, from_age=0, under_age=None),
        answers.ending(said),
        answers.place_choice(said),
        payment.frame,
        payment.housing,
        payment.without_income,
        payment.never,
    ):
        assert finding.because
        assert all(reason.text and reason.text_en for reason in finding.because)


@pytest.mark.parametrize(
    ("key", "status", "day"),
    [
        ("lejre", Status.SETTLED, date(2026, 4, 13)),
        ("ballerup", Status.SETTLED, date(2026, 5, 15)),
        ("hjoerring", Status.SETTLED, date(2026, 5, 25)),
        ("frederikssund", Status.SILENT, None),
        ("ishoej", Status.ELSEWHERE, None),
    ],
)
def test_the_answer_day_of_each_standard(key: str, status: Status, day: date | None) -> None:
    finding = answers.response_deadline(standard(key), received=MONDAY)
    assert (finding.status, finding.value) == (status, day)


@pytest.mark.parametrize("key", ["ishoej", "frederikssund"])
def test_a_published_deadline_entered_as_a_setting_settles_what_the_standard_leaves_out(key: str) -> None:
    published = PublishedDeadline(
        within=Period(value=8, unit=Unit.WEEK), published_on=date(2026, 1, 5), entered_by="Ida", document="Svarfrister"
    )
    settings = replace(SETTINGS[key], published_deadline=published)
    finding = answers.response_deadline(standard(key), received=MONDAY, settings=settings)
    assert finding.value == date(2026, 4, 27)
    assert finding.because[0].source.layer is Layer.STANDARD  # what the text itself does comes first
    assert Layer.SETTING in {reason.source.layer for reason in finding.because}


def test_a_published_deadline_does_not_move_a_number_in_the_standard() -> None:
    published = PublishedDeadline(
        within=Period(value=1, unit=Unit.WEEK), published_on=date(2026, 1, 5), entered_by="Ida", document="Svarfrister"
    )
    settings = replace(SETTINGS["lejre"], published_deadline=published)
    with_setting = answers.response_deadline(standard("lejre"), received=MONDAY, settings=settings)
    assert with_setting == answers.response_deadline(standard("lejre"), received=MONDAY)


def test_an_undated_standard_says_so_wherever_it_is_cited() -> None:
    for key in STANDARDS.keys:
        source = answers.response_deadline(standard(key), received=MONDAY).because[0].source
        assert source.undated is standard(key).undated


def test_ballerup_always_hears_and_no_ground_lifts_it() -> None:
    finding = answers.hearing_duty(standard("ballerup"), {"adverse": False}, exemption=Exemption.PLAIN)
    assert finding.value is True
    assert finding.because[0].source.provision == "B15"
    assert answers.hearing_duty(standard("lejre"), {"adverse": False}).value is False


def test_the_municipalitys_own_letter_days_go_before_the_national_ones() -> None:
    own = SETTINGS["ballerup"]
    letter = answers.delivered(STATUTE, sent=MONDAY, channel=Channel.LETTER, settings=own)
    assert letter.because[0].source.layer is Layer.SETTING
    assert letter.confirmed is own.letter_days.confirmed


@pytest.mark.parametrize(("age", "name"), [(26, "Ungekontakten"), (40, "Rådgivningshuset")])
def test_frederikssund_has_an_entrance_for_the_young(age: int, name: str) -> None:
    point = answers.first_contact(standard("frederikssund"), age=age).value
    assert point is not None
    assert point.name == name


def test_a_next_day_set_by_hand_settles_a_running_follow_up() -> None:
    said = standard("frederikssund")
    until = date(2027, 3, 2)
    assert answers.follow_up_plan(said, began=MONDAY, until=until).status is Status.DISCRETION
    own = OwnRhythm(next_on=date(2026, 5, 1))
    planned = answers.follow_up_plan(said, began=MONDAY, until=until, own=own).value
    assert planned is not None
    assert [each.on for each in planned] == [date(2026, 5, 1)]


def test_ballerups_two_years_are_a_day_of_review() -> None:
    assert answers.review_day(standard("ballerup"), began=MONDAY).value == date(2028, 3, 2)
    for key in ("frederikssund", "hjoerring"):
        assert answers.review_day(standard(key), began=MONDAY).status is Status.DISCRETION


def test_a_day_the_municipality_keeps_closed_moves_the_citizens_last_day_and_is_named() -> None:
    closed = ClosingDay(on=date(2026, 3, 30), why="flyttedag på rådhuset")
    settings = replace(SETTINGS["ballerup"], closing_days=(closed,))
    received = answers.delivered(STATUTE, sent=MONDAY, channel=Channel.DIGITAL_POST)
    finding = answers.complaint_deadline(STATUTE, received, settings=settings)
    assert finding.value == date(2026, 3, 31)
    assert "flyttedag på rådhuset" in finding.because[-1].text
    draft = answers.delivered(STATUTE, sent=date(2026, 3, 20), channel=Channel.DIGITAL_POST)
    heard = answers.hearing(standard("ballerup"), draft, sent=date(2026, 3, 20), settings=settings)
    assert heard.value == date(2026, 3, 31)
