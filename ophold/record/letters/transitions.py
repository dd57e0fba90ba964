"""From which state may which step take a dispatch, and who does the step. One table for worker, buttons and tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ophold.record.letters.choices import DispatchState as S

WORKER = "worker"
STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: who does it, and from each state it may be done in, the state it leads to."""

    name: str
    done_by: str
    leads: Mapping[S, S]


def _table(*steps: Step) -> Mapping[str, Step]:
    return {step.name: step for step in steps}


STEPS = _table(
    # A copy whose worker died is taken again; one that was frozen stays so and is not set again.
    Step(name="take", done_by=WORKER, leads={S.QUEUED: S.RENDERING, S.RENDERING: S.RENDERING, S.RENDERED: S.RENDERED}),
    Step(name="freeze", done_by=WORKER, leads={S.RENDERING: S.RENDERED, S.RENDERED: S.RENDERED}),
    Step(name="mark_sent", done_by=WORKER, leads={S.RENDERED: S.SENT}),
    Step(name="give_up", done_by=WORKER, leads={S.RENDERING: S.FAILED, S.RENDERED: S.FAILED}),
    Step(name="retry", done_by=STAFF, leads={S.FAILED: S.QUEUED}),
    Step(
        name="register_delivery",
        done_by=STAFF,
        leads={S.SENT: S.DELIVERED, S.DELIVERED: S.DELIVERED, S.RETURNED: S.DELIVERED},
    ),
    Step(name="register_return", done_by=STAFF, leads={S.SENT: S.RETURNED, S.DELIVERED: S.RETURNED}),
)


def allowed(step: str) -> tuple[S, ...]:
    """The states a step may be done in."""
    return tuple(STEPS[step].leads)
