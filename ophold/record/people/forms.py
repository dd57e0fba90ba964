"""Forms for signing in."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _


class PasswordSignIn(forms.Form):
    """User name and password, for demo and emergency accounts."""

    username = forms.CharField(
        label=_("Brugernavn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Adgangskode"), max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class NewPassword(forms.Form):
    """A password of one's own, typed twice."""

    password = forms.CharField(
        label=_("Ny adgangskode"),
        max_length=200,
        help_text=_("Mindst 12 tegn. Nogle ord, du kan huske, er bedre end få svære tegn."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        validators=[validate_password],
    )
    again = forms.CharField(
        label=_("Ny adgangskode igen"),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        """Both must be alike."""
        again: str = self.cleaned_data["again"]
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise forms.ValidationError(_("De to adgangskoder er ikke ens. Skriv den samme begge steder."))
        return again
