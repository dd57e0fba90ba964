"""Stored codes about complaints."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class ComplaintState(Codes):
    """Where a complaint is; follows from the acts in `transitions`, never set by hand."""

    RECEIVED = "received", _("Skal genvurderes")
    CHANGED = "changed", _("Ændres: ny afgørelse mangler")
    PARTLY = "partly", _("Ændres delvist: ny afgørelse og videresendelse mangler")
    PARTLY_DECIDED = "partly_decided", _("Ny afgørelse truffet for en del: resten mangler at blive sendt")
    PARTLY_FORWARDED = "partly_forwarded", _("Resten sendt til Ankestyrelsen: ny afgørelse mangler for en del")
    UPHELD = "upheld", _("Fastholdt: mangler at blive sendt")
    FORWARDED = "forwarded", _("Sendt til Ankestyrelsen")
    SETTLED = "settled", _("Ny afgørelse truffet")


class Complainant(Codes):
    """Who complains. Somebody without a recorded authority is asked for it and never turned away."""

    CITIZEN = "citizen", _("Borgeren selv")
    PARTY = "party", _("En, der er registreret på sagen")
    SOMEBODY = "somebody", _("En anden")


class Timeliness(Codes):
    """What the complaint window says of the day a complaint was received; Ankestyrelsen judges it."""

    IN_TIME = "in_time", _("Rettidig")
    LATE = "late", _("Efter klagefristen")
    WINDOW_NOT_STARTED = "window_not_started", _("Klagefristen er ikke begyndt")


class Outcome(Codes):
    """What a reassessment (genvurdering) comes to. There is no outcome that turns a complaint away."""

    CHANGED = "changed", _("Afgørelsen ændres")
    PARTLY = "partly", _("Afgørelsen ændres delvist")
    UPHELD = "upheld", _("Afgørelsen fastholdes")
