"""The service as in production: starts on a migrated database, logs JSON, answers by HTTPS, stops when asked."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from email.message import Message
from pathlib import Path

import pytest

from tests.architecture import tree
from tests.operations.surroundings import ophold, production

SECRET = "Hemmeligsen"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def _ask(address: str, headers: Mapping[str, str]) -> tuple[int, Message[str, str], bytes]:
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        asked = urllib.request.Request(address, headers=dict(headers))  # noqa: S310 - loopback
        with opener.open(asked, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str, *, worker: bool) -> None:
    for _attempt in range(300):
        assert process.poll() is None, "it ended by itself"
        try:
            status, _, said = _ask(f"{address}/helbred", {})
            if status == 200 and (not worker or json.loads(said)["worker"]):
                return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail("it did not answer within a minute")


def test_it_serves_and_stops(tmp_path: Path) -> None:
    if not (tree.ROOT / "static" / "staticfiles.json").is_file():
        pytest.skip("the site's files are not collected here; `make setup` does it")
    port = _free_port()
    environment = production(
        tmp_path / "var",
        DATABASE_URL=f"sqlite:///{tmp_path}/var/ophold.sqlite3",
        OPHOLD_PORT=str(port), OPHOLD_WORKERS="1", OPHOLD_THREADS="2", OPHOLD_ANCHORS=f"{tmp_path}/anchors",
    )  # fmt: skip
    (tmp_path / "var").mkdir()
    migrated = ophold("migrate", environment=environment)
    assert migrated.returncode == 0, migrated.stderr
    log, address = tmp_path / "log", f"http://127.0.0.1:{port}"
    with log.open("wb") as written:
        command = [sys.executable, "-m", "ophold.cli", "serve"]
        process = subprocess.Popen(command, cwd=tree.ROOT, env=environment, stdout=written, stderr=written)
    try:
        _wait(process, address, worker=True)
        through_proxy = {"X-Forwarded-Proto": "https", "Host": "ophold.example"}
        assert _ask(f"{address}/?q={SECRET}", {"Host": "ophold.example"})[0] == 301
        status, headers, page = _ask(f"{address}/?q={SECRET}", through_proxy)
        assert status == 200
        assert "Strict-Transport-Security" in headers
        assert _ask(f"{address}/{SECRET}/", through_proxy)[0] == 404
        assert _ask(address, {"X-Forwarded-Proto": "https", "Host": f"{SECRET}.example"})[0] == 400
        assert "demo" not in page.decode().lower().replace("demokrati", "")
        _the_doctor_is_content_once_the_journal_is_anchored(environment)
    finally:
        process.send_signal(signal.SIGTERM)
        ended = process.wait(60)
    assert ended == 0, log.read_text()
    said = log.read_text()
    assert SECRET not in said
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert headers["X-Request-ID"] in {line["request"] for line in lines if line["event"] == "request"}
    assert {line["status"] for line in lines if line["event"] == "request"} == {200, 301, 400, 404}


def _the_doctor_is_content_once_the_journal_is_anchored(environment: dict[str, str]) -> None:
    unanchored = ophold("doctor", environment=environment)
    assert unanchored.returncode == 1
    assert "FEJL  Journalens ankre" in unanchored.stdout
    assert ophold("journal", "anchor", environment=environment).returncode == 0
    doctor = ophold("doctor", environment=environment)
    assert doctor.returncode == 0, doctor.stdout


def test_it_says_what_is_missing_and_starts_nothing(tmp_path: Path) -> None:
    refused = ophold("serve", environment=production(tmp_path, OPHOLD_PROXY="0", OPHOLD_HOSTS=""))
    assert refused.returncode == 1
    for name in ("OPHOLD_PROXY", "OPHOLD_HOSTS", "ophold migrate"):
        assert name in refused.stderr
