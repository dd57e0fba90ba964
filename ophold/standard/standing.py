"""Is a version in force on a day, replaced by a newer one, or not yet in force?

Not here: which version a case lives under (its pin). Reading: docs/decisions/0020-which-version.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ophold.standard.load import Catalogue, NotFound
from ophold.standard.shape import Standard


class Place(Enum):
    """Where a version stands among the others of its municipality."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one version stands on a day."""

    place: Place
    in_force: Standard | None  # the one that is, if any
    since: date | None  # the first day of this version, if the text states one
    until: date | None  # the day the next version took or takes over, if there is one


def standing(catalogue: Catalogue, standard: Standard, on: date) -> Standing:
    """Where a version stands on a day."""
    try:
        current = catalogue.in_force(standard.key, on)
    except NotFound:
        current = None
    versions = catalogue.standards[standard.key]
    later = versions[versions.index(standard) + 1 :]
    first = standard.applies_from
    coming = first is not None and first > on
    place = Place.IN_FORCE if standard is current else Place.COMING if coming else Place.REPLACED
    until = next((each.applies_from for each in later if each.applies_from is not None), None)
    return Standing(place=place, in_force=current, since=first, until=until)
