"""Reads across a case's assessment."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from ophold.journey.assessment.themes import codes
from ophold.journey.assessment.themes.codes import Coded, Theme
from ophold.journey.assessment.themes.models import Conclusion, ThemeFinding, WorkingCopy
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case
from ophold.record.people.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A sub-theme of a finding and its level; no level where the sub-theme bears none."""

    sub_theme: Coded
    level: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A theme on the overview: its newest finding, if there is one."""

    theme: Theme
    found: ThemeFinding | None
    rated: tuple[Rated, ...]

    @property
    def heaviest(self) -> Rated | None:
        """The sub-theme with the highest level, where the theme bears levels."""
        numbered = [each for each in self.rated if each.level.isdigit()]
        return max(numbered, key=lambda each: each.level, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A working copy: what was typed, and when it was last kept."""

    values: dict[str, list[str]]
    at: datetime


def newest_themes(case: Case) -> QuerySet[ThemeFinding]:
    """The newest finding of each theme."""
    newer = ThemeFinding.objects.filter(case=case, theme=OuterRef("theme"), version__gt=OuterRef("version"))
    return ThemeFinding.objects.filter(~Exists(newer), case=case)


def themes(case: Case) -> tuple[ThemeLine, ...]:
    """Every theme in order, with what was found; two statements."""
    found = {row.theme: row for row in newest_themes(case).select_related("recorded_by").prefetch_related("ratings")}
    return tuple(ThemeLine(theme=theme, found=found.get(theme.code), rated=rated(found.get(theme.code)))
                 for theme in codes.THEMES)  # fmt: skip


def theme(case: Case, theme: Theme) -> ThemeFinding | None:
    """A theme's newest finding."""
    return (
        newest_themes(case).filter(theme=theme.code).select_related("recorded_by").prefetch_related("ratings").first()
    )


def rated(found: ThemeFinding | None) -> tuple[Rated, ...]:
    """A finding's sub-themes in the theme's own order."""
    if found is None:
        return ()
    levels = {row.sub_theme: row.level for row in found.ratings.all()}
    words = {level.value: level.term for level in codes.LEVELS}
    one = next(each for each in codes.THEMES if each.code == found.theme)
    return tuple(
        Rated(sub_theme=sub, level=levels[sub.code], word=words.get(levels[sub.code], ""))
        for sub in one.sub_themes
        if sub.code in levels
    )


def conclusion(case: Case) -> Conclusion | None:
    """The newest conclusion with its groups."""
    return (
        Conclusion.objects.filter(case=case)
        .select_related("recorded_by")
        .prefetch_related("groups")
        .order_by("-version")
        .first()
    )


def typed(case: Case, page: str, account: Account) -> Typed | None:
    """Somebody's own working copy of a page."""
    row = WorkingCopy.objects.filter(case=case, account=account, page=page).first()
    return Typed(values=json.loads(row.typed), at=row.updated_at) if row else None


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """What the assessment came to and which themes were taken, for the case page."""
    newer = Conclusion.objects.filter(case=case, version__gt=OuterRef("version"))
    concluded = Conclusion.objects.filter(~Exists(newer), case=case)
    return (
        rows(concluded, kind="conclusion", on="at", state="need", label="need"),
        rows(newest_themes(case), kind="theme", on="at", state="theme", label="theme"),
    )
