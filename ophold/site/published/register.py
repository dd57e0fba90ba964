"""When did each version come out here? A file's day stands in the register; an adopted one's is its recording's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django_scopes import scopes_disabled

from ophold.law.calendar import day_of
from ophold.record.standards.models import AdoptedVersion
from ophold.standard.published import Published, published


def register(stamped: tuple[tuple[str, int, str], ...]) -> Mapping[str, Published]:
    """Every known day, by version key; no statement but after an adoption."""
    return _days(Path(settings.STANDARDS_DIR), stamped)


@lru_cache(maxsize=64)
def _days(root: Path, stamped: tuple[tuple[str, int, str], ...]) -> Mapping[str, Published]:
    """A stamp is another one after every adoption, so what is kept here is never old."""
    known = dict(published(root))
    if stamped:
        with scopes_disabled():  # a published standard is nobody's own
            rows = AdoptedVersion.objects.values_list("municipality__key", "version", "recorded_at")
            for key, version, recorded_at in rows:
                day = day_of(recorded_at)
                known[f"{key}/{version}"] = Published(first=day, changed=day)
    return known
