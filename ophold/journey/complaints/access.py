"""The way to a complaint: through its case. Staff to those of their municipality, a citizen to their own case's."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404

from ophold.journey.complaints.models import Complaint
from ophold.journey.complaints.queries import complaint_of
from ophold.record.cases import access
from ophold.record.people.models import Account


def complaint(account: Account, reference: str, number: int) -> Complaint:
    """One complaint for staff who work on it. Raises Http404."""
    return _found(complaint_of(access.work_case(account, reference), number))


def read_complaint(account: Account, reference: str, number: int, *, page: str, at: datetime) -> Complaint:
    """The same for a page that shows it; the read is journalled first."""
    return _found(complaint_of(access.read_work_case(account, reference, page=page, at=at), number))


def read_own_complaint(account: Account, reference: str, number: int, *, page: str, at: datetime) -> Complaint:
    """A complaint in the citizen's own case. Raises Http404, also for staff."""
    return _found(complaint_of(access.read_own_case(account, reference, page=page, at=at), number))


def _found(row: Complaint | None) -> Complaint:
    if row is None:
        raise Http404
    return row
