"""Reads across stays."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, QuerySet, Value

from ophold.journey.decisions.choices import GRANTING
from ophold.journey.decisions.models import Decision
from ophold.journey.placements.models import Stay
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case


def current_stay(case: Case) -> Stay | None:
    """The stay that goes on."""
    return Stay.objects.filter(case=case, ended_on=None).select_related("decision").first()


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """The case's stays, for the case page."""
    found = Stay.objects.filter(case=case).annotate(plain=Value("", output_field=CharField()))
    return (rows(found, kind="stay", on="began_on", state="plain", label="facility"),)


def granting_decision(case: Case) -> Decision | None:
    """The newest decision that grants something; the stay rests on it."""
    granting = Decision.objects.filter(case=case, outcome__in=GRANTING)
    return granting.order_by("-decided_on", "-pk").first()
