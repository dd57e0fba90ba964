"""Forms for a municipality's own settings and staff."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ophold.record.form_fields import DayField, OpenCharField
from ophold.record.people.choices import Role

DAYS = [("days", _("dage")), ("weekdays_mon_sat", _("hverdage (lørdag tæller med)")),
        ("working_days_mon_fri", _("arbejdsdage (mandag til fredag)"))]  # fmt: skip
UNITS = [*DAYS, ("weeks", _("uger")), ("months", _("måneder"))]


class Changed(forms.Form):
    """From when, and how it is known."""

    valid_from = DayField(label=_("Gælder fra"))
    source = forms.CharField(
        label=_("Hvor står det?"), max_length=200, help_text=_("Fx en beslutning, et dokument eller en hjemmeside.")
    )

    def value(self) -> dict[str, object]:
        """The setting in the shape of the municipality's file."""
        return {name: said for name, said in self.cleaned_data.items() if name not in {"valid_from", "source"}}


class _Post(Changed):
    address = OpenCharField(label=_("Adresse"), max_length=400, widget=forms.Textarea)
    phone = OpenCharField(label=_("Telefon"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)

    def value(self) -> dict[str, object]:
        said = self.cleaned_data
        return {
            **super().value(),
            "address": [line.strip() for line in said["address"].splitlines() if line.strip()],
            "phone": said["phone"] or None,
            "email": said["email"] or None,
            "source": said["source"],
        }


class Sender(_Post):
    """Who letters are from."""

    department = OpenCharField(label=_("Afdeling"), max_length=120)
    name = OpenCharField(label=_("Kommunens navn"), max_length=120)


class ComplaintAddress(_Post):
    """Where a complaint is sent, when the standard names no address."""

    to = OpenCharField(label=_("Klagen sendes til"), max_length=120)


class LetterDays(Changed):
    """How long an ordinary letter is on its way."""

    number = forms.IntegerField(label=_("Hvor mange dage?"), min_value=1, max_value=30)
    unit = forms.ChoiceField(label=_("Hvilke dage tæller?"), choices=DAYS, widget=forms.RadioSelect)

    def value(self) -> dict[str, object]:
        said = self.cleaned_data
        return {
            "within": {"value": said["number"], "unit": said["unit"]},
            "source": said["source"],
            "confirmed": True,
        }


class ClosingDay(Changed):
    """A day the municipality keeps closed."""

    on = DayField(label=_("Hvilken dag er der lukket?"))
    why = OpenCharField(label=_("Hvorfor?"), max_length=120)

    def value(self) -> dict[str, object]:
        return {"on": self.cleaned_data["on"].isoformat(), "why": self.cleaned_data["why"]}


class PublishedDeadline(Changed):
    """A response deadline that the standard leaves to another document."""

    number = forms.IntegerField(label=_("Hvor lang er fristen?"), min_value=1, max_value=400)
    unit = forms.ChoiceField(label=_("Enhed"), choices=UNITS, widget=forms.RadioSelect)
    published_on = DayField(label=_("Hvornår blev den offentliggjort?"))

    def value(self) -> dict[str, object]:
        said = self.cleaned_data
        return {
            "within": {"value": said["number"], "unit": said["unit"]},
            "published_on": said["published_on"].isoformat(),
            "document": said["source"],
        }


ROLES = [(role.value, role.label) for role in Role]


class NewAccount(forms.Form):
    """A new member of staff."""

    name = OpenCharField(label=_("Navn"), max_length=120)
    username = forms.SlugField(
        label=_("Brugernavn"), max_length=80, help_text=_("Bogstaver a–z, tal og bindestreg."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Rolle"), choices=ROLES, widget=forms.RadioSelect)


class AccountRole(forms.Form):
    """Another role."""

    role = forms.ChoiceField(label=_("Rolle"), choices=ROLES, widget=forms.RadioSelect)
