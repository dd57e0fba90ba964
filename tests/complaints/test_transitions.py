"""The table of a complaint's states: closed, reachable, and the same as the diagram in docs."""

from __future__ import annotations

from pathlib import Path

from ophold.journey.complaints.choices import ComplaintState
from ophold.journey.complaints.transitions import ENDED, STEPS, as_mermaid
from ophold.record.cases.transitions import TRANSITIONS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_act_of_the_table_says_in_the_case_s_table_who_may_do_it() -> None:
    assert STEPS.keys() <= TRANSITIONS.keys()


def test_every_state_is_reached_and_only_the_ended_ones_lead_nowhere() -> None:
    reached = {to for steps in STEPS.values() for tos in steps.values() for to in tos}
    left = {before for steps in STEPS.values() for before in steps}
    assert reached | {ComplaintState.RECEIVED} == set(ComplaintState)
    assert set(ComplaintState) - left == ENDED


def test_no_act_turns_a_complaint_away() -> None:
    assert not {"reject", "dismiss", "close"} & STEPS.keys()


def test_the_diagram_in_docs_is_the_table() -> None:
    assert as_mermaid() in (DOCS / "states" / "complaint.md").read_text(encoding="utf-8")
