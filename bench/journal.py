"""How fast is the whole journal verified? Entries a second, beside plain HMAC over the same bytes in the same run.

`python -m bench.journal [--cases N] [--entries N]`: a million entries unless told otherwise; alternated, median of
three. On the PostgreSQL database of DATABASE_URL, which must be empty and one's own, or else on a SQLite file that is
made and thrown away. Every tenth entry has a text, every third has facts that no other has.
"""

from __future__ import annotations

import argparse
import hmac
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

ROUNDS = 3
BEGAN = datetime(2026, 3, 2, 8, tzinfo=UTC)
SPOKEN = "Borgeren ringede og fortalte om sin hverdag." * 3
SALT = bytes(range(16))


def _write(cases: int, each: int) -> None:
    """By bulk, in the order in which cases live: the entries of one case do not lie together."""
    from django.db import connection, transaction

    from ophold.record.acting import acting
    from ophold.record.cases.models import Case
    from ophold.record.journal.models import Entry, PersonalText
    from ophold.record.people.actions import know_citizen, know_municipalities
    from ophold.record.people.seal import seal_text
    from ophold.site.demo.loading import load

    home = know_municipalities({"proeve": "Prøve"})[0]
    with acting("bench"), transaction.atomic():
        citizen = know_citizen(home, digits="6101800000", name="Person Prøve")
        chains = [list(_entries(home.pk, case, each)) for case in range(1, cases + 1)]
        rest: dict[str, Any] = {"received_on": BEGAN.date(), "channel": "letter", "standard_version": "x"}
        Case.objects.bulk_create(
            [
                Case(
                    pk=case, municipality=home, citizen=citizen, reference=f"PRO-{case}", opened_at=BEGAN,
                    journal_head=rows[-1][-2], journal_count=each, **rest,
                )
                for case, rows in enumerate(chains, 1)
            ],
            batch_size=1000,
        )  # fmt: skip
        lived = [rows[place] for place in range(each) for rows in chains]
        load(Entry, [(key, *row[1:]) for key, row in enumerate(lived, 1)])
        sealed = seal_text(SPOKEN, context="journal.text")
        load(PersonalText, [(key, home.pk, SALT, sealed) for key, row in enumerate(lived, 1) if row[3] % 10 == 1])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _entries(home: int, case: int, each: int) -> Iterator[tuple[Any, ...]]:
    """One case's entries with their links, as the product writes them, in the order of the table's columns."""
    from ophold.record.journal import chain

    spoken, last, act, role = chain.commitment(SPOKEN, SALT), chain.START, "note_conversation", "caseworker"
    for place in range(1, each + 1):
        number = case * 1000 + place
        at, key = BEGAN + timedelta(seconds=number, microseconds=number % 1000), f"{number:x}"
        facts = {"kanal": "phone", "nr": number} if place % 3 == 0 else {"kanal": "phone", "med": "moren"}
        committed = spoken if place % 10 == 1 else chain.NO_TEXT
        mac = chain.link(
            chain=f"case:{case}", number=place, act=act, actor=None, role=role, at=at, facts=facts,
            committed=committed, act_key=key, previous=last,
        )  # fmt: skip
        told = at.replace(tzinfo=None).isoformat(sep=" ")
        yield None, home, case, place, act, None, role, told, json.dumps(facts), committed, last, mac, key
        last = mac


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _measure(entries: int) -> None:
    from django.conf import settings
    from django.db import connection

    from ophold.record.journal.verify import verify

    message, key = bytes(330), settings.JOURNAL_KEY  # as long as what a link covers
    verdict = verify()
    assert not verdict.faults, verdict.faults[:3]
    assert verdict.entries == entries
    plain, whole = [], []
    for _ in range(ROUNDS):
        plain.append(_timed(lambda: [hmac.digest(key, message, "sha256") for _ in range(entries)]))
        whole.append(_timed(verify))
    fast, real = entries / statistics.median(plain), entries / statistics.median(whole)
    print(f"{connection.vendor}: {entries:,} entries verified in {entries / real:.1f} s, {real:,.0f}/s", end="; ")
    print(f"plain HMAC {fast:,.0f}/s, ratio {real / fast:.3f}", flush=True)


def main() -> int:
    """Build, then measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--cases", type=int, default=50_000)
    asked.add_argument("--entries", type=int, default=20, help="in each case")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="ophold-bench-") as folder:
        os.environ |= {"OPHOLD_DEMO": "1", "OPHOLD_VAR": folder, "DJANGO_SETTINGS_MODULE": "ophold.site.settings"}
        if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        from django_scopes import scopes_disabled

        with scopes_disabled():
            _write(options.cases, options.entries)
            _measure(options.cases * options.entries)
    return 0


if __name__ == "__main__":
    sys.exit(main())
