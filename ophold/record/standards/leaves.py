"""The kinds of single box there are, each with its form field, what it shows, and the plain value it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ophold.record.form_fields import OpenCharField

MOST_TEXT = 4000
LARGEST = 100_000


def text_field(*, long: bool = False) -> forms.CharField:
    """A text that is published, so without CPR numbers."""
    widget = forms.Textarea if long else forms.TextInput
    return OpenCharField(required=False, max_length=MOST_TEXT if long else 300, widget=widget)


class Leaf:
    """A text; the others differ in what they hold."""

    def __init__(self, held: object, field: forms.Field) -> None:
        self.shown: Any = held
        self.field = field

    def says_nothing(self, cleaned: Any) -> bool:
        """Whether the box is as when nobody has written in it."""
        return cleaned in (None, "", [])

    def plain(self, cleaned: Any) -> object:
        """The value as a file has it."""
        return cleaned.replace("\r\n", "\n") if isinstance(cleaned, str) else cleaned


class YesNo(Leaf):
    """Yes or no; where a text may be silent on it, one of three."""

    def __init__(self, held: object, *, optional: bool, default: object) -> None:
        self.optional, self.default = optional, bool(default)
        if optional:
            choices = [("", _("Siges ikke")), ("yes", _("Ja")), ("no", _("Nej"))]
            field: forms.Field = forms.ChoiceField(required=False, choices=choices, widget=forms.RadioSelect)
            super().__init__({True: "yes", False: "no"}.get(held, "") if isinstance(held, bool) else "", field)
        else:
            super().__init__(bool(held), forms.BooleanField(required=False))

    def says_nothing(self, cleaned: Any) -> bool:
        return cleaned in ("", None) if self.optional else bool(cleaned) == self.default

    def plain(self, cleaned: Any) -> object:
        return {"yes": True, "no": False}.get(cleaned) if self.optional else bool(cleaned)


class Whole(Leaf):
    """A whole number."""

    def __init__(self, held: object) -> None:
        super().__init__(held, forms.IntegerField(required=False, min_value=0, max_value=LARGEST))


class DayLeaf(Leaf):
    """A day in three boxes."""

    def __init__(self, held: object, field: forms.Field) -> None:
        super().__init__(date.fromisoformat(held) if isinstance(held, str) else held, field)

    def plain(self, cleaned: Any) -> object:
        return cleaned.isoformat() if cleaned else None


class Words(Leaf):
    """One or several words of a vocabulary; several stay in the order they were adopted in.

    `blank` is the choice of none: what it says, or nothing where one of the words must be chosen.
    """

    def __init__(self, held: object, choices: Sequence[tuple[str, str]], *, one: bool = False, blank: str = "") -> None:
        self.one = one
        self.order = [str(each) for each in held] if isinstance(held, list | tuple) else []
        if one:
            long = len(choices) > 5
            offered = [("", blank), *choices] if blank and (long or blank != _("Vælg")) else list(choices)
            widget = forms.Select if long else forms.RadioSelect
            field: forms.Field = forms.ChoiceField(required=False, choices=offered, widget=widget)
            super().__init__("" if held is None else held, field)
        else:
            widget_of_many = forms.CheckboxSelectMultiple
            super().__init__(
                self.order, forms.MultipleChoiceField(required=False, choices=choices, widget=widget_of_many)
            )

    def plain(self, cleaned: Any) -> object:
        if self.one:
            return cleaned or None
        chosen = list(cleaned or [])
        kept = [word for word in self.order if word in chosen]
        return [*kept, *(word for word in chosen if word not in kept)]


class Lines(Leaf):
    """Several texts, one on each line."""

    def __init__(self, held: Sequence[object]) -> None:
        field = OpenCharField(required=False, max_length=MOST_TEXT, widget=forms.Textarea)
        super().__init__("\n".join(str(each) for each in held), field)

    def plain(self, cleaned: Any) -> object:
        return [line.strip() for line in (cleaned or "").splitlines() if line.strip()]


class Numbers(Leaf):
    """Several whole numbers: 2, 3."""

    def __init__(self, held: Sequence[object]) -> None:
        super().__init__(", ".join(str(each) for each in held), _NumbersField(required=False, max_length=100))

    def plain(self, cleaned: Any) -> object:
        return [int(number) for number in re.findall(r"\d+", cleaned or "")]


class _NumbersField(forms.CharField):
    default_error_messages = {"numbers": gettext_lazy("Skriv hele tal med komma imellem, fx 2, 3.")}

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not re.fullmatch(r"\s*(\d{1,6}\s*(,\s*\d{1,6}\s*)*)?", text):
            raise ValidationError(self.error_messages["numbers"], code="numbers")
        return text


class Order(Leaf):
    """Words in the order the text has them, one on each line, each by its own words."""

    def __init__(self, held: Sequence[object], words: Mapping[str, str]) -> None:
        said = "\n".join(words.get(str(each), str(each)) for each in held)
        self.codes = {text.casefold(): code for code, text in words.items()}
        super().__init__(said, _OrderField(self.codes, list(words.values())))

    def plain(self, cleaned: Any) -> object:
        return [self.codes[line.strip().casefold()] for line in (cleaned or "").splitlines() if line.strip()]


class _OrderField(forms.CharField):
    def __init__(self, codes: Mapping[str, str], words: list[str]) -> None:
        super().__init__(required=False, max_length=MOST_TEXT, widget=forms.Textarea)
        self.codes, self.words = codes, words

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        strange = [
            line.strip() for line in text.splitlines() if line.strip() and line.strip().casefold() not in self.codes
        ]
        if strange:
            raise ValidationError(
                _("”%(word)s” kendes ikke. Skriv et trin på hver linje: %(words)s.")
                % {"word": strange[0][:60], "words": ", ".join(self.words)},
                code="words",
            )
        return text
