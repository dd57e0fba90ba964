"""The only way to a municipality's administration: for its own administrators."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.models import Account, Municipality


def administered(account: Account) -> Municipality:
    """The municipality an account administers. Raises Http404."""
    if account.role != Role.ADMINISTRATOR or account.municipality is None:
        raise Http404
    return account.municipality


def staff(account: Account) -> QuerySet[Account]:
    """The accounts of the municipality an account administers. Raises Http404."""
    found = Account.objects.filter(municipality=administered(account), kind=AccountKind.STAFF)
    return found.select_related("municipality").order_by("-is_active", "name", "pk")


def member(account: Account, number: int) -> Account:
    """One of them. Raises Http404."""
    found = staff(account).filter(pk=number, is_active=True).first()
    if found is None:
        raise Http404
    return found
