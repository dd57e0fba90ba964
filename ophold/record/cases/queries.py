"""Reads across a case's rows."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Absence, Case, Clock, Party
from ophold.record.people.models import Account


def open_clocks(case: Case) -> OpenClocks:
    """The case's open clocks, for an act to change."""
    return OpenClocks(case, list(Clock.objects.filter(case=case, closed_on=None).order_by("pk")))


def parties_on(case: Case, on: date) -> list[Party]:
    """The parties whose place in the case holds on a day."""
    return list(
        Party.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), case=case, valid_from__lte=on).order_by("pk")
    )


def in_the_hands_of(account: Account, on: date) -> Q:
    """Which cases stand in an account's list on a day: its own, and those of colleagues who are away meanwhile."""
    away = Absence.objects.order_by().filter(
        municipality=account.municipality_id, covered_by=account, from_on__lte=on, to_on__gte=on
    )
    return Q(caseworker=account) | Q(caseworker__in=away.values("away"))
