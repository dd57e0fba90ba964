"""A letter as a page shows it: the HTML twin, of a stored letter or of one not yet issued (preview).

A template takes it so: `{% from "letters/_letter.html" import letter_article %}{{ letter_article(twin) }}`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ophold.record.cases.choices import Channel
from ophold.record.letters import sealed
from ophold.record.letters.content import LetterContent, Recipient, cleaned
from ophold.record.letters.models import Delivery, Dispatch, Letter
from ophold.record.letters.transitions import STEPS
from ophold.record.letters.wording import LetterParts, parts

WAYS = {Channel.DIGITAL_POST.value: gettext_lazy("Med Digital Post"), Channel.LETTER.value: gettext_lazy("På papir")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The letter's facts and its parts in reading order."""

    letter: LetterContent
    parts: LetterParts


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One recipient's copy as staff sees it."""

    dispatch: Dispatch
    recipient: Recipient
    way: str  # on paper or by Digital Post, in words
    deliveries: tuple[Delivery, ...]
    has_pdf: bool
    may_deliver: bool
    may_retry: bool


def preview(content: LetterContent) -> Twin:
    """The twin of a letter that is not issued; nothing is stored and nothing is refused."""
    shown = cleaned(content)
    return Twin(letter=shown, parts=parts(shown))


def twin(letter: Letter, dispatch: Dispatch | None, *, hide_address: bool = False) -> Twin:
    """The twin of a stored letter, as one copy has it."""
    content = sealed.content(letter)
    if dispatch is None:
        return preview(content)
    recipient = sealed.recipient(dispatch)
    if hide_address:
        recipient = replace(recipient, address=(_("Adressen er beskyttet og vises ikke her."),))
    return preview(content.addressed_to(recipient))


def copies(dispatches: list[Dispatch]) -> list[Copy]:
    """Every copy with what is known of it, in two statements for all of them at most."""
    events = Delivery.objects.filter(dispatch__in=dispatches).select_related("recorded_by").order_by("pk")
    known: dict[int, list[Delivery]] = {}
    for event in events:
        known.setdefault(event.dispatch_id, []).append(event)
    return [
        Copy(
            dispatch=row,
            recipient=sealed.recipient(row),
            way=str(WAYS[row.channel]),
            deliveries=tuple(known.get(row.pk, ())),
            has_pdf=bool(getattr(row, "has_pdf", False)),
            may_deliver=row.state in STEPS["register_delivery"].leads,
            may_retry=row.state in STEPS["retry"].leads,
        )
        for row in dispatches
    ]
