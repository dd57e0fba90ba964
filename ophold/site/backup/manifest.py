"""What a backup says about itself, and whether it may be restored here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings

from ophold.site.environment import fingerprint

FORMAT = 1


class BackupRefused(Exception):
    """No backup was made, or nothing was restored; `str()` says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The first thing in the file."""

    made_at: str
    engine: str  # sqlite or postgresql
    keys: Mapping[str, str]  # which key → its fingerprint
    tables: Mapping[str, str]  # table → hash of its rows, in order
    format: int = FORMAT

    def to_bytes(self) -> bytes:
        """As it is stored."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @staticmethod
    def from_bytes(stored: bytes) -> Manifest:
        """Read again. Raises BackupRefused."""
        try:
            found = Manifest(**json.loads(stored))
        except (ValueError, TypeError) as wrong:
            raise BackupRefused("Der blev ikke lagt noget tilbage, fordi filen ikke er en sikkerhedskopi.") from wrong
        if found.format != FORMAT:
            raise BackupRefused(
                f"Der blev ikke lagt noget tilbage, fordi filen har format {found.format}; denne udgave læser {FORMAT}."
            )
        return found


def of(engine: str, tables: Mapping[str, str], at: datetime) -> Manifest:
    """The manifest of a backup made now."""
    made_at = at.isoformat(timespec="seconds")
    return Manifest(made_at=made_at, engine=engine, keys=fingerprints(), tables=tables)


def fingerprints() -> dict[str, str]:
    """Every key that what is stored depends on; sessions' key is not among them."""
    seals = {f"OPHOLD_CPR_SEAL_KEY {number}": key for number, key in settings.CPR_SEAL_KEYS.items()}
    index = {f"OPHOLD_CPR_INDEX_KEY {number}": key for number, key in settings.CPR_INDEX_KEYS.items()}
    if 1 in settings.CPR_INDEX_KEYS:  # the name it had before it had a number
        index["OPHOLD_CPR_INDEX_KEY"] = index.pop("OPHOLD_CPR_INDEX_KEY 1")
    rest = {"OPHOLD_JOURNAL_KEY": settings.JOURNAL_KEY}
    return {name: fingerprint(key) for name, key in (seals | index | rest).items()}


def check_keys(manifest: Manifest) -> None:
    """Every key the backup was made under must be here; more may. Raises BackupRefused."""
    here = fingerprints()
    away = sorted(name for name, mark in manifest.keys.items() if here.get(name) != mark)
    if away:
        raise BackupRefused(
            f"Der blev ikke lagt noget tilbage, fordi kopien er taget med andre nøgler end dem, der er sat her "
            f"({', '.join(away)}). Uden dem kan intet i den læses. Sæt kopiens nøgler, og prøv igen."
        )
