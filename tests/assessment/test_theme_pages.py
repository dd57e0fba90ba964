"""The pages of the assessment: who sees them, what they say, and that two people's texts stand side by side."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ophold.journey.assessment.themes.actions import rate_theme
from ophold.journey.assessment.themes.codes import BY_ADDRESS, TARGET_GROUPS, THEMES
from ophold.journey.assessment.themes.models import Conclusion, ThemeFinding, WorkingCopy
from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case
from ophold.record.journal.models import ReadEntry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.assessment.test_rate_theme import words
from tests.people import NOON, signed_in
from tests.statements import assert_statements

SELF_CARE = BY_ADDRESS["egenomsorg"]
FILLED = {"act_key": "key", "based_on": "0", "citizen_view": "Jeg glemmer at spise.", "caseworker_view": "Annas syn"}
FILLED |= {sub.code: "2" for sub in SELF_CARE.sub_themes}


@pytest.fixture
def case(anna: Account) -> Case:
    return people.a_case(state=CaseState.ASSESSING, caseworker=anna, standard_version="2022-06-22")


def address(case: Case, theme: str = "egenomsorg") -> str:
    return reverse("theme", args=[case.reference, theme])


def keep(case: Case, theme: str = "egenomsorg") -> str:
    return reverse("keep-typed", args=[case.reference, theme])


def test_the_overview_says_how_far_it_is_and_what_comes_next(anna: Account, case: Case) -> None:
    rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    html = signed_in(anna).get(reverse("themes", args=[case.reference])).text
    assert "1 af 11 temaer er udredt." in html
    assert "moderat nedsat funktionsevne" in html
    assert f'href="{address(case, THEMES[0].address)}"' in html
    assert ReadEntry.objects.get().page == "themes"


def test_the_pages_take_few_statements(anna: Account, case: Case) -> None:
    rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    browser = signed_in(anna)
    with assert_statements(6):
        browser.get(reverse("themes", args=[case.reference]))
    with assert_statements(6):
        browser.get(address(case))


def test_saving_leads_to_the_next_theme_and_the_last_to_the_conclusion(anna: Account, case: Case) -> None:
    answer = signed_in(anna).post(address(case), FILLED)
    following = THEMES[THEMES.index(SELF_CARE) + 1]
    assert answer.headers["Location"] == address(case, following.address)
    found = ThemeFinding.objects.get()
    assert (found.caseworker_view, found.ratings.count()) == ("Annas syn", len(SELF_CARE.sub_themes))
    last = signed_in(anna).post(address(case, THEMES[-1].address), {"act_key": "k", "based_on": "0", "source": "Brev"})
    assert last.status_code == 200  # nothing said but a source
    last = signed_in(anna).post(
        address(case, THEMES[-1].address), {"act_key": "k2", "based_on": "0", "caseworker_view": "Naboen hjælper"}
    )
    assert last.headers["Location"] == reverse("conclusion", args=[case.reference])


def test_a_level_that_is_none_is_refused_and_nothing_is_lost(anna: Account, case: Case) -> None:
    html = signed_in(anna).post(address(case), FILLED | {SELF_CARE.sub_themes[0].code: "7"}).text
    assert "Temaet blev ikke gemt" in html
    assert "Jeg glemmer at spise." in html
    assert not ThemeFinding.objects.exists()


def test_the_second_to_save_sees_both_texts_and_can_save_knowingly(anna: Account, bo: Account, case: Case) -> None:
    rate_theme(case, words=words(caseworker_view="Bos syn"), based_on=0, by=bo, at=NOON, act_key="bo")
    browser = signed_in(anna)
    html = browser.post(address(case), FILLED).text
    assert "Bos syn" in html
    assert "Annas syn" in html
    assert 'name="based_on" value="1"' in html
    browser.post(address(case), FILLED | {"based_on": "1"})
    assert ThemeFinding.objects.count() == 2


def test_what_is_typed_is_kept_and_stands_there_again_for_its_writer_alone(
    anna: Account, bo: Account, case: Case
) -> None:
    browser = signed_in(anna)
    told = browser.post(keep(case), FILLED | {"caseworker_view": "En halv sætning"}, headers={"HX-Request": "true"})
    assert "Kladde gemt" in told.text
    assert "<html" not in told.text
    pressed = browser.post(keep(case), FILLED | {"caseworker_view": "En halv sætning", "keep": "1"})
    assert pressed.headers["Location"] == address(case)  # without scripts: back to the page
    again = browser.get(address(case)).text
    assert "En halv sætning" in again
    assert "Her står det, du skrev sidst" in again
    assert "En halv sætning" not in signed_in(bo).get(address(case)).text
    assert browser.post(keep(case), {"discard": "1"}).headers["Location"] == address(case)
    assert not WorkingCopy.objects.exists()


def test_the_conclusion_is_written_beside_what_the_themes_showed(anna: Account, case: Case) -> None:
    rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    browser = signed_in(anna)
    page = reverse("conclusion", args=[case.reference])
    assert "Jeg glemmer at spise." in browser.get(page).text
    told = {"act_key": "c", "based_on": "0", "need": "3", "why": "Hele dagen", "primary": TARGET_GROUPS[0].code}
    assert browser.post(page, told).headers["Location"] == reverse("themes", args=[case.reference])
    assert Conclusion.objects.get().need == "3"
    assert "Højt støttebehov" in browser.get(reverse("case", args=[case.reference])).text


def test_a_group_that_is_ticked_twice_is_named_once(anna: Account, case: Case) -> None:
    told = {"act_key": "c", "based_on": "0", "need": "3", "why": "Hele dagen", "primary": TARGET_GROUPS[0].code}
    twice = told | {"others": [TARGET_GROUPS[1].code] * 2}
    assert signed_in(anna).post(reverse("conclusion", args=[case.reference]), twice).status_code == 302
    assert Conclusion.objects.get().groups.count() == 2


def test_the_assessment_stands_beside_the_limb_that_builds_on_it(anna: Account, case: Case) -> None:
    rate_theme(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    assert "Jeg glemmer at spise." in signed_in(anna).get(reverse("assess", args=[case.reference])).text


@pytest.mark.parametrize("stranger", [people.dorte, people.erik, people.fatma, people.gert])
def test_strangers_and_the_citizen_find_no_page(case: Case, stranger: object) -> None:
    assert callable(stranger)
    browser = signed_in(stranger())
    for each in (address(case), reverse("themes", args=[case.reference]), reverse("conclusion", args=[case.reference])):
        assert browser.get(each).status_code == 404
    assert browser.post(address(case), FILLED).status_code == 404
    assert browser.post(keep(case), FILLED).status_code == 404
    assert not ThemeFinding.objects.exists()
    assert not WorkingCopy.objects.exists()


def test_another_role_finds_no_page(case: Case) -> None:
    officer = people.staff("hanne", "Hanne Holm", key="hjoerring", role=Role.POLICY_OFFICER)
    assert signed_in(officer).get(address(case)).status_code == 404


def test_an_unknown_theme_is_absent(anna: Account, case: Case) -> None:
    assert signed_in(anna).get(address(case, "vejret")).status_code == 404
    assert signed_in(anna).post(keep(case, "vejret"), FILLED).status_code == 404


def test_without_signing_in_one_is_sent_to_sign_in(client: people.Browser, case: Case) -> None:
    assert client.get(address(case)).headers["Location"].startswith("/log-ind/")
    assert client.post(keep(case), FILLED).status_code == 302
    assert not WorkingCopy.objects.exists()
