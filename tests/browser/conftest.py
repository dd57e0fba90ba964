"""A real Chromium against a real server on the test database, with the static files of production.

`page` is a page in a fresh browser; `opened(page, path)` goes somewhere; `be(page, account)` signs somebody in;
`axe(page)` asserts that styles, fonts and scripts came, that nothing failed or was said in the console, and that axe
finds nothing at either width; `screenshot(page, name)` puts pictures in build/screenshots.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.error import URLError

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

from ophold.record.people.models import Account
from tests import people

ROOT = Path(__file__).resolve().parent.parent.parent
SCREENSHOTS = ROOT / "build" / "screenshots"
WIDTHS = (360, 1280)
HEIGHTS = {360: 740, 1280: 900}
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's loop runs in this thread; Django would refuse queries

_troubles: dict[Page, list[str]] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder opens a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[str]:
    """The address of the product, served as in production from the test database."""
    environment = {**os.environ, "DATABASE_URL": _database_url(), "DJANGO_SETTINGS_MODULE": "ophold.site.settings"}
    environment |= {"OPHOLD_DEMO": "1", "OPHOLD_TODAY": people.TODAY.isoformat()}
    collect = [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v", "0"]
    subprocess.run(collect, cwd=ROOT, env=environment, check=True)
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    serve = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    serve += ["--workers", "1", "--blocking-threads", "2", "--no-ws", "--log-level", "warning"]
    process = subprocess.Popen([*serve, "ophold.site.wsgi:application"], cwd=ROOT, env=environment)
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, never one that playwright brings."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("Chromium mangler. På Debian: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, server: str, transactional_db: None) -> Iterator[Page]:
    """A page in a browser that has never been anywhere."""
    yield from _fresh_page(chromium, server, scripts=True)


@pytest.fixture
def page_without_scripts(chromium: Browser, server: str, transactional_db: None) -> Iterator[Page]:
    """The same, with JavaScript turned off."""
    yield from _fresh_page(chromium, server, scripts=False)


@pytest.fixture
def be(server: str) -> Callable[[Page, Account], None]:
    """Sign somebody in without the sign-in page."""

    def sign_in(page: Page, account: Account) -> None:
        name = settings.SESSION_COOKIE_NAME
        token = people.signed_in(account).cookies[name].value
        page.context.add_cookies([{"name": name, "value": token, "url": server}])

    return sign_in


def opened(page: Page, path: str) -> Page:
    """Go to an address of the site."""
    page.goto(path, wait_until="load")
    return page


def axe(page: Page, *, status: int = 200, scripts: bool = True) -> None:
    """The page came whole, said nothing in the console, and axe finds nothing wrong at either width."""
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate("[...document.fonts].filter(font => font.status == 'loaded').length") > 0, "no font was loaded"
    assert "IBM Plex Sans" in page.evaluate("getComputedStyle(document.body).fontFamily"), "the style sheet is missing"
    if scripts:
        assert page.evaluate("typeof window.DKFDS") == "object", "dkfds' script is missing"
    expected = f"{status} {page.url}", f"the server responded with a status of {status}"
    troubles = [each for each in _troubles[page] if status == 200 or not any(part in each for part in expected)]
    assert troubles == []
    if page.evaluate("typeof window.axe") != "object":
        page.evaluate(_axe_source())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
        told = [
            f"{each['id']}: {node['html'][:160]} ({node['failureSummary']})" for each in found for node in each["nodes"]
        ]
        assert told == [], f"{page.url} at {width} px:\n" + "\n".join(told)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{page.url} is {overflow} px too wide at {width} px"


def screenshot(page: Page, name: str) -> None:
    """Pictures of the whole page at both widths."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)


def _fresh_page(chromium: Browser, server: str, *, scripts: bool) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=server, locale="da-DK", java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    troubles = _troubles[page] = []

    def answered(response: Response) -> None:
        if response.status >= 400:
            troubles.append(f"{response.status} {response.url}")

    def said(message: ConsoleMessage) -> None:
        troubles.append(f"console: {message.text}")

    def failed(request: Request) -> None:
        troubles.append(f"failed: {request.url} ({request.failure})")

    page.on("response", answered)
    page.on("console", said)
    page.on("requestfailed", failed)
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    yield page
    context.close()
    del _troubles[page]


@cache
def _axe_source() -> str:
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def _database_url() -> str:
    held = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{held['NAME']}"
    return f"postgres://{held['USER']}:{held['PASSWORD']}@{held['HOST']}:{held['PORT']}/{held['NAME']}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _attempt in range(100):
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/cookies/", timeout=2):  # noqa: S310 - loopback
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail("the server did not answer within 10 seconds")
