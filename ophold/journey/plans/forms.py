"""The form for a follow-up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ophold.journey.plans.actions import Held
from ophold.record.cases.forms import LONG, Act
from ophold.record.form_fields import DayField


class HoldFollowUp(Act):
    """When it was held, what it showed, and when the next one is."""

    held_on = DayField(label=_("Hvornår blev opfølgningen holdt?"))
    result = forms.CharField(
        label=_("Hvad kom I frem til?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Tjener støtten stadig sit formål? Skal noget ændres, kræver det en ny afgørelse."),
    )
    reviewed = forms.BooleanField(label=_("Bevillingen er også gennemgået"), required=False)
    next_on = DayField(
        label=_("Hvornår er næste opfølgning?"),
        required=False,
        help_text=_(
            "Kræves, hvor standarden følger op løbende eller efter behov. Den kan ikke ligge senere end lovet."
        ),
    )

    def __init__(self, *args: Any, promised: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        question = self.fields["next_on"]
        question.help_text = f"{promised} {question.help_text}".strip()

    def held(self) -> Held:
        """What was written."""
        said = {name: self.cleaned_data[name] for name in ("result", "reviewed", "next_on")}
        return Held(on=self.cleaned_data["held_on"], **said)
