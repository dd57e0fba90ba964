"""A draft of the municipality's standard that its policy officer is in the middle of."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django_scopes import scope

from ophold.record.cases.standards import catalogue_of
from ophold.record.clock import COPENHAGEN
from ophold.record.people.choices import Role
from ophold.record.people.models import Account, Municipality
from ophold.record.standards import actions, whole
from ophold.record.standards.choices import Origin

WINDOW = "demo"


def drafts(staff: list[Account], home: Municipality, today: date) -> None:
    """One for the first policy officer, begun three days ago: a deadline written, respite half written."""
    writer = next((one for one in staff if one.role == Role.POLICY_OFFICER), None)
    if writer is None:
        return
    at = datetime.combine(today - timedelta(days=3), time(14, 10), COPENHAGEN)
    standard = catalogue_of(home).in_force(home.key, at.date())
    resting = next(iter(standard.promises["response_deadline"].provisions or standard.provisions), "")
    with scope(municipality=[home.pk]):
        draft = actions.begin_draft(
            home, whole.not_adopted(standard), origin=Origin.VERSION, based_on=standard.version, by=writer, at=at
        )
        within = {"value": 8, "unit": "weeks"}
        value = {"state": "fixed", "provisions": [resting], "value": {"within": within, "start": "receipt"}}
        boxes: dict[str, object] = {
            "state": ["fixed"], "provisions": [resting], "value-within-value": ["8"], "value-within-unit": ["weeks"],
            "value-start": ["receipt"],
        }  # fmt: skip
        for name, said, typed in (("response_deadline", value, boxes), ("respite", None, {"state": ["fixed"]})):
            window = actions.Typed(boxes=typed, value=said, revision=0, window=WINDOW)
            actions.save_section(draft, name, window, by=writer, at=at)
