"""Writers wait their turn on SQLite; when the queue does not move, the page says so and nothing was written."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.urls import reverse

from ophold.record import lane
from ophold.record.acting import acting
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.people.models import Account
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL queues by itself")


@contextmanager
def somebody_writes() -> Iterator[None]:
    """Another thread has its turn meanwhile."""
    started, enough = threading.Event(), threading.Event()

    def write() -> None:
        with lane.turn():
            started.set()
            enough.wait(30)

    thread = threading.Thread(target=write)
    thread.start()
    assert started.wait(10)
    try:
        yield
    finally:
        enough.set()
        thread.join()


@on_sqlite
def test_who_waits_too_long_is_told_and_nothing_is_written(
    anna: Account, client: people.Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane, "PATIENCE", 0.05)
    case, browser = people.a_case(), people.signed_in(anna)
    browser.raise_request_exception = False
    address = reverse("next-date", args=[case.reference])
    sent = {"label": "Ring til Erik", "on_0": "9", "on_1": "3", "on_2": "2026", "act_key": "once"}
    with somebody_writes():
        refused, unread = browser.post(address, sent), browser.get(address)
        assert not Entry.objects.filter(act_key="once").exists()
        assert not ReadEntry.objects.exists()
    for answer in (refused, unread):
        assert answer.status_code == 503
        assert "Der er travlt lige nu" in answer.content.decode()
        assert answer["Retry-After"]
    for _ in range(2):
        assert browser.post(address, sent).status_code == 302
    assert Entry.objects.filter(act_key="once").count() == 1


@on_sqlite
def test_a_full_queue_turns_the_next_one_away_at_once(anna: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane, "_places", threading.BoundedSemaphore(1))
    raised: list[Exception] = []

    def wait() -> None:
        with lane.turn():
            pass

    with somebody_writes():
        waiting = threading.Thread(target=wait)
        waiting.start()
        while lane._places.acquire(blocking=False):  # until the one who waits has the place
            lane._places.release()
        try:
            with acting("test"):
                raise AssertionError("it was not our turn")
        except lane.Busy as busy:
            raised.append(busy)
    waiting.join()
    assert raised


@on_sqlite
def test_an_act_within_an_act_does_not_wait_for_itself(anna: Account) -> None:
    with acting("test"), acting("test"):
        pass
    with lane.turn(), acting("test"):
        pass


@on_sqlite
def test_a_refused_act_lets_the_next_one_in(anna: Account) -> None:
    with pytest.raises(ZeroDivisionError), acting("test"):
        raise ZeroDivisionError
    with acting("test"):
        pass


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has a queue")
def test_postgresql_needs_no_queue(anna: Account) -> None:
    with acting("test"), acting("test"):
        assert not os.path.exists(f"{connection.settings_dict['NAME']}-now")
