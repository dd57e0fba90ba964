"""The only way to a case: one predicate for object, list, search, export and count."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from ophold.record.cases.models import Case, Party
from ophold.record.journal.actions import record_read
from ophold.record.people.choices import CASE_ROLES
from ophold.record.people.models import Account


def may_see(account: Account) -> Q:
    """Which cases an account may see: staff in a case role those of their municipality, a citizen their own.

    Colleagues in a municipality see each other's cases, so that somebody can answer when one is ill; every read is
    journalled.
    """
    if account.is_staff_member:
        if account.role in CASE_ROLES:
            return Q(municipality_id=account.municipality_id)
        return Q(pk__in=())
    return Q(citizen__account_id=account.pk)


def cases(account: Account) -> QuerySet[Case]:
    """Every case the account may see."""
    return Case.objects.filter(may_see(account))


def case(account: Account, reference: str) -> Case:
    """One case by its reference. Raises Http404, alike whether it is absent or forbidden."""
    for found in cases(account).filter(reference=reference).select_related("citizen", "municipality", "caseworker")[:1]:
        return found
    raise Http404


def read_case(account: Account, reference: str, *, page: str, at: datetime) -> Case:
    """One case for a page that shows it; the read is in the journal before the page is made. Raises Http404."""
    found = case(account, reference)
    record_read(account, page=page, references=[found.reference], municipality_id=found.municipality_id, at=at)
    return found


def party(account: Account, reference: str, number: int) -> Party:
    """A party of a case, for staff who work on it. Raises Http404."""
    found = Party.objects.filter(case=work_case(account, reference), pk=number).first()
    if found is None:
        raise Http404
    return found


def work_case(account: Account, reference: str) -> Case:
    """One case for staff who work on it. Raises Http404, also for the citizen whose case it is."""
    if not account.is_staff_member:
        raise Http404
    return case(account, reference)


def read_work_case(account: Account, reference: str, *, page: str, at: datetime) -> Case:
    """The same for a page that shows it; the read is journalled first."""
    if not account.is_staff_member:
        raise Http404
    return read_case(account, reference, page=page, at=at)


def own_case(account: Account, reference: str) -> Case:
    """One case for the citizen whose it is. Raises Http404, also for staff."""
    if account.is_staff_member:
        raise Http404
    return case(account, reference)


def read_own_case(account: Account, reference: str, *, page: str, at: datetime) -> Case:
    """The same for a page that shows it; the read is journalled first."""
    if account.is_staff_member:
        raise Http404
    return read_case(account, reference, page=page, at=at)
