"""Standards and settings in a folder of the test's own: one number changed, a newer version, or a new municipality.

Everything the product reads of a council comes from these two folders, so that is all a test has to change.
"""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

from django.conf import settings as django_settings
from pytest_django import Settings

ROOT = Path(__file__).resolve().parents[2]
SIXTH = ROOT / "tests/standard/sixth"
SEVENTH = ROOT / "tests/standard/seventh"


def own_folders(folder: Path, settings: Settings) -> Path:
    """Copies of both folders that the product now reads instead; the folder they lie in."""
    for name in ("standards", "municipalities"):
        copytree(ROOT / name, folder / name)
    return _read_from(folder, settings)


def with_the_sixth(folder: Path, settings: Settings) -> Path:
    """The five and the invented one, which is nothing but its two files."""
    return _with(SIXTH, folder, settings)


def with_the_seventh(folder: Path, settings: Settings) -> Path:
    """The five and the invented one whose joint standard says all that theirs do not."""
    return _with(SEVENTH, folder, settings)


def _with(invented: Path, folder: Path, settings: Settings) -> Path:
    own_folders(folder, settings)
    for name in ("standards", "municipalities"):
        copytree(invented / name, folder / name, dirs_exist_ok=True)
    return folder


def standard_file(key: str, folder: Path = ROOT) -> Path:
    """The one file of a council's standard."""
    (found,) = (folder / "standards" / key).glob("*.yaml")
    return found


def change(folder: Path, key: str, old: str, new: str) -> Path:
    """Write one thing differently in a standard's file; it stands there exactly once."""
    file = standard_file(key, folder)
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), "utf-8")
    return file


def newer_version(folder: Path, key: str, version: str, old: str, new: str) -> Path:
    """A newer, dated version beside the one in force, with one thing written differently."""
    file = standard_file(key, folder)
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    dated = {"version": f'"{version}"', "adopted_on": version, "valid_from": version}
    text = text.replace(old, new)
    for field, value in dated.items():
        text = re.sub(rf"(?m)^  {field}: .*$", f"  {field}: {value}", text, count=1)
    made = file.with_name(f"{version}.yaml")
    made.write_text(text, "utf-8")
    return made


def _read_from(folder: Path, settings: Settings) -> Path:
    settings.STANDARDS_DIR = folder / "standards"
    settings.MUNICIPALITIES_DIR = folder / "municipalities"
    assert folder / "standards" == django_settings.STANDARDS_DIR
    return folder
