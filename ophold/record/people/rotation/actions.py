"""Re-sealing, and hashing again, one batch in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import ExpressionWrapper, F

from ophold.record.acting import acting
from ophold.record.journal.actions import write_municipal
from ophold.record.people import cpr
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Account, Citizen, Municipality
from ophold.record.people.seal import SealBroken, current_key, key_of, resealed

BATCH = 200


@dataclass(slots=True)
class Done:
    """What a rotation has come to."""

    rows: int = 0
    broken: int = 0  # could not be opened, or is not found, with any key that is set
    twice: int = 0  # persons a municipality has two rows for, one under each key


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


def rehash_everything(*, at: datetime, say: Callable[[str], object]) -> Done:
    """Every CPR number's keyed hash, made again with the key that counts now; told as re-sealing is."""
    done = Done()
    for model in (Account, Citizen):
        before, last = done.rows, 0
        while (reached := _rehash_batch(model, after=last, done=done)) is not None:
            last = reached
        if done.rows > before:
            say(f"{model._meta.verbose_name_plural}: {done.rows - before}")
    if done.rows:
        for municipality in Municipality.objects.order_by("pk"):
            with acting("reseal"):
                write_municipal(municipality, act="reseal", by=None, at=at, facts={"index_key": index_key()})
    return done


def index_key() -> int:
    """The number of the key that CPR numbers are kept under."""
    return next(iter(settings.CPR_INDEX_KEYS))


def _rehash_batch(model: type[models.Model], *, after: int, done: Done) -> int | None:
    """The next rows in the order of their key; the last one looked at, or None when there were none."""
    with acting("reseal"):
        rows = model._base_manager.select_for_update(of=("self",)).filter(pk__gt=after)
        known = rows.filter(cpr_sealed__isnull=False, cpr_index__isnull=False).order_by("pk")
        batch: list[tuple[int, bytes, bytes]] = list(known.values_list("pk", "cpr_sealed", "cpr_index")[:BATCH])
        for key, sealed, kept in batch:
            try:
                found = cpr.indexes(cpr.unseal_cpr(sealed))
            except SealBroken:
                done.broken += 1
                continue
            if bytes(kept) not in found:  # under a key that is not set: nobody finds this person now
                done.broken += 1
            elif bytes(kept) != found[0]:
                _rehash_row(model, key, found[0], done)
    return batch[-1][0] if batch else None


def _rehash_row(model: type[models.Model], key: int, found_by: bytes, done: Done) -> None:
    try:
        with transaction.atomic():
            model._base_manager.filter(pk=key).update(cpr_index=found_by)
        done.rows += 1
    except IntegrityError:
        done.twice += 1


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
