"""How long does the guide take to answer? Milliseconds an answer, for each municipality and the whole page over WSGI.

`python -m bench.guide`; the goal of an answer is under 100 ms. Told are the median, what 19 of 20 stay under, and the
worst, for answers chosen by a fixed seed; the page is called as WSGI in one process, with SQLite.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ophold.standard.expectation import expectation
from ophold.standard.inquiry import CODES, SKIPPED, told
from ophold.standard.load import catalogue, municipality_settings
from ophold.standard.national import national_law
from ophold.standard.voice import Voice

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = 400
GOAL = 100.0  # milliseconds
TODAY = date(2026, 3, 2)


def _answers(chance: random.Random) -> dict[str, str]:
    return {name: chance.choice([SKIPPED, *sorted(codes)]) for name, codes in CODES.items()}


def _measured(what: str, ask: Callable[[dict[str, str]], object]) -> None:
    chance, took = random.Random(107), []
    ask({})  # files read, templates compiled
    for _each in range(ANSWERS):
        sent = _answers(chance)
        began = time.perf_counter()
        ask(sent)
        took.append((time.perf_counter() - began) * 1000)
    most = statistics.quantiles(took, n=20)[-1]
    told_of = f"median {statistics.median(took):6.2f} ms   19 of 20 under {most:6.2f} ms   worst {max(took):6.2f} ms"
    print(f"{what:<16} {told_of}")
    if most >= GOAL:
        print(f"                 the goal of {GOAL:.0f} ms is not met")


def _page(place: str) -> Callable[[dict[str, str]], object]:
    """The whole page, as a browser without a cookie asks for it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ophold.site.settings")
    os.environ["DATABASE_URL"] = f"sqlite:///{tempfile.mkdtemp()}/bench.sqlite3"
    import django
    from django.core.management import call_command
    from django.test import Client

    django.setup()
    call_command("migrate", verbosity=0)
    client = Client(headers={"host": "127.0.0.1"})

    def ask(sent: dict[str, str]) -> object:
        answer = client.post(f"/forvent/{place}/mig/svar/", sent)
        assert answer.status_code == 200, answer.status_code
        return answer

    return ask


def main() -> None:
    """Every municipality's answer, and one municipality's page."""
    law, own = national_law(ROOT).statute(TODAY), municipality_settings(ROOT / "municipalities")
    installed = catalogue(ROOT / "standards")
    for key in installed.keys:
        standard = installed.in_force(key, TODAY)
        _measured(
            key,
            lambda sent, standard=standard: expectation(  # type: ignore[misc] # bound now, not when called
                standard, statute=law, on=TODAY, told=told(sent, Voice.SELF), settings=own.get(standard.key)
            ),
        )
    _measured("the page", _page(installed.keys[0]))


if __name__ == "__main__":
    main()
