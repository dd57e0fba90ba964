"""Serves the demonstration: database, people, data, site and worker, until Ctrl-C. `python -m ophold.site.running`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

import django

from ophold.site import serving

ADDRESS = "http://127.0.0.1:8000"
GREETING = f"""
  Ophold kører på {ADDRESS}

  Det er en demonstration med opdigtede mennesker. Gå til {ADDRESS}/log-ind/ og vælg, hvem du vil være:
  en borger, en sagsbehandler, en leder. Ved hver person står én ting, du kan prøve.

  Ctrl-C stopper både siden og arbejderen, der sender brevene.
"""


def _prepare() -> None:
    """Bring the database up to date and fill it the first time."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("municipalities", verbosity=0)
    call_command("demo", "--if-empty")


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"{ADDRESS}/", timeout=2):  # noqa: S310 - a fixed loopback address
            return True
    except (urllib.error.URLError, OSError):
        return False


def _start() -> list[subprocess.Popen[bytes]]:
    serve = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", "8000", "--workers", "1"]
    serve += ["--blocking-threads", "4", "--no-ws", "--log-level", "warning", "ophold.site.wsgi:application"]
    return [
        subprocess.Popen([sys.executable, *arguments])  # noqa: S603 - our own interpreter and our own words
        for arguments in (serve, ["-m", "django", "worker"])
    ]


def main() -> int:
    """Serve until interrupted; 0 when it ended by Ctrl-C or a plain stop."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "ophold.site.settings"
    _prepare()
    children = _start()
    serving.stop_together(children)
    while not _answers() and all(child.poll() is None for child in children):
        time.sleep(0.1)
    if all(child.poll() is None for child in children):
        print(GREETING, flush=True)
    return serving.keep(children)


if __name__ == "__main__":
    sys.exit(main())
