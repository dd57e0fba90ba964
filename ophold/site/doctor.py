"""Is everything as it must be to run? One check, one line, and what to do when it is not: `ophold doctor`.

Looks and changes nothing, but for a file it writes and removes where letters go. Not here: whether the journal is as
it was written (`ophold journal verify`), which takes time on a large database.
"""

from __future__ import annotations

import base64
import os
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django_scopes import scopes_disabled

from ophold.record.attachments.checking import PaperRefused, checked
from ophold.record.attachments.choices import Kind
from ophold.record.cases.models import Case
from ophold.record.cases.standards import catalogue
from ophold.record.clock import COPENHAGEN
from ophold.record.journal import anchors as anchor_file
from ophold.record.journal import triggers
from ophold.record.letters import heartbeat
from ophold.record.letters.typeset import FONT_FILES
from ophold.record.people.models import Municipality
from ophold.site import environment, health

OLDEST_PYTHON = (3, 11)
EARLIEST = 1_767_225_600  # 1 January 2026: a clock before this was never set
ONE_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)  # a PNG
ANCHORED_WITHIN = timedelta(hours=26)  # a day, and the timer's own slack


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line: what was looked at, how it was found, and what to do."""

    name: str
    well: bool
    says: str
    do: str = ""

    def __str__(self) -> str:
        line = f"{'ok  ' if self.well else 'FEJL'}  {self.name}: {self.says}"
        return line if self.well else f"{line} {self.do}"


def before_serving() -> Iterator[Check]:
    """What must be well before anything is started."""
    yield from _carried_out((python, keys))
    there = database()
    yield there
    if there.well:  # asking on would make an empty SQLite file
        yield from _carried_out((migrations, barriers))
    yield from _carried_out((static_files, fonts, postbox))


def everything(at: datetime) -> Iterator[Check]:
    """All checks, on the machine where the service runs; `at` is now."""
    yield from before_serving()
    if database().well:
        yield from _carried_out((municipalities, pinned_standards))
    yield from _carried_out((papers, spelling, lambda: worker(at), lambda: anchors(at), clock_and_zone, disk))


def _carried_out(checks: tuple[Callable[[], Check], ...]) -> Iterator[Check]:
    for check in checks:
        try:
            yield check()
        except DatabaseError as away:
            yield Check(
                name=getattr(check, "__doc__", "") or "Database",
                well=False,
                says=f"kunne ikke ses efter, fordi databasen ikke svarede ({type(away).__name__}).",
                do="Se DATABASE_URL, og om databasen kører.",
            )


def python() -> Check:
    """Python"""
    found = ".".join(map(str, sys.version_info[:3]))
    return Check(name="Python", well=sys.version_info >= OLDEST_PYTHON, says=f"{found}.", do="Brug 3.11 eller nyere.")


def keys() -> Check:
    """Nøgler"""
    numbered = (*settings.CPR_SEAL_KEYS.values(), *settings.CPR_INDEX_KEYS.values())
    secrets: list[bytes | str] = [*numbered, settings.JOURNAL_KEY, settings.SECRET_KEY]
    if settings.DEMO:
        return Check(name="Nøgler", well=True, says="demonstrationens, som alle kender; intet her må være virkeligt.")
    distinct = len({each if isinstance(each, bytes) else each.encode() for each in secrets}) == len(secrets)
    signing = environment.text("OPHOLD_SECRET_KEY")
    reused = bool(signing) and signing in _key_texts()
    return Check(
        name="Nøgler",
        well=distinct and not reused,
        says=f"{len(secrets)} sat; forsegler med nummer {next(iter(settings.CPR_SEAL_KEYS))}."
        if distinct and not reused
        else "to af dem er ens.",
        do="Lav en til hver med `ophold key new`.",
    )


def _key_texts() -> set[str]:
    names = ("OPHOLD_CPR_SEAL_KEY", "OPHOLD_CPR_INDEX_KEY", "OPHOLD_JOURNAL_KEY")
    return {part.rpartition(":")[2].strip() for name in names for part in environment.text(name).split(",")}


def database() -> Check:
    """Database"""
    do = "Se DATABASE_URL, og om databasen kører."
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") and not _sqlite_file().exists():
        return Check(name="Database", well=False, says="filen er der ikke.", do="Kør `ophold migrate`.")
    answers = health.database_answers()
    return Check(name="Database", well=answers, says=f"{connection.vendor} {'svarer' if answers else 'tier'}.", do=do)


def _sqlite_file() -> Path:
    return Path(str(settings.DATABASES["default"]["NAME"]))


def migrations() -> Check:
    """Databasens form"""
    away = health.missing_migrations()
    says = f"mangler {len(away)} ændringer, den første {away[0]}." if away else "svarer til denne udgave."
    return Check(name="Databasens form", well=not away, says=says, do="Tag en sikkerhedskopi, og kør `ophold migrate`.")


def barriers() -> Check:
    """Spærrer mod ændringer"""
    away = triggers.missing(connection)
    says = f"{len(away)} mangler, den første {away[0]}." if away else "står i databasen."
    return Check(
        name="Spærrer mod ændringer",
        well=not away,
        says=says,
        do="Find ud af, hvem der fjernede dem; kør så `ophold migrate` og `ophold journal verify`.",
    )


def static_files() -> Check:
    """Sidens filer"""
    there = (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file()
    return Check(
        name="Sidens filer", well=there, says="er samlet." if there else "er ikke samlet.", do="Kør `make setup`."
    )


def fonts() -> Check:
    """Skrifter til breve"""
    away = [name for name in FONT_FILES if not (Path(settings.LETTER_FONTS_DIR) / name).is_file()]
    says = f"mangler {', '.join(away)}." if away else "er der."
    return Check(name="Skrifter til breve", well=not away, says=says, do="Kør `make setup`.")


def postbox() -> Check:
    """Mappen til breve"""
    folder = Path(settings.VAR) / "postbox"
    do = "Giv tjenestens bruger lov til at skrive i OPHOLD_VAR."
    probe = folder / f".{uuid.uuid4().hex}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as refused:
        return Check(name="Mappen til breve", well=False, says=f"kan ikke skrives i ({refused.strerror}).", do=do)
    return Check(name="Mappen til breve", well=True, says="kan skrives i.")


def papers() -> Check:
    """Undersøgelse af bilag"""
    try:
        well = checked("prøve.png", ONE_DOT).kind == Kind.PNG
    except PaperRefused:
        well = False
    return Check(
        name="Undersøgelse af bilag",
        well=well,
        says="virker." if well else "virker ikke, så ingen kan vedlægge filer.",
        do="Kør `make setup`, og giv tjenesten mindst 1 GB hukommelse til hvert bilag, der undersøges.",
    )


def spelling() -> Check:
    """Miljøet"""
    strangers = environment.unknown(os.environ)
    says = f"kender ikke {', '.join(strangers)}." if strangers else "har ingen ukendte navne."
    return Check(name="Miljøet", well=not strangers, says=says, do="Ret stavningen; se docs/operations.md.")


def municipalities() -> Check:
    """Kommuner"""
    count = Municipality.objects.count()
    return Check(name="Kommuner", well=count > 0, says=f"{count} er klar.", do="Kør `ophold migrate`.")


def pinned_standards() -> Check:
    """Sagernes standarder"""
    known = catalogue().standards
    with scopes_disabled():
        pinned = set(Case.objects.order_by().values_list("municipality__key", "standard_version").distinct())
    away = sorted(
        f"{key}/{version}" for key, version in pinned if version not in {each.version for each in known.get(key, ())}
    )
    says = f"{len(away)} mangler: {', '.join(away[:3])}." if away else f"alle {len(pinned)} er her."
    return Check(
        name="Sagernes standarder", well=not away, says=says, do="Læg filen tilbage i mappen OPHOLD_STANDARDS."
    )


def worker(at: datetime) -> Check:
    """Arbejderen"""
    beat = heartbeat.last()
    says = f"sagde sidst til {beat:%Y-%m-%d %H:%M:%S}." if beat else "har ikke sagt noget her."
    return Check(
        name="Arbejderen",
        well=health.worker_alive(at),
        says=says,
        do="Start den (`ophold serve` eller ophold-worker.service); siden og den skal have samme OPHOLD_VAR.",
    )


def anchors(at: datetime) -> Check:
    """Journalens ankre"""
    name, do = "Journalens ankre", "Start ophold-anchor.timer, og sæt OPHOLD_ANCHORS; se docs/operations.md."
    if settings.DEMO:
        return Check(name=name, well=True, says="demonstrationens journal skal ikke bevise noget.")
    if not settings.ANCHORS:
        return Check(name=name, well=False, says="der er ikke sagt, hvor de skal være.", do=do)
    place = Path(settings.ANCHORS)
    try:
        last = anchor_file.read(place).last
    except anchor_file.AnchorsRefused as refused:
        return Check(name=name, well=False, says=str(refused), do=do)
    if last is None or at - last.at > ANCHORED_WITHIN:
        when = f"sidst {last.at.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}" if last else "aldrig"
        return Check(name=name, well=False, says=f"{when}; det skal være mindst hvert døgn.", do=do)
    near = place.stat().st_dev == Path(settings.VAR).stat().st_dev
    where = " De ligger på samme disk som tjenesten: kopiér dem til en anden maskine." if near else ""
    return Check(name=name, well=True, says=f"sidst {last.at.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}.{where}")


def clock_and_zone() -> Check:
    """Uret"""
    now = time.time()
    offset = datetime.fromtimestamp(now, tz=COPENHAGEN).utcoffset()
    well = now > EARLIEST and offset is not None and offset.total_seconds() in (3600, 7200)
    return Check(
        name="Uret", well=well, says=f"{datetime.fromtimestamp(now, tz=COPENHAGEN):%Y-%m-%d %H:%M} i København.",
        do="Stil uret (NTP), og installér tidszonerne (tzdata).",
    )  # fmt: skip


def disk() -> Check:
    """Plads"""
    well = health.disk_has_room()
    least = health.ROOM_NEEDED // 1024**2
    says = f"mere end {least} MB fri." if well else f"under {least} MB fri, eller mappen er der ikke."
    return Check(name="Plads", well=well, says=says, do="Gør plads, hvor OPHOLD_VAR ligger.")
