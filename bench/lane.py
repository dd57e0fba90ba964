"""Do two writers that never rest starve each other on SQLite? With the queue (`ophold.record.lane`) and without.

`python -m bench.lane [seconds] [writers]`: reads journalled by processes of their own, synchronous=FULL; two rounds,
alternated. For each: writes a second, p99, the longest anybody waited, and the slowest process beside the fastest.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import nullcontext
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
WRITERS = int(sys.argv[2]) if len(sys.argv) > 2 else 2
ROUNDS = 2


def _writer(queued: bool, begin: Barrier, said: Queue[list[float]]) -> None:
    import django

    django.setup()
    from django_scopes import scopes_disabled

    from ophold.record import clock, lane
    from ophold.record.journal.actions import record_read
    from ophold.record.people.models import Account

    if not queued:
        lane.turn = nullcontext  # type: ignore[assignment]
    took = []
    with scopes_disabled():
        account = Account.objects.get(username="bench")
        assert account.municipality_id
        begin.wait(60)
        until = time.time() + SECONDS
        while time.time() < until:
            began = time.perf_counter()
            record_read(
                account, page="bench", references=["X"], municipality_id=account.municipality_id, at=clock.now()
            )
            took.append(time.perf_counter() - began)
    said.put(took)


def _measured(queued: bool) -> str:
    context = get_context("spawn")
    said: Queue[list[float]] = context.Queue()
    begin = context.Barrier(WRITERS)
    writers = [context.Process(target=_writer, args=(queued, begin, said)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    each = [said.get(timeout=120) for _ in writers]
    for writer in writers:
        writer.join()
    took = sorted(one for writer in each for one in writer)
    counts = sorted(len(writer) for writer in each)
    whole = max(sum(writer) for writer in each)
    return (
        f"{len(took) / whole:6.0f} writes/s, p99 {took[len(took) * 99 // 100] * 1000:6.1f} ms, "
        f"longest {took[-1] * 1000:6.0f} ms, slowest writer {counts[0] / counts[-1]:.2f} of the fastest"
    )


def main() -> None:
    """Build, then measure."""
    with tempfile.TemporaryDirectory(prefix="ophold-bench-") as folder:
        os.environ |= {"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3", "OPHOLD_DEMO": "1", "OPHOLD_VAR": folder}
        os.environ["DJANGO_SETTINGS_MODULE"] = "ophold.site.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        from ophold.record.acting import acting
        from ophold.record.people.actions import know_municipalities
        from ophold.record.people.models import Account

        with acting("bench"):
            home = know_municipalities({"proeve": "Prøve"})[0]
            Account.objects.create(username="bench", name="Måler", kind="staff", role="caseworker", municipality=home)
        for _ in range(ROUNDS):
            for queued in (False, True):
                print(f"{'in a queue' if queued else 'on their own'}: {_measured(queued)}", flush=True)


if __name__ == "__main__":
    main()
