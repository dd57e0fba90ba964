"""Which themes, sub-themes, levels and target groups does Fælles Faglige Begreber (FFB) know? KL's codes, read once.

Not here: what was found in a case (`models`). Source: `ffb.toml`, which names system, version and where it is from.
Reading: a functional level belongs to every sub-theme of Aktivitet og deltagelse and to no other (KL's profile of a
condition, invariant condition-1).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise, lazystr
from django.utils.translation import get_language

RATED_AREA = "Aktivitet og deltagelse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One of KL's codes with its Danish term and our English one."""

    code: str
    da: str
    en: str

    @property
    def term(self) -> str:
        """The term in the reader's language."""
        return self.en if (get_language() or "da").startswith("en") else self.da


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Coded):
    """A step of a scale; `value` is the method's number, "-" for not assessed."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Coded):
    """One of the eleven themes, in the order they are taken."""

    address: str
    area: str
    area_en: str
    sub_themes: tuple[Coded, ...]

    @property
    def area_term(self) -> str:
        """The area in the reader's language."""
        return self.area_en if (get_language() or "da").startswith("en") else self.area

    @property
    def rated(self) -> bool:
        """Whether its sub-themes bear a functional level."""
        return self.area == RATED_AREA


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup(Coded):
    """A reportable target group (a leaf of KL's tree) and what it stands under."""

    under: str
    under_en: str

    @property
    def heading(self) -> str:
        """What it stands under, in the reader's language."""
        return self.under_en if (get_language() or "da").startswith("en") else self.under


_TABLE: Mapping[str, Any] = MappingProxyType(
    tomllib.loads((Path(__file__).parent / "ffb.toml").read_text(encoding="utf-8"))
)
SYSTEM: str = _TABLE["system"]
VERSION: str = _TABLE["version"]
LEVELS = tuple(Level(**row) for row in _TABLE["level"])
NEEDS = tuple(Level(**row) for row in _TABLE["need"])
THEMES = tuple(
    Theme(**row | {"sub_themes": tuple(Coded(**each) for each in row["sub_themes"])}) for row in _TABLE["theme"]
)
TARGET_GROUPS = tuple(TargetGroup(**row) for row in _TABLE["target_group"])
BY_ADDRESS: Mapping[str, Theme] = MappingProxyType({theme.address: theme for theme in THEMES})
BY_CODE: Mapping[str, Coded] = MappingProxyType(
    {each.code: each for each in (*THEMES, *LEVELS, *NEEDS, *TARGET_GROUPS, *(s for t in THEMES for s in t.sub_themes))}
)
NEED_BY_VALUE: Mapping[str, Level] = MappingProxyType({level.value: level for level in NEEDS})
RATED = tuple(sub.code for theme in THEMES if theme.rated for sub in theme.sub_themes)
LEVEL_VALUES = tuple(level.value for level in LEVELS)
NEED_VALUES = tuple(level.value for level in NEEDS)


def term(code: str) -> Promise:
    """A code's term, in the language of whoever reads it."""
    return lazystr(_Term(code))


class _Term:
    """Says the term when asked for text."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __str__(self) -> str:
        return BY_CODE[self.code].term


def level_pairs() -> list[tuple[str, Promise]]:
    """Number and word of each functional level, for a model field."""
    return [(level.value, term(level.code)) for level in LEVELS]


def need_pairs() -> list[tuple[str, Promise]]:
    """Number and word of each level of support need."""
    return [(level.value, term(level.code)) for level in NEEDS]


def theme_pairs() -> list[tuple[str, Promise]]:
    """Code and word of each theme."""
    return [(theme.code, term(theme.code)) for theme in THEMES]


def target_group_pairs() -> list[tuple[str, Promise]]:
    """Code and word of each target group."""
    return [(group.code, term(group.code)) for group in TARGET_GROUPS]
