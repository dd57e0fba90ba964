"""The page for moving in."""

from __future__ import annotations

from django.urls import reverse

from ophold.journey.placements.models import Stay
from ophold.record.cases.models import Case
from ophold.record.people.models import Account
from tests import people
from tests.people import signed_in
from tests.placements.test_begin_stay import granted

FILLED = {
    "act_key": "k",
    "facility": "Solsikken",
    "began_on_0": "1",
    "began_on_1": "3",
    "began_on_2": "2026",
    "accepted_by": "citizen",
}


def address(case: Case) -> str:
    return reverse("begin-stay", args=[case.reference])


def test_the_stay_is_recorded_and_one_is_back_at_the_case(anna: Account) -> None:
    case = granted(anna)
    browser = signed_in(anna)
    html = browser.get(address(case)).text
    assert "Opholdet har ingen slutdato" in html
    assert "Første opfølgning holdes tidligst efter 3 måneder" in html
    assert browser.post(address(case), FILLED)["Location"] == reverse("case", args=[case.reference])
    html = browser.get(reverse("case", args=[case.reference])).text
    assert "Solsikken" in html
    assert "mandag 1. juni 2026" in html
    assert Stay.objects.count() == 1


def test_a_refusal_is_said_on_the_page_and_nothing_is_lost(anna: Account) -> None:
    case = granted(anna)
    answer = signed_in(anna).post(address(case), FILLED | {"began_on_0": "1", "began_on_1": "2"})
    assert answer.status_code == 200
    assert "før afgørelsen" in answer.text
    assert "Solsikken" in answer.text
    assert not Stay.objects.exists()


def test_strangers_the_citizen_and_another_municipality_find_no_page(
    anna: Account, erik: Account, dorte: Account
) -> None:
    case = granted(anna)
    for who in (erik, dorte, people.gert()):
        assert signed_in(who).get(address(case)).status_code == 404
        assert signed_in(who).post(address(case), FILLED).status_code == 404
    assert not Stay.objects.exists()
