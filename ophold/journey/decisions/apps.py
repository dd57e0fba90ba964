"""Ties a hearing's last day to the delivery of its draft."""

from __future__ import annotations

from django.apps import AppConfig


class Decisions(AppConfig):
    """The decisions room."""

    name = "ophold.journey.decisions"

    def ready(self) -> None:
        """From now on a delivered draft counts its recipient's days from the day recorded."""
        from ophold.journey.decisions.actions import draft_delivered
        from ophold.record.letters.signals import delivered

        delivered.connect(draft_delivered, dispatch_uid="hearing deadline")
