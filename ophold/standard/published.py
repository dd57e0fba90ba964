"""On which day was a version first published here, and when was our rendering of it last corrected?

Read from `published.yaml` beside the standards' folders: a clone has the same days as the machine it came from. Not
here: the day a council adopted a standard or the day it applies from; an undated text has neither, and gets none by
being published. Reading: docs/decisions/0097-when-a-version-was-published.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ophold.standard.load import read_text
from ophold.standard.plain_yaml import Where, read_plain, shown
from ophold.standard.shape import Standard

FILE = "published.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a version came out here."""

    first: date
    changed: date  # the first day again, if nothing was corrected


def published(root: Path) -> Mapping[str, Published]:
    """The days in a standards' folder, by version key; none without the file."""
    path = root / FILE
    if not path.is_file():
        return MappingProxyType({})
    where = Where(str(path))
    raw = read_plain(read_text(path), where)
    if not isinstance(raw, dict):
        raise where.refusal("der ikke står en dag for hver version", "skriv en linje som nøgle/undated-1: 2026-11-22")
    return MappingProxyType({name: _published(days, where.at(shown(name))) for name, days in raw.items()})


def published_or_borne(standard: Standard, known: Mapping[str, Published]) -> Published | None:
    """When a version came out here; where nobody wrote it down, the day its own text bears; an undated one has none."""
    borne = standard.header.adopted_on or standard.header.valid_from
    return known.get(standard.version_key) or (Published(first=borne, changed=borne) if borne else None)


def _published(raw: object, where: Where) -> Published:
    days = raw if isinstance(raw, list) else [raw]
    if not days or not all(isinstance(day, date) for day in days) or days != sorted(days):
        raise where.refusal("der ikke står en dag, eller flere i rækkefølge", "skriv den som 2026-11-22")
    return Published(first=days[0], changed=days[-1])
