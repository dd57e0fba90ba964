"""The part of a form by which papers come along; what came is taken in before the rest of the form is judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from ophold.record.attachments.tray import Line
from ophold.record.attachments.uploading import Upload


class SeveralFiles(forms.FileInput):
    """A file box that takes several; drawn by `dkfds/form.html` with what waits beside it."""

    allow_multiple_selected = True

    def value_from_datadict(self, sent: Any, files: Any, name: str) -> list[Upload]:
        """Every file that was chosen."""
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class WithPapers(forms.Form):
    """A form with papers. Two of its buttons only add and remove papers: then nothing else is judged or done."""

    papers = forms.Field(
        label=_("Vedlæg papirer"),
        required=False,
        widget=SeveralFiles(attrs={"multiple": True, "accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text=_(
            "PDF, JPEG eller PNG. Højst 10 filer, 10 MB hver og 25 MB i alt. "
            "Oplysninger om sted og kamera bliver fjernet."
        ),
    )
    held: Sequence[Line] = ()  # what waits
    refused: Sequence[str] = ()  # why something was not taken
    only_papers = False

    def full_clean(self) -> None:
        """When only papers came or went, nothing else is judged."""
        if not self.only_papers:
            super().full_clean()
            return
        self._errors, self.cleaned_data = ErrorDict(), {}
        for said in self.refused:
            self.add_error("papers", said)

    def is_valid(self) -> bool:
        """Not while papers only come or go: the act waits for its own button."""
        return super().is_valid() and not self.only_papers

    def clean_papers(self) -> None:
        """A paper that was not taken is told of before the act is done without it."""
        if self.refused:
            raise ValidationError(list(self.refused))

    def clean(self) -> dict[str, Any]:
        """Papers are no answer: they wait in their tray."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        told.pop("papers", None)
        return told
