"""The service as in production: starts on a migrated database, logs JSON, answers by HTTPS, stops when asked."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import tree
from tests.operations.surroundings import ask, free_port, ophold, production, until_it_answers

SECRET = "Hemmeligsen"


def test_it_serves_and_stops(tmp_path: Path) -> None:
    if not (tree.ROOT / "static" / "staticfiles.json").is_file():
        pytest.skip("the site's files are not collected here; `make setup` does it")
    port = free_port()
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
        until_it_answers(process, address, worker=True)
        through_proxy = {"X-Forwarded-Proto": "https", "Host": "ophold.example"}
        assert ask(f"{address}/?q={SECRET}", {"Host": "ophold.example"})[0] == 301
        status, headers, page = ask(f"{address}/?q={SECRET}", through_proxy)
        assert status == 200
        assert "Strict-Transport-Security" in headers
        assert ask(f"{address}/{SECRET}/", through_proxy)[0] == 404
        assert ask(address, {"X-Forwarded-Proto": "https", "Host": f"{SECRET}.example"})[0] == 400
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
