"""A model field for text about a person: sealed in the database, plain in Python (see `seal`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from ophold.record.people.seal import seal_text, unseal_text

if TYPE_CHECKING:
    _Text = models.Field[str, str]
else:
    _Text = models.Field


class SealedTextField(_Text):
    """Text that a copy of the database does not show; it cannot be searched. Table and column are its context."""

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing can be found by sealed text."""
        return None

    @property
    def context(self) -> str:
        """What its values are sealed with."""
        return f"{self.model._meta.db_table}.{self.column}"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Seal; an empty text is stored as no bytes at all."""
        if isinstance(value, str):
            value = seal_text(value, context=self.context) if value else b""
        return connection.Database.Binary(value) if value is not None else None

    def from_db_value(self, value: Any, expression: object, connection: BaseDatabaseWrapper) -> str | None:
        """Unseal."""
        if value is None:
            return None
        return unseal_text(bytes(value), context=self.context) if bytes(value) else ""
