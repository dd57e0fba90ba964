"""Sixty people press at once, and each is answered about themselves: 64 threads against the service as in production.

Every answer is looked through for everybody's mark and every case's number. `OPHOLD_IDENTITY` is how many requests
(2,048 unless told otherwise).
"""

from __future__ import annotations

import hashlib
import http.client
import io
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from pypdf import PdfReader

from tests.architecture import tree
from tests.operations.surroundings import free_port, production, until_it_answers

THREADS, REQUESTS = 64, int(os.environ.get("OPHOLD_IDENTITY", "2048"))
HOST, CSRF = "ophold.example", "identity" * 4
MARK, REFERENCE = re.compile(r"Zq\d{3}z"), re.compile(r"\b[A-Z]{3}-\d{4}-\d{5}\b")


@pytest.fixture
def service(own_database: str, tmp_path: Path) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """A port, and the people there are."""
    if not (tree.ROOT / "static" / "staticfiles.json").is_file():
        pytest.skip("the site's files are not collected here; `make setup` does it")
    port = free_port()
    environment = production(
        tmp_path / "var", DATABASE_URL=own_database, OPHOLD_PORT=str(port), OPHOLD_LOG_LEVEL="ERROR",
        DJANGO_SETTINGS_MODULE="ophold.site.settings",
    )  # fmt: skip
    made = subprocess.run(
        [sys.executable, "-m", "tests.hostile.identity"],
        cwd=tree.ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode()
    command = [sys.executable, "-m", "ophold.cli", "serve", "--only", "web"]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=tree.ROOT, env=environment, stdout=log, stderr=log)
    try:
        until_it_answers(process, f"http://127.0.0.1:{port}", worker=False)
        yield port, json.loads(made.stdout)
    finally:
        process.terminate()
        assert process.wait(60) == 0, (tmp_path / "log").read_text()


class Asker:
    """One thread: another person at every request, over one connection."""

    def __init__(self, port: int, people: list[dict[str, Any]], seed: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.people, self.by = people, random.Random(seed)
        self.answered, self.said, self.wrong = 0, b"", list[str]()

    def ask(self) -> None:
        """Ask as somebody for something of theirs, and look through the answer."""
        person = self.by.choice(self.people)
        asked, language = self.by.choice(person["asks"]), self.by.choice(("da", "en"))
        cookie = f"ophold={person['session']}; csrftoken={CSRF}; django_language={language}"
        headers = {"Host": HOST, "X-Forwarded-Proto": "https", "Cookie": cookie, "Referer": f"https://{HOST}/"}
        headers |= {"HX-Request": "true"} if asked.get("fragment") else {}
        body = None
        if "text" in asked:
            body = urlencode({"text": asked["text"], "csrfmiddlewaretoken": CSRF})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request("POST" if body else "GET", asked["path"], body, headers)
        answer = self.connection.getresponse()
        self.said = answer.read()
        self.answered += 1
        if fault := _fault(person["mark"], asked, language, answer.status, self.said):
            self.wrong.append(f"{person['mark']} asked for {asked['path']}: {fault}")


def _fault(mark: str, asked: dict[str, Any], language: str, status: int, said: bytes) -> str:
    """What in an answer is not for the one who asked; nothing when all is theirs."""
    if status != 200:
        return f"status {status}"
    if "sha256" in asked:
        return "" if hashlib.sha256(said).hexdigest() == asked["sha256"] else "another letter's bytes"
    html = said.decode()
    marks, references = set(MARK.findall(html)), set(REFERENCE.findall(html))
    strange = marks - {*asked["marks"], asked.get("typed")} | references - {*asked["references"]}
    if strange:
        return f"it carries {strange}"
    about_one = len(asked["references"]) == 1
    if mark not in marks or (about_one and not references) or f'lang="{language}"' not in html:
        return "it is not about the one who asked, or in another language"
    return ""


def test_every_answer_carries_only_its_own_users_marks(service: tuple[int, list[dict[str, Any]]]) -> None:
    port, people = service
    assert len(people) == 60
    _letters_are_about_their_own_citizen(port, people)
    askers = [Asker(port, people, seed) for seed in range(THREADS)]
    broken: list[BaseException] = []

    def run(asker: Asker) -> None:
        try:
            for _ in range(-(-REQUESTS // THREADS)):
                asker.ask()
        except BaseException as raised:
            broken.append(raised)
        finally:
            asker.connection.close()

    threads, began = [threading.Thread(target=run, args=[asker]) for asker in askers], time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answered, took = sum(asker.answered for asker in askers), time.monotonic() - began
    assert not broken, broken[:3]
    wrong = [each for asker in askers for each in asker.wrong]
    print(f"{answered} answers to {len(people)} people by {THREADS} threads in {took:.1f} s, {len(wrong)} wrong")
    assert not wrong, "\n".join(wrong[:20])
    assert answered >= REQUESTS


def _letters_are_about_their_own_citizen(port: int, people: list[dict[str, Any]]) -> None:
    """So that the bytes compared later are known to be each citizen's own."""
    letters = {asked["sha256"]: (person, asked) for person in people for asked in person["asks"] if "sha256" in asked}
    assert len(letters) == 40
    for place, (person, asked) in enumerate(letters.values()):
        alone = Asker(port, [{**person, "asks": [asked]}], 0)
        alone.ask()
        alone.connection.close()
        assert not alone.wrong
        if place % 8 == 0:  # reading a PDF takes its time
            text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(alone.said)).pages)
            assert set(MARK.findall(text)) == set(asked["marks"])
