"""Forms for signing in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class PasswordSignIn(forms.Form):
    """User name and password, for demo and emergency accounts."""

    username = forms.CharField(
        label=_("Brugernavn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Adgangskode"), max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
