"""The only way to a municipality's own staff."""

from __future__ import annotations

from django.db.models import QuerySet

from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account


def colleagues(municipality_id: int) -> QuerySet[Account]:
    """Who can have cases in a municipality: its open accounts in a role that works on them."""
    return Account.objects.filter(
        municipality_id=municipality_id,
        kind=AccountKind.STAFF,
        is_active=True,
        role__in=(Role.CASEWORKER, Role.TEAM_LEADER),
    ).order_by("name", "pk")
