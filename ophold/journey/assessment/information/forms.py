"""The forms about information from others."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.information.actions import Asked, ConsentFacts
from ophold.journey.assessment.information.choices import Came, Ground, Informant
from ophold.journey.assessment.information.models import Consent
from ophold.record.cases.choices import Channel
from ophold.record.cases.forms import LONG, Act
from ophold.record.form_fields import DayField, OpenCharField

_WAYS = (Channel.IN_PERSON, Channel.PHONE, Channel.DIGITAL_POST, Channel.LETTER, Channel.EMAIL)


class ConsentForm(Act):
    """Scope, day and source of a consent."""

    scope = OpenCharField(
        label=_("Hvad må I hente, og hos hvem?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Fx ”oplysninger om behandling fra egen læge og Psykiatrisk Center”."),
    )
    given_by = forms.CharField(
        label=_("Hvem har givet det?"),
        max_length=120,
        help_text=_("Borgeren eller den, der kan give det for borgeren."),
    )
    channel = forms.ChoiceField(
        label=_("Hvordan blev det givet?"),
        choices=[(one.value, one.label) for one in _WAYS],
        widget=forms.RadioSelect,
    )
    given_on = DayField(label=_("Hvornår?"))

    def facts(self) -> ConsentFacts:
        """What was agreed to."""
        told = {name: self.cleaned_data[name] for name in ("scope", "given_by", "given_on")}
        return ConsentFacts(channel=Channel(self.cleaned_data["channel"]), **told)


class RequestForm(Act):
    """What is asked of whom, and by what leave."""

    informant = forms.ChoiceField(label=_("Hvem spørger du?"), choices=Informant.pairs, widget=forms.RadioSelect)
    name = OpenCharField(label=_("Navn"), max_length=120, help_text=_("Fx lægehuset, afdelingen eller skolen."))
    address = OpenCharField(
        label=_("Adresse"), max_length=300, widget=forms.Textarea, help_text=_("Brevet sendes på papir.")
    )
    about = forms.CharField(
        label=_("Hvad vil du vide?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Spørg kun om det, der betyder noget for sagen. Teksten står i brevet."),
    )
    serves = forms.ChoiceField(
        label=_("Hvilken del af § 107 skal det belyse?"),
        choices=[("", _("Det ved jeg ikke endnu")), *((limb.value, limb.label) for limb in Limb)],
        required=False,
        widget=forms.RadioSelect,
    )
    ground = forms.ChoiceField(label=_("Hvorfor må du spørge?"), choices=Ground.pairs, widget=forms.RadioSelect)
    consent = forms.ChoiceField(label=_("Hvilket samtykke?"), required=False)
    provision = OpenCharField(
        label=_("Hvilken bestemmelse?"),
        max_length=120,
        required=False,
        help_text=_("Kun hvis du spørger uden samtykke."),
    )
    wanted_by = DayField(label=_("Hvornår skal svaret være her?"))

    def __init__(self, *args: object, held: list[Consent], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on to Django as it came
        told = [(str(row.pk), row.scope[:80]) for row in held if row.withdrawn_on is None]
        self.fields["consent"].choices = [("", _("Intet")), *told]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What is asked."""
        said: dict[str, Any] = self.cleaned_data
        return Asked(
            informant=Informant(said["informant"]),
            name=said["name"],
            address=said["address"],
            about=said["about"],
            serves=Limb(said["serves"]) if said["serves"] else None,
            ground=Ground(said["ground"]),
            consent_id=int(said["consent"]) if said["consent"] else None,
            provision=said["provision"],
            wanted_by=said["wanted_by"],
        )


class ChaserForm(Act):
    """By when the answer is needed now, and where the reminder goes."""

    address = OpenCharField(label=_("Adresse"), max_length=300, widget=forms.Textarea)
    wanted_by = DayField(label=_("Hvornår skal svaret nu være her?"))


class InformationForm(Act):
    """What came, or that nothing will."""

    came = forms.ChoiceField(label=_("Kom oplysningerne?"), choices=Came.pairs, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Hvad viser de? Eller hvorfor kommer de ikke?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Skriv kort det, der har betydning for sagen."),
    )
    received_on = DayField(label=_("Hvilken dag fik du besked?"))

    def told(self) -> dict[str, Any]:
        """What came of it, for the act."""
        said = {name: self.cleaned_data[name] for name in ("text", "received_on", "act_key")}
        return said | {"came": Came(self.cleaned_data["came"])}
