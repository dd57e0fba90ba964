"""Model fields: text about a person, sealed in the database (see `seal`); and a name as it is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from ophold.record.people.folding import folded
from ophold.record.people.seal import seal_text, unseal_text

if TYPE_CHECKING:
    _Text = models.Field[str, str]
    _Characters = models.CharField[str, str]
else:
    _Text = models.Field
    _Characters = models.CharField


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


class FoldedField(_Characters):
    """Another field's text as it is searched for (see `folding`); follows that field whenever the row is saved."""

    def __init__(self, *args: Any, of: str, **kwargs: Any) -> None:
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)
        self.of = of

    def deconstruct(self) -> Any:
        """For migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The other field's text, folded."""
        text = folded(getattr(model_instance, self.of))[: self.max_length]
        setattr(model_instance, self.attname, text)
        return text
