"""The page for a follow-up."""

from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django import Settings

from ophold.journey.plans.models import FollowUp
from ophold.record.cases.models import Case
from ophold.record.people.models import Account
from tests import people
from tests.people import signed_in
from tests.plans.test_hold_follow_up import HELD, staying

FILLED = {"act_key": "k", "held_on_0": "3", "held_on_1": "6", "held_on_2": "2026", "result": "Målene nås."}


@pytest.fixture(autouse=True)
def _summer(settings: Settings) -> None:
    settings.OPHOLD_TODAY = HELD.on


def address(case: Case) -> str:
    return reverse("hold-follow-up", args=[case.reference])


@pytest.mark.django_db
def test_the_follow_up_is_recorded_and_the_next_one_stands_on_the_case() -> None:
    case, who = staying("ballerup")
    browser = signed_in(who)
    html = browser.get(address(case)).text
    assert "afslutter ikke et ophold" in html
    assert "mindst hver 6. måned" in html
    assert browser.post(address(case), FILLED)["Location"] == reverse("case", args=[case.reference])
    assert "torsdag 3. december 2026" in browser.get(reverse("case", args=[case.reference])).text


@pytest.mark.django_db
def test_where_the_standard_gives_no_next_day_the_page_asks_for_it() -> None:
    case, who = staying("lejre")
    answer = signed_in(who).post(address(case), FILLED)
    assert "Skriv, hvornår den skal holdes" in answer.text
    assert "Målene nås." in answer.text
    assert not FollowUp.objects.exists()


def test_strangers_the_citizen_and_another_municipality_find_no_page(erik: Account, dorte: Account) -> None:
    case, _who = staying()
    for who in (erik, dorte, people.gert()):
        assert signed_in(who).get(address(case)).status_code == 404
        assert signed_in(who).post(address(case), FILLED).status_code == 404
    assert not FollowUp.objects.exists()
