"""The standard and the settings a case lives under. Files are read once; the case keeps its version by name.

A standard is a file or a version adopted here (docs/decisions/0100-adopted-versions-stand-beside-files.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from ophold.law.statute import Statute
from ophold.record.administration.queries import changes_on
from ophold.record.cases.models import Case
from ophold.record.people.models import Municipality
from ophold.record.standards.queries import adopted, stamps
from ophold.standard.acts import Acts, load_acts
from ophold.standard.load import Catalogue, merged, municipality_settings
from ophold.standard.load import catalogue as load_catalogue
from ophold.standard.national import Law, national_law
from ophold.standard.settings import ComplaintAddress, MunicipalitySettings, changed, complaint_address
from ophold.standard.shape import Standard


@lru_cache(maxsize=8)
def _catalogue(root: Path) -> Catalogue:
    return load_catalogue(root)


@lru_cache(maxsize=8)
def _settings(root: Path) -> Mapping[str, MunicipalitySettings]:
    return municipality_settings(root)


@lru_cache(maxsize=8)
def _law(root: Path) -> Law:
    return national_law(root)


@lru_cache(maxsize=8)
def _acts(root: Path) -> Acts:
    return load_acts(root)


def acts() -> Acts:
    """The dated table of acts, orders and guidances."""
    return _acts(Path(settings.LAW_DIR))


def statute(on: date) -> Statute:
    """What national law says in numbers on a day; never pinned to a case."""
    return _law(Path(settings.LAW_DIR)).statute(on)


def installed() -> Catalogue:
    """Every standard that is a file."""
    return _catalogue(Path(settings.STANDARDS_DIR))


def catalogue() -> Catalogue:
    """Every standard, also those adopted here; one statement. Where the municipality is known, `catalogue_of`."""
    return catalogue_at(stamps())


def catalogue_at(stamped: tuple[tuple[str, int, str], ...]) -> Catalogue:
    """The same for somebody who has asked for the stamps already; no statement."""
    return _with_adopted(Path(settings.STANDARDS_DIR), stamped) if stamped else installed()


def catalogue_of(home: Municipality) -> Catalogue:
    """The same of one municipality; costs nothing but once after each of its adoptions."""
    if not home.standards_stamp:
        return installed()
    return _with_adopted(Path(settings.STANDARDS_DIR), ((home.key, home.pk, home.standards_stamp),))


@lru_cache(maxsize=1024)
def _with_adopted(root: Path, stamped: tuple[tuple[str, int, str], ...]) -> Catalogue:
    """A stamp is another one after every adoption, whichever process made it; so what is kept here is never old."""
    return merged(_catalogue(root), [each for _key, pk, stamp in stamped for each in adopted(pk, stamp)])


def all_settings() -> Mapping[str, MunicipalitySettings]:
    """Every municipality's own settings, by key."""
    return _settings(Path(settings.MUNICIPALITIES_DIR))


def settings_of(municipality: Municipality, on: date | None = None) -> MunicipalitySettings:
    """One municipality's own settings on a day: its file, and over it what was entered here.

    Addresses hold from the day they are entered, so they need no `on`; without it the file's dated values are given.
    """
    if not municipality.settings_stamp:
        return all_settings()[municipality.key]
    root, stamp = Path(settings.MUNICIPALITIES_DIR), municipality.settings_stamp
    return _entered(root, municipality.key, municipality.pk, stamp, on or date.min)


def current_settings(on: date) -> Mapping[str, MunicipalitySettings]:
    """Every municipality's own settings on a day, by key: its file, and over it what was entered here."""
    entered = Municipality.objects.exclude(settings_stamp="").filter(key__in=all_settings())
    return {**all_settings(), **{each.key: settings_of(each, on) for each in entered}}


@lru_cache(maxsize=1024)
def _entered(root: Path, key: str, municipality_id: int, stamp: str, on: date) -> MunicipalitySettings:
    """`stamp` is another one after every change, whichever process made it; so what is kept here is never old."""
    return changed(_settings(root)[key], changes_on(municipality_id, on))


def standard_in_force(home: Municipality, on: date) -> Standard:
    """The version a case that begins on a day is pinned to."""
    return catalogue_of(home).in_force(home.key, on)


def standard_of(case: Case) -> Standard:
    """The version the case is pinned to; the case must have its municipality loaded."""
    return catalogue_of(case.municipality).version(case.municipality.key, case.standard_version)


def complaint_address_of(case: Case) -> ComplaintAddress | None:
    """Where one complains in a case; a placeholder is an address in a demonstration only, elsewhere it is none."""
    found = complaint_address(standard_of(case), settings_of(case.municipality))
    return found if found is None or settings.DEMO or not found.placeholder else None
