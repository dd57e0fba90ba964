"""Stored codes about stays."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class AcceptedBy(Codes):
    """Who said yes to the place. Without one of these nobody is moved."""

    CITIZEN = "citizen", _("Borgeren selv")
    GUARDIAN = "guardian", _("Værgen, inden for værgemålet")
    WITHOUT_CONSENT = "without_consent", _("En afgørelse efter serviceloven § 129")
