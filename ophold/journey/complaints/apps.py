"""Ties the complaint window to the delivery of a decision."""

from __future__ import annotations

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    """The complaints room."""

    name = "ophold.journey.complaints"

    def ready(self) -> None:
        """From now on a delivered decision starts its recipient's complaint window."""
        from ophold.journey.complaints.windows import start_window
        from ophold.record.letters.signals import delivered

        delivered.connect(start_window, dispatch_uid="complaint window")
