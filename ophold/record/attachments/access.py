"""The only way to a paper of a case: staff to those of the cases they may see, a citizen to what they handed in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404

from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.models import Attachment
from ophold.record.attachments.tray import Line, lines
from ophold.record.cases import access
from ophold.record.cases.models import Case
from ophold.record.journal.actions import record_read
from ophold.record.people.models import Account


def attachments(account: Account) -> QuerySet[Attachment]:
    """Every paper the account may see; what somebody else handed in is given to a citizen by access to the file."""
    found = Attachment.objects.filter(case__in=access.cases(account))
    return found if account.is_staff_member else found.filter(from_citizen=True)


def papers(account: Account, case: Case, came_with: CameWith, *, subjects: Collection[str] = ("",)) -> list[Line]:
    """What came with one thing in a case, as a page the account may see tells of it; no content is read."""
    found = attachments(account).filter(case=case, came_with=came_with, subject__in=subjects)
    return lines(found.defer("content").order_by("number"))


def read_attachment(account: Account, reference: str, number: int, *, as_staff: bool, at: datetime) -> Attachment:
    """One paper with its content; the read is in the journal first. Raises Http404, alike absent or forbidden."""
    if account.is_staff_member != as_staff:
        raise Http404
    found = attachments(account).filter(case__reference=reference, number=number).first()
    if found is None:
        raise Http404
    record_read(account, page="attachment", references=[reference], municipality_id=found.municipality_id, at=at)
    return found
