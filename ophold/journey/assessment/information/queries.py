"""Reads across a case's consents and requests for information."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from ophold.journey.assessment.information.choices import Standing
from ophold.journey.assessment.information.models import Consent, InformationRequest
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case


def consents(case: Case) -> list[Consent]:
    """Every consent, the newest first."""
    return list(Consent.objects.filter(case=case).select_related("recorded_by").order_by("-given_on", "-pk"))


def requests(case: Case) -> list[InformationRequest]:
    """Every request with its chasers and its answer, those still open first, then the newest."""
    found = (
        InformationRequest.objects.filter(case=case)
        .select_related("asked_by", "answer", "consent", "letter")
        .prefetch_related("chasers__letter")
        .order_by("-at")
    )
    return sorted(found, key=lambda row: hasattr(row, "answer"))


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """Who was asked, and what came of it, for the case page."""
    asked = InformationRequest.objects.filter(case=case).annotate(
        standing=Coalesce("answer__came", Value(Standing.WAITING.value))
    )
    return (rows(asked, kind="information", on="wanted_by", state="standing", label="informant"),)
