"""Forms about a draft as a whole; those of its sections are made from a standard's own types (`sections`)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ophold.record.attachments.checking import PaperRefused, checked
from ophold.record.attachments.choices import LARGEST, Kind
from ophold.record.form_fields import DayField, OpenCharField
from ophold.record.standards import findings
from ophold.record.standards.actions import Adoption
from ophold.record.standards.boxes import in_language
from ophold.record.standards.choices import Origin
from ophold.standard.check import CheckFinding
from ophold.standard.plain_yaml import MOST_CHARACTERS
from ophold.standard.shape import Standard


class BeginDraft(forms.Form):
    """From what a new draft begins; a file has a page of its own."""

    origin = forms.ChoiceField(
        label=_("Begynd fra"), choices=[(each.value, each.label) for each in (Origin.VERSION, Origin.NOTHING)]
    )


class ImportFile(forms.Form):
    """A standard in a file."""

    file = forms.FileField(
        label=_("Fil"),
        help_text=_("En standard som YAML, højst 800 kB. Kommentarer i filen (#) bevares ikke."),
        error_messages={"required": _("Vælg en fil."), "empty": _("Filen er tom. Vælg en anden.")},
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
    )

    def clean_file(self) -> str:
        """The text in it."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_CHARACTERS * 2:
            raise ValidationError(
                _("Filen blev ikke læst, fordi den er større end 800 kB. Fjern det, der ikke hører til.")
            )
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise ValidationError(
                _("Filen blev ikke læst, fordi den ikke er gemt som UTF-8. Gem den igen som UTF-8.")
            ) from None


class Adopt(forms.Form):
    """The adoption, and a reason for each conflict with statute."""

    body = OpenCharField(
        label=_("Hvem har vedtaget den?"),
        max_length=200,
        help_text=_("Fx kommunalbestyrelsen, byrådet eller et udvalg."),
    )
    adopted_on = DayField(label=_("Hvornår blev den vedtaget?"), help_text=_("Mødets dag. Den bliver udgavens navn."))
    valid_from = DayField(
        label=_("Hvornår gælder den fra?"),
        help_text=_("Sager, der allerede er begyndt, beholder deres udgave."),
    )

    minutes = forms.FileField(
        label=_("Referat fra mødet"),
        required=False,
        help_text=_("PDF, højst 10 MB. Uden referat kan vedtagelsen også skrives ind."),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )
    minutes_public = forms.BooleanField(
        label=_("Offentliggør referatet sammen med udgaven"),
        required=False,
        help_text=_("Se efter, at der ikke står noget om enkelte borgere i det."),
    )

    def __init__(self, *args: Any, conflicts: list[CheckFinding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflicts = {f"reason-{place}": each for place, each in enumerate(conflicts)}
        for name, each in self.conflicts.items():
            self.fields[name] = OpenCharField(
                label=gettext("Hvorfor vedtages %(place)s alligevel?") % {"place": each.provision or each.matter},
                help_text=in_language(each.text),
                max_length=2000,
                widget=forms.Textarea,
                error_messages={
                    "required": _("Skriv kommunalbestyrelsens grund. Den offentliggøres sammen med udgaven.")
                },
            )

    def clean_minutes(self) -> bytes | None:
        """The PDF as it may be kept: looked into, and stripped of everything but its content."""
        file: UploadedFile[Any] | None = self.cleaned_data["minutes"]
        if file is None:
            return None
        try:
            paper = checked(file.name or "", file.read(LARGEST + 1))
        except PaperRefused as refusal:
            raise ValidationError(str(refusal)) from None
        if paper.kind is not Kind.PDF:
            raise ValidationError(_("Referatet blev ikke vedlagt, fordi det ikke er en PDF. Gem det som PDF først."))
        return paper.content

    def adoption(self) -> Adoption:
        """What was written, for the act."""
        said = self.cleaned_data
        reasons = {findings.key_of(each): said[name] for name, each in self.conflicts.items()}
        return Adoption(
            body=said["body"],
            adopted_on=said["adopted_on"],
            valid_from=said["valid_from"],
            reasons=reasons,
            minutes=said["minutes"],
            minutes_public=said["minutes_public"],
        )


def adoption_of(standard: Standard) -> dict[str, object]:
    """What a file that was taken in says of its own adoption."""
    header = standard.header
    return {
        "body": ", ".join(header.adopted_by),
        "adopted_on": header.adopted_on,
        "valid_from": header.valid_from or header.adopted_on,
    }
