"""Each recipient's own complaint window: started by a delivery, never by a click.

The window of a copy is a clock with the subject "dispatch:<number>". It is written in the delivery's own transaction
(`ophold.record.letters.signals`). Not here: the counting (`ophold.law`). Reading: no delivery or no correct guidance,
no window (docs/decisions/0008-complaint-window.md); a day of receipt recorded later counts the window anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ophold.law import delivery as law_delivery
from ophold.law.finding import Finding
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.choices import ClockEnd, ClockKind, WaitsOn
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.cases.standards import settings_of, statute
from ophold.record.clock import COPENHAGEN
from ophold.record.letters import sealed
from ophold.record.letters.choices import DECISIONS
from ophold.record.letters.content import Guidance
from ophold.record.letters.models import Delivery, Dispatch, Letter
from ophold.standard import answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What is recorded of one copy on its way."""

    channel: law_delivery.Channel
    sent: date | None = None
    received: date | None = None


def start_window(
    sender: type[Dispatch], *, case: Case, dispatch: Dispatch, delivery: Delivery, at: datetime, **_more: Any
) -> tuple[str, ...]:
    """Hears that a copy was delivered: a decision's window starts, or is counted anew; the case fields changed."""
    if dispatch.letter.kind not in DECISIONS:
        return ()
    finding = window(case, dispatch, guidance_correct=guidance_is_correct(dispatch.letter))
    clocks, on = open_clocks(case), at.astimezone(COPENHAGEN).date()
    clocks.stop(ClockKind.COMPLAINT_WINDOW, on=on, ended=ClockEnd.REPLACED, subject=subject(dispatch))
    clocks.start(
        ClockKind.COMPLAINT_WINDOW,
        finding,
        starts_on=delivery.on,
        waits_on=WaitsOn.CITIZEN if dispatch.citizen_id else WaitsOn.PARTY,
        subject=subject(dispatch),
    )
    return store_clocks(clocks)


def window(case: Case, dispatch: Dispatch, *, guidance_correct: bool) -> Finding[date]:
    """The last day for one recipient's complaint, or why the window has not started."""
    reached = _reached(dispatch)
    law = statute(dispatch.letter.dated_on)
    settings = settings_of(case.municipality, dispatch.letter.dated_on)
    received = answers.delivered(
        law, sent=reached.sent, channel=reached.channel, received=reached.received, settings=settings
    )
    return answers.complaint_deadline(law, received, guidance_correct=guidance_correct, settings=settings)


def subject(dispatch: Dispatch) -> str:
    """Which copy a window belongs to."""
    return f"dispatch:{dispatch.pk}"


def guidance_is_correct(letter: Letter) -> bool:
    """Whether the letter says where a complaint goes; without it no window starts (FVL § 25)."""
    return _reachable(sealed.content(letter).guidance)


def _reachable(guidance: Guidance | None) -> bool:
    return guidance is not None and bool(guidance.to and (guidance.address or guidance.email))


def _reached(dispatch: Dispatch) -> Reached:
    """Digital Post counts from the day it is available, a letter from the day it was posted, both unless recorded."""
    channel = law_delivery.Channel(dispatch.channel)
    if channel is law_delivery.Channel.DIGITAL_POST:
        return Reached(channel=channel, received=dispatch.received_on or dispatch.delivered_on)
    return Reached(channel=channel, sent=dispatch.delivered_on, received=dispatch.received_on)
