"""Saving a theme and the conclusion: levels where FFB asks for them, whose words stand, and that none are lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError

from ophold.journey.assessment.themes import queries
from ophold.journey.assessment.themes.actions import (
    AssessmentRefused,
    ConclusionWords,
    SomebodyElseSaved,
    ThemeWords,
    conclude_assessment,
    keep_typed,
    rate_theme,
)
from ophold.journey.assessment.themes.codes import BY_ADDRESS, SYSTEM, TARGET_GROUPS, VERSION
from ophold.journey.assessment.themes.models import Conclusion, Rating, ThemeFinding, WorkingCopy
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState
from ophold.record.cases.facts import read
from ophold.record.cases.models import Case
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests import people
from tests.people import NOON

SELF_CARE, MIND = BY_ADDRESS["egenomsorg"], BY_ADDRESS["mentale-funktioner"]
EATING = SELF_CARE.sub_themes[0].code
MEMORY = MIND.sub_themes[0].code


def words(**changed: Any) -> ThemeWords:
    fields: dict[str, Any] = {
        "theme": SELF_CARE,
        "citizen_view": "Jeg glemmer at spise.",
        "caseworker_view": "Erik spiser, når nogen minder ham om det.",
        "source": "Samtale 1. marts",
        "levels": {EATING: "2"},
    }
    return ThemeWords(**fields | changed)


def concluded(**changed: Any) -> ConclusionWords:
    fields: dict[str, Any] = {
        "need": "3",
        "why": "Erik har brug for nogen i nærheden hele dagen.",
        "alternatives": "Støtte i eget hjem rækker ikke om natten.",
        "primary": TARGET_GROUPS[0].code,
        "others": (TARGET_GROUPS[1].code,),
    }
    return ConclusionWords(**fields | changed)


def assessing() -> Case:
    return people.a_case(state=CaseState.ASSESSING)


def test_a_theme_is_saved_with_both_views_its_level_and_the_codes_version(anna: Account) -> None:
    case = assessing()
    rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    found = queries.theme(case, SELF_CARE)
    assert found is not None
    assert (found.citizen_view, found.caseworker_view) == (words().citizen_view, words().caseworker_view)
    assert (found.theme, found.code_system, found.code_version) == (SELF_CARE.code, SYSTEM, VERSION)
    assert [(each.sub_theme.code, each.level) for each in queries.rated(found)] == [(EATING, "2")]
    assert [(fact.kind, fact.label) for fact in read(queries.facts(case))] == [("theme", SELF_CARE.code)]
    assert Entry.objects.filter(case=case, act="rate_theme").count() == 1


def test_outside_activity_and_participation_a_sub_theme_matters_without_a_level(anna: Account) -> None:
    case = assessing()
    rate_theme(case, words=words(theme=MIND, levels={}, matters=[MEMORY]), based_on=0, by=anna, at=NOON, act_key="a")
    assert list(Rating.objects.values_list("sub_theme", "level")) == [(MEMORY, "")]


@pytest.mark.parametrize(("code", "level"), [(MEMORY, "2"), (EATING, ""), (EATING, "9")])
def test_the_database_refuses_a_level_in_the_wrong_place(anna: Account, code: str, level: str) -> None:
    case = assessing()
    found = rate_theme(case, words=words(levels={}), based_on=0, by=anna, at=NOON, act_key="a")
    assert found is not None
    with people.set_up(), pytest.raises(IntegrityError):
        Rating.objects.create(municipality_id=case.municipality_id, finding=found, sub_theme=code, level=level)


def test_the_second_to_save_is_told_and_both_texts_are_kept(anna: Account, bo: Account) -> None:
    case = assessing()
    rate_theme(case, words=words(caseworker_view="Bos syn"), based_on=0, by=bo, at=NOON, act_key="bo")
    with pytest.raises(SomebodyElseSaved, match="en anden har gemt noget nyere"):
        rate_theme(case, words=words(caseworker_view="Annas syn"), based_on=0, by=anna, at=NOON, act_key="anna")
    rate_theme(case, words=words(caseworker_view="Annas syn"), based_on=1, by=anna, at=NOON, act_key="anna-2")
    assert [row.caseworker_view for row in ThemeFinding.objects.order_by("version")] == ["Bos syn", "Annas syn"]


def test_two_people_save_different_themes_at_once(anna: Account, bo: Account) -> None:
    case = assessing()
    rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    rate_theme(case, words=words(theme=MIND, levels={}), based_on=0, by=bo, at=NOON, act_key="b")
    assert sum(line.found is not None for line in queries.themes(case)) == 2


def test_an_empty_theme_is_refused(anna: Account) -> None:
    empty = words(citizen_view="", caseworker_view="", levels={})
    with pytest.raises(AssessmentRefused, match="ikke står noget"):
        rate_theme(assessing(), words=empty, based_on=0, by=anna, at=NOON, act_key="a")
    assert not ThemeFinding.objects.exists()


def test_pressing_twice_saves_once(anna: Account) -> None:
    case = assessing()
    for _press in range(2):
        rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    assert ThemeFinding.objects.count() == 1


def test_a_case_nobody_has_taken_is_not_assessed(anna: Account) -> None:
    with pytest.raises(NotPossible):
        rate_theme(people.a_case(), words=words(), based_on=0, by=anna, at=NOON, act_key="a")


def test_the_conclusion_has_one_primary_target_group(anna: Account) -> None:
    case = assessing()
    conclude_assessment(case, words=concluded(), based_on=0, by=anna, at=NOON, act_key="a")
    found = queries.conclusion(case)
    assert found is not None
    assert (found.need, found.why) == ("3", concluded().why)
    assert sorted(found.groups.values_list("group", "is_primary")) == sorted(
        [(TARGET_GROUPS[0].code, True), (TARGET_GROUPS[1].code, False)]
    )
    assert ("conclusion", "3") in {(fact.kind, fact.state) for fact in read(queries.facts(case))}


def test_the_primary_group_is_not_named_again(anna: Account) -> None:
    twice = concluded(others=(TARGET_GROUPS[0].code,))
    with pytest.raises(AssessmentRefused, match="primære målgruppe"):
        conclude_assessment(assessing(), words=twice, based_on=0, by=anna, at=NOON, act_key="a")
    assert not Conclusion.objects.exists()


def test_what_is_typed_is_kept_for_its_writer_and_gone_once_saved(anna: Account, bo: Account) -> None:
    case = assessing()
    for text in ("Halv", "Halv sætning"):
        keep_typed(case, page=SELF_CARE.address, typed={"caseworker_view": [text]}, by=anna, at=NOON)
    mine = queries.typed(case, SELF_CARE.address, anna)
    assert mine is not None
    assert mine.values == {"caseworker_view": ["Halv sætning"]}
    assert queries.typed(case, SELF_CARE.address, bo) is None
    assert Entry.objects.filter(act="rate_theme").count() == 0
    rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    assert not WorkingCopy.objects.exists()
