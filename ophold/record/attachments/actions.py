"""Holding a paper until it is sent, letting it go again, and making it part of a case.

What waits leaves no journal entry: nobody has received it (docs/decisions/0060). What is attached is told in the entry
of the act it came with, by kind, size and print; its name is personal and stays sealed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db.models import Max, Sum

from ophold.record.acting import acting
from ophold.record.attachments import choices
from ophold.record.attachments.checking import Paper, PaperRefused, checked
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.models import CONTENT_CONTEXT, NAME_CONTEXT, Attachment, FormPaper
from ophold.record.attachments.tray import Tray
from ophold.record.attachments.uploading import Upload
from ophold.record.cases.models import Case
from ophold.record.people.models import Account
from ophold.record.people.seal import seal, seal_text

KEPT_WAITING = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What papers came with, and from whom."""

    came_with: CameWith
    subject: str = ""  # which reply or complaint
    from_citizen: bool = True
    received_on: date


def take_in(tray: Tray, uploads: Iterable[Upload], *, at: datetime) -> tuple[str, ...]:
    """Check what was uploaded and hold what may be kept. A sentence for each that was not."""
    refused = []
    for number, upload in enumerate(uploads):
        try:
            if number >= choices.MOST:  # no more are looked into at once than can be kept
                raise PaperRefused(choices.TOO_MANY, upload.name or "")
            content = upload.read()
            _refuse_large(upload, len(content))
            hold(tray, checked(upload.name or "", content), at=at)
        except PaperRefused as refusal:
            refused.append(str(refusal))
    return tuple(refused)


def _refuse_large(upload: Upload, kept: int) -> None:
    size = upload.size or 0
    if size > choices.LARGEST:
        raise PaperRefused(choices.TOO_LARGE, upload.name or "")
    if size > kept:  # more came at once than is kept (`uploading`)
        raise PaperRefused(choices.TOO_MUCH_TOGETHER, upload.name or "")


def hold(tray: Tray, paper: Paper, *, at: datetime) -> None:
    """Let a checked paper wait in a tray; one that lies there already lies there once. Raises PaperRefused."""
    key = uuid4().hex
    row = tray.rows(
        **{**tray.place, "municipality": tray.municipality},
        key=key,
        kind=paper.kind,
        size=len(paper.content),
        sha256=paper.sha256,
        held_at=at,
    )
    row.name = seal_text(paper.name, context=NAME_CONTEXT.format(row=row))
    row.content = seal(paper.content, context=CONTENT_CONTEXT.format(row=row))
    with acting("hold_paper"):
        held = tray.held()
        if held.filter(sha256=paper.sha256).exists():
            return
        if held.count() >= choices.MOST:
            raise PaperRefused(choices.TOO_MANY, paper.name)
        together = held.aggregate(all=Sum("size"))["all"] or 0
        if together + row.size > choices.TOGETHER or tray.size_of_all() + row.size > choices.WAITING:
            raise PaperRefused(choices.TOO_MUCH_TOGETHER, paper.name)
        tray.rows._default_manager.bulk_create([row], ignore_conflicts=True)  # two clicks at once hold it once


def let_go(tray: Tray, key: str) -> None:
    """Remove a paper that waits."""
    with acting("let_go"):
        tray.held().filter(key=key).delete()


def attach(case: Case, tray: Tray, origin: Origin, *, by: Account, at: datetime) -> dict[str, object]:
    """Make everything that waits in a tray part of a case; inside its act. What the act's entry tells of it."""
    held = list(tray.held())
    if not held:
        return {}
    last = Attachment.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0
    made = Attachment.objects.bulk_create(
        Attachment(
            municipality_id=case.municipality_id,
            case=case,
            number=number,
            key=row.key,
            name=row.name,
            kind=row.kind,
            size=row.size,
            sha256=row.sha256,
            content=row.content,
            came_with=origin.came_with,
            subject=origin.subject,
            from_citizen=origin.from_citizen,
            received_on=origin.received_on,
            entered_by=by,
            entered_at=at,
        )
        for number, row in enumerate(held, last + 1)
    )
    tray.held().delete()
    return {"papers": [{"kind": str(row.kind), "size": row.size, "sha256": row.sha256} for row in made]}


def forget_unsent(*, at: datetime) -> int:
    """Remove what was uploaded beside a form that nobody sent; how many. Called by the worker."""
    with acting("forget_unsent"):
        gone, _by_table = FormPaper.objects.filter(held_at__lt=at - KEPT_WAITING).delete()
    return gone
