"""A person at a browser: opens a page, fills in the form it shows, presses its button.

Nothing is posted that the page did not draw: hidden fields go along as they were, `act_key` too. With `twice` every
form is sent twice, as by a double click; the second answer must be the first one's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from ophold.law import wording
from ophold.record import clock
from ophold.record.people.models import Account
from tests.journeys.sheets import Answer, Form, Sheet, errors, squeezed
from tests.people import Browser, signed_in


@dataclass(frozen=True, slots=True)
class Page:
    """What came back, and where from."""

    address: str
    status: int
    html: str
    sheet: Sheet

    @property
    def text(self) -> str:
        """Every word on it."""
        return self.sheet.text

    @property
    def errors(self) -> list[str]:
        """What its error summary says."""
        return list(errors(self.html))

    def says(self, *words: str | date) -> None:
        """It shows these words, and these days as Danes write them."""
        for each in words:
            wanted = squeezed(wording.day(each) if isinstance(each, date) else each)
            assert wanted in self.text, f"{self.address} does not say {wanted!r}. It says:\n{self.text}"

    def hides(self, *words: str | date) -> None:
        """It shows none of these."""
        for each in words:
            unwanted = squeezed(wording.day(each) if isinstance(each, date) else each)
            assert unwanted not in self.text, f"{self.address} says {unwanted!r}:\n{self.text}"

    def form(self, *names: str, action: str = "") -> Form:
        """The form that asks these, or is sent to an address that ends so."""
        asked = {name for name in names if name in self._every() or f"{name}_0" in self._every()}
        for form in self.sheet.forms:
            has = asked and all(name in form.names or f"{name}_0" in form.names for name in names)
            if form.method == "post" and (form.action.rstrip("/").endswith(action.rstrip("/")) if action else has):
                return form
        raise AssertionError(f"{self.address} has no form with {names} {action}. It says:\n{self.text}")

    def _every(self) -> set[str]:
        return set().union(*(form.names for form in self.sheet.forms))


class Person:
    """Somebody, signed in (or nobody), with a browser of their own."""

    def __init__(self, account: Account | None, *, twice: bool = False) -> None:
        self.account = account
        self.twice = twice
        self._browser, self._since = Browser(), date.min

    @property
    def browser(self) -> Browser:
        """Their browser; on a new day they sign in again, as a session lasts a working day."""
        if self.account is not None and self._since != clock.today():
            self._browser, self._since = signed_in(self.account), clock.today()
        return self._browser

    def open(self, name: str, *parts: object, **query: str) -> Page:
        """A page by its name."""
        return self.get(reverse(name, args=parts), **query)

    def get(self, address: str, **query: str) -> Page:
        """A page by its address."""
        page = _page(self.browser.get(address, query, follow=True), address)
        assert page.status == 200, f"{address} was answered {page.status}"
        return page

    def fill(self, name: str, /, *parts: object, **answers: Answer) -> Page:
        """Open a page, fill in the form that asks this, send it."""
        return self.send(self.open(name, *parts), **answers)

    def send(self, page: Page, button: str = "", /, **answers: Answer) -> Page:
        """Fill in the form that asks this, and send it, by one of its buttons where it has several."""
        form = page.form(*answers, *((button.partition("=")[0],) if button else ()))
        pressed = form.pressed(button)
        assert bool(pressed) == bool(button), f"{page.address} has no button {button!r}"
        return self.post(form.action, form.filled(answers) | pressed)

    def press(self, page: Page, action: str, /, **answers: Answer) -> Page:
        """Send the form that leads to an address; usually a button with nothing to fill in."""
        form = page.form(action=action)
        return self.post(form.action, form.filled(answers))

    def post(self, address: str, sent: Mapping[str, Any]) -> Page:
        """Send exactly this."""
        first = _page(self.browser.post(address, sent, follow=True), address)
        if self.twice and not first.errors:
            again = _page(self.browser.post(address, sent, follow=True), address)
            assert (again.status, again.errors) == (first.status, first.errors), f"{address}: {again.errors}"
        return first

    def status(self, name: str, *parts: object, post: bool = False) -> int:
        """How a page answers, without following it anywhere."""
        ask = self.browser.post if post else self.browser.get
        return int(ask(reverse(name, args=parts)).status_code)


def _page(response: Any, asked: str) -> Page:
    chain = getattr(response, "redirect_chain", [])
    address = chain[-1][0] if chain else asked
    html = response.content.decode() if response.get("Content-Type", "").startswith("text/html") else ""
    return Page(address, response.status_code, html, Sheet(html, address))
