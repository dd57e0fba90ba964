"""How near is a page to what the machine can do? Requests a second of the product over those of its raw twin.

`python -m bench.pages [cases]`; the database is a demonstration with one municipality holding 42 %. Both are called
as WSGI in one process, in turn, and each figure is the median of three rounds: absolute figures drift, ratios hold.
The acts write, and both wait for the same disk; the ratio of processor time alone leaves the waiting out.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode
from uuid import uuid4

from django_scopes import scope, scopes_disabled

if TYPE_CHECKING:
    from bench.raw.ground import Database
    from ophold.record.people.models import Account, Municipality

CASES = 100_000
ROUNDS = 3
REQUESTS = 200
WARM = 20
LIVED = 50  # open cases that are asked for in turn
WHO = "dorte"  # a caseworker where 42 % of the cases lie
SECRET = "abcdefghijklmnopqrstuvwxyzABCDEF"  # noqa: S105 - the CSRF cookie of a browser that is nobody's

NOTE = {
    "held_on_0": "2",
    "held_on_1": "3",
    "held_on_2": "2026",
    "channel": "phone",
    "with_whom": "Borgeren <selv>",
    "text": "Talte om hjælp & støtte i hverdagen.",
}

WHERE = "ballerup"
WANTED = {
    "items": ["stay"],
    "need": "Hjælp til at holde styr på dagen & natten.",
    "applicant": "self",
    "lives_here": "yes",
    "address": "Engvej 4\n2750 Ballerup",
    "phone": "12 34 56 78",
}

Application = Callable[[dict[str, Any], Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A signed-in browser's requests, made as a server would make them."""

    session: str

    def post(self, address: str, **told: str) -> dict[str, Any]:
        """The environ of a POST from one of our forms."""
        body = urlencode(told | {"csrfmiddlewaretoken": SECRET}).encode()
        return self.get(address) | {
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": BytesIO(body),
        }

    def get(self, address: str) -> dict[str, Any]:
        """The environ of a GET."""
        path, _, query = address.partition("?")
        return {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": f"ophold={self.session}; csrftoken={SECRET}",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }


class Answer(NamedTuple):
    """What came back."""

    status: str
    place: str  # where it sends one on to; else empty
    body: bytes


def answer(application: Application, environ: dict[str, Any]) -> Answer:
    """The application's answer to a request."""
    said: list[tuple[str, dict[str, str]]] = []
    parts = application(environ, lambda status, headers, _exc=None: said.append((status, dict(headers))))
    body = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    status, headers = said[0]
    return Answer(status, headers.get("Location", ""), body)


def sign_in(account: Account) -> Browser:
    """A new session, as signing in makes it."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from ophold.record.people.sessions import SessionStore

    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = "ophold.record.people.passwords.PasswordBackend"
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.create()
    assert store.session_key
    return Browser(session=store.session_key)


def compare(product: Application, raw: Application, ask: Callable[[], dict[str, Any]]) -> tuple[float, ...]:
    """Requests a second of the product and of its twin, their ratio, and the same ratio of processor time alone.

    The second ratio is the harder: waiting for the disk, which both do alike, is not in it.
    """
    rounds = [(_timed(product, ask), _timed(raw, ask)) for _ in range(ROUNDS)]
    middle = statistics.median
    return (
        REQUESTS / middle(ours[0] for ours, _ in rounds),
        REQUESTS / middle(theirs[0] for _, theirs in rounds),
        middle(theirs[0] / ours[0] for ours, theirs in rounds),
        middle(theirs[1] / ours[1] for ours, theirs in rounds),
    )


def _timed(application: Application, ask: Callable[[], dict[str, Any]]) -> tuple[float, float]:
    """Seconds by the clock and of the processor; what asks is made ready before, and the first are not timed."""
    asks = [ask() for _ in range(REQUESTS + WARM)]
    for environ in asks[:WARM]:
        _asked(application, environ)
    began, worked = time.perf_counter(), time.process_time()
    for environ in asks[WARM:]:
        _asked(application, environ)
    return time.perf_counter() - began, time.process_time() - worked


def _asked(application: Application, environ: dict[str, Any]) -> None:
    answered = answer(application, environ)
    assert answered.status[0] in "23", answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Something to measure: its goal, and what asks for it next."""

    name: str
    goal: float
    twin: Application
    ask: Callable[[], dict[str, Any]]


def subjects(browser: Browser, account: Account, database: Database) -> Iterator[Subject]:
    """Each page and act, with its twin."""
    from bench.raw import case_page, note, work_list
    from bench.raw.application import twin as application_twin
    from ophold.record import clock
    from ophold.record.cases.models import Case
    from ophold.site.wsgi import application

    with scopes_disabled():
        cases = Case.objects.filter(caseworker=account, closed_on=None).order_by("pk")[:LIVED]
        turn = cycle(cases.values_list("reference", flat=True))
    address = f"{work_list.ADDRESS}?{work_list.QUERY}"
    page = answer(application, browser.get(address)).body.decode()
    twin = work_list.twin(database, page, clock.now)
    yield Subject(name="work list", goal=0.20, twin=twin, ask=lambda: browser.get(address))
    page = answer(application, browser.get(f"/sag/{next(turn)}/")).body.decode()
    twin = case_page.twin(database, page, clock.now)
    yield Subject(name="case page", goal=0.15, twin=twin, ask=lambda: browser.get(f"/sag/{next(turn)}/"))
    yield Subject(
        name="record an act",
        goal=0.15,
        twin=note.twin(database, clock.now),
        ask=lambda: browser.post(f"/sag/{next(turn)}/notat/", act_key=str(uuid4()), **NOTE),
    )

    twin = application_twin(database, clock.now)
    yield Subject(name="apply", goal=0.15, twin=twin, ask=partial(_next_to_apply, cycle(list(waiting_to_apply()))))


def _next_to_apply(waiting: Iterator[Callable[[], dict[str, Any]]]) -> dict[str, Any]:
    return next(waiting)()


def waiting_to_apply() -> Iterator[Callable[[], dict[str, Any]]]:
    """For each of enough citizens: their draft is laid down again, and they are about to send it."""
    from ophold.record.acting import acting
    from ophold.record.people import cpr
    from ophold.record.people.actions import know_citizen
    from ophold.record.people.choices import AccountKind
    from ophold.record.people.models import Account, Municipality
    from ophold.site.demo.invention import Inventor

    home, inventor = Municipality.objects.get(key=WHERE), Inventor(2 * 107)
    for number in range(REQUESTS + WARM):
        person = inventor.person(home.name)
        with acting("bench"), scope(municipality=[home.pk]):
            account, _made = Account.objects.get_or_create(
                username=f"bench-{number}",
                defaults={
                    "kind": AccountKind.CITIZEN,
                    "name": person.name,
                    "born_on": cpr.born_on(person.digits),
                    "cpr_sealed": cpr.seal_cpr(person.digits),
                    "cpr_index": cpr.index(person.digits),
                },
            )
            know_citizen(home, digits=person.digits, name=person.name, account=account, address=person.address)
        yield partial(about_to_apply, home, account, sign_in(account))


def about_to_apply(home: Municipality, account: Account, browser: Browser) -> dict[str, Any]:
    """The environ of the POST that sends a draft, which is laid down first."""
    from ophold.journey.intake.actions import save_draft
    from ophold.record import clock

    save_draft(municipality=home, told=WANTED, reached=7, by=account, at=clock.now())
    return browser.post(f"/ansoeg/{home.key}/opsummering/", act_key=str(uuid4()))


def measure() -> int:
    """Print the ratio of every page; 1 when one is below its goal."""
    from django.db import connection

    from bench.raw.ground import Database
    from ophold.record.people.models import Account
    from ophold.site.wsgi import application

    account = Account.objects.get(username=WHO)
    beside = connection.copy()
    beside.connect()
    reached = [
        _told(subject, *compare(application, subject.twin, subject.ask))
        for subject in subjects(sign_in(account), account, Database(beside.connection))
    ]
    return 0 if all(reached) else 1


def _told(subject: Subject, product: float, raw: float, reached: float, worked: float) -> bool:
    print(f"{subject.name}: product {product:.0f}/s, raw {raw:.0f}/s, ratio {reached:.2f}", end=" ")
    print(f"(goal {subject.goal:.2f}); processor time alone {worked:.2f}", flush=True)
    return reached >= subject.goal


def main() -> int:
    """Build the database unless OPHOLD_VAR has one already, then measure."""
    os.environ |= {"OPHOLD_DEMO": "1", "DJANGO_SETTINGS_MODULE": "ophold.site.settings"}
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory(prefix="ophold-bench-") as folder:
        os.environ.setdefault("OPHOLD_VAR", folder)
        _set_up(cases)
        return measure()


def _set_up(cases: int) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    from django.conf import settings

    Path(settings.VAR).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    call_command("municipalities", verbosity=0)
    call_command("demo", "--if-empty", "--cases", str(cases))


if __name__ == "__main__":
    sys.exit(main())
