"""Re-sealing, one batch in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import ExpressionWrapper, F

from ophold.record.acting import acting
from ophold.record.journal.actions import write_municipal
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Municipality
from ophold.record.people.seal import SealBroken, current_key, key_of, resealed

BATCH = 200


@dataclass(slots=True)
class Done:
    """What a rotation has come to."""

    rows: int = 0
    broken: int = 0  # could not be opened with any key that is set


def sealed_columns(model: type[models.Model]) -> dict[str, str]:
    """A model's sealed fields, each with its context."""
    under: dict[str, str] = dict(getattr(model, "sealed_under", {}))
    for field in model._meta.local_concrete_fields:
        if isinstance(field, SealedTextField):
            under[field.name] = f"{model._meta.db_table}.{field.column}"
    return under


def sealed_models() -> Iterator[type[models.Model]]:
    """Every model with something sealed."""
    return (model for model in apps.get_models() if sealed_columns(model))


def reseal_everything(*, at: datetime, say: Callable[[str], object]) -> Done:
    """Every row that an older key sealed; told in each municipality's journal when anything was done."""
    done = Done()
    for model in sealed_models():
        before, last = done.rows, 0
        while (reached := _reseal_batch(model, after=last, done=done)) is not None:
            last = reached
        if done.rows > before:
            say(f"{model._meta.verbose_name_plural}: {done.rows - before}")
    if done.rows:
        for municipality in Municipality.objects.order_by("pk"):
            with acting("reseal"):
                write_municipal(municipality, act="reseal", by=None, at=at, facts={"key": current_key()})
    return done


def _reseal_batch(model: type[models.Model], *, after: int, done: Done) -> int | None:
    """The next rows in the order of their key; the last one looked at, or None when there were none."""
    columns = sealed_columns(model)
    raw = {f"raw_{name}": ExpressionWrapper(F(name), output_field=models.BinaryField()) for name in columns}
    with acting("reseal"):
        rows = model._base_manager.select_for_update(of=("self",)).filter(pk__gt=after).order_by("pk")
        at_a_time = getattr(model, "resealed_at_a_time", BATCH)
        batch = list(rows.defer(*columns).annotate(**raw)[:at_a_time])
        for row in batch:
            changed = _resealed_row(row, columns, done)
            if changed:
                model._base_manager.filter(pk=row.pk).update(**changed)
                done.rows += 1
    return int(batch[-1].pk) if batch else None


def _resealed_row(row: models.Model, columns: dict[str, str], done: Done) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for name, context in columns.items():
        sealed = bytes(getattr(row, f"raw_{name}") or b"")
        if not sealed or key_of(sealed) == current_key():
            continue
        try:
            changed[name] = resealed(sealed, context=context.format(row=row))
        except SealBroken:
            done.broken += 1
    return changed
