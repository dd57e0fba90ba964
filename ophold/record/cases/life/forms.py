"""Forms for what happens to a case besides its steps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ophold.record.cases.choices import ActingAfterMove, Channel
from ophold.record.cases.forms import Act, Party
from ophold.record.form_fields import DayField, OpenCharField
from ophold.record.people.access import colleagues
from ophold.record.people.models import Account

LONG = 2_000


def _people(municipality_id: int | None) -> list[tuple[str, str]]:
    return [("", "–")] + [(str(one.pk), one.name) for one in colleagues(municipality_id or 0)]


class Reassign(Act):
    """To whom, and why."""

    to = forms.TypedChoiceField(label=_("Hvem skal have sagen?"), coerce=int)
    why = forms.CharField(label=_("Hvorfor?"), max_length=LONG, widget=forms.Textarea)

    def __init__(self, *args: Any, by: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        to.choices = _people(by.municipality_id)


class Absence(Act):
    """Who is away, who covers, and when."""

    away = forms.TypedChoiceField(label=_("Hvem er væk?"), coerce=int)
    covered_by = forms.TypedChoiceField(label=_("Hvem dækker?"), coerce=int)
    from_on = DayField(label=_("Første dag"))
    to_on = DayField(label=_("Sidste dag"))

    def __init__(self, *args: Any, by: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("away", "covered_by"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = _people(by.municipality_id)


class Withdraw(Act):
    """The citizen's own."""

    sure = forms.BooleanField(label=_("Ja, jeg vil trække min ansøgning tilbage"))
    why = forms.CharField(label=_("Vil du skrive hvorfor?"), max_length=LONG, required=False, widget=forms.Textarea)


class RegisterWithdrawal(Act):
    """As the citizen said it."""

    said_on = DayField(label=_("Hvornår sagde borgeren det?"))
    channel = forms.ChoiceField(
        label=_("Hvordan?"),
        choices=[(one.value, one.label) for one in Channel if one != Channel.SELF_SERVICE],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(label=_("Hvad sagde borgeren?"), max_length=LONG, widget=forms.Textarea)


class Death(Act):
    """When, and who says so."""

    died_on = DayField(label=_("Hvornår døde borgeren?"))
    source = forms.CharField(
        label=_("Hvorfra ved I det?"), max_length=LONG, widget=forms.Textarea, help_text=_("Fx CPR eller en pårørende.")
    )


class Move(Act):
    """Where to, and who acts from now on."""

    moved_on = DayField(label=_("Hvornår flyttede borgeren?"))
    to = forms.CharField(label=_("Til hvilken kommune?"), max_length=80)
    acting = forms.ChoiceField(
        label=_("Hvem er handlekommune nu?"),
        choices=ActingAfterMove.pairs,
        widget=forms.RadioSelect,
        help_text=_(
            "Har en kommune hjulpet borgeren til at få opholdet i den nye kommune, er den fortsat handlekommune "
            "(retssikkerhedsloven § 9). En flytning alene ændrer det ikke."
        ),
    )
    said = forms.CharField(
        label=_("Hvad er aftalt med borgeren og den anden kommune?"), max_length=LONG, widget=forms.Textarea
    )
    next_on = DayField(
        label=_("Hvornår ser I på sagen igen?"),
        required=False,
        help_text=_("Skal udfyldes, hvis det ikke er afklaret, eller hvis noget er bevilget her."),
    )


class Annul(Act):
    """What went wrong."""

    why = forms.CharField(
        label=_("Hvad er fejlen?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Skriv også den rigtige sags nummer, hvis der er en."),
    )


class CorrectParty(Party):
    """The party as it should have been written, and why."""

    why = forms.CharField(label=_("Hvorfor rettes det?"), max_length=LONG, widget=forms.Textarea)


class Reopen(Act):
    """Why, and what happens now."""

    why = forms.CharField(label=_("Hvorfor genåbnes sagen?"), max_length=LONG, widget=forms.Textarea)
    label = OpenCharField(label=_("Hvad sker der nu?"), max_length=120)
    on = DayField(label=_("Hvornår?"))
    is_alive = forms.BooleanField(label=_("Et dødsfald var registreret ved en fejl"), required=False)
