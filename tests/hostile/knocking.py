"""Requests as a hostile stranger, or a hostile colleague, would send them; every address, every role."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.test import RequestFactory
from django.test.client import ClientHandler
from django.urls import reverse
from django_scopes import scope

from ophold.journey.intake.steps import STEPS
from ophold.record.people.models import Account
from ophold.site.access_table import ROUTES, routes
from tests.hostile import inputs
from tests.hostile.world import World
from tests.journeys.sheets import Form, Sheet
from tests.people import TODAY, Browser, signed_in

ADDRESSES = dict(routes())
FORMS = sorted(name for name, row in ROUTES.items() if row.act)
PLACES = re.compile(r"<(?:(\w+):)?(\w+)>")
USUAL: dict[str, tuple[object, ...]] = {
    "key": ("ballerup", "hjoerring"),
    "version": ("udateret-1", "undated-1", "2022-06-22"),
    "provision": ("B16", "H2"),
    "step": tuple(step.slug for step in STEPS),
    "address": ("stk-2-nr-1", "stk-2-nr-2", "stk-1"),
    "number": (1, 1, 1, 2),
}
BOUND = {
    "version": ("udateret-1", "2022-06-22", "2099-01-01"),
    "oldversion": ("undated-1", "undated-99"),
    "path": ("standard.pdf", "B1/"),
}
BOUND |= {"provision": ("B16", "I1", "L12", "H6", "Z99")}
HEADERS: dict[str, tuple[str, ...]] = {
    "HTTP_HX_REQUEST": ("true",),
    "HTTP_REFERER": ("http://example.org/", "%", "//"),
    "HTTP_ACCEPT_LANGUAGE": ("en;q=NaN", "da" * 900, "*"),
    "HTTP_HOST": ("example.org", "[::1", "a b", "127.0.0.1:99999"),
    "HTTP_COOKIE": ("ophold=\xff; django_language=../../x", "ophold=" + "x" * 3000, "=;;;", "csrftoken=%ff"),
    "HTTP_X_FORWARDED_FOR": ("' OR 1=1", "::" * 900),
    "HTTP_IF_MODIFIED_SINCE": ("Mon, 99 Foo 99999 99:99:99 GMT",),
    "HTTP_RANGE": ("bytes=9-1,-",),
}
MENU = (reverse("set-language"), reverse("sign-out"))  # on every page
METHODS = ("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "BREW")


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """One request, told so that it can be sent again."""

    who: str
    method: str
    path: str
    query: str = ""
    body: bytes = b""
    sent_as: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        told = self.body[:1500]
        return (
            f"{self.who}: {self.method} {self.path[:300]!a}?{self.query[:300]} {self.sent_as!a} {self.headers} {told!r}"
        )


class Sender(RequestFactory):
    """Like the test client, but it asks nothing about the address itself and lets the site answer exceptions."""

    site = ClientHandler(enforce_csrf_checks=False)  # one: its middleware is put together once

    def request(self, **request: Any) -> Any:
        return self.site(self._base_environ(**request))  # type: ignore[attr-defined]


class Visitor:
    """Somebody who never changes, whatever the site says to them: their cookies are put back before every knock."""

    def __init__(self, account: Account | None) -> None:
        self.account = account
        self.name = account.username if account else "nobody"
        self.role = (account.role or "citizen") if account else ""
        browser = signed_in(account) if account else Browser()
        kept = browser.cookies.get(settings.SESSION_COOKIE_NAME)
        self.token = kept.value if kept else ""

    def send(self, knock: Knock) -> Any:
        """The answer; an exception in the site is an answer of 500."""
        extra: dict[str, Any] = {"PATH_INFO": knock.path, "QUERY_STRING": knock.query}
        if self.token:
            extra["HTTP_COOKIE"] = f"{settings.SESSION_COOKIE_NAME}={self.token}"
        with scope():
            return Sender().generic(
                knock.method, "/", knock.body, knock.sent_as or "text/html", **extra | knock.headers
            )


class Hand:
    """Thinks of knocks. The same seed and the same world give the same ones."""

    def __init__(self, world: World, seed: int) -> None:
        self.by = random.Random(seed)
        self.world = world
        self.visitors = [Visitor(account) for account in world.accounts]
        self.deck: list[str] = []

    def _next(self) -> str:
        """Every address in turn, in an order of chance: none is left out of a round by it."""
        if not self.deck:
            self.deck = self.by.sample(sorted(ADDRESSES), len(ADDRESSES))
        return self.deck.pop()

    def opening(self) -> tuple[Visitor, Knock]:
        """Somebody opens a page; mostly one that is for them, mostly as it should be."""
        name = self.by.choice(FORMS) if self.by.random() < 0.4 else self._next()
        opens = ROUTES[name].opens
        fit = [each for each in self.visitors if not opens or each.role in opens]
        visitor = self.by.choice(fit if self.by.random() < 0.85 else self.visitors)
        asked = inputs.query(self.by) if self.by.random() < 0.4 else ""
        method = self.by.choice(METHODS) if self.by.random() < 0.03 else "GET"
        return visitor, Knock(
            who=visitor.name, method=method, path=self._path(name), query=asked, headers=self._headers()
        )

    def sending(self, visitor: Visitor, opened: Knock, html: str) -> Knock:
        """What they then send: one of the page's forms with something wrong in it, or a form that is not there."""
        forms = [form for form in Sheet(html, opened.path).forms if form.method == "post"] if html else []
        own = [form for form in forms if form.action not in MENU] if self.by.random() < 0.97 else forms
        form = self.by.choice(own) if own else Form(opened.path, "post")
        day = self.by.choice(
            [
                (TODAY.day, 3, 2026),
                (TODAY.day, 3, 2026),
                (TODAY.day, 3, 2026),
                (20, 3, 2026),
                (2, 9, 2026),
                (27, 2, 2026),
            ]
        )
        fields = inputs.spoiled(inputs.filled(form, self.by, day), self.by)
        body, sent_as = inputs.body(fields, self.by)
        path, _, query = (form.action or opened.path).partition("?")
        if not path.startswith("/"):
            path = opened.path
        if self.by.random() < 0.04:
            body = b"&".join([body, *(b"f=1",) * 400])
        return Knock(
            who=visitor.name, method="POST", path=path, query=query, body=body, sent_as=sent_as, headers=self._headers()
        )

    def for_an_act(self) -> tuple[Visitor, Knock]:
        """Somebody who may opens the page of an act, as it should be."""
        name = self.by.choice(FORMS)
        fit = [each for each in self.visitors[:5] if each.role in ROUTES[name].opens]  # those who have the cases
        visitor = self.by.choice(fit or self.visitors)
        return visitor, Knock(who=visitor.name, method="GET", path=self._path(name, wild=0.0))

    def doing(self, visitor: Visitor, opened: Knock, html: str) -> Knock | None:
        """The act's own form filled as it is meant, and then touched; nothing when the page has none."""
        forms = [form for form in Sheet(html, opened.path).forms if "act_key" in form.names]
        if not forms:
            return None
        form = self.by.choice(forms)
        body, sent_as = inputs.plain_body(inputs.touched(inputs.meant(form, self.by), self.by))
        path, _, query = (form.action or opened.path).partition("?")
        return Knock(who=visitor.name, method="POST", path=path, query=query, body=body, sent_as=sent_as)

    def _headers(self) -> dict[str, str]:
        if self.by.random() < 0.94:
            return {}
        name = self.by.choice(sorted(HEADERS))
        return {name: self.by.choice(HEADERS[name])}

    def _path(self, name: str, wild: float = 0.2) -> str:
        usual = USUAL | {"reference": self.world.references, "copy": self.world.copies, "party": self.world.parties}
        strangely = self.by.random() < wild

        def part(place: re.Match[str]) -> str:
            kind, word = place.groups()
            strange = inputs.INTEGERS if kind == "int" else inputs.SLUGS
            as_usual = BOUND.get(kind) or usual.get(word, strange)
            return str(self.by.choice(strange if strangely and self.by.random() < 0.5 else as_usual))

        path = PLACES.sub(part, ADDRESSES[name])  # also one the site never gives: it must know what to do
        if wild and self.by.random() < 0.03:
            raw = inputs.word(self.by)[:500].encode("utf-8", "surrogatepass").decode("latin-1")
            cut = self.by.randrange(len(path))
            path = "/" + (path[:cut] + raw + path[cut:])[1:]
        return path
