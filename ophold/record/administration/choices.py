"""Stored codes about a municipality's own settings."""

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class Setting(Codes):
    """What can be changed here; the names are those of `MunicipalitySettings`."""

    SENDER = "sender", _("Afsender på breve")
    COMPLAINT_ADDRESS = "complaint_address", _("Klageadresse")
    LETTER_DAYS = "letter_days", _("Brevdage")
    CLOSING_DAYS = "closing_days", _("Lukkedag")
    PUBLISHED_DEADLINE = "published_deadline", _("Svarfrist, der er offentliggjort et andet sted")


AT_ONCE = frozenset({Setting.SENDER, Setting.COMPLAINT_ADDRESS})  # an address holds from the day it is entered
