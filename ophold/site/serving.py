"""Serves for real: granian and the worker, until asked to stop. Binds to loopback unless told otherwise.

Nothing is migrated here: a database of another version is named, and nothing starts (`ophold migrate`, after a backup).
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from ophold.site import environment

GRACE = 30  # seconds a request in progress, or a letter, is given when the service is asked to stop
BOTH = ("web", "worker")

Child = subprocess.Popen[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """How the pages are served."""

    host: str
    port: int
    workers: int
    threads: int
    certificate: str
    key: str

    def command(self) -> list[str]:
        """Granian's own words."""
        words = ["-m", "granian", "--interface", "wsgi", "--host", self.host, "--port", str(self.port)]
        words += ["--workers", str(self.workers), "--blocking-threads", str(self.threads), "--no-ws"]
        words += ["--workers-kill-timeout", str(GRACE), "--respawn-failed-workers", "--log-level", "warning"]
        if self.certificate:
            words += ["--ssl-certificate", self.certificate, "--ssl-keyfile", self.key]
        return [sys.executable, *words, "ophold.site.wsgi:application"]


def asked_for() -> Serving:
    """What the environment asks for. Raises NotUnderstood."""
    serving = Serving(
        host=environment.text("OPHOLD_BIND", "127.0.0.1"),
        port=environment.number("OPHOLD_PORT", 8000, most=65535),
        workers=environment.number("OPHOLD_WORKERS", 2, most=64),
        threads=environment.number("OPHOLD_THREADS", 4, most=64),
        certificate=environment.text("OPHOLD_TLS_CERTIFICATE"),
        key=environment.text("OPHOLD_TLS_KEY"),
    )
    for name in ("OPHOLD_TLS_CERTIFICATE", "OPHOLD_TLS_KEY"):
        place = environment.text(name)
        if bool(place) != bool(serving.certificate) or (place and not Path(place).is_file()):
            raise environment.NotUnderstood(f"{name} skal være en fil, og certifikat og nøgle skal sættes sammen.")
    return serving


def not_ready(serving: Serving) -> list[str]:
    """Why nothing is started, each with what to do; empty when all is ready. Django is up."""
    from django.conf import settings

    from ophold.site import doctor

    found = [f"{each.says} {each.do}" for each in doctor.before_serving() if not each.well]
    found += [f"{row.name} mangler." for row in environment.TABLE if row.needed and not environment.text(row.name)]
    if settings.DEMO:
        found.append("OPHOLD_DEMO er 1, og en demonstration sættes ikke i drift. Fjern den, eller brug `make run`.")
    if settings.SECURE and not (settings.BEHIND_PROXY or serving.certificate):
        found.append(
            "Siden skal nås med HTTPS, men her er hverken proxy (OPHOLD_PROXY=1) eller certifikat "
            "(OPHOLD_TLS_CERTIFICATE). Sæt en af dem."
        )
    return found


def start(serving: Serving, parts: Sequence[str]) -> list[Child]:
    """Start what is asked for."""
    commands = {"web": serving.command(), "worker": [sys.executable, "-m", "django", "worker"]}
    return [subprocess.Popen(commands[part]) for part in parts]  # noqa: S603 - our own interpreter and our own words


def stop_together(children: Sequence[Child]) -> Callable[[], None]:
    """Pass a stop on to all of them, from now on; the answer does the same when it is called."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        for child in children:
            if child.poll() is None:
                child.terminate()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    return lambda: stop(0, None)


def keep(children: Sequence[Child]) -> int:
    """Wait until all have ended, and stop all when one ends by itself. 0 when a stop was asked for."""
    stop = stop_together(children)
    ended = 0
    while any(child.poll() is None for child in children):
        if ended == 0 and any(child.poll() not in (None, 0, -signal.SIGTERM, -signal.SIGINT) for child in children):
            ended = 1
            stop()
        time.sleep(0.2)
    return ended
