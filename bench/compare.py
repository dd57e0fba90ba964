"""How long does it take to lay 98 municipalities side by side, each with 10 versions? `python -m bench.compare`.

The standards are generated from one seed: unit, number, bound, silence and reading vary from version to version. All
are written as files, loaded as files, and asked for through the product's own web application. Goal: under 300 ms for
the page once a process has its versions; also shown: the first time, and all 980 versions in one comparison.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ophold.law.promises import (
    Bound,
    ComplaintRoute,
    FollowUpPromise,
    GrantLength,
    HearingPromise,
    Interval,
    Period,
    RespitePromise,
    ResponsePromise,
    Start,
    Unit,
)
from ophold.standard.canonical import canonical_text
from ophold.standard.compare import compare
from ophold.standard.load import catalogue
from ophold.standard.national import national_law
from ophold.standard.shape import Document, Promise, Standard, State

ROOT = Path(__file__).resolve().parent.parent
MUNICIPALITIES, VERSIONS, SEED = 98, 10, 107
ROUNDS, GOAL_MS = 7, 300.0
TODAY = date(2026, 11, 2)

NUMBERS = {
    Unit.DAY: (14, 28, 30, 42, 60, 90),
    Unit.WEEK: (2, 4, 6, 8, 10, 12, 16),
    Unit.MONTH: (1, 2, 3, 4, 6),
    Unit.WEEKDAY_MON_SAT: (20, 30, 40, 60, 75),
    Unit.WORKING_DAY_MON_FRI: (20, 30, 40, 60, 75),
}


def generated(seed: int = SEED, municipalities: int = MUNICIPALITIES, versions: int = VERSIONS) -> Iterator[Standard]:
    """Standards that differ in unit, number, bound and silence; the same seed gives the same ones."""
    chance = random.Random(seed)
    installed = catalogue(ROOT / "standards")
    bases = [known[-1] for known in installed.standards.values()]
    for number in range(municipalities):
        base = chance.choice(bases)
        for year in range(versions):
            yield _version(base, number, date(2027 - versions + year, 1, 1 + chance.randrange(28)), chance)


def _version(base: Standard, number: int, day: date, chance: random.Random) -> Standard:
    key, last = f"proeve_{_letters(number)}", next(iter(base.provisions))
    header = replace(
        base.header, key=key, name=f"Prøvekommune {number + 1}", version=day.isoformat(), adopted_on=day,
        valid_from=day if chance.random() < 0.5 else None, name_evidence=None,
    )  # fmt: skip
    varied = {name: _promise(value, last, chance) for name, value in _values(chance).items()}
    kept = {name: promise for name, promise in base.promises.items() if name not in varied}
    promises = MappingProxyType({name: varied.get(name) or kept[name] for name in base.promises})
    return replace(base, header=header, promises=promises)


def _values(chance: random.Random) -> dict[str, object]:
    first = Interval(bound=chance.choice((Bound.WITHIN, Bound.AFTER)), period=_period(chance, Unit.MONTH))
    then = Interval(bound=Bound.AT_LEAST_EVERY, period=_period(chance, Unit.MONTH))
    years = Period(value=chance.randrange(1, 5), unit=Unit.YEAR)
    return {
        "response_deadline": ResponsePromise(within=_period(chance), start=chance.choice(list(Start))),
        "hearing": HearingPromise(always=chance.random() < 0.5, within=_period(chance, Unit.DAY)),
        "follow_up": FollowUpPromise(
            first=first, then=then if chance.random() < 0.7 else None, by_need=chance.random() < 0.5
        ),
        "grant_length": GrantLength(review_after=years),
        "respite": RespitePromise(guideline=chance.randrange(10, 200), individual=True),
        "complaint": ComplaintRoute(to="Kommunen", oral=True, citizen_within=Period(value=4, unit=Unit.WEEK)),
    }


def _promise(value: object, provision: str, chance: random.Random) -> Promise[object]:
    dice = chance.random()
    if dice < 0.2:
        return Promise(state=State.SILENT)
    if dice < 0.25:
        return Promise(state=State.ELSEWHERE, provisions=(provision,), document=Document(name="Svarfrister"))
    return Promise(state=State.FIXED, provisions=(provision,), value=value)


def _period(chance: random.Random, unit: Unit | None = None) -> Period:
    unit = unit or chance.choice(list(NUMBERS))
    also = (Unit.WORKING_DAY_MON_FRI,) if unit is Unit.WEEKDAY_MON_SAT and chance.random() < 0.5 else ()
    return Period(value=chance.choice(NUMBERS[unit]), unit=unit, also_read_as=also)


def _letters(number: int) -> str:
    return chr(97 + number // 26) + chr(97 + number % 26)


def written(folder: Path, standards: Iterator[Standard]) -> None:
    """As files, each where the product looks for it."""
    for standard in standards:
        home = folder / standard.key
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{standard.version}.yaml").write_text(canonical_text(standard), encoding="utf-8")


def _milliseconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    found = []
    for _round in range(rounds):
        began = time.perf_counter()
        run()
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found)


def _asked(application: Callable[..., Any], query: str) -> bytes:
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/sammenlign/", "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "127.0.0.1", "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr, "wsgi.multithread": False,
        "wsgi.multiprocess": False, "wsgi.run_once": False,
    }  # fmt: skip
    said: list[str] = []
    parts = application(environ, lambda status, _headers, _exc=None: said.append(status))
    assert said == ["200 OK"], said
    return b"".join(parts)


def measure(folder: Path) -> int:
    """Print the figures; 1 when the page is slower than the goal."""
    began = time.perf_counter()
    every = catalogue(folder)
    print(f"reading {MUNICIPALITIES} x {VERSIONS} files: {time.perf_counter() - began:.1f} s, once a process")
    statute = national_law(ROOT).statute(TODAY)
    ask = {"statute": statute, "year": TODAY.year, "settings": {}}
    current = [every.in_force(key, TODAY) for key in every.keys]
    whole = [each for versions in every.standards.values() for each in versions]
    for name, standards in (("in force", current), ("every version", whole)):
        first = _milliseconds(partial(compare, standards, **ask), 1)  # type: ignore[arg-type]
        again = _milliseconds(partial(compare, standards, **ask))  # type: ignore[arg-type]
        print(f"comparison, {name} ({len(standards)}): {again:.1f} ms; the first time {first:.0f} ms")
    from django.core.management import call_command

    from ophold.site.wsgi import application

    call_command("migrate", verbosity=0)
    first = _milliseconds(partial(_asked, application, "k=alle"), 1)
    page = _milliseconds(partial(_asked, application, "k=alle"))
    size = len(_asked(application, "k=alle"))
    print(f"the page, {len(current)} side by side ({size / 1e6:.1f} MB): {page:.0f} ms, goal {GOAL_MS:.0f} ms; "
          f"the first time, with its files, {first:.0f} ms")  # fmt: skip
    few = "&".join(f"k={key}" for key in every.keys[:5])
    print(f"the page, 5 side by side: {_milliseconds(partial(_asked, application, few)):.1f} ms")
    return 0 if page < GOAL_MS else 1


def main() -> int:
    """Everything in a folder of its own."""
    with tempfile.TemporaryDirectory() as place:
        standards = Path(place) / "standards"
        written(standards, generated())
        os.environ |= {
            "OPHOLD_DEMO": "1", "OPHOLD_STANDARDS": str(standards), "OPHOLD_VAR": place,
            "OPHOLD_TODAY": TODAY.isoformat(), "DATABASE_URL": f"sqlite:///{place}/bench.sqlite3",
            "DJANGO_SETTINGS_MODULE": "ophold.site.settings", "OPHOLD_LOG_LEVEL": "WARNING",
        }  # fmt: skip
        import django

        django.setup()
        return measure(standards)


if __name__ == "__main__":
    sys.exit(main())
