"""The way to a case for those who work on it."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404

from ophold.record.cases import access
from ophold.record.cases.models import Case
from ophold.record.people.models import Account


def case(account: Account, reference: str) -> Case:
    """A case the account works on. Raises Http404, also for the citizen whose case it is."""
    if not account.is_staff_member:
        raise Http404
    return access.case(account, reference)


def read_case(account: Account, reference: str, *, page: str, at: datetime) -> Case:
    """The same for a page that shows it; the read is journalled first."""
    if not account.is_staff_member:
        raise Http404
    return access.read_case(account, reference, page=page, at=at)
