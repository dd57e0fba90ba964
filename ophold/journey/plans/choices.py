"""Stored codes about follow-ups."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class FollowUpKind(Codes):
    """What was done at a follow-up; neither changes a right."""

    HELD = "held", _("Holdt")
    REVIEWED = "reviewed", _("Holdt, og bevillingen gennemgået")
