"""Every provision of the five texts is there, in both languages, and typed where a rule can use it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ophold.law.promises import (
    Bound,
    CitizenConditions,
    Contact,
    EndingGrounds,
    Extent,
    FollowUpPromise,
    GoalsPromise,
    GrantLength,
    HolidayEscort,
    Interval,
    NoVacancy,
    OwnPayment,
    Period,
    ProviderChoice,
    ProviderRequirements,
    RespitePromise,
    ResponsePromise,
    Start,
    TargetGroup,
    Unit,
)
from ophold.standard import answers
from ophold.standard.load import catalogue, municipality_settings
from ophold.standard.matters import MATTERS, promised
from ophold.standard.settings import complaint_address
from ophold.standard.shape import RemarkKind, Standard, State

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = catalogue(ROOT / "standards")
FIVE = {key: INSTALLED.versions(key)[-1] for key in INSTALLED.keys}

LETTERS = {
    "lejre": ("L", 17),
    "frederikssund": ("F", 13),
    "ballerup": ("B", 18),
    "ishoej": ("I", 11),
    "hjoerring": ("H", 14),
}

# the provisions whose content a rule can use, and the matters that hold it
TYPED: Mapping[str, tuple[str, ...]] = {
    "L4": ("respite",),
    "L10": ("provider_choice",),
    "L11": ("provider_requirements",),
    "L12": ("response_deadline",),
    "L13": ("follow_up",),
    "L17": ("complaint",),
    "F8": ("ending", "grant_length"),
    "F9": ("own_payment",),
    "F10": ("provider_choice",),
    "F11": ("least_intrusive",),
    "F12": ("contact",),
    "B5": ("citizen_conditions",),
    "B8": ("extent", "respite", "grant_length"),
    "B9": ("follow_up", "grant_length"),
    "B11": ("provider_choice",),
    "B13": ("exclusions", "holiday_escort"),
    "B14": ("contact",),
    "B15": ("hearing", "case_steps"),
    "B16": ("response_deadline",),
    "B17": ("complaint",),
    "I5": ("provider_choice", "case_steps"),
    "I6": ("provider_choice", "provider_requirements"),
    "I7": ("follow_up",),
    "I8": ("provider_requirements",),
    "I10": ("complaint",),
    "I11": ("response_deadline",),
    "H2": ("target_group",),
    "H5": ("extent",),
    "H6": ("holiday_escort",),
    "H8": ("ending", "grant_length"),
    "H9": ("follow_up",),
    "H11": ("provider_choice",),
    "H12": ("provider_choice", "provider_requirements"),
    "H14": ("response_deadline", "no_vacancy"),
}

EVERY = [(key, number) for key, standard in FIVE.items() for number in standard.provisions]


def _home(number: str) -> Standard:
    return next(FIVE[key] for key, (letter, _) in LETTERS.items() if letter == number[0])


def test_the_five_are_installed() -> None:
    assert set(FIVE) == set(LETTERS)


@pytest.mark.parametrize("key", LETTERS)
def test_every_provision_of_the_text_is_there_and_no_other(key: str) -> None:
    letter, last = LETTERS[key]
    assert list(FIVE[key].provisions) == [f"{letter}{number}" for number in range(1, last + 1)]


@pytest.mark.parametrize(("key", "number"), EVERY)
def test_a_provision_has_a_place_and_both_languages(key: str, number: str) -> None:
    provision = FIVE[key].provisions[number]
    assert provision.place
    assert len(provision.da) > 20
    assert len(provision.en) > 20
    assert provision.da != provision.en
    for remark in provision.remarks:
        assert len(remark.da) > 20
        assert len(remark.en) > 20


@pytest.mark.parametrize("number", TYPED)
def test_a_provision_a_rule_can_use_is_a_value_and_says_who_reads_it(number: str) -> None:
    standard = _home(number)
    for matter in TYPED[number]:
        promise = standard.promises[matter]
        assert number in promise.provisions
        assert promise.value is not None or promise.state is State.ELSEWHERE
        reader = MATTERS[matter].read_by
        assert reader is None or callable(getattr(answers, reader))  # None: not yet used by a rule


@pytest.mark.parametrize("key", LETTERS)
def test_every_matter_is_said_if_only_as_silence(key: str) -> None:
    assert set(FIVE[key].promises) == set(MATTERS)


def test_no_date_is_invented() -> None:
    assert {key: standard.version for key, standard in FIVE.items()} == {
        "lejre": "2015-11-30",
        "frederikssund": "undated-1",
        "ballerup": "undated-1",
        "ishoej": "undated-1",
        "hjoerring": "2022-06-22",
    }
    assert all(standard.header.valid_from is None for standard in FIVE.values())


def test_frederikssunds_name_is_inferred_and_says_why() -> None:
    assert [key for key, standard in FIVE.items() if standard.header.name_evidence] == ["frederikssund"]


def _response(key: str) -> tuple[State, ResponsePromise | None]:
    promise = promised(FIVE[key], ResponsePromise)
    return promise.state, promise.value


def test_response_deadlines_are_as_adopted() -> None:
    saturday = Period(value=60, unit=Unit.WEEKDAY_MON_SAT, also_read_as=(Unit.WORKING_DAY_MON_FRI,))
    six, twelve = Period(value=6, unit=Unit.WEEK), Period(value=12, unit=Unit.WEEK)
    assert _response("lejre") == (State.FIXED, ResponsePromise(within=six, start=Start.NOT_STATED))
    assert _response("ballerup") == (State.FIXED, ResponsePromise(within=saturday, start=Start.RECEIPT))
    assert _response("hjoerring") == (
        State.FIXED,
        ResponsePromise(within=twelve, start=Start.NOT_STATED, acute_fast=True),
    )
    assert _response("frederikssund") == (State.SILENT, None)
    assert _response("ishoej") == (State.ELSEWHERE, None)
    document = FIVE["ishoej"].promises["response_deadline"].document
    assert document is not None
    assert document.address.startswith("https://")


def test_follow_up_promises_keep_within_after_and_at_least_every_apart() -> None:
    months, years = Period(value=3, unit=Unit.MONTH), Period(value=1, unit=Unit.YEAR)
    half = Period(value=6, unit=Unit.MONTH)
    after = Interval(bound=Bound.AFTER, period=months)
    assert {key: promised(standard, FollowUpPromise).value for key, standard in FIVE.items()} == {
        "lejre": FollowUpPromise(first=Interval(bound=Bound.WITHIN, period=months), by_need=True),
        "ballerup": FollowUpPromise(first=after, then=Interval(bound=Bound.AT_LEAST_EVERY, period=half)),
        "ishoej": FollowUpPromise(then=Interval(bound=Bound.AT_LEAST_EVERY, period=years), decision_may_shorten=True),
        "hjoerring": FollowUpPromise(
            first=after, then=Interval(bound=Bound.AT_LEAST_EVERY, period=years), by_need=True
        ),
        "frederikssund": FollowUpPromise(running=True),
    }


def test_respite_is_a_guideline_or_left_to_the_case() -> None:
    lejre = promised(FIVE["lejre"], RespitePromise)
    assert lejre.state is State.INDIVIDUAL
    assert lejre.value is not None
    assert lejre.value.guideline == 193
    patterns = [
        lejre.value.pattern_weekends * days + 7 * lejre.value.pattern_holiday_weeks
        for days in lejre.value.pattern_full_days_per_weekend
        if lejre.value.pattern_weekends
    ]
    assert patterns == [59, 85]
    assert [remark.kind for remark in FIVE["lejre"].provisions["L4"].remarks] == [RemarkKind.CONTRADICTION]
    assert promised(FIVE["ballerup"], RespitePromise).state is State.INDIVIDUAL
    assert {promised(FIVE[key], RespitePromise).state for key in ("frederikssund", "ishoej", "hjoerring")} == {
        State.SILENT
    }


def test_the_under_thirties_turn_to_a_door_of_their_own_in_frederikssund() -> None:
    contact = promised(FIVE["frederikssund"], Contact).value
    assert contact is not None
    assert [(point.name, point.from_age, point.under_age) for point in contact.points] == [
        ("Ungekontakten", None, 30),
        ("Rådgivningshuset", 30, None),
    ]


def test_other_typed_values_are_as_adopted() -> None:
    lejre, frederikssund, ballerup = FIVE["lejre"], FIVE["frederikssund"], FIVE["ballerup"]
    ishoej, hjoerring = FIVE["ishoej"], FIVE["hjoerring"]
    assert promised(ballerup, GrantLength).value == GrantLength(
        review_after=Period(value=2, unit=Unit.YEAR), by_purpose=True
    )
    assert promised(frederikssund, EndingGrounds).value == EndingGrounds(
        grounds=(("goals_met", "manages_without_support"), ("own_home_possible",), ("lasting_need",))
    )
    conditions = promised(ballerup, CitizenConditions).value
    assert conditions is not None
    assert "keeps_house_rules" in conditions.conditions
    choice = promised(ishoej, ProviderChoice).value
    assert choice is not None
    assert (choice.free_choice, choice.cheapest_of_equally_suited, choice.grant_names_facility) == (False, True, True)
    lejre_choice = promised(lejre, ProviderChoice).value
    assert lejre_choice is not None
    assert lejre_choice.weighed == ("geography", "economy", "network")
    requirements = promised(ishoej, ProviderRequirements).value
    assert requirements is not None
    assert requirements.status_report_every == Period(value=1, unit=Unit.YEAR)
    extent = promised(hjoerring, Extent).value
    assert extent == Extent(
        levels=("let", "moderat", "omfattende", "massiv"), round_the_clock=True, granted_as_frame=True
    )
    escort = promised(hjoerring, HolidayEscort).value
    assert escort is not None
    assert escort.joint_outings == 1
    assert promised(hjoerring, NoVacancy).value == NoVacancy(interim_solution=True)
    group = promised(hjoerring, TargetGroup).value
    assert group is not None
    assert (group.least_age, group.residents_only) == (18, True)
    goals = promised(hjoerring, GoalsPromise).value
    assert goals is not None
    assert len(goals.criteria) == 6
    payment = promised(frederikssund, OwnPayment).value
    assert payment is not None
    assert payment.own_home == "whole_stay_free_if_expenses"


def test_a_complaint_address_is_the_standards_or_a_placeholder_that_says_so() -> None:
    settings = municipality_settings(ROOT / "municipalities")
    found = {key: complaint_address(standard, settings[key]) for key, standard in FIVE.items()}
    for key, address in found.items():
        assert address is not None
        from_standard = key in ("ballerup", "ishoej")
        assert address.placeholder is not from_standard
        assert from_standard or "pladsholder" in " ".join(address.address).casefold()
        assert address.source.evidence.confirmed is from_standard


def test_every_municipality_has_settings_with_its_code_and_unconfirmed_letter_days() -> None:
    settings = municipality_settings(ROOT / "municipalities")
    assert {key: one.code for key, one in settings.items()} == {
        "lejre": "0350",
        "frederikssund": "0250",
        "ballerup": "0151",
        "ishoej": "0183",
        "hjoerring": "0860",
    }
    for one in settings.values():
        assert one.letter_days.within == Period(value=6, unit=Unit.WORKING_DAY_MON_FRI)
        assert not one.letter_days.confirmed
    assert len({one.reference_letters for one in settings.values()}) == 5
