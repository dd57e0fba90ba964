"""How near is a page to what the machine can do? Requests a second of the product over those of its raw twin.

`python -m bench.pages [cases]`; the database is a demonstration with one municipality holding 42 %. Both are called
as WSGI in one process, in turn, and each figure is the median of three rounds: absolute figures drift, ratios hold.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ophold.record.people.models import Account

CASES = 100_000
ROUNDS = 3
REQUESTS = 200
GOALS = {"work list": 0.20}
WHO = "dorte"  # a caseworker where 42 % of the cases lie
SECRET = "abcdefghijklmnopqrstuvwxyzABCDEF"  # noqa: S105 - the CSRF cookie of a browser that is nobody's

Application = Callable[[dict[str, Any], Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A signed-in browser's requests, made as a server would make them."""

    session: str

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


def answer(application: Application, environ: dict[str, Any]) -> tuple[str, bytes]:
    """Status and body."""
    said: list[str] = []
    parts = application(environ, lambda status, _headers, _exc=None: said.append(status))
    body = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    return said[0], body


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


def compare(product: Callable[[], object], raw: Callable[[], object]) -> tuple[float, float, float, float]:
    """Requests a second of the product and of its twin, their ratio, and the same ratio of processor time alone.

    The second ratio is the harder: waiting for the disk, which both do alike, is not in it.
    """
    rounds = [(_timed(product), _timed(raw)) for _ in range(ROUNDS)]
    middle = statistics.median
    return (
        REQUESTS / middle(ours[0] for ours, _ in rounds),
        REQUESTS / middle(theirs[0] for _, theirs in rounds),
        middle(theirs[0] / ours[0] for ours, theirs in rounds),
        middle(theirs[1] / ours[1] for ours, theirs in rounds),
    )


def _timed(call: Callable[[], object]) -> tuple[float, float]:
    for _ in range(REQUESTS // 10):
        call()
    began, worked = time.perf_counter(), time.process_time()
    for _ in range(REQUESTS):
        call()
    return time.perf_counter() - began, time.process_time() - worked


def measure() -> int:
    """Print the ratio of every page; 1 when one is below its goal."""
    from django.db import connection

    from bench.raw import work_list
    from bench.raw.ground import Database
    from ophold.record import clock
    from ophold.record.people.models import Account
    from ophold.site.wsgi import application

    browser = sign_in(Account.objects.get(username=WHO))
    beside = connection.copy()
    beside.connect()
    database = Database(beside.connection)
    address = f"{work_list.ADDRESS}?{work_list.QUERY}"
    page = answer(application, browser.get(address))[1].decode()
    twin = work_list.twin(database, page, clock.now)
    rates = compare(lambda: answer(application, browser.get(address)), lambda: answer(twin, browser.get(address)))
    return 0 if _told("work list", *rates) else 1


def _told(name: str, product: float, raw: float, reached: float, worked: float) -> bool:
    goal = GOALS[name]
    print(f"{name}: product {product:.0f}/s, raw {raw:.0f}/s, ratio {reached:.2f} (goal {goal:.2f});", end=" ")
    print(f"processor time alone {worked:.2f}")
    return reached >= goal


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
