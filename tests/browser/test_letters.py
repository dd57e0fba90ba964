"""A letter on screen in a real browser: as staff and as the citizen, with the form that registers its delivery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django import Settings

from ophold.record.cases.choices import LettersTo, PartyRole
from ophold.record.cases.models import Case
from ophold.record.letters import sending
from ophold.record.letters.models import Dispatch
from ophold.record.people.models import Account
from tests import people
from tests.browser.conftest import axe, opened, screenshot
from tests.letters.test_issue import LETTER, issued, party
from tests.letters.test_sending import noon

Be = Callable[[Page, Account], None]
LONG = replace(
    LETTER,
    title="Du får et midlertidigt botilbud, men ikke støtte om natten, og " + "Overlægeerklæring" * 12,
    reasons=("Vi lægger vægt på, at " + "du har brug for støtte til at komme i gang med dagen. " * 12,) * 3,
)


@pytest.fixture(autouse=True)
def _a_postbox_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def case_with(letter: object = LETTER, *, digital: bool = True) -> Case:
    """Erik's case with a letter to him and to his guardian, both handed over."""
    case = people.a_case(citizen=people.a_citizen(digital_post=digital))
    party(case, PartyRole.GUARDIAN, LettersTo.BESIDE)
    issued(case, people.anna(), letter if isinstance(letter, type(LETTER)) else LETTER)
    sending.sweep(now=noon)
    return case


@pytest.mark.parametrize(("name", "letter"), [("letter", LETTER), ("letter-long", LONG)])
def test_staff_reads_a_letter(page: Page, be: Be, name: str, letter: object) -> None:
    case = case_with(letter)
    be(page, people.anna())
    opened(page, f"/sag/{case.reference}/brev/1/")
    axe(page)
    screenshot(page, name)


def test_the_citizen_reads_a_letter(page: Page, be: Be) -> None:
    case = case_with()
    be(page, people.erik())
    opened(page, f"/min-sag/{case.reference}/brev/1/")
    axe(page)
    screenshot(page, "my-letter")


def test_staff_registers_a_delivery(page: Page, be: Be) -> None:
    case = case_with(digital=False)
    copy = Dispatch.objects.filter(letter__case=case).latest("pk")
    be(page, people.anna())
    opened(page, f"/sag/{case.reference}/brev/1/registrer-levering/{copy.pk}/")
    axe(page)
    screenshot(page, "register-delivery")
    page.get_by_role("button", name="Registrer levering").click()
    page.wait_for_load_state("load")
    axe(page)
    screenshot(page, "register-delivery-errors")
    page.get_by_label("Afleveret til posten").check()
    page.get_by_label("Hvor ved du det fra?").fill("Postlisten")
    page.get_by_role("button", name="Registrer levering").click()
    page.wait_for_load_state("load")
    copy.refresh_from_db()
    assert copy.delivered_on == people.TODAY
