"""Applying in a real browser: by the keyboard alone, and without scripts; each page with and without errors."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from ophold.journey.intake.models import Application
from ophold.record.people.models import Account
from tests import people
from tests.browser.conftest import axe, opened, screenshot

Be = Callable[[Page, Account], None]
LONG = "Jeg kan ikke overskue hverdagen alene. " * 20 + "x" * 200


@pytest.fixture(autouse=True)
def _municipalities(transactional_db: None) -> None:
    for each in people.MUNICIPALITIES:
        people.municipality(each)


def tab_to(page: Page, name: str) -> None:
    """Move with Tab alone until the control with this name has the focus."""
    for _step in range(60):
        page.keyboard.press("Tab")
        named = page.evaluate(
            "(() => { const one = document.activeElement; "
            "return one.labels && one.labels.length ? one.labels[0].innerText : one.innerText || ''; })()"
        )
        if named.strip().startswith(name):
            return
    raise AssertionError(f"»{name}« cannot be reached with the keyboard on {page.url}")


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_an_application_is_made_with_the_keyboard_alone(page: Page, be: Be) -> None:
    be(page, people.erik())
    opened(page, reverse("apply-start"))
    press(page, "Hjørring")
    press(page, "Gem og gå videre")
    press(page, "Gem og gå videre")  # nothing told: errors
    assert page.evaluate("document.activeElement.dataset.module") == "error-summary"
    axe(page)
    screenshot(page, "apply-need-errors")
    tab_to(page, "Midlertidigt ophold i botilbud")
    page.keyboard.press("Space")
    tab_to(page, "Hvad har du brug for hjælp til?")
    page.keyboard.type("Hjælp til hverdagen")
    press(page, "Gem og gå videre")
    for _rest in ("bolig", "oplysninger", "sted", "papirer"):
        axe(page)
        press(page, "Gem og gå videre")
    press(page, "Send ansøgningen")
    assert page.get_by_text("mandag 25. maj 2026").first.is_visible()
    axe(page)
    screenshot(page, "receipt-hjoerring")
    press(page, "Følg din sag")
    assert page.get_by_role("heading", name="Din sag", exact=True).is_visible()


def test_an_application_needs_no_scripts(page_without_scripts: Page, be: Be) -> None:
    page = page_without_scripts
    be(page, people.erik())
    opened(page, reverse("apply", args=["frederikssund", "dig"]))
    page.get_by_label("Jeg har fuldmagt og søger for en anden").check()
    page.get_by_role("button", name="Gem og gå videre").click()
    assert page.get_by_text("Skriv navnet på den, der søger.").first.is_visible()
    page.get_by_label("Navn på den, der søger").fill("Fatma Farah")
    page.get_by_role("button", name="Gem og gå videre").click()
    page.get_by_label("Aflastning").check()
    page.get_by_label("Hvad har du brug for hjælp til?").fill(LONG)
    for _rest in ("behov", "bolig", "oplysninger", "sted", "papirer"):
        page.get_by_role("button", name="Gem og gå videre").click()
    screenshot(page, "apply-summary-long")
    assert page.get_by_text("Fatma Farah").is_visible()
    page.get_by_role("button", name="Send ansøgningen").click()
    assert page.get_by_text("Kommunens standard lover ingen dag").is_visible()
    assert Application.objects.count() == 1


def test_a_receipt_prints_without_buttons_and_with_its_reasons(page: Page, be: Be) -> None:
    be(page, people.erik())
    opened(page, reverse("apply", args=["ballerup", "behov"]))
    page.get_by_label("Midlertidigt ophold i botilbud").check()
    page.get_by_label("Hvad har du brug for hjælp til?").fill("Støtte")
    page.get_by_role("button", name="Gem og gå videre").click()
    opened(page, reverse("apply-summary", args=["ballerup"]))
    page.get_by_role("button", name="Send ansøgningen").click()
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Udskriv").is_visible()
    assert page.get_by_text("fredag 15. maj 2026").first.is_visible()
    assert page.get_by_text("Sprunget over undervejs").first.is_visible()
