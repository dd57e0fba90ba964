"""How does a copy get out of the house exactly once? Take, set, freeze, hand over, mark.

Killed anywhere, the next worker goes on from the row's state: frozen bytes are sent as they are, and the channel
takes each key once. No error text is kept or logged, because it may quote the letter.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.db.models import Q

from ophold.record.letters import actions, typeset
from ophold.record.letters.channels import channel
from ophold.record.letters.choices import Failure
from ophold.record.letters.content import LetterRefused
from ophold.record.letters.models import PENDING, Dispatch

log = logging.getLogger(__name__)
BATCH = 100


def carry(dispatch_id: int, *, now: Callable[[], datetime]) -> bool:
    """Send one copy; True when this call sent it. Never raises for what one letter does wrong."""
    work = actions.take(dispatch_id, at=now())
    if work is None:
        return False
    try:
        pdf = work.pdf
        if pdf is None:
            pdf = actions.freeze(work, typeset.pdf(work.content), at=now())
        receipt = channel(work.row.channel).hand_over(key=work.row.key, pdf=pdf, on=now().date())
        return actions.mark_sent(work, receipt, at=now())
    except LetterRefused:
        actions.give_up(work, Failure.REFUSED, at=now())
    except Exception as broken:
        log.warning("Dispatch %d was not sent: %s", dispatch_id, type(broken).__name__)
        if work.attempts >= actions.MAX_ATTEMPTS:
            actions.give_up(work, Failure.NOT_TAKEN, at=now())
    return False


def sweep(*, now: Callable[[], datetime], until: Callable[[], bool] = lambda: False) -> int:
    """Send what nobody is at: the queue lost it, or its worker died. The number sent; stops early when `until` says."""
    free = Q(lease_until=None) | Q(lease_until__lte=now())
    waiting = Dispatch.objects.filter(free, state__in=PENDING).order_by("pk").values_list("pk", flat=True)
    return sum(carry(dispatch_id, now=now) for dispatch_id in list(waiting[:BATCH]) if not until())
