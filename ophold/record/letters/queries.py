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
from ophold.record.people.models import Account


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


def own_letters(account: Account, case: Case) -> list[OwnLetter]:
    """The letters of a case that were sent to this citizen, newest first."""
    found = (
        Dispatch.objects.filter(letter__case=case, citizen__account_id=account.pk, sent_at__isnull=False)
        .order_by("-letter__number")
        .values_list("letter__number", "letter__kind", "letter__dated_on")
    )
    return [OwnLetter(number=number, kind=Kind(kind), dated_on=on) for number, kind, on in found]
