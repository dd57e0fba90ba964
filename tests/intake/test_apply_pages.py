"""A citizen applies by the pages alone: one matter a page, always saved, sent once, with a receipt that tells why."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings

from ophold.journey.intake import access
from ophold.journey.intake.answers import unsealed
from ophold.journey.intake.models import DRAFT_CONTEXT, Application, Draft
from ophold.record.cases.models import Case
from ophold.record.people import cpr
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import apply_to, key, sixth_municipality
from tests.statements import assert_statements

TOLD = {
    "dig": {"applicant": "self", "phone": "00 00 00 00"},
    "behov": {"items": ["stay"], "need": "Jeg kan ikke overskue hverdagen <alene> & har brug for støtte."},
    "bolig": {"lives_here": "yes", "home": "own"},
    "oplysninger": {"consent": "not_now"},
    "sted": {"place": "Tæt på min mor."},
    "papirer": {},
}
RECEIPTS = {
    "lejre": "mandag 13. april 2026",
    "ballerup": "fredag 15. maj 2026",
    "hjoerring": "mandag 25. maj 2026",
    "frederikssund": "Kommunalbestyrelsen har pligt til at fastsætte og offentliggøre en frist",
    "ishoej": "Fristen står i et andet dokument",
}


@pytest.fixture(autouse=True)
def _municipalities(db: None) -> None:
    for each in people.MUNICIPALITIES:
        people.municipality(each)


def frida(digits: str) -> Account:
    return people.citizen_account(
        digits, "Frida Friis", born_on=cpr.born_on(digits), cpr_sealed=cpr.seal_cpr(digits), cpr_index=cpr.index(digits)
    )


def walk(browser: people.Browser, municipality: str) -> str:
    """Through every page to the receipt; the receipt as it reads."""
    address = reverse("apply", args=[municipality, "dig"])
    for told in TOLD.values():
        answer = browser.post(address, told)
        assert answer.status_code == 302
        address = answer["Location"]
    assert address == reverse("apply-summary", args=[municipality])
    answer = browser.post(address, {"act_key": key()})
    assert answer.status_code == 302
    return read(browser, answer["Location"])


def read(browser: people.Browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("municipality", RECEIPTS)
def test_the_journey_ends_with_the_promised_day_and_why(municipality: str, erik: Account) -> None:
    receipt = walk(people.signed_in(erik), municipality)
    assert "Vi modtog ansøgningen mandag 2. marts 2026." in receipt
    assert RECEIPTS[municipality] in receipt
    assert "Hvorfor?" in receipt
    assert Case.objects.get().citizen.account == erik


def test_ballerups_receipt_shows_the_other_readings_and_the_days_skipped(erik: Account) -> None:
    receipt = walk(people.signed_in(erik), "ballerup")
    assert "mandag 18. maj 2026" in receipt
    assert "mandag 1. juni 2026" in receipt
    assert "Sprunget over undervejs" in receipt
    assert "Standarden siger ikke, hvilke dage »hverdage« dækker" in receipt


def test_a_sixth_municipality_is_there_when_its_files_are(tmp_path: Path, settings: Settings, erik: Account) -> None:
    home = sixth_municipality(tmp_path, settings)
    people.municipality(home)
    browser = people.signed_in(erik)
    assert "Nordby" in read(browser, reverse("apply-start"))
    receipt = walk(browser, home)
    assert "torsdag 12. marts 2026" in receipt
    assert "Nordbys indgang" in receipt


@pytest.mark.parametrize(
    ("digits", "entrance", "not_shown"),
    [("6203004234", "Ungekontakten", "Rådgivningshuset"), ("6203861234", "Rådgivningshuset", "Ungekontakten")],
)
def test_frederikssund_sends_the_young_elsewhere_in_the_first_step_and_on_the_receipt(
    digits: str, entrance: str, not_shown: str
) -> None:
    browser = people.signed_in(frida(digits))
    for page in (read(browser, reverse("apply", args=["frederikssund", "dig"])), walk(browser, "frederikssund")):
        assert entrance in page
        assert not_shown not in page


def test_a_page_in_another_browser_goes_on_where_the_first_left_off(erik: Account) -> None:
    people.signed_in(erik).post(reverse("apply", args=["lejre", "behov"]), TOLD["behov"])
    other = people.signed_in(erik)
    assert "Jeg kan ikke overskue" in read(other, reverse("apply", args=["lejre", "behov"]))
    assert "Gå videre, hvor du slap" in read(other, reverse("apply-start"))


def test_save_for_another_day_keeps_what_is_not_finished(erik: Account) -> None:
    answer = people.signed_in(erik).post(
        reverse("apply", args=["lejre", "behov"]), {"need": "Ikke færdig", "later": "1"}
    )
    assert answer["Location"] == f"{reverse('apply-start')}?gemt"
    assert unsealed(bytes(Draft.objects.get().answers_sealed), DRAFT_CONTEXT).need == "Ikke færdig"


def test_what_is_missing_is_said_on_the_whole_page_and_nothing_is_lost(erik: Account) -> None:
    answer = people.signed_in(erik).post(reverse("apply", args=["lejre", "behov"]), {"need": "Hjælp til hverdagen"})
    page = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert "Vælg mindst én ting, du søger om." in page
    assert "Hjælp til hverdagen" in page
    assert not Draft.objects.exists()


def test_ret_leads_back_to_the_summary(erik: Account) -> None:
    answer = people.signed_in(erik).post(reverse("apply", args=["lejre", "bolig"]) + "?ret", TOLD["bolig"])
    assert answer["Location"] == reverse("apply-summary", args=["lejre"])


def test_the_summary_shows_every_answer_escaped_with_a_way_back(erik: Account) -> None:
    browser = people.signed_in(erik)
    for step, told in TOLD.items():
        browser.post(reverse("apply", args=["lejre", step]), told)
    page = browser.get(reverse("apply-summary", args=["lejre"])).content.decode()
    assert "hverdagen &lt;alene&gt; &amp; har brug" in page
    for step in TOLD:
        assert reverse("apply", args=["lejre", step]) + "?ret" in page
    assert "mandag 13. april 2026" in page  # what sending today would promise


def test_a_summary_that_lacks_something_is_refused_in_a_sentence(erik: Account) -> None:
    browser = people.signed_in(erik)
    browser.post(reverse("apply", args=["lejre", "sted"]), TOLD["sted"])
    answer = browser.post(reverse("apply-summary", args=["lejre"]), {"act_key": key()})
    assert "Ansøgningen blev ikke sendt, fordi der mangler noget" in unescape(answer.content.decode())
    assert not Case.objects.exists()


def test_a_double_click_on_send_shows_the_same_receipt(erik: Account) -> None:
    browser, again = people.signed_in(erik), {"act_key": key()}
    for step, told in TOLD.items():
        browser.post(reverse("apply", args=["lejre", step]), told)
    first, second = (browser.post(reverse("apply-summary", args=["lejre"]), again) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Application.objects.count() == 1


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(client: people.Browser) -> None:
    address = reverse("apply", args=["lejre", "dig"])
    answer = client.get(address)
    assert answer["Location"] == f"{reverse('sign-in')}?next={address}"


def test_a_stranger_meets_neither_the_draft_nor_the_receipt(erik: Account, gert: Account) -> None:
    people.signed_in(erik).post(reverse("apply", args=["lejre", "behov"]), TOLD["behov"])
    stranger = people.signed_in(gert)
    assert "Jeg kan ikke overskue" not in read(stranger, reverse("apply", args=["lejre", "behov"]))
    assert access.draft(gert, "lejre") is None
    case = apply_to("lejre")
    assert stranger.get(reverse("receipt", args=[case.reference])).status_code == 404


def test_a_caseworker_does_not_apply_here(dorte: Account) -> None:
    assert people.signed_in(dorte).get(reverse("apply", args=["ballerup", "dig"])).status_code == 404


def test_unknown_municipalities_and_steps_lead_to_the_beginning(erik: Account) -> None:
    for address in (reverse("apply", args=["atlantis", "dig"]), reverse("apply", args=["lejre", "x"])):
        assert people.signed_in(erik).get(address)["Location"] == reverse("apply-start")


def test_outside_a_demonstration_the_page_says_how_to_apply(settings: Settings, erik: Account) -> None:
    settings.DEMO = False
    page = read(people.signed_in(erik), reverse("apply-start"))
    assert "du kan også søge mundtligt" in page
    assert "Fronten" in page
    assert "Ungekontakten" in page
    assert people.signed_in(erik).get(reverse("apply", args=["lejre", "dig"]))["Location"] == reverse("apply-start")


def test_the_receipt_and_a_page_ask_little_of_the_database(erik: Account) -> None:
    case, browser = apply_to("ballerup"), people.signed_in(erik)
    with assert_statements(8):
        browser.get(reverse("receipt", args=[case.reference]))
    with assert_statements(6):
        browser.get(reverse("apply", args=["lejre", "dig"]))
