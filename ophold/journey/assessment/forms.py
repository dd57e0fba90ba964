"""The form for one limb of § 107."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ophold.journey.assessment.actions import LimbWords
from ophold.journey.assessment.choices import QUESTIONS, Limb, Outcome
from ophold.journey.assessment.models import LimbFinding
from ophold.record.cases.forms import LONG, Act
from ophold.record.form_fields import DayField


class LimbForm(Act):
    """Met, not met or unclear; why; and on what source."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    outcome = forms.ChoiceField(choices=Outcome.pairs, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Hvorfor?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Skriv, hvad du lægger vægt på i netop denne sag."),
    )
    source = forms.CharField(
        label=_("Hvor ved du det fra?"), max_length=300, help_text=_("Fx en samtale, en udredning eller en udtalelse.")
    )
    source_on = DayField(label=_("Hvilken dag er kilden fra?"))
    attempts = forms.CharField(
        label=_("Hvis uafklaret: Hvad er der gjort for at afklare det?"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_("Kræves kun, hvis et afslag skal træffes på det, der ligger i sagen."),
    )
    told_on = DayField(label=_("Hvis uafklaret: Hvornår fik borgeren at vide, hvad det kan betyde?"), required=False)

    def __init__(self, *args: object, limb: Limb, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on to Django as it came
        self.limb = limb
        self.fields["outcome"].label = QUESTIONS[limb]

    def now_based_on(self, version: int) -> None:
        """Whoever saves this form again has seen the newer version."""
        assert isinstance(self.data, QueryDict)
        sent = self.data.copy()
        sent["based_on"] = str(version)
        self.data = sent

    def keys(self) -> dict[str, Any]:
        """What makes saving safe: the version it was based on, and the key of the act."""
        return {name: self.cleaned_data[name] for name in ("based_on", "act_key")}

    def words(self) -> LimbWords:
        """What the caseworker found."""
        said = {name: self.cleaned_data[name] for name in ("reason", "source", "source_on", "attempts", "told_on")}
        return LimbWords(limb=self.limb, outcome=Outcome(self.cleaned_data["outcome"]), **said)


def starting(found: LimbFinding | None, today: date) -> dict[str, object]:
    """What the form shows at first: the newest version, if there is one."""
    if found is None:
        return {"based_on": 0, "source_on": today}
    kept = ("outcome", "reason", "source", "source_on", "attempts", "told_on")
    return {"based_on": found.version} | {name: getattr(found, name) for name in kept}
