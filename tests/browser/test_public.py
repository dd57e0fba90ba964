"""Every public page in a real browser: whole, quiet, accessible, at both widths, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from ophold.record.cases.standards import installed
from ophold.site import errors
from ophold.site.published.addresses import slug
from tests import people
from tests.browser.conftest import axe, opened, screenshot

STANDARDS = [each for versions in installed().standards.values() for each in versions]
PAGES = {
    "front": "/",
    "standards": "/standarder/",
    **{f"standard/{each.key}": f"/standarder/{each.key}/{slug(each.version)}/" for each in STANDARDS},
    "compare": "/sammenlign/?k=alle",
    "guide": "/forvent/",
    "guide-who": "/forvent/ballerup/",
    "guide-questions": "/forvent/ballerup/mig/",
    "legal-basis": "/retsgrundlag/",
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
    screenshot(page, name.replace("/", "-"))
    if name.startswith("standard/"):
        return  # the same page five times: one is opened in English below
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.lang") == "en"
    axe(page)


def test_a_standard_is_accessible_in_english(page: Page) -> None:
    opened(page, PAGES["standard/ballerup"])
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="What does Ballerup promise?").wait_for()
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    axe(page)


def test_one_can_choose_who_to_be_and_a_wrong_password_is_explained(page: Page) -> None:
    people.anna(), people.erik()
    opened(page, "/log-ind/")
    axe(page)
    screenshot(page, "sign-in-cast")
    page.get_by_text("Log ind med adgangskode").click()
    page.locator("main details button[type=submit]").click()
    page.wait_for_load_state("load")
    axe(page)
    screenshot(page, "sign-in-errors")
    page.get_by_role("button", name="Anna Andersen").click()
    page.get_by_role("heading", name="Arbejdsliste").wait_for()


def test_reasons_unfold_and_a_provision_can_be_linked_to(page: Page) -> None:
    opened(page, "/standarder/ballerup/undated-1/B16/")
    assert page.url.endswith("/standarder/ballerup/udateret-1/#B16")
    assert page.locator("#B16").is_visible()
    unfolds = page.locator(".provision:has(summary)").first
    unfolds.locator("summary").click()
    assert unfolds.locator(".details-text").is_visible()
    axe(page)


def test_one_chooses_municipalities_and_sees_them_side_by_side(page: Page) -> None:
    opened(page, "/standarder/")
    page.get_by_role("link", name="Sammenlign dem side om side").click()
    page.get_by_text("Vælg kommuner").click()
    for name in ("Frederikssund", "Hjørring", "Ishøj"):
        page.locator("label", has_text=name).click()
    page.get_by_role("button", name="Sammenlign").click()
    page.wait_for_load_state("load")
    assert "k=ballerup&k=lejre" in page.url
    table = page.get_by_role("table")
    assert table.get_by_role("columnheader").all_inner_texts()[1:] == ["Ballerup\nuden dato", "Lejre"]
    row = table.get_by_role("row", name="Svar på ansøgningen inden for")
    assert "60 hverdage" in row.get_by_role("cell").first.inner_text()
    assert "6 uger" in row.get_by_role("cell").last.inner_text()
    picture = page.get_by_role("img", name="Så længe kan man vente på svar")
    assert "Ballerup: 70–76 dage, eller 84–91 dage; Lejre: 42 dage" in (picture.locator("desc").text_content() or "")
    axe(page)
    page.set_viewport_size({"width": 360, "height": 800})
    rows = table.locator("th[scope=row]").count()
    assert rows > 25
    assert table.get_by_role("cell").count() == 2 * rows, "a table for a screen reader on a phone, too"
    page.locator("#om-complaint").scroll_into_view_if_needed()
    screenshot(page, "compare-two")


def test_with_many_municipalities_the_table_scrolls_in_its_own_frame(page: Page) -> None:
    again = "".join(f"&k={each.key}/{slug(each.version)}" for each in STANDARDS)
    opened(page, f"/sammenlign/?k=alle{again}")
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    place = "document.querySelector('.compare tbody th[scope=row]').getBoundingClientRect().left"
    before = page.evaluate(place)
    page.evaluate("document.querySelector('.compare-scroll').scrollLeft = 600")
    assert page.evaluate("document.querySelector('.compare-scroll').scrollLeft") > 0
    assert page.evaluate(place) == before, "the matter stays in sight"


def test_comparing_works_without_scripts(page_without_scripts: Page) -> None:
    page = opened(page_without_scripts, "/sammenlign/?k=lejre")
    page.get_by_text("Vælg kommuner").click()
    page.locator("label", has_text="Hjørring").click()
    page.get_by_role("button", name="Sammenlign").click()
    page.get_by_role("columnheader", name="Hjørring").wait_for()
    assert page.get_by_role("columnheader").count() == 3


def test_a_page_that_does_not_exist_is_explained(page: Page) -> None:
    opened(page, "/findes-ikke/")
    assert page.get_by_role("heading", name="Siden findes ikke").is_visible()
    axe(page, status=404, scripts=False)
    screenshot(page, "not-found")


ERRORS = {"400": 400, "403": 403, "413": 413, "429": 429, "500": 500, "503": 503, "csrf": 403}


@pytest.mark.parametrize(("name", "status"), ERRORS.items())
def test_every_error_page_is_whole_and_accessible(page: Page, name: str, status: int) -> None:
    """The page the product makes, among the product's own style sheets; that each is answered: tests/operations."""
    made = errors._answer(name, status)
    page.route("**/proeve/", lambda route: route.fulfill(status=status, body=made.content, content_type="text/html"))
    opened(page, "/proeve/")
    assert page.get_by_role("heading", level=1).is_visible()
    axe(page, status=status, scripts=False)
    screenshot(page, f"error-{name}")


def test_the_keyboard_reaches_the_content_first(page: Page) -> None:
    opened(page, "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skipnav"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_the_public_pages_work_without_scripts(page_without_scripts: Page) -> None:
    page = opened(page_without_scripts, "/")
    page.get_by_role("link", name="Sammenlign kommunerne").click()
    page.get_by_role("columnheader").get_by_role("link", name="Ballerup").click()
    page.get_by_role("heading", name="Hvad lover Ballerup Kommune?").wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="What does Ballerup promise?").wait_for()
