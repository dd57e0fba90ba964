"""Reads across a case's letters: what the case page tells of them, and the citizen's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case
from ophold.record.letters.choices import Kind
from ophold.record.letters.models import Dispatch


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLetter:
    """A letter on the citizen's own page."""

    number: int
    kind: Kind
    dated_on: date


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """Every copy of every letter, for the case page: what kind, made when, how far it has come."""
    copies = Dispatch.objects.filter(letter__case=case)
    kind = rows(
        copies, kind="letter", on="letter__made_at", state="state", label="letter__kind", number="letter__number"
    )
    return (kind,)


def own_letters(case: Case) -> list[OwnLetter]:
    """The letters that were sent to the citizen, newest first: the ones `access` lets the citizen open."""
    found = (
        Dispatch.objects.filter(letter__case=case, citizen_id=case.citizen_id, sent_at__isnull=False)
        .order_by("-letter__number")
        .values_list("letter__number", "letter__kind", "letter__dated_on")
    )
    return [OwnLetter(number=number, kind=Kind(kind), dated_on=on) for number, kind, on in found]
