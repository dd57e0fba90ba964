"""A policy officer writes, closes the browser, comes back, checks, compares and adopts; then everybody sees it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from ophold.record.cases.standards import standard_in_force
from ophold.record.people.models import Account
from ophold.record.standards.models import Draft, Section
from tests import people
from tests.browser.conftest import axe, opened
from tests.intake.examples import apply_to
from tests.standards.writing import a_draft, home, niels, signe

Be = Callable[[Page, Account], None]
WHOLE = re.compile(r"^Gemt 2\. marts 2026 kl\. \d\d\.\d\d\.$")
DAYS = {"adopted_on_0": "2", "adopted_on_1": "3", "adopted_on_2": "2026",
        "valid_from_0": "2", "valid_from_1": "3", "valid_from_2": "2026"}  # fmt: skip


def _section(draft: Draft, name: str = "response_deadline") -> str:
    return reverse("draft-section", args=[draft.pk, name])


def _eight_weeks(page: Page) -> None:
    page.get_by_label("fastsat", exact=True).check()
    page.get_by_label("Tal", exact=True).first.fill("8")
    page.get_by_label("Enhed").first.select_option("weeks")
    page.get_by_label("modtagelsen af ansøgningen", exact=True).check()
    page.locator("input[name=provisions][value=I1]").check()


def _adopt(page: Page, draft: Draft) -> None:
    opened(page, reverse("adopt-draft", args=[draft.pk]))
    page.get_by_label("Hvem har vedtaget den?").fill("Byrådet")
    for name, value in DAYS.items():
        page.locator(f"[name={name}]").fill(value)
    for reason in page.locator("textarea[name^=reason]").all():
        reason.fill("Byrådet vil prøve det.")
    page.get_by_role("button", name="Skriv vedtagelsen ind").click()
    page.get_by_role("heading", name="Udgaver").wait_for()
    assert page.get_by_role("link", name="2026-03-02").is_visible()


def _everybody_sees_it(page: Page) -> None:
    opened(page, "/standarder/ishoej/")
    assert page.get_by_text("8 uger").first.is_visible()
    assert page.url.endswith("/2026-03-02/")
    case = apply_to("ishoej")
    assert case.standard_version == "2026-03-02"


def test_what_is_typed_is_kept_when_the_browser_is_closed_and_the_standard_is_adopted(
    page: Page, chromium: Browser, server: str, be: Be
) -> None:
    draft = a_draft()
    be(page, niels())
    opened(page, _section(draft))
    _eight_weeks(page)
    page.locator("#save-state").get_by_text(WHOLE).wait_for()
    for name in ("note-da", "note-en"):
        page.locator(f"textarea[name={name}]").fill("")
    page.locator("textarea[name=note-da]").press_sequentially("Fristen er sat ned")
    page.locator("#save-state").get_by_text("Noget mangler").wait_for()  # while the box still has the keyboard
    cookies = page.context.cookies()
    page.context.close()

    context = chromium.new_context(base_url=server, locale="da-DK")
    context.add_cookies(cookies)  # type: ignore[arg-type] # what it gave, it takes
    again = context.new_page()
    again.goto(_section(draft))
    assert again.locator("textarea[name=note-da]").input_value() == "Fristen er sat ned"
    again.locator("textarea[name=note-en]").fill("The deadline was lowered")
    again.get_by_role("button", name="Gem", exact=True).click()
    again.locator("#save-state").get_by_text(WHOLE).wait_for()
    again.goto(reverse("draft-difference", args=[draft.pk]))
    assert again.locator("ins", has_text="8 uger").is_visible()
    again.goto(reverse("draft-check", args=[draft.pk]))
    assert again.get_by_role("heading", name="Mangler").is_visible()
    again.goto("/")
    _adopt(again, draft)
    _everybody_sees_it(again)
    context.close()


def test_the_same_works_without_scripts(page_without_scripts: Page, be: Be) -> None:
    page, draft = page_without_scripts, a_draft()
    be(page, niels())
    opened(page, _section(draft))
    assert not page.get_by_text("gemmes af sig selv").is_visible()
    _eight_weeks(page)
    page.get_by_role("button", name="Tjek").click()
    page.locator("#save-state").get_by_text(WHOLE).wait_for()
    assert page.get_by_text("Tjekket fandt ikke noget her.").is_visible()
    _adopt(page, draft)
    _everybody_sees_it(page)
    assert standard_in_force(home(), people.TODAY).version == "2026-03-02"


def test_a_colleague_who_saved_first_is_told_while_one_writes_and_both_texts_are_shown(page: Page, be: Be) -> None:
    draft = a_draft()
    be(page, signe())
    opened(page, _section(draft))
    colleague = people.signed_in(niels())
    colleague.post(_section(draft), {"state": "silent", "revision": "0", "window": "w"})
    _eight_weeks(page)
    page.locator("#save-state").get_by_text("lagt til side").wait_for()
    page.reload()
    assert page.get_by_text("To har skrevet i afsnittet").is_visible()
    axe(page)
    assert page.get_by_label("Tal", exact=True).first.input_value() == "8"
    page.get_by_role("button", name="Gem min tekst").click()
    page.locator("#save-state").get_by_text("Gemt").wait_for()
    assert Section.objects.get(draft=draft, name="response_deadline").saved_by == signe()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_section_is_written_by_keyboard_alone(page: Page, be: Be, width: int) -> None:
    draft = a_draft()
    page.set_viewport_size({"width": width, "height": 800})
    be(page, niels())
    opened(page, _section(draft, "no_vacancy"))
    page.locator("input[name=state][value=silent]").focus()
    page.keyboard.press("ArrowUp")  # fixed
    page.locator("#save-state").get_by_text("Noget mangler").wait_for()
    assert page.evaluate("document.activeElement.name") == "state"  # a save takes the keyboard from nobody
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "value-interim_solution"
    page.keyboard.press("Space")
    for _step in range(12):  # past what else there is to say about it
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "provisions":
            break
    page.keyboard.press("Space")
    page.locator("#save-state").get_by_text(WHOLE).wait_for()
    assert Section.objects.get(draft=draft, name="no_vacancy").is_whole
