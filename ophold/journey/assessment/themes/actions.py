"""Saving a theme, concluding the assessment, and keeping what is typed meanwhile.

Nobody's words are lost: whoever saves on an old version is shown the newer one, and every version is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from ophold.journey.assessment.themes.codes import Theme
from ophold.journey.assessment.themes.models import ConcludedGroup, Conclusion, Rating, ThemeFinding, WorkingCopy
from ophold.record.cases.acts import Refused, act, acting
from ophold.record.cases.models import Case
from ophold.record.journal.actions import write
from ophold.record.people.models import Account

CONCLUSION = "samlet"  # the page of the conclusion, beside those of the themes


class AssessmentRefused(Refused):
    """A part of the assessment was not saved."""


class SomebodyElseSaved(AssessmentRefused):
    """It was changed after the form was opened; whose words stand now can be read on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeWords:
    """What was found about one theme. `levels` has the rated sub-themes' numbers, `matters` the others that matter."""

    theme: Theme
    citizen_view: str
    caseworker_view: str
    source: str
    levels: Mapping[str, str] = field(default_factory=dict)
    matters: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionWords:
    """What the themes come to."""

    need: str
    why: str
    alternatives: str
    primary: str
    others: Sequence[str] = ()


@act("rate_theme")
def rate_theme(
    case: Case, *, words: ThemeWords, based_on: int, by: Account, at: datetime, act_key: str
) -> ThemeFinding:
    """Save a theme as its next version; `based_on` is the version that was read. Raises AssessmentRefused."""
    if not (words.citizen_view or words.caseworker_view or words.matters or words.levels):
        raise AssessmentRefused(_("Temaet blev ikke gemt, fordi der ikke står noget. Skriv eller vælg noget først."))
    newest = ThemeFinding.objects.filter(case=case, theme=words.theme.code).aggregate(newest=Max("version"))["newest"]
    _refuse_if_newer(newest or 0, based_on)
    found = ThemeFinding.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        theme=words.theme.code,
        version=based_on + 1,
        citizen_view=words.citizen_view,
        caseworker_view=words.caseworker_view,
        source=words.source,
        recorded_by=by,
        at=at,
    )
    chosen = dict(words.levels) if words.theme.rated else dict.fromkeys(words.matters, "")
    Rating.objects.bulk_create(
        Rating(municipality_id=case.municipality_id, finding=found, sub_theme=code, level=level)
        for code, level in chosen.items()
    )
    facts = {"theme": words.theme.code, "version": found.version}
    write(case, act="rate_theme", by=by, at=at, act_key=act_key, facts=facts, text=words.caseworker_view)
    _forget(case, words.theme.address, by)
    return found


@act("conclude_assessment")
def conclude_assessment(
    case: Case, *, words: ConclusionWords, based_on: int, by: Account, at: datetime, act_key: str
) -> Conclusion:
    """Save the conclusion as its next version. Raises AssessmentRefused."""
    if words.primary in words.others:
        raise AssessmentRefused(
            _("Vurderingen blev ikke gemt, fordi den primære målgruppe også er valgt som en anden. Fjern den ene.")
        )
    newest = Conclusion.objects.filter(case=case).aggregate(newest=Max("version"))["newest"]
    _refuse_if_newer(newest or 0, based_on)
    found = Conclusion.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        version=based_on + 1,
        need=words.need,
        why=words.why,
        alternatives=words.alternatives,
        recorded_by=by,
        at=at,
    )
    ConcludedGroup.objects.bulk_create(
        ConcludedGroup(
            municipality_id=case.municipality_id, conclusion=found, group=group, is_primary=group == words.primary
        )
        for group in (words.primary, *words.others)
    )
    facts = {"version": found.version, "need": words.need}
    write(case, act="conclude_assessment", by=by, at=at, act_key=act_key, facts=facts, text=words.why)
    _forget(case, CONCLUSION, by)
    return found


def keep_typed(case: Case, *, page: str, typed: Mapping[str, Any], by: Account, at: datetime) -> None:
    """Keep what is typed on a page as it is, for its writer alone; it is no part of the case until it is saved."""
    with acting("keep_typed"):
        WorkingCopy.objects.update_or_create(
            municipality_id=case.municipality_id,
            case=case,
            account=by,
            page=page,
            defaults={"typed": json.dumps(typed), "updated_at": at},
        )


def discard_typed(case: Case, *, page: str, by: Account) -> None:
    """Throw one's own working copy away."""
    with acting("discard_typed"):
        _forget(case, page, by)


def _forget(case: Case, page: str, by: Account) -> None:
    WorkingCopy.objects.filter(case=case, account=by, page=page).delete()


def _refuse_if_newer(newest: int, based_on: int) -> None:
    if newest != based_on:
        raise SomebodyElseSaved(
            _(
                "Det blev ikke gemt, fordi en anden har gemt noget nyere, mens du skrev. "
                "Læs begge herunder, ret din tekst, og gem igen."
            )
        )
