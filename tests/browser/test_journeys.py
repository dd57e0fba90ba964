"""A whole case in a real browser, from application to complaint: with scripts and without, by people who take turns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from django_scopes import scopes_disabled
from playwright.sync_api import Page
from pytest_django import Settings

from ophold.journey.assessment.choices import ADDRESSES, Limb
from ophold.record import clock
from ophold.record.cases.models import Case
from ophold.record.letters import sending
from ophold.record.people.models import Account
from tests import people
from tests.browser.conftest import axe, opened, screenshot

Be = Callable[[Page, Account], None]
Answers = Mapping[str, str | date]
APPLICATION: tuple[Answers, ...] = (
    {"address": "Kvistvej 4\n9999 Prøveby"},
    {"items": "stay", "need": "Jeg kan ikke overskue hverdagen alene."},
    {"lives_here": "yes", "home": "own"},
    {"consent": "yes", "asked_of": "doctor"},
    {"place": "Tæt på min mor."},
    {},  # no papers
)
REFUSAL: Answers = {
    "outcome": "refusal",
    "applied_for": "Midlertidigt ophold",
    "reasons": "Støtte i eget hjem er nok.",
    "considerations": "Det griber mindre ind.",
    "facts": "Samtale den 2. marts 2026",
    "rules": "Serviceloven § 107, stk. 1 og 2",
    "duty": "yes",
}


@dataclass(slots=True)
class Somebody:
    """One of the two who take turns at the browser."""

    page: Page
    be: Be
    account: Account
    scripts: bool

    def at(self, name: str, *parts: object) -> None:
        """Sign in and open a page; it is whole, and axe finds nothing."""
        self.be(self.page, self.account)
        opened(self.page, reverse(name, args=parts))
        if self.scripts:
            axe(self.page)

    def fill(self, answers: Answers) -> None:
        """Answer the form by its fields' names, as far as the page asks for them."""
        for name, value in answers.items():
            if not self.page.locator(f"[name={name}], [name={name}_0]").count():
                continue
            if isinstance(value, date):
                for box, part in enumerate((value.day, value.month, value.year)):
                    self.page.fill(f"[name={name}_{box}]", str(part))
            elif self.page.locator(f"[name={name}]").first.get_attribute("type") in ("radio", "checkbox"):
                self.page.check(f"[name={name}][value={value}]")
            else:
                self.page.fill(f"[name={name}]", value)

    def press(self, button: str) -> None:
        """Press a button and wait for the next page; it must not be the same form with an error."""
        self.page.get_by_role("button", name=button, exact=True).click()
        self.page.wait_for_load_state("load")
        errors = self.page.locator("[data-module=error-summary]")
        assert errors.count() == 0, errors.inner_text()


def whole_case(page: Page, be: Be, worker: Account, key: str, *, scripts: bool) -> None:
    """Erik applies; the caseworker hears and refuses; he reads the letter and complains."""
    citizen, caseworker = (Somebody(page, be, who, scripts) for who in (people.erik(), worker))
    reference = application(citizen, key)
    judged(caseworker, reference)
    heard(caseworker, citizen, reference)
    caseworker.at("decide", reference)
    caseworker.fill(REFUSAL)
    caseworker.press("Vis brevet")
    assert page.get_by_text("Støtte i eget hjem er nok.").first.is_visible()
    caseworker.press("Træf afgørelse og send brevet")
    with scopes_disabled():
        assert sending.sweep(now=clock.now) >= 2  # the receipt's, the draft's or the decision's copies
    complained(citizen, reference)


def application(citizen: Somebody, key: str) -> str:
    """Every page of the application, and the receipt."""
    citizen.at("apply-begin", key)
    for answers in APPLICATION:
        citizen.fill(answers)
        citizen.press("Gem og gå videre")
    citizen.press("Send ansøgningen")
    assert citizen.page.get_by_role("heading", name="Vi har modtaget din ansøgning").is_visible()
    with scopes_disabled():
        return Case.objects.latest("pk").reference


def judged(caseworker: Somebody, reference: str) -> None:
    """She finds the case in the list nobody has taken, takes it, and judges the three limbs."""
    caseworker.at("work-list")
    caseworker.page.get_by_role("link", name="Ikke fordelt").click()
    caseworker.page.get_by_role("link", name="Erik Eriksen").click()
    caseworker.press("Tag sagen")
    for limb in Limb:
        caseworker.at("assess-limb", reference, ADDRESSES[limb])
        said: Answers = {"reason": "Støtte hjemme er nok.", "source": "Samtale", "source_on": people.TODAY}
        caseworker.fill({"outcome": "not_met", **said})
        caseworker.press("Gem vurderingen")


def heard(caseworker: Somebody, citizen: Somebody, reference: str) -> None:
    """The draft goes out, and Erik has nothing to say to it."""
    caseworker.at("send-hearing", reference)
    caseworker.fill({"draft": "Vi regner med at give afslag.", "adverse": "Lægens erklæring."})
    caseworker.fill({"duty": "yes", "answer_by": date(2026, 3, 16)})
    caseworker.press("Send partshøring")
    citizen.at("my-case", reference)
    assert citizen.page.get_by_text("Du skal").first.is_visible()
    citizen.at("hearing-reply", reference)
    citizen.press("Jeg har ingen bemærkninger")


def complained(citizen: Somebody, reference: str) -> None:
    """Erik reads the decision among his letters and complains in one step."""
    citizen.at("my-case", reference)
    citizen.page.get_by_role("link", name="Afgørelse: afslag").first.click()
    assert citizen.page.get_by_text("Støtte i eget hjem er nok.").first.is_visible()
    citizen.at("complain", reference)
    citizen.fill({"text": "Jeg er ikke enig."})
    citizen.press("Send klagen")
    assert citizen.page.get_by_text("mandag 30. marts 2026").first.is_visible()  # four weeks from 2 March
    if citizen.scripts:
        axe(citizen.page)
        screenshot(citizen.page, "journey-complaint-receipt")


@pytest.fixture(autouse=True)
def _letters_in_a_folder_of_their_own(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.mark.parametrize(("key", "worker"), [("ballerup", people.dorte), ("hjoerring", people.anna)])
def test_a_whole_case(page: Page, be: Be, key: str, worker: Callable[[], Account]) -> None:
    people.municipality(key)
    whole_case(page, be, worker(), key, scripts=True)


def test_a_whole_case_without_scripts(page_without_scripts: Page, be: Be) -> None:
    people.municipality("hjoerring")
    whole_case(page_without_scripts, be, people.anna(), "hjoerring", scripts=False)
