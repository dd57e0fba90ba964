"""Stored codes about a standard in the making."""

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class DraftState(Codes):
    """What a draft has become."""

    OPEN = "open", _("Under arbejde")
    WITHDRAWN = "withdrawn", _("Trukket tilbage")
    ADOPTED = "adopted", _("Vedtaget")


class Origin(Codes):
    """What a draft began from."""

    VERSION = "version", _("En udgave, der gælder")
    FILE = "file", _("En fil")
    NOTHING = "nothing", _("En tom standard")
