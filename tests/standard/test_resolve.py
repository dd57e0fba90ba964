"""One function answers every question for every standard, and says which level the answer is from."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from ophold.law.finding import Layer
from ophold.law.promises import ComplaintRoute, Period, PublishedDeadline, TargetGroup, Unit
from ophold.standard.load import NotFound, catalogue, municipality_settings
from ophold.standard.matters import MATTERS
from ophold.standard.national import national_law
from ophold.standard.questions import GROUPS, QUESTIONS
from ophold.standard.resolve import Answer, answer, answers, resolve
from ophold.standard.shape import Promise, Standard, State

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = catalogue(ROOT / "standards")
LAW = national_law(ROOT)
SETTINGS = municipality_settings(ROOT / "municipalities")
TODAY = date(2026, 3, 2)
STATUTE = LAW.statute(TODAY)
EVERY = [standard for versions in INSTALLED.standards.values() for standard in versions]


def asked(key: str, question: str) -> Answer:
    return answer(key, question, TODAY, catalogue=INSTALLED, law=LAW)


def with_value(standard: Standard, matter: str, value: object) -> Standard:
    promise: Promise[object] = replace(standard.promises[matter], state=State.FIXED, value=value)
    return replace(standard, promises=MappingProxyType({**standard.promises, matter: promise}))


def test_every_field_of_every_matter_is_asked_about_exactly_once() -> None:
    named = [(question.matter, field) for question in QUESTIONS.values() for field in question.fields]
    assert len(named) == len(set(named))
    assert set(named) == {
        (name, field.name) for name, matter in MATTERS.items() for field in dataclasses.fields(matter.kind)
    }
    assert {question.group for question in QUESTIONS.values()} <= {group.name for group in GROUPS}
    assert all(not each.title_field or each.title_field in each.fields for each in QUESTIONS.values())


@pytest.mark.parametrize(
    ("key", "question", "layer", "words", "law"),
    [
        ("ballerup", "response_deadline", Layer.STANDARD, "60 hverdage (lørdag regnes med", None),
        ("lejre", "response_deadline", Layer.STANDARD, "6 uger", None),
        ("lejre", "response_start", Layer.STATUTE, "Ikke nævnt", "modtagelsen af ansøgningen"),
        ("frederikssund", "response_deadline", None, "Ikke nævnt", "kommunen skal selv fastsætte"),
        ("ishoej", "response_deadline", None, "Står i et andet dokument: Aktuelle svarfrister", "skal selv fastsætte"),
        ("ishoej", "response_start", None, "Står i et andet dokument", None),
        ("ishoej", "remitted_deadline", None, "Ikke nævnt", None),
        ("ballerup", "first_follow_up", Layer.STANDARD, "efter 3 måneder", None),
        ("lejre", "first_follow_up", Layer.STANDARD, "inden for 3 måneder", None),
        ("ishoej", "first_follow_up", Layer.STATUTE, "Ikke nævnt", "løbende"),
        ("ishoej", "later_follow_ups", Layer.STANDARD, "mindst hvert år; Afgørelsen kan sige oftere", None),
        ("lejre", "complaint_within", Layer.STATUTE, "Ikke nævnt", "4 uger"),
        ("ishoej", "complaint_within", Layer.STANDARD, "4 uger", None),
        ("lejre", "respite", Layer.STANDARD, "Vurderes i hver sag; Udgangspunkt om året: 193 døgn", None),
        ("ballerup", "no_vacancy", None, "Ikke nævnt", None),
        ("hjoerring", "least_age", Layer.STANDARD, "18", None),
        ("lejre", "least_age", Layer.STATUTE, "Ikke nævnt", "18 år"),
    ],
)
def test_an_answer_says_its_level(key: str, question: str, layer: Layer | None, words: str, law: str | None) -> None:
    found = asked(key, question)
    assert found.layer is layer
    assert words in found.words().da
    assert (found.floor is None) if law is None else (found.floor is not None and law in found.floor.text.da)


@pytest.mark.parametrize("standard", EVERY, ids=lambda standard: standard.version_key)
def test_every_question_has_an_answer_in_both_languages_and_a_source(standard: Standard) -> None:
    for name, found in answers(standard, STATUTE, SETTINGS[standard.key]).items():
        assert found.question == name
        assert found.words().da
        assert found.words().en
        assert found.sources
        assert (found.layer is Layer.STANDARD) == bool(found.said or found.state is State.INDIVIDUAL)
        if found.layer is Layer.STATUTE:
            assert found.floor is not None
            assert found.floor.settles


def test_the_same_question_asked_alone_has_the_same_answer() -> None:
    standard = INSTALLED.versions("ballerup")[-1]
    for question in QUESTIONS.values():
        assert resolve(question, standard, STATUTE) == answers(standard, STATUTE)[question.name]


def test_before_its_first_day_a_dated_standard_answers_nothing() -> None:
    with pytest.raises(NotFound):
        answer("lejre", "response_deadline", date(2015, 11, 29), catalogue=INSTALLED, law=LAW)


def test_a_published_deadline_answers_where_the_standard_points_elsewhere() -> None:
    published = PublishedDeadline(
        within=Period(value=8, unit=Unit.WEEK), published_on=TODAY, entered_by="N", document="Aktuelle svarfrister"
    )
    own = replace(SETTINGS["ishoej"], published_deadline=published)
    ishoej = INSTALLED.versions("ishoej")[-1]
    found = answers(ishoej, STATUTE, own)["response_deadline"]
    assert (found.layer, found.said[0].da, found.floor) == (Layer.SETTING, "8 uger", None)
    assert answers(ishoej, STATUTE, own)["hearing"].layer is not Layer.SETTING
    other = INSTALLED.versions("lejre")[-1]
    assert answers(other, STATUTE, own)["response_deadline"].said[0].da == "6 uger"


@pytest.mark.parametrize(
    ("question", "value", "aside"),
    [
        ("complaint_within", ComplaintRoute(to="X", citizen_within=Period(value=3, unit=Unit.WEEK)), "3 uger"),
        ("complaint_within", ComplaintRoute(to="X", citizen_within=Period(value=28, unit=Unit.DAY)), None),
        ("complaint_within", ComplaintRoute(to="X", citizen_within=Period(value=5, unit=Unit.WEEK)), None),
        ("reassessment", ComplaintRoute(to="X", reassessed_within=Period(value=2, unit=Unit.MONTH)), "2 måneder"),
        ("reassessment", ComplaintRoute(to="X", reassessed_within=Period(value=10, unit=Unit.DAY)), None),
        ("oral_complaint", ComplaintRoute(to="X", oral=False), "nej"),
        ("oral_complaint", ComplaintRoute(to="X", oral=True), None),
        ("least_age", TargetGroup(least_age=21), "21"),
        ("least_age", TargetGroup(least_age=18), None),
    ],
)
def test_what_is_worse_than_statute_is_set_aside_and_shown(question: str, value: object, aside: str | None) -> None:
    standard = with_value(INSTALLED.versions("lejre")[-1], QUESTIONS[question].matter, value)
    found = answers(standard, STATUTE)[question]
    if aside is None:
        assert (found.layer, found.set_aside) == (Layer.STANDARD, ())
    else:
        assert found.layer is Layer.STATUTE
        assert [each.da for each in found.set_aside] == [aside]
        assert not found.said


def test_what_another_document_may_leave_out_is_not_said_to_stand_there() -> None:
    found = answers(INSTALLED.versions("ishoej")[-1], STATUTE)
    assert found["response_deadline"].words().da.startswith("Står i et andet dokument: ")
    assert found["response_start"].words().da.startswith("Står i et andet dokument: ")
    assert found["remitted_deadline"].words().da == "Ikke nævnt"
    assert found["remitted_deadline"].provisions == ()


def test_a_changed_standard_is_not_answered_from_what_was_kept_of_another() -> None:
    standard = INSTALLED.versions("lejre")[-1]
    before = answers(standard, STATUTE)["response_deadline"]
    nothing: Promise[object] = Promise(state=State.SILENT)
    silent = replace(standard, promises=MappingProxyType({**standard.promises, "response_deadline": nothing}))
    assert before.said
    assert not answers(silent, STATUTE)["response_deadline"].said
