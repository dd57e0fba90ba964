"""Recording what a limb of § 107 came to.

Order (law.md § 12, 15): both limbs that oblige the council are tested before the one that lets it choose. Nobody's
words are lost: whoever saves on an old version is shown the newer one, and every version is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Max
from django.utils.translation import gettext as _

from ophold.journey.assessment.choices import Limb, Outcome
from ophold.journey.assessment.models import LimbFinding
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.models import Case
from ophold.record.journal.actions import write
from ophold.record.people.models import Account


class LimbRefused(Refused):
    """What a limb came to was not saved."""


class SomebodyElseSaved(LimbRefused):
    """The limb was changed after the form was opened; whose words stand now can be read on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbWords:
    """What the caseworker found about one limb."""

    limb: Limb
    outcome: Outcome
    reason: str
    source: str  # the document or conversation it rests on
    source_on: date
    attempts: str = ""  # where unclear: what was done to clear it up
    told_on: date | None = None  # where unclear: when the citizen was told what it may mean


@act("record_limb")
def record_limb(case: Case, *, words: LimbWords, based_on: int, by: Account, at: datetime, act_key: str) -> LimbFinding:
    """Save what a limb came to as its next version; `based_on` is the version that was read. Raises LimbRefused."""
    versions = _versions(case)
    _refuse_unfit(words, versions, at.date())
    if versions.get(words.limb, 0) != based_on:
        raise SomebodyElseSaved(
            _(
                "Vurderingen blev ikke gemt, fordi en anden har gemt en nyere, mens du skrev. "
                "Læs begge herunder, ret din tekst, og gem igen."
            )
        )
    found = LimbFinding.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        limb=words.limb,
        version=based_on + 1,
        outcome=words.outcome,
        reason=words.reason,
        source=words.source,
        source_on=words.source_on,
        attempts=words.attempts,
        told_on=words.told_on,
        recorded_by=by,
        at=at,
    )
    facts = {"limb": words.limb.value, "version": found.version, "outcome": words.outcome.value}
    write(case, act="record_limb", by=by, at=at, act_key=act_key, facts=facts, text=words.reason)
    return found


def _versions(case: Case) -> dict[str, int]:
    found = LimbFinding.objects.filter(case=case).values("limb").annotate(newest=Max(F("version")))
    return {row["limb"]: row["newest"] for row in found}


def _refuse_unfit(words: LimbWords, versions: dict[str, int], today: date) -> None:
    if not (words.reason.strip() and words.source.strip()):
        raise LimbRefused(
            _("Vurderingen blev ikke gemt, fordi den mangler en begrundelse eller en kilde. Skriv begge dele.")
        )
    if words.source_on > today or (words.told_on is not None and words.told_on > today):
        raise LimbRefused(_("Vurderingen blev ikke gemt, fordi en dato ligger i fremtiden. Ret datoen."))
    if words.outcome != Outcome.UNCLEAR and (words.attempts.strip() or words.told_on is not None):
        raise LimbRefused(
            _(
                "Vurderingen blev ikke gemt, fordi forsøg på afklaring kun hører til et uafklaret svar. "
                "Vælg ”Uafklaret”, eller fjern teksten."
            )
        )
    untested = [limb for limb in earlier(words.limb) if limb not in versions]
    if untested:
        raise LimbRefused(
            _(
                "Vurderingen af %(limb)s blev ikke gemt, fordi %(first)s ikke er vurderet endnu. "
                "Begynd med %(first)s; loven vurderes i den rækkefølge."
            )
            % {"limb": words.limb.label, "first": untested[0].label}
        )


def earlier(limb: Limb) -> tuple[Limb, ...]:
    """The limbs that are tested before this one."""
    order = tuple(Limb)
    return order[: order.index(limb)]
