"""States of the decision's pages that no address leads to: the letter shown, two texts side by side, a refusal."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from ophold.journey.assessment.actions import LimbWords, record_limb
from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.choices import Outcome as Found
from ophold.record.people.models import Account
from tests import people
from tests.browser.conftest import axe, opened, screenshot
from tests.decisions import ready

Be = Callable[[Page, Account], None]


def test_the_letter_is_shown_with_what_is_missing_beside_it(page: Page, be: Be) -> None:
    case = ready.met()
    be(page, people.anna())
    opened(page, f"/sag/{case.reference}/afgoerelse/")
    page.get_by_label("Delvist afslag", exact=True).check()
    page.get_by_label("Hvad får borgeren?").fill("Et midlertidigt ophold med støtte om dagen.")
    page.get_by_label("Begrundelse").fill(
        "Du har brug for omfattende hjælp.\n\nVi har læst udredningen, og vi har talt med dig og din mor, og på den "
        "baggrund er det vores vurdering, at du om natten kan klare dig uden at der er personale til stede."
    )
    page.get_by_role("button", name="Vis brevet", exact=True).click()
    page.wait_for_load_state("load")
    axe(page)
    screenshot(page, "decide-letter")
    page.get_by_role("button", name="Træf afgørelse og send brevet").click()
    page.wait_for_load_state("load")
    axe(page)
    screenshot(page, "decide-missing")
    assert page.get_by_label("Hvad får borgeren?").input_value() == "Et midlertidigt ophold med støtte om dagen."


def test_two_texts_about_one_limb_stand_side_by_side(page: Page, be: Be) -> None:
    case = ready.a_case()
    be(page, people.anna())
    opened(page, f"/sag/{case.reference}/vurdering/")
    page.get_by_label("Opfyldt", exact=True).check()
    page.get_by_label("Hvorfor?").fill("Annas grund")
    page.get_by_label("Hvor ved du det fra?").fill("Samtale")
    words = LimbWords(
        limb=next(iter(Limb)), outcome=Found.NOT_MET, reason="Bos grund", source="Brev", source_on=people.TODAY
    )
    record_limb(case, words=words, based_on=0, by=people.bo(), at=people.NOON, act_key="bo")
    page.get_by_role("button", name="Gem vurderingen").click()
    page.wait_for_load_state("load")
    assert "Bos grund" in page.inner_text("main")
    axe(page)
    screenshot(page, "assess-two-texts")


def test_a_hearing_elsewhere_than_in_ballerup_asks_statutes_question(page: Page, be: Be) -> None:
    case = ready.not_met()
    be(page, people.anna())
    for name, path in (("send-hearing-chosen", "partshoering"), ("exempt-hearing-grounds", "undtagelse")):
        opened(page, f"/sag/{case.reference}/{path}/")
        axe(page)
        page.locator("main form button[type=submit]").last.click()
        page.wait_for_load_state("load")
        axe(page)
        screenshot(page, name)
