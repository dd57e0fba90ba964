"""Where papers lie from when they are uploaded until they are sent, and how they read on a page.

A draft has a tray of its own; every other form has one for as long as its page is open, found by the key that makes
its act happen once. So a form that is refused keeps its papers, and a second click finds the tray empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from ophold.record.attachments.choices import Kind
from ophold.record.attachments.models import CONTENT_CONTEXT, NAME_CONTEXT, Attachment, FormPaper, Held
from ophold.record.people.models import Account, Municipality
from ophold.record.people.seal import SealBroken, unseal, unseal_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tray:
    """Papers that belong together and to somebody."""

    rows: type[Held]
    place: Mapping[str, Any]  # what finds this tray's rows, and no other's
    whose: Mapping[str, Any]  # what finds every row of the same person
    municipality: Municipality

    def held(self) -> QuerySet[Held]:
        """The rows, in the order they came."""
        return self.rows._default_manager.filter(**self.place).order_by("pk")

    def lines(self) -> list[Line]:
        """The same for a page; the contents are not read."""
        return lines(self.held().defer("content"))

    def size_of_all(self) -> int:
        """How much this person has waiting in every such tray."""
        everything = self.rows._default_manager.filter(**self.whose)
        return int(everything.aggregate(all=Sum("size"))["all"] or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paper as a page tells of it."""

    key: str
    number: int  # 0 while it waits
    subject: str  # which reply or complaint it came with
    name: str
    kind: Kind
    size: int


def form_tray(account: Account, municipality: Municipality, form: str) -> Tray:
    """The tray of a form, by its act's key."""
    place = {"account": account, "form": form, "municipality": municipality}
    return Tray(rows=FormPaper, place=place, whose={"account": account}, municipality=municipality)


def lines(papers: Iterable[Held | Attachment]) -> list[Line]:
    """Papers as a page tells of them."""
    return [
        Line(
            key=row.key,
            number=getattr(row, "number", 0),
            subject=getattr(row, "subject", ""),
            name=shown_name(row),
            kind=Kind(row.kind),
            size=row.size,
        )
        for row in papers
    ]


def name_of(row: Held | Attachment) -> str:
    """What it is called. Raises SealBroken."""
    return unseal_text(bytes(row.name), context=NAME_CONTEXT.format(row=row))


def shown_name(row: Held | Attachment) -> str:
    """The same for a list: one name that cannot be opened must not hide a whole page."""
    try:
        return name_of(row)
    except SealBroken:
        return _("bilag, hvis navn ikke kan læses")


def content_of(row: Held | Attachment) -> bytes:
    """What it holds. Raises SealBroken."""
    return unseal(bytes(row.content), context=CONTENT_CONTEXT.format(row=row))
