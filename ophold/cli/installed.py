"""Which standards, settings and law are installed here? Reads the same folders as the site, without Django."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from ophold.law.calendar import day_of
from ophold.standard.acts import Acts, load_acts
from ophold.standard.load import Catalogue, catalogue, folded, load_file, municipality_settings
from ophold.standard.national import Law, national_law
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard

ROOT = Path(__file__).resolve().parent.parent.parent


def standards() -> Catalogue:
    """Every installed standard."""
    return catalogue(Path(os.environ.get("OPHOLD_STANDARDS", ROOT / "standards")))


def settings_of(key: str) -> MunicipalitySettings | None:
    """A municipality's own settings, if it has any here."""
    folder = Path(os.environ.get("OPHOLD_MUNICIPALITIES", ROOT / "municipalities"))
    return municipality_settings(folder).get(folded(key)) if folder.is_dir() else None


def standard_from(file: str) -> Standard:
    """A standard that is not installed, from its file."""
    return load_file(Path(file))


def law() -> Law:
    """National law."""
    return national_law(ROOT)


def acts() -> Acts:
    """The dated table of acts, orders and guidance."""
    return load_acts(ROOT)


def today() -> date:
    """The day it is in Copenhagen, for a command that asks no database and so starts no Django."""
    return day_of(datetime.now(tz=UTC))  # noqa: TID251 - the shell's edge; the site's is ophold.record.clock
