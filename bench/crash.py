"""What does kill -9 cost? Acts from three writers and letters from a sender, all killed at a random moment, many times.

`python -m bench.crash [--trials N] [--seed S]`: on the database of DATABASE_URL, which must be empty and one's own, or
else on a SQLite file that is made and thrown away. A trial ends a moment after some acts have been acknowledged, so
that a slow machine gives as many as a quick one. Counted after every trial: acts that were
acknowledged and are not there, acts of which only a part is there, broken chains, letters sent twice. Ends with 1
unless all are 0.

It does not prove what a power cut does: the kernel, and PostgreSQL's own server, live on.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import timedelta
from pathlib import Path
from typing import IO

WRITERS = 3
MOST_SAID = 120  # bytes of acknowledgements, six to eight each, that are waited for before a kill
MOMENT = 0.05  # seconds, at most, from the last one waited for to the kill
PATIENCE = 30  # seconds until somebody must have written something


@dataclass(slots=True)
class Count:
    """What was found; all but the first four must be 0."""

    trials: int = 0
    kills: int = 0
    acknowledged: int = 0
    letters: int = 0
    lost: int = 0
    half: int = 0
    broken: int = 0
    twice: int = 0
    unsent: int = 0

    def well(self) -> bool:
        """Whether nothing was lost, halved, broken or sent twice."""
        return not any((self.lost, self.half, self.broken, self.twice, self.unsent))

    def __str__(self) -> str:
        return ", ".join(f"{each.name} {getattr(self, each.name)}" for each in fields(self))


# -- those who are killed ---------------------------------------------------------------------------------------------


def _write(number: int, trial: int, said: IO[str]) -> None:
    """Applications and conversations, for ever; each is told after the act has returned, never before."""
    from ophold.journey.intake.actions import apply
    from ophold.journey.intake.answers import Answers
    from ophold.record import clock
    from ophold.record.cases.actions import note_conversation
    from ophold.record.cases.choices import Channel
    from ophold.record.cases.models import Case
    from ophold.record.people.models import Account

    citizen, caseworker = Account.objects.get(username="borger"), Account.objects.get(username="sagsbehandler")
    home = caseworker.municipality
    shared = Case.objects.order_by("pk").first()
    assert home
    assert shared
    for turn in range(10**9):
        key = f"{trial}-{number}-{turn}"
        if turn % 3 == 0:
            answers = Answers(items=("stay",), need="Jeg har brug for hjælp.")
            apply(municipality=home, answers=answers, by=citizen, at=clock.now(), act_key=key)
        else:
            note_conversation(
                shared, text=f"Ringede, {key}.", held_on=clock.today(), channel=Channel.PHONE, with_whom="borgeren",
                by=caseworker, at=clock.now(), act_key=key,
            )  # fmt: skip
        said.write(f"{key}\n")
        said.flush()


def _send(_number: int, _trial: int, _said: IO[str]) -> None:
    from ophold.record import clock
    from ophold.record.letters import sending

    while True:
        if not sending.sweep(now=clock.now):
            time.sleep(0.01)


def _child(work: Callable[[int, int, IO[str]], None], number: int, trial: int, told: Path) -> int:
    """A process of its own with its own connection, made by fork so that it starts at once."""
    child = os.fork()
    if child:
        return child
    from django_scopes import scopes_disabled

    ended = 1
    try:
        with told.open("a", encoding="utf-8") as said, scopes_disabled():
            work(number, trial, said)
        ended = 0
    finally:
        if ended:
            sys.excepthook(*sys.exc_info())
        os._exit(ended)


# -- one trial --------------------------------------------------------------------------------------------------------


def _trial(trial: int, told: Path, chance: random.Random, count: Count) -> None:
    from django.db import connections

    connections.close_all()
    children = [_child(_write, number, trial, told) for number in range(WRITERS)]
    children.append(_child(_send, WRITERS, trial, told))
    _wait_for(told, told.stat().st_size + chance.randrange(MOST_SAID))
    time.sleep(chance.uniform(0, MOMENT))
    for child in children:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            raise SystemExit("A writer ended by itself; see above.")
        time.sleep(chance.uniform(0, 0.02))
    count.trials, count.kills = count.trials + 1, count.kills + len(children)


def _wait_for(told: Path, size: int) -> None:
    until = time.monotonic() + PATIENCE
    while told.stat().st_size < size:
        if time.monotonic() > until:
            raise SystemExit("Nobody wrote anything.")
        time.sleep(0.001)


def _look(told: Path, count: Count) -> None:
    """Hold what was acknowledged against what is there."""
    from ophold.journey.intake.models import Application
    from ophold.record.cases.models import Case
    from ophold.record.journal.models import Entry
    from ophold.record.journal.verify import verify

    acknowledged = told.read_text("utf-8").split()
    there = set(Entry.objects.filter(act_key__isnull=False).values_list("act_key", flat=True))
    count.acknowledged, count.lost = len(acknowledged), len(set(acknowledged) - there)
    count.broken = len(verify().faults)
    parts = Case.objects.exclude(entries__act="apply", application__isnull=False, clocks__kind="response")
    count.half = parts.count() + Application.objects.filter(case__letters__isnull=True).count()


def _letters(count: Count) -> None:
    """Let the next worker finish what the killed ones left, and hold the letters against what was handed over."""
    from django.conf import settings
    from django.db.models import Count as Number

    from ophold.record import clock
    from ophold.record.journal.models import Entry
    from ophold.record.letters import sending
    from ophold.record.letters.models import Dispatch

    later = clock.now() + timedelta(days=1)
    while sending.sweep(now=lambda: later):
        pass
    copies = Dispatch.objects.annotate(times=Number("deliveries"))
    count.letters = copies.count()
    count.unsent = copies.filter(sent_at=None).count()
    files = [path for path in (Path(settings.VAR) / "postbox").rglob("*") if path.suffix == ".pdf"]
    sent = Entry.objects.filter(act="send_letter").count()
    count.twice = max(0, len(files) - count.letters) + max(0, sent - count.letters) + copies.filter(times__gt=1).count()


def _build() -> None:
    from django.core.management import call_command

    from ophold.journey.intake.actions import apply
    from ophold.journey.intake.answers import Answers
    from ophold.record import clock
    from ophold.record.acting import acting
    from ophold.record.people import cpr
    from ophold.record.people.models import Account, Municipality

    call_command("migrate", verbosity=0)
    if Account.objects.exists():
        raise SystemExit("DATABASE_URL names a database with people in it; give one that is empty.")
    call_command("municipalities", verbosity=0, stdout=sys.stderr)
    home = Municipality.objects.order_by("pk")[0]
    digits = "6203881234"  # the day plus 60: nobody has it
    with acting("bench"):
        citizen = Account.objects.create(
            username="borger", name="Person Prøve", kind="citizen", born_on=cpr.born_on(digits),
            cpr_sealed=cpr.seal_cpr(digits), cpr_index=cpr.index(digits),
        )  # fmt: skip
        Account.objects.create(
            username="sagsbehandler", name="Person Prøve", kind="staff", role="caseworker", municipality=home
        )
    apply(municipality=home, answers=Answers(items=("stay",), need="x"), by=citizen, at=clock.now(), act_key="first")


def _run(trials: int, seed: int, folder: str) -> int:
    import django

    django.setup()
    from django.db import connection
    from django_scopes import scopes_disabled

    from ophold.record.letters import sending  # noqa: F401 - so that the children find it imported

    count, chance, told = Count(), random.Random(seed), Path(folder) / "acknowledged"
    began = time.monotonic()
    with scopes_disabled():
        _build()
        told.touch()
        for trial in range(trials):
            _trial(trial, told, chance, count)
            _look(told, count)
            if not count.well():
                break
        _letters(count)
        count.broken = max(count.broken, len(_faults()))
    print(f"{connection.vendor}: {count} ({time.monotonic() - began:.0f} s)", flush=True)
    return 0 if count.well() and count.acknowledged else 1


def _faults() -> list[object]:
    from ophold.record.journal.verify import verify

    return list(verify().faults)


def main() -> int:
    """0 when nothing was lost."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--trials", type=int, default=5)
    asked.add_argument("--seed", type=int, default=107)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="ophold-crash-") as folder:
        os.environ |= {"OPHOLD_DEMO": "1", "OPHOLD_VAR": folder, "DJANGO_SETTINGS_MODULE": "ophold.site.settings"}
        if not os.environ.get("DATABASE_URL"):
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/crash.sqlite3"
        return _run(options.trials, options.seed, folder)


if __name__ == "__main__":
    sys.exit(main())
