"""The queue's only task: wake the worker for these copies. Ids only; nothing about anybody lies in the queue."""

from __future__ import annotations

import logging

from django_scopes import scopes_disabled
from django_tasks import task

from ophold.record import clock

log = logging.getLogger(__name__)


@task()
def wake(dispatch_ids: list[int]) -> int:
    """Carry the copies out of the house; how many went. What fails is the sweeper's, not the queue's."""
    from ophold.record.letters.sending import carry  # actions enqueue this task, and sending uses actions

    try:
        with scopes_disabled():
            return sum(carry(dispatch_id, now=clock.now) for dispatch_id in dispatch_ids)
    except Exception as broken:  # the queue would keep the error's text in clear
        log.warning("Waking for %d copies was cut short: %s", len(dispatch_ids), type(broken).__name__)
        return 0
