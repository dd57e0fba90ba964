"""Reads across a case's limb findings."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.models import LimbFinding
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case


def current_limbs(case: Case) -> dict[Limb, LimbFinding]:
    """The newest finding of each limb that was tested, in the order they are tested; one statement."""
    rows = LimbFinding.objects.filter(case=case).select_related("recorded_by").order_by("version")
    newest = {row.limb: row for row in rows}
    return {limb: newest[limb] for limb in Limb if limb in newest}


def limb_history(case: Case, limb: Limb) -> list[LimbFinding]:
    """Every version of one limb, the newest first."""
    return list(LimbFinding.objects.filter(case=case, limb=limb).select_related("recorded_by").order_by("-version"))


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """What each limb came to, for the case page."""
    newer = LimbFinding.objects.filter(case=case, limb=OuterRef("limb"), version__gt=OuterRef("version"))
    newest = LimbFinding.objects.filter(~Exists(newer), case=case)
    return (rows(newest, kind="limb", on="at", state="outcome", label="limb"),)
