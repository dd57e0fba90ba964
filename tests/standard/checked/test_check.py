"""The checker finds what is to be found, in the right place and gravity, and nothing that is not."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ophold.law import promises as law
from ophold.law.finding import Source
from ophold.law.promises import Period, Unit
from ophold.standard.acts import load_acts
from ophold.standard.check import CheckFinding, Severity, check
from ophold.standard.check.beyond import CITIZEN, TARGET_GROUP
from ophold.standard.check.complaint import FLOOR_IN_DAYS
from ophold.standard.check.entitlement import FFB_LEVELS, LEAST_AGE
from ophold.standard.check.table import RULES
from ophold.standard.load import catalogue, load_file, municipality_settings
from ophold.standard.matters import MATTERS, matter_of
from ophold.standard.national import national_law
from ophold.standard.shape import Citation, Document, Promise, Provision, Remark, RemarkKind, Standard, State, Text
from ophold.standard.words import WORDS
from tests.standard.checked.five import PINNED, SHEET, UNCONFIRMED
from tests.standard.generated import standards

ROOT = Path(__file__).resolve().parents[3]
ON = date(2026, 11, 1)
ACTS = load_acts(ROOT)
INSTALLED = catalogue(ROOT / "standards")
CLEAN = load_file(Path(__file__).parent / "clean.yaml")


def _found(standard: Standard, on: date = ON) -> tuple[CheckFinding, ...]:
    return check(standard, on=on, acts=ACTS)


def _codes(standard: Standard) -> set[str]:
    return {finding.code for finding in _found(standard)}


def _with(standard: Standard, matter: str, promise: Promise[object]) -> Standard:
    return dataclasses.replace(standard, promises=MappingProxyType({**standard.promises, matter: promise}))


def _value(value: object) -> Standard:
    """The clean standard with another value on one matter."""
    name = matter_of(type(value)).name
    return _with(CLEAN, name, Promise(state=State.FIXED, provisions=("N1",), value=value))


def _but(kind: type, **fields: object) -> Standard:
    """The clean standard with some fields of one matter changed."""
    held = CLEAN.promise(matter_of(kind).name).value
    assert dataclasses.is_dataclass(held)
    assert not isinstance(held, type)
    return _value(dataclasses.replace(held, **fields))


@pytest.mark.parametrize("key", PINNED)
def test_the_five_have_exactly_these_findings(key: str) -> None:
    (standard,) = INSTALLED.versions(key)
    assert tuple((each.severity.value, each.provision, each.code) for each in _found(standard)) == PINNED[key]


def test_what_rests_on_the_unconfirmed_says_so_and_only_that() -> None:
    unconfirmed = {
        (key, each.provision, each.code)
        for key in PINNED
        for each in _found(INSTALLED.versions(key)[-1])
        if not each.confirmed
    }
    assert unconfirmed == UNCONFIRMED


@pytest.mark.parametrize("row", SHEET)
def test_each_line_of_the_law_sheet_is_found_or_has_its_reason(row: str) -> None:
    said = SHEET[row]
    if isinstance(said, str):
        assert said.endswith(".")
    else:
        assert set(said) <= {code for _, _, code in PINNED[row.split()[0]]}


def test_a_clean_standard_has_no_finding() -> None:
    assert _found(CLEAN) == ()


MISSING_WHEN_SILENT = {
    "response_deadline": "response-deadline-missing",
    "follow_up": "follow-up-missing",
    "complaint": "complaint-route-missing",
    "contact": "contact-missing",
    "target_group": "target-group-missing",
}


@given(st.sets(st.sampled_from(sorted(MATTERS))))
def test_silence_adds_its_own_finding_and_speaking_removes_it(silenced: set[str]) -> None:
    standard = CLEAN
    for name in silenced:
        standard = _with(standard, name, Promise(state=State.SILENT))
    assert _codes(standard) == {code for name, code in MISSING_WHEN_SILENT.items() if name in silenced}
    for name in silenced:
        standard = _with(standard, name, CLEAN.promise(name))
    assert _found(standard) == ()


FOUR, FIVE, THREE = (Period(value=number, unit=Unit.WEEK) for number in (4, 5, 3))

# each rule once: the clean standard with one thing changed, and the only code that then is found
ONE_THING_WRONG: dict[str, Callable[[], Standard]] = {
    "target-group-extra-condition": lambda: _but(law.TargetGroup, also_requires=("needs_support_and_training",)),
    "target-group-narrower": lambda: _but(law.TargetGroup, also_requires=("considerably_reduced_functioning",)),
    "least-age-above-statute": lambda: _but(law.TargetGroup, least_age=21),
    "citizen-condition": lambda: _but(law.CitizenConditions, conditions=("informs", "motivated")),
    "own-home-narrower": lambda: _but(law.OwnPayment, own_home="housing_paid"),
    "grant-ends-by-itself": lambda: _but(law.GrantLength, when_over="stay_ends"),
    "complaint-window-shorter": lambda: _but(law.ComplaintRoute, citizen_within=THREE),
    "complaint-oral-refused": lambda: _but(law.ComplaintRoute, oral=False),
    "reassessment-longer": lambda: _but(law.ComplaintRoute, reassessed_within=FIVE),
    "must-group-offered-as-may": lambda: _but(law.TargetGroup, offered_with_may=("107_2_1", "107_1")),
    "only-in-such-a-stay": lambda: _but(law.TargetGroup, also_requires=("only_in_such_a_stay",)),
    "assessment-threshold": lambda: _value(law.AssessmentPromise(least_level=3)),
    "response-deadline-not-for-every-case": lambda: _but(
        law.ResponsePromise, meaning=law.Meaning.PERCENTILE, percent=90
    ),
    "own-home-limited": lambda: _but(law.OwnPayment, own_home_for=Period(value=3, unit=Unit.MONTH)),
    "residents-only": lambda: _but(law.TargetGroup, residents_only=True),
    "own-places-only": lambda: _but(law.ProviderChoice, area="own_municipality"),
    "price-without-equal-suitability": lambda: _but(law.ProviderChoice, equal_suitability_recorded=False),
    "interim-help-refused": lambda: _but(law.NoVacancy, interim_solution=False),
    "respite-contradicts-itself": lambda: _but(law.RespitePromise, guideline=60),
    "respite-capped": lambda: _but(law.RespitePromise, individual=False),
    "support-levels-not-national": lambda: _but(law.Extent, levels=("let", "massiv")),
    "frame-without-threshold": lambda: _but(law.Extent, granted_as_frame=True),
    "action-plan-if-any": lambda: _but(law.GoalsPromise, action_plan="if_any"),
    "weekday-unit-ambiguous": lambda: _but(
        law.HolidayEscort,
        within=Period(value=5, unit=Unit.WEEKDAY_MON_SAT, also_read_as=(Unit.WORKING_DAY_MON_FRI,)),
    ),
    "response-deadline-start-missing": lambda: _but(law.ResponsePromise, start=law.Start.NOT_STATED),
    "after-without-last-day": lambda: _but(law.FollowUpPromise, first=law.Interval(bound=law.Bound.AFTER, period=FOUR)),
    "follow-up-rhythm-missing": lambda: _but(law.FollowUpPromise, then=None),
    "grant-length-unclear": lambda: _but(law.GrantLength, when_over=""),
    "public-housing-terms": lambda: _but(law.OwnPayment, public_housing_terms=True),
    "cleaning-charged": lambda: _but(law.OwnPayment, lines=("cleaning",)),
    "no-income-without-allowance": lambda: _but(law.OwnPayment, no_income="not_charged"),
    "adoption-date-missing": lambda: _header(adopted_on=None),
    "municipality-unnamed": lambda: _header(name_evidence=Text(da="Gættet.", en="A guess.")),
    "follow-up-missing": lambda: _but(law.FollowUpPromise, first=None, then=None),
    "complaint-window-missing": lambda: _but(law.ComplaintRoute, citizen_within=None),
    "complaint-oral-missing": lambda: _but(law.ComplaintRoute, oral=None),
    "complaint-address-missing": lambda: _but(law.ComplaintRoute, address=()),
    "contact-unreachable": lambda: _but(law.Contact, points=(law.ContactPoint(name="Huset"),)),
    "must-group-unnamed": lambda: _but(law.TargetGroup, limbs_named=("107_2_2", "107_1")),
    "may-group-unnamed": lambda: _but(law.TargetGroup, limbs_named=("107_2_1", "107_2_2")),
    "hearing-always": lambda: _but(law.HearingPromise, always=True),
    "own-home-wider": lambda: _but(law.OwnPayment, own_home="whole_stay_free"),
    "stands-elsewhere": lambda: _with(
        CLEAN,
        "own_payment",
        Promise(state=State.ELSEWHERE, provisions=("N2",), document=Document(name="Takstblad")),
    ),
    "adopting-body-missing": lambda: _header(adopted_by=()),
    "adopting-body-unclear": lambda: _header(adopted_by=("Udvalget", "Byrådet")),
    "citation-replaced": lambda: _cites(Citation(number="LBK 798", of=date(2019, 8, 7), title="Serviceloven")),
    "citation-moved": lambda: _cites(Citation(number=None, of=None, title="Serviceloven, §§ 83 og 107")),
}


def _header(**fields: object) -> Standard:
    return dataclasses.replace(CLEAN, header=dataclasses.replace(CLEAN.header, **fields))  # type: ignore[arg-type]


def _cites(*citations: Citation) -> Standard:
    return _header(cites=citations)


@pytest.mark.parametrize("code", ONE_THING_WRONG)
def test_one_thing_wrong_gives_its_finding_and_no_other(code: str) -> None:
    assert [finding.code for finding in _found(ONE_THING_WRONG[code]())] == [code]


def test_every_rule_is_seen_to_find_and_no_code_is_used_twice() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    elsewhere = {*MISSING_WHEN_SILENT.values(), "response-deadline-elsewhere"}  # each with a test of its own
    assert set(codes) == set(ONE_THING_WRONG) | elsewhere


def test_a_deadline_in_another_document_names_it_and_the_value_entered_here() -> None:
    (ishoej,) = INSTALLED.versions("ishoej")
    own = municipality_settings(ROOT / "municipalities")["ishoej"]
    entered = dataclasses.replace(
        own,
        published_deadline=law.PublishedDeadline(
            within=FIVE, published_on=date(2026, 1, 2), entered_by="Test", document="Tabellen"
        ),
    )
    said = {f.code: f for f in check(ishoej, on=ON, acts=ACTS, settings=entered)}["response-deadline-elsewhere"]
    assert "Aktuelle svarfrister" in said.text.da
    assert "5 uger" in said.text.da
    assert "5 weeks" in said.text.en


def test_a_follow_up_in_another_document_is_not_called_missing_and_a_bare_reference_to_statute_is() -> None:
    elsewhere: Promise[object] = Promise(state=State.ELSEWHERE, provisions=("N1",), document=Document(name="Bilag 2"))
    assert _codes(_with(CLEAN, "follow_up", elsewhere)) == {"stands-elsewhere"}
    (said,) = _found(_with(CLEAN, "complaint", Promise(state=State.INHERITS_STATUTE, provisions=("N2",))))
    assert said.code == "complaint-route-missing"
    assert said.text.da.startswith("Teksten henviser kun til loven")


def test_an_ambiguous_word_that_is_not_about_saturday_names_its_other_reading() -> None:
    either = Period(value=8, unit=Unit.WEEK, also_read_as=(Unit.MONTH,))
    (said,) = _found(_but(law.ResponsePromise, within=either))
    assert said.provision == "N1"
    assert "»8 uger« kan også læses som 8 måneder" in said.text.da


def test_an_address_in_the_settings_is_enough_unless_it_is_a_placeholder() -> None:
    (lejre,) = INSTALLED.versions("lejre")
    own = municipality_settings(ROOT / "municipalities")["lejre"]
    assert own.complaint_address is not None
    real = dataclasses.replace(own, complaint_address=dataclasses.replace(own.complaint_address, placeholder=False))

    def codes(settings: object) -> set[str]:
        return {f.code for f in check(lejre, on=ON, acts=ACTS, settings=settings)}  # type: ignore[arg-type]

    assert "complaint-address-missing" in codes(own)
    assert "complaint-address-missing" not in codes(real)


def test_a_citation_is_outdated_from_the_day_a_newer_one_surely_was_there() -> None:
    cites = _cites(Citation(number="LBK 798", of=date(2019, 8, 7), title="Serviceloven"))
    assert _found(cites, date(2021, 12, 30)) == ()
    (early,) = _found(cites, date(2022, 1, 1))
    assert "LBK 1548" in early.source
    (late,) = _found(cites, date(2025, 9, 22))
    assert "LBK 1129" in late.source


def test_the_arithmetic_of_a_respite_number_is_shown() -> None:
    (lejre,) = INSTALLED.versions("lejre")
    (said,) = (finding for finding in _found(lejre) if finding.code == "respite-contradicts-itself")
    assert "193 døgn" in said.text.da
    assert "26 × 2 + 7 = 59 eller 26 × 3 + 7 = 85" in said.text.da


def test_a_remark_no_rule_can_see_is_carried_over_and_one_a_rule_sees_is_not_said_twice() -> None:
    seen = Remark(kind=RemarkKind.AMBIGUOUS, da="Uklart.", en="Unclear.", code="residents-only")
    noted = dataclasses.replace(CLEAN.provisions["N1"], remarks=(seen,))

    def remarked(standard: Standard, provision: Provision) -> Standard:
        provisions = MappingProxyType({**standard.provisions, "N1": provision})
        return dataclasses.replace(standard, provisions=provisions)

    (carried,) = _found(remarked(CLEAN, noted))
    assert (carried.code, carried.severity, carried.provision) == ("remark-ambiguous", Severity.AMBIGUITY, "N1")
    assert _codes(remarked(_but(law.TargetGroup, residents_only=True), noted)) == {"residents-only"}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(standards(), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_no_standard_whatever_makes_the_checker_fall_and_the_order_is_the_same(standard: Standard, on: date) -> None:
    found = _found(standard, on)
    turned = dataclasses.replace(
        standard,
        provisions=MappingProxyType(dict(reversed([*standard.provisions.items()]))),
        promises=MappingProxyType(dict(reversed([*standard.promises.items()]))),
    )
    assert _found(turned, on) == found
    assert [finding.order for finding in found] == sorted(finding.order for finding in found)
    assert all(
        text.strip()
        for each in found
        for text in (each.text.da, each.text.en, each.remedy.da, each.remedy.en, each.source)
    )
    assert {each.matter for each in found} <= {*MATTERS, "header"}


def test_a_conflict_never_rests_on_what_was_not_seen() -> None:
    for rule in RULES:
        if rule.severity is Severity.CONFLICT:
            assert isinstance(rule.source, Source)
            assert rule.source.evidence.confirmed, rule.code


def test_every_word_for_a_condition_is_placed() -> None:
    assert set(TARGET_GROUP) == set(WORDS["TargetGroup", "also_requires"])
    assert set(CITIZEN) == set(WORDS["CitizenConditions", "conditions"])


def test_the_floor_is_that_of_the_law_file() -> None:
    law_file = national_law(ROOT)
    for each in (*law_file.complaint_window, *law_file.reassessment):
        assert each.period.unit is Unit.WEEK
        assert each.period.value * 7 == FLOOR_IN_DAYS
    assert {each.years for each in law_file.least_age} == {LEAST_AGE}
    assert len(FFB_LEVELS) == 5
