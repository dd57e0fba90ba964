"""Preparations for the tests of writing and adopting: Niels, who writes Ishøj's standard, and a draft of his."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from ophold.record.cases.standards import installed
from ophold.record.people.choices import Role
from ophold.record.people.models import Account, Municipality
from ophold.record.standards import actions, findings, whole
from ophold.record.standards.choices import Origin
from ophold.record.standards.models import AdoptedVersion, Draft, Section
from tests import people

EIGHT_WEEKS = {
    "state": "fixed",
    "provisions": ["I1"],
    "value": {"within": {"value": 8, "unit": "weeks"}, "start": "receipt"},
}

EIGHT_WEEKS_TYPED = {
    "state": ["fixed"],
    "provisions": ["I1"],
    "value-within-value": ["8"],
    "value-within-unit": ["weeks"],
    "value-start": ["receipt"],
}


def niels(key: str = "ishoej") -> Account:
    """Policy officer."""
    return people.staff(f"niels-{key}", "Niels Nørby", key=key, role=Role.POLICY_OFFICER)


def signe() -> Account:
    """His colleague."""
    return people.staff("signe", "Signe Skov", key="ishoej", role=Role.POLICY_OFFICER)


def home(key: str = "ishoej") -> Municipality:
    """The row as it is now, with its stamps."""
    return Municipality.objects.get(pk=people.municipality(key).pk)


def a_draft(key: str = "ishoej") -> Draft:
    """From the file that is installed."""
    standard = installed().versions(key)[-1]
    return actions.begin_draft(
        home(key),
        whole.not_adopted(standard),
        origin=Origin.VERSION,
        based_on=standard.version,
        by=niels(key),
        at=people.NOON,
    )


def typed(
    value: object, *, revision: int = 0, window: str = "", boxes: Mapping[str, object] | None = None
) -> actions.Typed:
    """What stands in a window."""
    return actions.Typed(boxes=boxes or EIGHT_WEEKS_TYPED, value=value, revision=revision, window=window or uuid4().hex)


def write(
    draft: Draft,
    name: str,
    value: object,
    *,
    revision: int = 0,
    window: str = "",
    boxes: Mapping[str, object] | None = None,
) -> Section:
    """Save a section as Niels."""
    said = typed(value, revision=revision, window=window, boxes=boxes)
    return actions.save_section(draft, name, said, by=niels(draft.municipality.key), at=people.NOON)


def adopt(
    draft: Draft,
    *,
    on: date = people.TODAY,
    valid_from: date | None = None,
    reasons: Mapping[str, str] | None = None,
) -> AdoptedVersion:
    """The council adopts the draft; where it goes against statute it has a reason, unless told otherwise."""
    if reasons is None:
        found = findings.of_draft(actions.standard_of(draft), draft.municipality, people.TODAY)
        reasons = {findings.key_of(each): "Byrådet ønsker det." for each in findings.conflicts(found)}
    adoption = actions.Adoption(body="Byrådet", adopted_on=on, valid_from=valid_from or on, reasons=reasons)
    return actions.adopt_version(draft, adoption, by=niels(draft.municipality.key), at=people.NOON)
