"""The journal's triggers are put up after every migrate."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class Journal(AppConfig):
    """The app, and the one thing it does at start."""

    name = "ophold.record.journal"

    def ready(self) -> None:
        """Listen for migrations."""
        from ophold.record.journal import triggers

        pre_migrate.connect(triggers.before_migrate, sender=self)
        post_migrate.connect(triggers.after_migrate, sender=self)
