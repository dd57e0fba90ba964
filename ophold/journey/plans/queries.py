"""Reads across follow-ups."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case as Either
from django.db.models import CharField, QuerySet, Value, When

from ophold.journey.placements.models import Stay
from ophold.journey.plans.choices import FollowUpKind
from ophold.journey.plans.models import FollowUp
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case


def held_days(stay: Stay) -> tuple[date, ...]:
    """The days follow-ups were held, oldest first."""
    return tuple(FollowUp.objects.filter(stay=stay).order_by("held_on").values_list("held_on", flat=True))


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """The case's follow-ups, for the case page."""
    found = FollowUp.objects.filter(case=case).annotate(
        plain=Value("", output_field=CharField()),
        what=Either(
            When(reviewed=True, then=Value(FollowUpKind.REVIEWED)),
            default=Value(FollowUpKind.HELD),
            output_field=CharField(),
        ),
    )
    return (rows(found, kind="follow_up", on="held_on", state="what", label="plain"),)
