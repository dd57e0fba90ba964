"""What the script does: parts of a page change in place, a failure is shown, and typed words survive a lost session."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from ophold.record import clock
from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case
from ophold.record.people.models import Account, Session
from tests import people
from tests.browser.conftest import axe, opened, screenshot

Be = Callable[[Page, Account], None]


@pytest.fixture
def case(page: Page, be: Be) -> Case:
    """A case of Anna's, who has signed in."""
    anna = people.anna()
    case = people.a_case(caseworker=anna)
    be(page, anna)
    return case


def test_a_filter_changes_the_timeline_in_place_keeps_focus_and_says_so(page: Page, case: Case) -> None:
    opened(page, reverse("case", args=[case.reference]))
    page.evaluate("window.stillHere = true")
    page.locator("#kind-samtaler").click()
    expect(page.get_by_text("Her er ikke sket noget af den slags endnu.")).to_be_visible()
    assert page.evaluate("window.stillHere") is True
    assert page.evaluate("document.activeElement.id") == "kind-samtaler"
    assert page.url.endswith("?slags=samtaler")
    expect(page.locator("#announcer")).to_have_text("Listen over, hvad der er sket, er opdateret.")
    assert page.evaluate("localStorage.length") == 0
    axe(page)


def test_a_failed_request_is_shown_and_announced(page: Page, case: Case) -> None:
    opened(page, reverse("case", args=[case.reference]))
    page.route("**/sag/**", lambda route: route.abort())
    page.locator("#kind-samtaler").click()
    expect(page.locator("#request-failed")).to_be_visible()
    assert page.locator("#request-failed").get_attribute("role") == "alert"


def test_a_part_that_asks_for_sign_in_sends_the_whole_page_there(page: Page, case: Case) -> None:
    opened(page, reverse("case", args=[case.reference]))
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.locator("#kind-samtaler").click()
    page.wait_for_url(re.compile(r"/log-ind/\?next="))


def test_what_was_typed_survives_a_lost_session(page: Page, case: Case) -> None:
    opened(page, reverse("note", args=[case.reference]))
    page.get_by_label("Hvad blev sagt?").fill("Hun vil gerne flytte i maj.")
    page.get_by_label("Telefon").check()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.locator("main form button[type=submit]").click()
    page.get_by_role("button", name="Anna Andersen").click()
    expect(page.get_by_label("Hvad blev sagt?")).to_have_value("Hun vil gerne flytte i maj.")
    expect(page.get_by_label("Telefon")).to_be_checked()
    expect(page.locator("#typed-again")).to_be_visible()
    axe(page)
    assert page.evaluate("sessionStorage.length") == 0


def test_nothing_typed_is_left_in_the_tab_once_it_is_saved(page: Page, case: Case) -> None:
    opened(page, reverse("note", args=[case.reference]))
    page.get_by_label("Hvad blev sagt?").fill("Hun vil gerne flytte i maj.")
    page.get_by_label("Med hvem?").fill("Erik")
    page.get_by_label("Telefon").check()
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(f"**{reverse('case', args=[case.reference])}")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_session_about_to_end_says_so_and_is_prolonged_without_losing_a_word(page: Page, case: Case) -> None:
    page.clock.install(time=clock.now())  # the browser's clock shows the server's day
    opened(page, reverse("note", args=[case.reference]))
    expect(page.locator("#session-ends")).to_be_hidden()
    with people.set_up():
        Session.objects.update(ends_at=clock.now() + timedelta(minutes=8))
    opened(page, reverse("note", args=[case.reference]))
    expect(page.locator("#session-ends")).to_be_visible()
    axe(page)
    screenshot(page, "session-ends")
    page.get_by_label("Hvad blev sagt?").fill("Hun vil gerne flytte i maj.")
    page.get_by_role("button", name="Bliv logget ind").click()
    expect(page.locator("#session-ends")).to_be_hidden()
    expect(page.get_by_label("Hvad blev sagt?")).to_have_value("Hun vil gerne flytte i maj.")
    assert Session.objects.get().ends_at > clock.now() + timedelta(hours=7)


def test_a_session_that_cannot_be_prolonged_is_said_to_end(page: Page, case: Case) -> None:
    page.clock.install(time=clock.now())
    with people.set_up():
        row = Session.objects.get()
        began = int((clock.now() - timedelta(hours=11, minutes=55)).timestamp())
        row.contents = json.dumps(json.loads(row.contents) | {"began": began})
        row.ends_at = clock.now() + timedelta(minutes=5)
        row.save()
    opened(page, reverse("note", args=[case.reference]))
    page.get_by_role("button", name="Bliv logget ind").click()
    expect(page.get_by_role("button", name="Bliv logget ind")).to_be_hidden()
    expect(page.locator("#session-ends")).to_be_visible()


def test_what_is_typed_keeps_itself_and_says_so_and_is_there_in_another_browser(
    page: Page, case: Case, be: Be, chromium: Browser, server: str
) -> None:
    with people.set_up():
        Case.objects.update(state=CaseState.ASSESSING)
    address = reverse("theme", args=[case.reference, "egenomsorg"])
    opened(page, address)
    page.get_by_label("Hvordan ser du det?").fill("Han spiser, når nogen minder ham om det.")
    expect(page.locator("#kept")).to_contain_text("Kladde gemt")
    with page.expect_response(lambda answer: answer.url.endswith("/kladde/")):
        page.get_by_role("group", name="Spise").get_by_label("2 · Moderat nedsat funktionsevne").check()
    elsewhere = chromium.new_page(base_url=server)
    be(elsewhere, people.anna())
    elsewhere.goto(address)
    expect(elsewhere.get_by_label("Hvordan ser du det?")).to_have_value("Han spiser, når nogen minder ham om det.")
    spoken = elsewhere.get_by_role("group", name="Spise").get_by_label("2 · Moderat nedsat funktionsevne")
    expect(spoken).to_be_checked()
    elsewhere.get_by_role("button", name="Gem og gå til næste").click()
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text("Samfundsliv")
    elsewhere.close()
