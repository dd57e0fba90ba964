"""The guide in a real browser: by keyboard, without scripts, back and forth, on a phone, on paper, in English."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from ophold.standard.inquiry import QUESTIONS
from tests.browser.conftest import axe, opened, screenshot

CHOSEN = {
    "wish": "Et sted at bo i en periode",
    "age": "18 til 29 år",
    "functioning": "Ja, meget – psykisk, eller både psykisk og fysisk",
    "support": "Begge dele",
    "home": "I egen bolig, som skal beholdes",
    "income": "Nej",
}


def walked(page: Page, key: str, name: str) -> None:
    """From the front page through every question to the answer, skipping one."""
    opened(page, "/")
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("link", name="Mig selv").click()
    page.wait_for_url("**/mig/", wait_until="load")
    for question in QUESTIONS:
        shown = page.locator(".guide-step:visible")
        assert shown.count() == 1
        if question in CHOSEN:
            shown.get_by_label(CHOSEN[question], exact=True).check()
        onward = shown.get_by_role("link", name="Videre")
        if onward.count():
            onward.click()
    page.get_by_role("button", name="Se svaret", exact=True).click()
    page.get_by_role("heading", name=f"Det kan du forvente i {name}").wait_for()


@pytest.mark.parametrize(("key", "name"), [("frederikssund", "Frederikssund"), ("ballerup", "Ballerup")])
def test_a_citizen_walks_to_an_answer_and_keeps_no_cookie(page: Page, key: str, name: str) -> None:
    walked(page, key, name)
    assert page.url.endswith(f"/forvent/{key}/mig/svar/")
    axe(page)
    screenshot(page, f"guide-answer-{key}")
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    axe(page)
    forvent = [each for each in page.context.cookies() if each["name"] in {"ophold", "django_language"}]
    assert forvent == []
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_each_question_is_accessible_and_says_why(page: Page) -> None:
    opened(page, "/forvent/ballerup/paaroerende/")
    for number in range(len(QUESTIONS)):
        shown = page.locator(".guide-step:visible")
        shown.get_by_text("Hvorfor spørger vi?").click()
        assert shown.locator(".details-text").is_visible()
        axe(page)
        screenshot(page, f"guide-question-{number + 2}")
        if number + 1 < len(QUESTIONS):
            shown.get_by_role("link", name="Videre").click()
    page.get_by_role("button", name="Se svaret", exact=True).click()
    page.get_by_role("heading", name="Hvem skal din pårørende kontakte?").wait_for()


def test_it_is_walked_without_scripts(page_without_scripts: Page) -> None:
    page = page_without_scripts
    walked(page, "lejre", "Lejre")
    assert page.get_by_text("Her får du hverken ja eller nej til et sted.").is_visible()
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="What you can expect in Lejre").wait_for()
    assert page.context.cookies() == [] or {each["name"] for each in page.context.cookies()} == {"csrftoken"}
    page.get_by_role("button", name="Change the answers").click()
    assert page.locator("input[name=age][value='18_29']").is_checked()


def test_back_from_the_answer_leads_to_the_questions_as_they_were(page: Page) -> None:
    walked(page, "ballerup", "Ballerup")
    page.go_back()
    page.locator(".guide-step:visible").wait_for()
    assert page.url.endswith("/forvent/ballerup/mig/#indtaegt")
    assert page.locator("input[name=home][value=own_kept]").is_checked()
    page.go_back()
    assert page.url.endswith("#bolig")
    assert page.locator(".guide-step:visible").get_attribute("id") == "bolig"


def test_the_keyboard_alone_gets_there(page: Page) -> None:
    opened(page, "/forvent/ballerup/mig/")
    page.locator("#guide-form input[name=wish]").last.focus()  # the skip that is chosen
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "stay"
    for _each in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Videre"
    page.keyboard.press("Enter")
    page.locator("#alder:visible").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "age"
    page.locator("#alder").get_by_role("button", name="Se svaret nu").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Det kan du forvente i Ballerup").wait_for()


def test_english_takes_the_answers_along(page: Page) -> None:
    walked(page, "ballerup", "Ballerup")
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="What you can expect in Ballerup").wait_for()
    axe(page)
    page.get_by_role("button", name="Change the answers").click()
    assert page.locator("input[name=income][value=no]").is_checked()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_on_paper_the_reasons_stand_and_the_buttons_do_not(page: Page) -> None:
    walked(page, "ballerup", "Ballerup")
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Udskriv").is_visible()
    assert not page.locator("nav.on-this-page").is_visible()
    assert page.get_by_text("Tiden regnes fra").first.is_visible()
    screenshot(page, "guide-print")


def test_the_answers_address_alone_leads_to_the_questions(page: Page) -> None:
    opened(page, "/forvent/ballerup/fagperson/svar/")
    assert page.url.endswith("/forvent/ballerup/fagperson/")
    assert page.get_by_role("heading", name="Hvad har borgeren brug for?").is_visible()
