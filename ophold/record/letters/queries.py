"""Reads across a case's letters: what the case page tells of them, and the citizen's own."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case
from ophold.record.letters.models import Dispatch


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """Every copy of every letter, for the case page: what kind, made when, how far it has come."""
    copies = Dispatch.objects.filter(letter__case=case)
    kind = rows(
        copies, kind="letter", on="letter__made_at", state="state", label="letter__kind", number="letter__number"
    )
    return (kind,)


def own_facts(case: Case) -> QuerySet[Any]:
    """The letters that were sent to the citizen: the ones `access` lets the citizen open."""
    found = Dispatch.objects.filter(letter__case=case, citizen_id=case.citizen_id, sent_at__isnull=False)
    kind = "letter__kind"
    return rows(found, kind="letter", on="letter__dated_on", state=kind, label=kind, number="letter__number")
