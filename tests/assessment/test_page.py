"""The page where a limb is tested: who sees it, what it says, and that two people's texts stand side by side."""

from __future__ import annotations

import pytest

from ophold.journey.assessment.actions import LimbWords, record_limb
from ophold.journey.assessment.choices import Limb, Outcome
from ophold.journey.assessment.models import LimbFinding
from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case
from ophold.record.journal.models import ReadEntry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.people import NOON, signed_in
from tests.statements import assert_statements

FILLED = {
    "act_key": "key",
    "based_on": "0",
    "outcome": "met",
    "reason": "Annas grund",
    "source": "Samtale",
    "source_on_0": "1",
    "source_on_1": "3",
    "source_on_2": "2026",
}


@pytest.fixture
def case(anna: Account) -> Case:
    return people.a_case(state=CaseState.ASSESSING, caseworker=anna, standard_version="2022-06-22")


def address(case: Case, limb: str = "stk-2-nr-1") -> str:
    return f"/sag/{case.reference}/vurdering/{limb}/" if limb else f"/sag/{case.reference}/vurdering/"


def test_the_page_asks_the_first_limb_that_is_not_tested(anna: Account, case: Case) -> None:
    html = signed_in(anna).get(address(case, "")).text
    assert "Vurdering efter § 107, stk. 2, nr. 1" in html
    assert "kun til oplysning" in html
    assert "H2" in html


def test_saving_leads_to_the_next_limb(anna: Account, case: Case) -> None:
    answer = signed_in(anna).post(address(case), FILLED, follow=True)
    assert "Vurdering efter § 107, stk. 2, nr. 2" in answer.text
    assert LimbFinding.objects.get().reason == "Annas grund"


def test_a_later_limb_says_which_comes_first(anna: Account, case: Case) -> None:
    assert "Vurdér først § 107, stk. 2, nr. 1" in signed_in(anna).get(address(case, "stk-1")).text


def test_a_form_with_gaps_is_shown_again_with_what_was_written(anna: Account, case: Case) -> None:
    answer = signed_in(anna).post(address(case), FILLED | {"source": ""})
    assert answer.status_code == 200
    assert "Annas grund" in answer.text
    assert "Vurderingen blev ikke gemt" in answer.text
    assert not LimbFinding.objects.exists()


def test_the_second_to_save_sees_both_texts_and_can_save_knowingly(anna: Account, bo: Account, case: Case) -> None:
    theirs = LimbWords(
        limb=next(iter(Limb)), outcome=Outcome.NOT_MET, reason="Bos grund", source="Brev", source_on=people.TODAY
    )
    record_limb(case, words=theirs, based_on=0, by=bo, at=NOON, act_key="bo")
    browser = signed_in(anna)
    html = browser.post(address(case), FILLED).text
    assert "Bos grund" in html
    assert "Annas grund" in html
    assert 'name="based_on" value="1"' in html
    browser.post(address(case), FILLED | {"based_on": "1", "reason": "Begges grund"})
    assert [found.reason for found in LimbFinding.objects.order_by("version")] == ["Bos grund", "Begges grund"]


def test_reading_the_page_is_journalled_and_takes_few_statements(anna: Account, case: Case) -> None:
    browser = signed_in(anna)
    with assert_statements(6):
        browser.get(address(case))
    assert ReadEntry.objects.get().page == "record_limb"


def test_a_decided_case_says_why_not(anna: Account) -> None:
    decided = people.a_case(state=CaseState.GRANTED, standard_version="2022-06-22")
    assert "Det kan ikke lade sig gøre nu" in signed_in(anna).get(address(decided)).text


def test_an_unknown_limb_is_absent(anna: Account, case: Case) -> None:
    assert signed_in(anna).get(address(case, "stk-9")).status_code == 404


@pytest.mark.parametrize("stranger", [people.dorte, people.erik, people.fatma, people.gert])
def test_strangers_and_the_citizen_find_no_page(case: Case, stranger: object) -> None:
    assert callable(stranger)
    browser = signed_in(stranger())
    assert browser.get(address(case)).status_code == 404
    assert browser.post(address(case), FILLED).status_code == 404
    assert not LimbFinding.objects.exists()


def test_another_role_finds_no_page(case: Case) -> None:
    officer = people.staff("hanne", "Hanne Holm", key="hjoerring", role=Role.POLICY_OFFICER)
    assert signed_in(officer).get(address(case)).status_code == 404


def test_without_signing_in_one_is_sent_to_sign_in(client: people.Browser, case: Case) -> None:
    assert client.get(address(case)).headers["Location"].startswith("/log-ind/")
    assert client.post(address(case), FILLED).status_code == 302
    assert not LimbFinding.objects.exists()
