"""Form fields that several steps use: a day in three boxes, and the key that makes an act safe to repeat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ophold.record.people import cpr


class DayWidget(forms.MultiWidget):
    """Three text boxes: day, month, year. Drawn by `dkfds/form.html`."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__([forms.TextInput, forms.TextInput, forms.TextInput], attrs)

    def decompress(self, value: date | None) -> list[str]:
        """A day as its three boxes."""
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """A day (date), asked for as dag, måned, år; a two-digit year is refused rather than guessed."""

    widget = DayWidget

    def __init__(self, *, required: bool = True, **kwargs: Any) -> None:
        boxes = [forms.CharField(required=False, max_length=length) for length in (2, 2, 4)]
        super().__init__(fields=boxes, required=required, require_all_fields=False, **kwargs)

    def clean(self, value: Sequence[str | None] | date | None) -> date | None:
        """The day, or a sentence saying what to write."""
        if isinstance(value, date):
            return value
        boxes = [str(part or "").strip() for part in value or ("", "", "")]
        if not any(boxes):
            if self.required:
                raise ValidationError(_("Skriv datoen med dag, måned og år."), code="required")
            return None
        try:
            day, month, year = (int(part) for part in boxes)
            return date(year, month, day) if year >= 1000 else self._refuse()
        except (ValueError, OverflowError):  # no such day, or no number of any day
            return self._refuse()

    def _refuse(self) -> date:
        raise ValidationError(_("Den dato findes ikke. Skriv dag, måned og år med fire cifre."), code="invalid")

    def compress(self, data_list: list[Any]) -> date | None:
        """Not used: `clean` makes the day in one go."""
        raise NotImplementedError


class ActKeyField(forms.CharField):
    """A hidden key, made when the form is drawn, by which a double click does an act once."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=36, initial=lambda: str(uuid4()), **kwargs)


class OpenCharField(forms.CharField):
    """Text that is stored as it is, to be searched and listed; a CPR number does not belong in it."""

    def clean(self, value: Any) -> str:
        """The text, or a sentence saying what to take out."""
        text: str = super().clean(value)
        if cpr.found_in(text):
            raise ValidationError(_("Skriv ikke CPR-nummeret her. Det hører kun til i feltet til CPR-nummer."))
        return text
