"""The forms about a complaint. None asks for a reason the complainant need not give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ophold.journey.complaints.choices import Complainant, Outcome
from ophold.journey.complaints.words import Words, authority_missing
from ophold.journey.decisions.models import Decision
from ophold.law.wording import day
from ophold.record.attachments.forms import WithPapers
from ophold.record.cases.choices import Channel
from ophold.record.cases.forms import LONG, Act
from ophold.record.cases.models import Party
from ophold.record.form_fields import DayField, OpenCharField

CHANNELS = (Channel.PHONE, Channel.IN_PERSON, Channel.LETTER, Channel.EMAIL, Channel.DIGITAL_POST)
PARTY = "party:"


class About(Act):
    """Which decision the complaint is about; asked only where there is more than one."""

    decision = forms.TypedChoiceField(
        label=_("Hvilken afgørelse handler klagen om?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, decisions: Iterable[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(row.pk, f"{row.get_outcome_display()}, {day(row.decided_on)}") for row in decisions]
        self.fields["decision"].choices = found  # type: ignore[attr-defined] # a choice field has them
        self.fields["decision"].initial = found[0][0] if found else None
        if len(found) == 1:
            self.fields["decision"].widget = forms.HiddenInput()


class Complain(WithPapers, About):
    """A citizen's complaint: it can be sent without a word."""

    text = forms.CharField(
        label=_("Hvad er du uenig i?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Du behøver ikke skrive noget. Skriv gerne, hvad vi skal se på igen."),
    )
    suspension_asked = forms.BooleanField(
        label=_("Jeg beder om, at afgørelsen først skal gælde, når klagen er behandlet"),
        required=False,
        help_text=_("Ankestyrelsen bestemmer det. Indtil da gælder afgørelsen."),
    )


class RegisterComplaint(WithPapers, About):
    """A complaint that came by word of mouth, letter or mail."""

    field_order = ("act_key", "decision", "received_on", "channel", "from_whom", "name", "text", "papers")
    received_on = DayField(label=_("Hvornår kom klagen?"))
    channel = forms.ChoiceField(
        label=_("Hvordan kom den?"), choices=[(one.value, one.label) for one in CHANNELS], widget=forms.RadioSelect
    )
    from_whom = forms.ChoiceField(label=_("Hvem klager?"), widget=forms.RadioSelect)
    name = OpenCharField(
        label=_("Klagerens navn, hvis det er en anden"),
        required=False,
        max_length=200,
        help_text=_("Mangler der fuldmagt, beder vi om den. Klagen bliver behandlet imens."),
    )
    text = forms.CharField(
        label=_("Hvad blev der sagt eller skrevet?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("En klage behøver ingen begrundelse. Klageren får dine ord at se i kvitteringen."),
    )
    excuse = forms.CharField(
        label=_("Kommer klagen sent: Hvad siger klageren om grunden?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea,
    )
    suspension_asked = forms.BooleanField(
        label=_("Klageren beder om, at afgørelsen først skal gælde, når klagen er behandlet"), required=False
    )

    def __init__(self, *args: Any, parties: Iterable[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_whom"].choices = [  # type: ignore[attr-defined] # a choice field has them
            (Complainant.CITIZEN.value, Complainant.CITIZEN.label),
            *((f"{PARTY}{party.pk}", str(party)) for party in parties),
            (Complainant.SOMEBODY.value, gettext("En anden, som ikke er på sagen endnu")),
        ]

    def words(self) -> Words:
        """What the complaint says and how it came."""
        said, who = self.cleaned_data, self.cleaned_data["from_whom"]
        party = who.removeprefix(PARTY) if who.startswith(PARTY) else ""
        return Words(
            decision_id=said["decision"],
            received_on=said["received_on"],
            channel=Channel(said["channel"]),
            text=said["text"],
            excuse=said["excuse"],
            suspension_asked=said["suspension_asked"],
            complainant=Complainant.PARTY if party else Complainant(who),
            party_id=int(party) if party else None,
            name=said["name"],
        )


class Reassess(Act):
    """What the reassessment came to; each outcome is a button of its own."""

    outcome = forms.ChoiceField(choices=Outcome.pairs, widget=forms.HiddenInput)
    reasons = forms.CharField(
        label=_("Hvad lægger du vægt på i genvurderingen?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Klageren og Ankestyrelsen læser det."),
    )


class Forward(Act):
    """What Ankestyrelsen is told beside the file, and when somebody looks at the case again."""

    note = forms.CharField(
        label=_("Bemærkning til Ankestyrelsen"), required=False, max_length=LONG, widget=forms.Textarea
    )
    next_on = DayField(
        label=_("Hvornår ser du til sagen igen?"),
        help_text=_("Ingen har lovet, hvornår Ankestyrelsen svarer. Sæt selv en dag, så sagen ikke bliver glemt."),
    )


class Delay(Act):
    """Why the four weeks are not enough, and until when."""

    why = forms.CharField(
        label=_("Hvilke oplysninger eller vurderinger venter I på?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("Klageren læser det. Travlhed er ikke en grund."),
    )
    until = DayField(label=_("Hvornår er I færdige?"))


class Authority(Act):
    """Whose authority has come."""

    party_id = forms.TypedChoiceField(
        label=_("Hvem har fuldmagt eller værgemål?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, parties: Iterable[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party_id"].choices = [  # type: ignore[attr-defined] # a choice field has them
            (party.pk, f"{party}, {party.basis}")
            for party in parties
            if not authority_missing(Complainant.PARTY, party)
        ]
