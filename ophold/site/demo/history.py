"""Which rows make up a case, and what in them must be written anew when the case is copied?

Found by walking foreign keys from `Case`, so that a new room's tables are copied without a word here. What cannot be
found by walking is declared: sealed columns and what they are bound to, and keys that lie inside a text. A tenant's
table that is neither reached nor named in `OUTSIDE` fails a test, and so does a column of bytes nobody has declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from django.apps import apps
from django.db import connection, models

from ophold.journey.complaints.models import Complaint
from ophold.journey.decisions.models import Decision, Exemption, Hearing, HearingParty
from ophold.journey.intake.models import ANSWERS_CONTEXT
from ophold.journey.placements.models import Stay
from ophold.journey.plans.models import FollowUp
from ophold.record.cases.models import Case, Party
from ophold.record.journal.actions import TEXT_CONTEXT
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Citizen

Table = type[models.Model]
Field = models.Field[Any, Any]

OUTSIDE = {
    "attachments.FormPaper": "not sent, so in no case",
    "attachments.Attachment": "sealed to its own key: a case with papers is not copied",
    "people.Account": "the same staff work on the copy",
    "administration.SettingChange": "the municipality's, in no case",
    "standards.Draft": "the municipality's, in no case",
    "standards.Section": "the municipality's, in no case",
    "standards.AdoptedVersion": "the municipality's, in no case; cases name their version",
    "standards.Minutes": "the municipality's, in no case",
    "cases.Absence": "the staff's, in no case",
    "intake.Draft": "not sent, so in no case",
    "intake.DraftPaper": "not sent, so in no case",
    "journal.ReadEntry": "nobody has read the copy",
    "letters.FrozenLetter": "a copy's letters are marked as without bytes",
}
# Sealed columns and the context each is sealed with: {case} and {key} are the row's own case and key.
CONTEXTS = {
    "intake.Application.answers_sealed": ANSWERS_CONTEXT,
    "journal.PersonalText.sealed": TEXT_CONTEXT,
    "letters.Dispatch.recipient": "letters.recipient:{key}",
    "letters.Letter.content": "letters.content:{case}",
}
# Bytes that are not a text: made from the new person, or by the chain, or copied with the text they belong to.
BYTES = {
    *("people.Citizen.cpr_sealed", "people.Citizen.cpr_index", "cases.Case.journal_head"),
    *("journal.Entry.commitment", "journal.Entry.previous", "journal.Entry.mac", "journal.PersonalText.salt"),
}
# Keys inside a clock's subject ("hearing:3:7"), and inside the facts of a journal entry (of one act, or of any).
SUBJECTS: dict[str, tuple[Table, ...]] = {
    "complaint": (Complaint,),
    "dispatch": (Dispatch,),
    "hearing": (Hearing, HearingParty),
}
FACTS: dict[str, dict[str, Table]] = {
    "decide": {"decision": Decision, "letter": Letter},
    "": {
        "dispatch": Dispatch,
        "exemption": Exemption,
        "follow_up": FollowUp,
        "hearing": Hearing,
        "party": Party,
        "stay": Stay,
    },
}


@dataclass(frozen=True, slots=True)
class Found:
    """One row as it lies in the database: its table, and its values in the order of `fields`."""

    table: Table
    values: list[Any]

    def __getitem__(self, name: str) -> Any:
        """The value of a field, by the field's name."""
        return self.values[next(place for place, field in enumerate(fields(self.table)) if field.name == name)]

    @property
    def key(self) -> int:
        """The row's own key."""
        return int(self[_key(self.table).name])


@cache
def tables() -> tuple[Table, ...]:
    """Every table that holds a part of a case, each after those it points at."""
    found: set[Table] = {Case, Citizen}
    while more := {
        model
        for model in apps.get_models()
        if model not in found and model._meta.label not in OUTSIDE and found & set(_pointed_at(model))
    }:
        found |= more
    ordered = sorted(found, key=lambda model: model._meta.label)
    above = {model: [one for one in ordered if one in _pointed_at(model) and one is not model] for model in ordered}
    return tuple(TopologicalSorter(above).static_order())


@cache
def fields(table: Table) -> tuple[Field, ...]:
    """A table's columns."""
    return tuple(table._meta.concrete_fields)


def label(field: Field) -> str:
    """A column's name in the declarations above."""
    return f"{field.model._meta.label}.{field.name}"


def context(field: Field) -> str | None:
    """What a sealed column is sealed with; None for a column that is not sealed text."""
    if isinstance(field, SealedTextField):
        return field.context
    return CONTEXTS.get(label(field))


def points_at(field: Field) -> Table | None:
    """The table of a case's that a column points at."""
    if isinstance(field, models.ForeignKey) and field.related_model in tables():
        return field.related_model
    return None


def rows_of(case: Case) -> list[Found]:
    """Everything that is written about a case, in the order of `tables`; a table's rows as they were written."""
    found: dict[Table, list[Found]] = {
        Citizen: _select(Citizen, _key(Citizen), [case.citizen_id]),
        Case: _select(Case, _key(Case), [case.pk]),
    }
    for table in tables():
        if table not in found:
            up = min((field for field in fields(table) if points_at(field)), key=lambda field: field.null)
            parent = points_at(up)
            assert parent is not None
            found[table] = _select(table, up, [row.key for row in found[parent]])
    return [row for table in tables() for row in found[table]]


def _select(table: Table, by: Field, keys: Sequence[int]) -> list[Found]:
    if not keys:
        return []
    quoted = ", ".join(f'"{field.column}"' for field in fields(table))
    places = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT {quoted} FROM "{table._meta.db_table}" '  # noqa: S608 - names from the models
            f'WHERE "{by.column}" IN ({places}) ORDER BY "{_key(table).column}"',
            keys,
        )
        return [Found(table, list(values)) for values in cursor.fetchall()]


def _key(table: Table) -> Field:
    key = table._meta.pk
    assert key is not None
    return key


def _pointed_at(model: Table) -> Iterable[Table]:
    return [
        field.related_model
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type)
    ]
