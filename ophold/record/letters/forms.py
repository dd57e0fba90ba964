"""Forms about letters on their way."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ophold.record.cases.choices import Channel
from ophold.record.cases.forms import Act
from ophold.record.form_fields import DayField, OpenCharField
from ophold.record.letters.choices import DeliveryKind

ON_PAPER = (DeliveryKind.POSTED, DeliveryKind.RECEIVED_EARLIER, DeliveryKind.FAILED)
DIGITAL = (DeliveryKind.AVAILABLE, DeliveryKind.RECEIVED_EARLIER, DeliveryKind.FAILED)


class RegisterDelivery(Act):
    """What is known about a copy reaching its recipient; the choices follow how it was sent."""

    kind = forms.ChoiceField(label=_("Hvad er der sket?"), widget=forms.RadioSelect)
    on = DayField(label=_("Hvilken dag?"))
    source = OpenCharField(
        label=_("Hvor ved du det fra?"), max_length=200, help_text=_("Fx ”Postlisten” eller ”Borgeren ringede”.")
    )

    def __init__(self, *args: Any, channel: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = ON_PAPER if channel == Channel.LETTER else DIGITAL
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(kind.value, kind.label) for kind in kinds]
