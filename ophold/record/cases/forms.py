"""Forms for the acts that belong to a case whatever step it is in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ophold.record.cases.choices import Channel, LettersTo, PartyRole
from ophold.record.form_fields import ActKeyField, DayField, OpenCharField

LONG = 20_000


class Act(forms.Form):
    """A form whose act is done once, however often it is sent."""

    act_key = ActKeyField()


class Note(Act):
    """A conversation as it was."""

    held_on = DayField(label=_("Hvornår var samtalen?"))
    channel = forms.ChoiceField(
        label=_("Hvordan foregik den?"),
        choices=[
            (one.value, one.label) for one in (Channel.PHONE, Channel.IN_PERSON, Channel.EMAIL, Channel.DIGITAL_POST)
        ],
        widget=forms.RadioSelect,
    )
    with_whom = forms.CharField(label=_("Med hvem?"), max_length=120, help_text=_("Fx borgeren, moren, egen læge."))
    text = forms.CharField(label=_("Hvad blev sagt?"), max_length=LONG, widget=forms.Textarea)


class NextDate(Act):
    """What happens next, and when."""

    label = OpenCharField(label=_("Hvad sker der næste gang?"), max_length=120, help_text=_("Fx ”Ring til borgeren”."))
    on = DayField(label=_("Hvornår?"))


class Party(Act):
    """Somebody with a place in the case."""

    role = forms.ChoiceField(label=_("Rolle"), choices=PartyRole.pairs, widget=forms.RadioSelect)
    name = OpenCharField(label=_("Navn"), max_length=200)
    address = OpenCharField(
        label=_("Adresse"),
        max_length=400,
        required=False,
        widget=forms.Textarea,
        help_text=_("Kræves, hvis parten skal have breve."),
    )
    phone = OpenCharField(label=_("Telefon"), max_length=40, required=False)
    letters = forms.ChoiceField(
        label=_("Breve"), choices=LettersTo.pairs, initial=LettersTo.NONE, widget=forms.RadioSelect,
        help_text=_("Kun en værge eller partsrepræsentant kan få breve."),
    )  # fmt: skip
    basis = OpenCharField(
        label=_("Grundlag"), max_length=200, required=False, help_text=_("Fuldmagt eller værgemål, med dato.")
    )
    scope = OpenCharField(
        label=_("Omfang"), max_length=200, required=False, help_text=_("Hvad fuldmagten eller værgemålet gælder.")
    )
    valid_from = DayField(label=_("Gælder fra"))
    valid_to = DayField(label=_("Gælder til"), required=False)


class EndParty(Act):
    """The last day of a party's place in the case."""

    on = DayField(label=_("Sidste dag"))


class Close(Act):
    """Why the case ends."""

    why = forms.CharField(label=_("Hvorfor afsluttes sagen?"), max_length=2_000, widget=forms.Textarea)
