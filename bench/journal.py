"""How fast is the whole journal verified? Entries a second, beside plain HMAC over the same bytes in the same run.

`python -m bench.journal [cases] [entries a case]`; alternated, median of five.
"""

from __future__ import annotations

import hmac
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
ENTRIES = int(sys.argv[2]) if len(sys.argv) > 2 else 50
ROUNDS = 5
BEGAN = datetime(2026, 3, 2, 8, tzinfo=UTC)


def _set_up() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _write() -> None:
    """Every tenth entry has a text, as in a real case."""
    from django_scopes import scopes_disabled

    from ophold.record.acting import acting
    from ophold.record.cases.models import Case
    from ophold.record.journal.actions import write
    from ophold.record.people.actions import know_citizen, know_municipalities

    with scopes_disabled(), acting("bench"):
        home = know_municipalities({"proeve": "Prøve"})[0]
        citizen = know_citizen(home, digits="6101800000", name="Person Prøve")
        for number in range(CASES):
            case = Case.objects.create(
                municipality=home,
                citizen=citizen,
                reference=f"PRO-{number}",
                received_on=BEGAN.date(),
                channel="letter",
                standard_version="x",
                opened_at=BEGAN,
            )
            for place in range(ENTRIES):
                at = BEGAN + timedelta(minutes=place)
                text = "Borgeren ringede og fortalte om sin hverdag." * 3 if place % 10 == 0 else ""
                write(case, act="note_conversation", by=None, at=at, facts={"kanal": "phone", "nr": place}, text=text)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Build, then measure."""
    with tempfile.TemporaryDirectory(prefix="ophold-bench-") as folder:
        os.environ |= {"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3", "OPHOLD_DEMO": "1", "OPHOLD_VAR": folder}
        os.environ["DJANGO_SETTINGS_MODULE"] = "ophold.site.settings"
        _set_up()
        _write()
        _measure()


def _measure() -> None:
    from ophold.record.journal import chain
    from ophold.record.journal.verify import verify

    said: list[bytes] = []
    digest = hmac.digest

    def listening(key: bytes, message: bytes, name: str) -> bytes:
        said.append(message)
        return digest(key, message, name)

    chain.hmac.digest = listening  # type: ignore[attr-defined]
    verdict = verify()
    chain.hmac.digest = digest  # type: ignore[attr-defined]
    assert not verdict.faults, verdict
    key = os.urandom(32)
    plain, whole = [], []
    for _ in range(ROUNDS):
        plain.append(_timed(lambda: [digest(key, message, "sha256") for message in said]))
        whole.append(_timed(verify))
    entries = verdict.entries
    fast, real = entries / statistics.median(plain), entries / statistics.median(whole)
    print(f"{entries} entries: verified {real:,.0f}/s, plain HMAC {fast:,.0f}/s, ratio {real / fast:.3f}")


if __name__ == "__main__":
    main()
