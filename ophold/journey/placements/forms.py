"""The form for moving in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ophold.journey.placements.actions import MovingIn
from ophold.journey.placements.choices import AcceptedBy
from ophold.record.cases.forms import Act
from ophold.record.form_fields import DayField, OpenCharField


class BeginStay(Act):
    """Where, when, and who said yes to the place."""

    facility = OpenCharField(label=_("Hvilket botilbud?"), max_length=200)
    began_on = DayField(label=_("Hvilken dag flyttede borgeren ind?"))
    accepted_by = forms.ChoiceField(
        label=_("Hvem har sagt ja til stedet?"), choices=AcceptedBy.pairs, widget=forms.RadioSelect
    )
    acceptance = OpenCharField(
        label=_("Person og dokument, hvis det ikke er borgeren selv"), max_length=200, required=False
    )
    next_on = DayField(
        label=_("Hvornår er første opfølgning?"),
        required=False,
        help_text=_("Kræves kun, hvor standarden ikke selv sætter dagen. Den kan ikke ligge senere end lovet."),
    )

    def __init__(self, *args: Any, promised: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        question = self.fields["next_on"]
        question.help_text = f"{promised} {question.help_text}".strip()

    def moving(self) -> MovingIn:
        """What was written."""
        names = ("facility", "began_on", "acceptance", "next_on")
        said = {name: self.cleaned_data[name] for name in names}
        return MovingIn(accepted_by=AcceptedBy(self.cleaned_data["accepted_by"]), **said)
