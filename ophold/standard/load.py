"""Which standards and settings are installed, and which standard is in force on a day? The one place that reads files.

Files: `standards/<key>/<version>.yaml`, `municipalities/<key>.yaml`. Reading: a dated version applies from its first
day until the next; an undated one applies where no dated one does, as the only known version
(docs/decisions/0020-which-version.md).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from ophold.law import wording
from ophold.standard.assemble import standard_from_text
from ophold.standard.plain_yaml import MOST_CHARACTERS, Where, shown
from ophold.standard.settings import MunicipalitySettings, settings_from_text
from ophold.standard.shape import Standard, StandardRefused

_FOLDS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


class NotFound(StandardRefused):
    """No such municipality, version or standard in force; the text is one Danish sentence."""


def folded(name: str) -> str:
    """A municipality's name as its key would spell it: "Hjørring Kommune" → "hjoerring"."""
    plain = unicodedata.normalize("NFC", name).strip().casefold().translate(_FOLDS)
    return plain.removesuffix(" kommune").replace(" ", "_").replace("-", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every installed standard, by municipality and version, oldest first."""

    standards: Mapping[str, tuple[Standard, ...]]

    @property
    def keys(self) -> tuple[str, ...]:
        """The municipalities' keys in alphabetical order."""
        return tuple(self.standards)

    def named(self, text: str) -> str:
        """The key of the municipality a person wrote, in Danish spelling or as a key; raises NotFound."""
        key = folded(text)
        if key in self.standards:
            return key
        close = get_close_matches(key, self.keys, n=1, cutoff=0.5)
        hint = f"mente du {close[0]}?" if close else f"vælg en af: {', '.join(self.keys)}."
        raise NotFound(f"Kommunen »{shown(text)}« blev ikke fundet, fordi ingen standard bærer det navn; {hint}")

    def versions(self, key: str) -> tuple[Standard, ...]:
        """Every version of one municipality's standard, oldest first, undated ones first of all."""
        return self.standards[self.named(key)]

    def version(self, key: str, version: str) -> Standard:
        """One version; raises NotFound."""
        known = self.versions(key)
        for standard in known:
            if standard.version == version:
                return standard
        names = ", ".join(standard.version for standard in known)
        raise NotFound(
            f"Versionen »{shown(version)}« blev ikke fundet hos {known[0].header.name}; vælg en af: {names}."
        )

    def by_version_key(self, version_key: str) -> Standard:
        """The standard a clock keeps as "ballerup/undated-1"; raises NotFound."""
        key, _, version = version_key.partition("/")
        return self.version(key, version)

    def in_force(self, key: str, on: date) -> Standard:
        """The version that applies on a day; raises NotFound before the first one."""
        known = self.versions(key)
        for standard in reversed(known):
            if standard.applies_from is None or standard.applies_from <= on:
                return standard
        first = known[0].applies_from
        assert first is not None
        raise NotFound(
            f"Der blev ikke fundet en standard for {known[0].header.name} den {wording.day(on)}, "
            f"fordi den første gælder fra {wording.day(first)}; vælg en senere dag, eller angiv versionen."
        )


def catalogue(root: Path) -> Catalogue:
    """Every standard under a folder such as `standards/`; one that is refused refuses them all."""
    if not root.is_dir():
        raise NotFound(f"Standarderne blev ikke indlæst, fordi mappen {root} ikke findes; ret stien.")
    found: dict[str, tuple[Standard, ...]] = {}
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        standards = [_at_home(load_file(path), path) for path in sorted(folder.glob("*.yaml"))]
        if standards:
            found[folder.name] = tuple(sorted(standards, key=_age))
    return Catalogue(standards=MappingProxyType(found))


def merged(installed: Catalogue, more: Iterable[Standard]) -> Catalogue:
    """The catalogue with more versions in it; of two with the same name the added one holds."""
    found = {key: {each.version: each for each in standards} for key, standards in installed.standards.items()}
    for standard in more:
        found.setdefault(standard.key, {})[standard.version] = standard
    ordered = {key: tuple(sorted(found[key].values(), key=_age)) for key in sorted(found)}
    return Catalogue(standards=MappingProxyType(ordered))


def load_file(path: Path) -> Standard:
    """One standard from a file anywhere; raises StandardRefused."""
    return standard_from_text(read_text(path), str(path))


def municipality_settings(root: Path) -> Mapping[str, MunicipalitySettings]:
    """Every municipality's own settings under a folder such as `municipalities/`, by key."""
    if not root.is_dir():
        raise NotFound(f"Kommunernes indstillinger blev ikke indlæst, fordi mappen {root} ikke findes; ret stien.")
    found: dict[str, MunicipalitySettings] = {}
    for path in sorted(root.glob("*.yaml")):
        settings = settings_from_text(read_text(path), str(path))
        if settings.key != path.stem:
            raise Where(str(path)).refusal(
                f"nøglen er {settings.key}", f"ret key eller filnavnet til {settings.key}.yaml"
            )
        found[settings.key] = settings
    return MappingProxyType(found)


def read_text(path: Path) -> str:
    """The text of a file that is small enough and UTF-8; raises StandardRefused."""
    where = Where(str(path))
    try:
        if path.stat().st_size > MOST_CHARACTERS * 2:
            raise where.refusal("filen er for stor", "del den op, eller fjern det, der ikke hører til")
        with path.open(encoding="utf-8-sig") as file:  # some editors put a byte order mark first
            return file.read(MOST_CHARACTERS + 1)
    except UnicodeDecodeError:
        raise where.refusal("den ikke er gemt som UTF-8", "gem den igen som UTF-8") from None
    except OSError:
        raise where.refusal("filen ikke findes eller ikke kan læses", "ret stien eller rettighederne") from None


def _at_home(standard: Standard, path: Path) -> Standard:
    """The standard, if its key and version are those of its folder and file."""
    if standard.key != path.parent.name or standard.version != path.stem:
        raise Where(str(path)).refusal(
            f"den er {standard.version_key} indeni",
            f"flyt den til {standard.key}/{standard.version}.yaml, eller ret header",
        )
    return standard


def _age(standard: Standard) -> tuple[date, date, int]:
    """By first day; of those with the same, the one adopted later, and the later one of a day, is the newer."""
    ordinal = standard.version.rpartition("-")[2] if standard.undated else standard.version[11:]
    return (standard.applies_from or date.min, standard.header.adopted_on or date.min, int(ordinal or 1))
