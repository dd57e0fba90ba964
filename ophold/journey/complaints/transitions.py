"""From which state of a complaint which act leads where. Drives buttons, refusals, the diagram in docs and the tests.

Who may do the act stands in the case's own table (`ophold.record.cases.transitions`), under the same name.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ophold.journey.complaints.choices import ComplaintState as S
from ophold.journey.complaints.choices import Outcome

REASSESSED: Mapping[Outcome, S] = MappingProxyType(
    {Outcome.CHANGED: S.CHANGED, Outcome.PARTLY: S.PARTLY, Outcome.UPHELD: S.UPHELD}
)

# act → (state before → states after); only one that is late or lacks authority may go on without being reassessed
STEPS: Mapping[str, Mapping[S, frozenset[S]]] = MappingProxyType(
    {
        "reassess": {S.RECEIVED: frozenset(REASSESSED.values())},
        "decide_anew": {
            S.CHANGED: frozenset({S.SETTLED}),
            S.PARTLY: frozenset({S.PARTLY_DECIDED}),
            S.PARTLY_FORWARDED: frozenset({S.FORWARDED}),
        },
        "forward_complaint": {
            S.RECEIVED: frozenset({S.FORWARDED}),
            S.UPHELD: frozenset({S.FORWARDED}),
            S.PARTLY: frozenset({S.PARTLY_FORWARDED}),
            S.PARTLY_DECIDED: frozenset({S.FORWARDED}),
        },
    }
)
ENDED = frozenset({S.FORWARDED, S.SETTLED})  # nothing more for the municipality to do


def after(act: str, state: S) -> S | None:
    """The state an act with one way out leads to; None when the act is not possible."""
    found = STEPS[act].get(state, frozenset())
    return next(iter(found)) if len(found) == 1 else None


def possible(act: str, state: S) -> bool:
    """Whether a complaint in this state allows the act."""
    return state in STEPS[act]


def as_mermaid() -> str:
    """The table as a state diagram, for docs/states/complaint.md."""
    lines = ["stateDiagram-v2", "    [*] --> received: complain, register_complaint"]
    lines += [
        f"    {before.value} --> {to.value}: {act}"
        for act, steps in STEPS.items()
        for before, tos in steps.items()
        for to in sorted(tos)
    ]
    return "\n".join([*lines, *(f"    {state.value} --> [*]" for state in sorted(ENDED))])
