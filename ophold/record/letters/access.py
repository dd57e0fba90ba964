"""The only way to a letter: staff to those of their municipality's cases, a citizen to those sent to them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from ophold.record.journal.actions import record_read
from ophold.record.letters.models import Dispatch, FrozenLetter, Letter
from ophold.record.people.choices import CASE_ROLES
from ophold.record.people.models import Account


def may_see(account: Account) -> Q:
    """Which letters an account may see. A citizen sees a letter once it was sent, and only a copy of their own."""
    if account.is_staff_member:
        if account.role in CASE_ROLES:
            return Q(municipality_id=account.municipality_id)
        return Q(pk__in=())
    own = Dispatch.objects.filter(letter=OuterRef("pk"), citizen__account_id=account.pk, sent_at__isnull=False)
    return Q(Exists(own))


def letters(account: Account) -> QuerySet[Letter]:
    """Every letter the account may see."""
    return Letter.objects.filter(may_see(account))


def copies(account: Account, letter: Letter) -> QuerySet[Dispatch]:
    """The letter's copies the account may see, oldest first; whether the bytes are kept is told, not loaded."""
    kept = FrozenLetter.objects.filter(dispatch=OuterRef("pk"))
    found = letter.dispatches.annotate(has_pdf=Exists(kept)).order_by("pk")
    if account.is_staff_member:
        return found
    return found.filter(citizen__account_id=account.pk, sent_at__isnull=False)


def letter(account: Account, reference: str, number: int, *, as_staff: bool) -> Letter:
    """One letter by its case and number, on the staff's or the citizen's page. Raises Http404."""
    if account.is_staff_member != as_staff:
        raise Http404
    found = (
        letters(account)
        .filter(case__reference=reference, number=number)
        .select_related("case__citizen", "case__municipality", "made_by")
        .first()
    )
    if found is None:
        raise Http404
    return found


def read_letter(
    account: Account, reference: str, number: int, *, as_staff: bool, page: str, at: datetime
) -> tuple[Letter, list[Dispatch]]:
    """One letter and its copies for a page that shows it; the read is in the journal first. Raises Http404."""
    found = letter(account, reference, number, as_staff=as_staff)
    record_read(account, page=page, references=[reference], municipality_id=found.municipality_id, at=at)
    return found, list(copies(account, found))


def dispatch(account: Account, reference: str, number: int, copy: int) -> Dispatch:
    """One copy, for an act of staff's. Raises Http404."""
    found = letter(account, reference, number, as_staff=True)
    for row in copies(account, found):
        if row.pk == copy:
            return row
    raise Http404
