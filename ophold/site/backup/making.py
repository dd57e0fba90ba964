"""Making a backup, and putting one back.

The database is copied first and the files after: a file too many is taken up again by the worker, one too few is lost.
"""

from __future__ import annotations

import io
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from ophold.site import health
from ophold.site.backup import manifest, postgresql, sqlite
from ophold.site.backup.manifest import BackupRefused, Manifest

MANIFEST = "manifest.json"
FILES = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Engine:
    """One database's own way."""

    name: str
    file: str
    dump: Callable[[Path], dict[str, str]]
    load: Callable[[Path], dict[str, str]]
    check: Callable[[Path], dict[str, str] | None]
    is_empty: Callable[[], bool]


_SQLITE = _Engine(
    name="sqlite", file=sqlite.NAME, dump=sqlite.dump, load=sqlite.load, check=sqlite.check, is_empty=sqlite.is_empty
)
_POSTGRESQL = _Engine(
    name="postgresql", file=postgresql.NAME, dump=postgresql.dump, load=postgresql.load, check=postgresql.check,
    is_empty=postgresql.is_empty,
)  # fmt: skip


def _engine() -> _Engine:
    return _SQLITE if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") else _POSTGRESQL


def make(target: Path, *, at: datetime) -> Manifest:
    """Write a backup to `target`, whole or not at all, readable by its owner only. Raises BackupRefused."""
    if target.exists():
        raise BackupRefused("Der blev ikke taget en kopi, fordi filen findes. Giv den et andet navn.")
    engine = _engine()
    part = target.with_name(f".{target.name}.part")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".ophold-") as folder:
            copy = Path(folder) / engine.file
            made = manifest.of(engine.name, engine.dump(copy), at)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                _write(file, made, copy)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
    except OSError as refused:
        part.unlink(missing_ok=True)
        raise BackupRefused(
            f"Der blev ikke taget en kopi: {refused.strerror}. Se efter plads og rettigheder."
        ) from None
    return made


def _write(file: io.BufferedWriter, made: Manifest, copy: Path) -> None:
    with tarfile.open(fileobj=file, mode="w") as archive:
        said = made.to_bytes()
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(said)
        archive.addfile(entry, io.BytesIO(said))
        archive.add(copy, arcname=copy.name)
        for folder in _running_folders():
            archive.add(folder, arcname=f"{FILES}/{folder.name}")


def _running_folders() -> list[Path]:
    """Every folder of running data; the database and the worker's sign of life are files beside them."""
    var = Path(settings.VAR)
    return (
        sorted(path for path in var.iterdir() if path.is_dir() and not path.name.startswith("."))
        if var.is_dir()
        else []
    )


def restore(source: Path, *, replace: bool, at: datetime) -> Manifest:
    """Put a backup back where nothing is, or with `replace` in the place of what is. Raises BackupRefused.

    Everything that can be looked at is looked at before anything is changed.
    """
    if health.worker_alive(at):
        raise BackupRefused(
            "Der blev ikke lagt noget tilbage, fordi arbejderen kører. Stop tjenesten, og vent et minut."
        )
    engine = _engine()
    with tempfile.TemporaryDirectory(prefix="ophold-") as folder:
        found = _unpacked(source, Path(folder))
        if found.engine != engine.name:
            raise BackupRefused(
                f"Der blev ikke lagt noget tilbage, fordi kopien er fra {found.engine}, og her er {engine.name}."
            )
        manifest.check_keys(found)
        if not replace and not (engine.is_empty() and not _running_folders()):
            raise BackupRefused(
                "Der blev ikke lagt noget tilbage, fordi her allerede er noget. Tag en kopi af det, "
                "og skriv --replace for at lægge denne i stedet."
            )
        copy = Path(folder) / engine.file
        _same(engine.check(copy), found)
        _same(engine.load(copy), found)
        _put_files(Path(folder) / FILES)
    return found


def _unpacked(source: Path, folder: Path) -> Manifest:
    try:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        return Manifest.from_bytes((folder / MANIFEST).read_bytes())
    except (OSError, tarfile.TarError, KeyError) as wrong:
        raise BackupRefused(
            "Der blev ikke lagt noget tilbage, fordi filen ikke kan læses som en sikkerhedskopi."
        ) from wrong


def _same(found: dict[str, str] | None, told: Manifest) -> None:
    if found is not None and found != told.tables:
        wrong = sorted(name for name in found.keys() | told.tables.keys() if found.get(name) != told.tables.get(name))
        raise BackupRefused(f"Kopien er ikke, som den var, da den blev taget: {', '.join(wrong)}. Brug en anden kopi.")


def _put_files(folder: Path) -> None:
    """In the place of the folders there are; modification times, which say when a letter was handed over, are kept."""
    var = Path(settings.VAR)
    var.mkdir(parents=True, exist_ok=True)
    for old in _running_folders():
        shutil.rmtree(old)
    for each in folder.iterdir() if folder.is_dir() else ():
        shutil.copytree(each, var / each.name)
