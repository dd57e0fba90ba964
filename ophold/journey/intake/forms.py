"""What is asked, one matter a page; staff ask the same of a person at the counter or on the telephone.

Field names are those of `Answers`. Nothing is asked that no named person reads: the caseworker reads every answer.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ophold.journey.intake.choices import Applicant, AskedOf, Consent, Home, Item, LivesHere
from ophold.record.attachments.forms import WithPapers
from ophold.record.cases.choices import Channel
from ophold.record.cases.forms import LONG, Act
from ophold.record.form_fields import DayField, OpenCharField
from ophold.record.people import cpr

SHORT = 200


class Who(forms.Form):
    """Who applies, and how the person is reached."""

    applicant = forms.ChoiceField(
        label=_("Hvem søger?"),
        choices=Applicant.pairs,
        widget=forms.RadioSelect,
        initial=Applicant.SELF,
        error_messages={"required": _("Vælg, hvem der søger.")},
    )
    helper_name = OpenCharField(
        label=_("Navn på den, der søger"),
        max_length=SHORT,
        required=False,
        help_text=_("Kun når en værge eller en med fuldmagt søger."),
    )
    helper_basis = forms.CharField(
        label=_("Fuldmagt eller værgemål, med dato"),
        max_length=SHORT,
        required=False,
        help_text=_("Kommunen beder om at se det, før den sender breve til andre."),
    )
    helper_phone = forms.CharField(label=_("Telefon til den, der søger"), max_length=40, required=False)
    address = OpenCharField(
        label=_("Din adresse"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"autocomplete": "street-address"}),
        help_text=_("Skriv ikke adressen, hvis den er beskyttet. Kommunen kan selv slå den op."),
    )
    phone = forms.CharField(
        label=_("Din telefon"), max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "tel"})
    )
    email = forms.EmailField(
        label=_("Din e-mail"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def clean(self) -> dict[str, Any]:
        """A person who applies for another is named."""
        told = super().clean() or {}
        if told.get("applicant") not in (None, Applicant.SELF) and not told.get("helper_name"):
            self.add_error("helper_name", _("Skriv navnet på den, der søger."))
        return told


class Need(forms.Form):
    """What is applied for, and why, in the person's own words."""

    items = forms.MultipleChoiceField(
        label=_("Hvad søger du om?"),
        choices=Item.pairs,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Vælg gerne flere. Er du i tvivl, så vælg ophold; sagsbehandleren hjælper dig videre."),
        error_messages={"required": _("Vælg mindst én ting, du søger om.")},
    )
    need = forms.CharField(
        label=_("Hvad har du brug for hjælp til?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Skriv med dine egne ord. Det kan være kort, og det behøver ikke være pænt."),
        error_messages={"required": _("Skriv, hvad du har brug for hjælp til. Et par ord er nok.")},
    )


class HomeNow(forms.Form):
    """Where the person lives now."""

    lives_here = forms.ChoiceField(
        label=_("Bor du i kommunen?"),
        choices=LivesHere.pairs,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Du kan søge alligevel. Kommunen finder ud af, hvem der skal behandle sagen."),
    )
    home = forms.ChoiceField(
        label=_("Hvordan bor du nu?"), choices=Home.pairs, required=False, widget=forms.RadioSelect
    )
    home_words = forms.CharField(
        label=_("Er der noget ved din bolig, vi skal vide?"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_("Fx trapper, hvem du bor med, eller om du skal flytte snart."),
    )


class MayAsk(forms.Form):
    """Consent to ask others: named sources, a scope, and freedom to say no."""

    consent = forms.ChoiceField(
        label=_("Må kommunen spørge andre om dig?"),
        choices=Consent.pairs,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Du bestemmer selv, og du kan altid sige nej igen. Din ansøgning bliver behandlet uanset hvad."),
    )
    asked_of = forms.MultipleChoiceField(
        label=_("Hvem må kommunen spørge?"),
        choices=AskedOf.pairs,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    consent_scope = forms.CharField(
        label=_("Hvad må de fortælle om?"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_("Fx navn på lægen, og om det gælder sygdom, medicin, bolig eller hverdag."),
    )

    def clean(self) -> dict[str, Any]:
        """A yes says to whom."""
        told = super().clean() or {}
        if told.get("consent") == Consent.YES and not told.get("asked_of"):
            self.add_error("asked_of", _("Vælg, hvem kommunen må spørge, eller vælg ”Ikke nu”."))
        return told


class Place(forms.Form):
    """What matters about a place."""

    place = forms.CharField(
        label=_("Hvad er vigtigt for dig ved et sted?"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_(
            "Fx tæt på familie, ro, dyr eller et bestemt sted, du ønsker. Kommunen lover ikke et bestemt sted."
        ),
    )


class Papers(WithPapers):
    """What the person wants the municipality to read."""


class Register(Act, Who, Need, HomeNow, MayAsk, Place, Papers):
    """An oral or paper application: who, how and when, and then the same fields."""

    digits = forms.CharField(
        label=_("CPR-nummer"),
        max_length=11,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Skriv borgerens CPR-nummer.")},
    )
    name = OpenCharField(
        label=_("Borgerens navn"), max_length=SHORT, error_messages={"required": _("Skriv borgerens navn.")}
    )
    received_on = DayField(label=_("Hvilken dag kom ansøgningen ind?"))
    channel = forms.ChoiceField(
        label=_("Hvordan kom den ind?"),
        choices=[(one.value, one.label) for one in Channel if one != Channel.SELF_SERVICE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan ansøgningen kom ind.")},
    )

    def clean_digits(self) -> str:
        """Ten digits that carry a day of birth."""
        try:
            return cpr.parse(self.cleaned_data["digits"])
        except cpr.CprRefused as refusal:
            raise ValidationError(str(refusal)) from refusal


class Delay(Act):
    """When the answer comes instead, and why."""

    until = DayField(label=_("Hvornår kommer svaret senest?"))
    why = forms.CharField(
        label=_("Hvorfor kommer svaret senere?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Borgeren læser det, som du skriver det."),
        error_messages={"required": _("Skriv, hvorfor svaret kommer senere.")},
    )


class Version(Act):
    """To which version, and why."""

    version = forms.ChoiceField(
        label=_("Hvilken udgave skal sagen følge?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg den udgave, sagen skal følge.")},
    )
    why = forms.CharField(
        label=_("Hvorfor flyttes sagen?"),
        max_length=LONG,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv, hvorfor sagen flyttes.")},
    )

    def __init__(self, *args: Any, versions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["version"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = versions


class Received(Act):
    """The day the application really came in, and why it is righted."""

    received_on = DayField(label=_("Hvilken dag kom ansøgningen?"))
    why = forms.CharField(label=_("Hvorfor rettes dagen?"), max_length=LONG, widget=forms.Textarea)
