"""kill -9 anywhere between taking a copy and marking it sent: one file, one sent copy, once the sweeper has been by."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from ophold.record.journal.models import Entry
from ophold.record.letters import actions, sealed, sending
from ophold.record.letters.choices import DispatchState
from ophold.record.letters.models import Delivery, Dispatch, FrozenLetter
from tests import people
from tests.letters.test_issue import issued
from tests.people import NOON, TODAY

ROOT = Path(__file__).resolve().parent.parent.parent


def database_url() -> str:
    """The tests' own database, for another process."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    return f"postgres://{known['USER']}@{known['HOST']}:{known['PORT']}/{known['NAME']}"


def worker(folder: Path, *arguments: str, die: str = "") -> subprocess.Popen[bytes]:
    """A worker process of its own on the tests' database."""
    surroundings = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tests.letters.killed_settings",
        "OPHOLD_DEMO": "1",
        "OPHOLD_DIE": die,
        "OPHOLD_POSTBOX": str(folder),
        "OPHOLD_TODAY": TODAY.isoformat(),
        "PYTHONPATH": str(ROOT),
    }
    start = "import tests.letters.killed" if die == "render" else "pass"
    program = f"import django; django.setup(); {start}; from django.core.management import call_command; import sys; "
    program += "call_command('worker', *sys.argv[1:])"
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments], env=surroundings, cwd=ROOT, stderr=subprocess.PIPE
    )


def queued() -> Dispatch:
    return Dispatch.objects.get(letter=issued(people.a_case(), people.anna()))


def files(folder: Path) -> list[Path]:
    return [path for path in (folder / "postbox").rglob("*") if path.is_file()]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("when", ["render", "before", "after"])
def test_a_killed_workers_letter_goes_out_exactly_once(when: str, tmp_path: Path, settings: Settings) -> None:
    dispatch = queued()
    process = worker(tmp_path, "--once", die=when)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    dispatch.refresh_from_db()
    left = DispatchState.RENDERING if when == "render" else DispatchState.RENDERED
    assert (dispatch.state, dispatch.sent_at, len(files(tmp_path))) == (left, None, 1 if when == "after" else 0)

    settings.VAR = tmp_path
    later = NOON + timedelta(days=1) + actions.LEASE
    assert sending.sweep(now=lambda: later) == 1
    assert sending.sweep(now=lambda: later + timedelta(days=1)) == 0
    dispatch.refresh_from_db()
    (file,) = files(tmp_path)
    assert file.read_bytes() == sealed.pdf(dispatch)
    assert dispatch.state == DispatchState.DELIVERED
    assert (FrozenLetter.objects.count(), Delivery.objects.count()) == (1, 1)
    assert Entry.objects.filter(act="send_letter").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_letter_handed_over_before_the_worker_died_was_delivered_that_day(tmp_path: Path, settings: Settings) -> None:
    dispatch = queued()
    worker(tmp_path, "--once", die="after").communicate(timeout=60)
    settings.VAR = tmp_path
    sending.sweep(now=lambda: NOON + timedelta(days=3))
    dispatch.refresh_from_db()
    assert dispatch.delivered_on == TODAY


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_is_queued_and_ends_when_asked(tmp_path: Path) -> None:
    dispatch = queued()
    process = worker(tmp_path, "--interval", "0.1")
    try:
        for _look in range(200):
            dispatch.refresh_from_db()
            if dispatch.state == DispatchState.DELIVERED:
                break
            time.sleep(0.1)
        process.terminate()
        _out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (dispatch.state, process.returncode, err) == (DispatchState.DELIVERED, 0, b"")
    assert len(files(tmp_path)) == 1
