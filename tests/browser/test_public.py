"""Every public page in a real browser: whole, quiet, accessible, at both widths, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from ophold.record.cases.standards import catalogue
from tests.browser.conftest import axe, opened, screenshot

STANDARDS = [each for versions in catalogue().standards.values() for each in versions]
PAGES = {
    "front": "/",
    "standards": "/standarder/",
    **{f"standard-{each.key}": f"/standarder/{each.key}/{each.version}/" for each in STANDARDS},
    "accessibility": "/tilgaengelighed/",
    "privacy": "/privatliv/",
    "cookies": "/cookies/",
    "contact": "/kontakt/",
    "sign-in": "/log-ind/",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_is_accessible_in_danish_and_english(page: Page, name: str) -> None:
    opened(page, PAGES[name])
    axe(page)
    screenshot(page, name)
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.lang") == "en"
    axe(page)


def test_reasons_unfold_and_a_provision_can_be_linked_to(page: Page) -> None:
    opened(page, "/standarder/ballerup/undated-1/#B16")
    assert page.locator("#B16").is_visible()
    page.locator("#B16 summary").click()
    assert page.locator("#B16 .details-text").is_visible()
    axe(page)


def test_a_page_that_does_not_exist_is_explained(page: Page) -> None:
    opened(page, "/findes-ikke/")
    assert page.get_by_role("heading", name="Siden findes ikke").is_visible()
    axe(page, status=404, scripts=False)
    screenshot(page, "not-found")


def test_the_keyboard_reaches_the_content_first(page: Page) -> None:
    opened(page, "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skipnav"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_the_public_pages_work_without_scripts(page_without_scripts: Page) -> None:
    page = opened(page_without_scripts, "/")
    page.get_by_role("link", name="Ballerup").click()
    page.get_by_role("heading", name="Hvad lover Ballerup Kommune?").wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="What does Ballerup promise?").wait_for()
