"""`worker`: sends letters, takes up what a dead worker left, seals the journal's reads, and keeps the work lists right.

Ends by SIGTERM or Ctrl-C.

The queue is django-tasks-db's, one round at a time; between the rounds this worker sweeps and seals. What it was doing
when it was asked to stop is finished first. Killed at any point, the next one goes on from the outbox rows.
"""

from __future__ import annotations

import logging
import signal
import threading
from argparse import ArgumentParser
from datetime import datetime, timedelta
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections
from django.utils.crypto import get_random_string
from django_scopes import scopes_disabled
from django_tasks_db.management.commands.db_worker import Worker

from ophold.record import clock
from ophold.record.attachments.actions import forget_unsent
from ophold.record.cases.actions import hand_back
from ophold.record.journal.actions import seal_reads
from ophold.record.letters import heartbeat, sending
from ophold.record.letters.actions import prune_wakes

log = logging.getLogger(__name__)
BEAT_EVERY = timedelta(seconds=5)
SWEEP_EVERY = timedelta(seconds=10)
PRUNE_EVERY = timedelta(hours=1)


class Command(BaseCommand):
    """Runs until it is asked to stop; with --once, until there is nothing to do."""

    help = "Sender breve, tager op efter en arbejder, der er død, og forsegler journalens læsninger."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often it looks, and whether it stays."""
        parser.add_argument("--interval", type=float, default=0.5, help="sekunder mellem hvert kig i køen")
        parser.add_argument("--once", action="store_true", help="stop, når der ikke er mere at gøre")

    def handle(self, *, interval: float, once: bool, **_: Any) -> None:
        """The loop."""
        self._stop = threading.Event()
        self._due: dict[str, datetime] = {}
        self._queue = Worker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        before = {number: signal.signal(number, self._asked_to_stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            while not self._stop.is_set():
                self._round()
                if once:
                    return
                self._stop.wait(interval)
        finally:
            for number, earlier in before.items():
                signal.signal(number, earlier)
            heartbeat.stop()

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stop.set()
        self._queue.running = False

    def _round(self) -> None:
        close_old_connections()
        if self._is_due("beat", clock.now(), BEAT_EVERY):
            heartbeat.beat(clock.now())
        try:
            self._queue.run()
            with scopes_disabled():
                self._sweep()
        except OperationalError as away:  # the database is busy or gone for a moment: the next round tries again
            log.warning("The worker's round was cut short: %s", type(away).__name__)
            close_old_connections()
        except Exception:  # its words may be somebody's: the log keeps where it was, and the next worker goes on
            log.error("The worker ended", exc_info=True)
            raise SystemExit(1) from None

    def _sweep(self) -> None:
        now = clock.now()
        if self._is_due("sweep", now, SWEEP_EVERY):
            sending.sweep(now=clock.now, until=self._stop.is_set)
            seal_reads(clock.now())
        if self._is_due("prune", now, PRUNE_EVERY):
            prune_wakes(at=now)
            forget_unsent(at=now)
            hand_back(on=now.date())

    def _is_due(self, what: str, now: datetime, every: timedelta) -> bool:
        if self._due.get(what, now) > now:
            return False
        self._due[what] = now + every
        return True
