"""What the desk asks for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Search(forms.Form):
    """A reference, a CPR number or a name."""

    text = forms.CharField(
        label=_("Sagsnummer, CPR-nummer eller navn"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
