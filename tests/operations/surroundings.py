"""An environment like production's, for commands that run in a process of their own."""

from __future__ import annotations

import base64
import json
import os
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

KEYS = ("OPHOLD_SECRET_KEY", "OPHOLD_CPR_SEAL_KEY", "OPHOLD_CPR_INDEX_KEY", "OPHOLD_JOURNAL_KEY")


def a_key() -> str:
    """A new one."""
    return base64.b64encode(os.urandom(32)).decode()


def production(var: Path, **changed: str) -> dict[str, str]:
    """Every needed variable, and a database of its own in `var`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("OPHOLD_", "DJANGO_", "DATABASE_", "PYTEST_"))
    }
    own = {"OPHOLD_VAR": str(var), "OPHOLD_HOSTS": "ophold.example,127.0.0.1", "OPHOLD_PROXY": "1"}
    return {**kept, **{name: a_key() for name in KEYS}, **own, **changed}


def ophold(*words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The `ophold` command."""
    command = [sys.executable, "-m", "ophold.cli", *words]
    return subprocess.run(
        command, cwd=tree.ROOT, env=environment, capture_output=True, text=True, check=False, timeout=240
    )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask(address: str, headers: Mapping[str, str]) -> tuple[int, Message[str, str], bytes]:
    """The status, the headers and the body; no redirect is followed."""
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        asked = urllib.request.Request(address, headers=dict(headers))  # noqa: S310 - loopback
        with opener.open(asked, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def until_it_answers(process: subprocess.Popen[bytes], address: str, *, worker: bool) -> None:
    """Wait until the service at an address is well, and its worker with it where there is one."""
    for _attempt in range(300):
        assert process.poll() is None, "it ended by itself"
        try:
            status, _, said = ask(f"{address}/helbred", {})
            if status == 200 and (not worker or json.loads(said)["worker"]):
                return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail("it did not answer within a minute")
