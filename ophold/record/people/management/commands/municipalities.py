"""Gives every municipality that has a settings file its row: `manage.py municipalities`."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from ophold.record.people.actions import know_municipalities
from ophold.standard.load import municipality_settings


class Command(BaseCommand):
    """Safe to repeat; removes nothing."""

    help = "Opret en række for hver kommune, der har en indstillingsfil."

    def handle(self, *_: object, **options: object) -> None:
        """Read municipalities/*.yaml and write the rows."""
        found = municipality_settings(Path(settings.MUNICIPALITIES_DIR))
        rows = know_municipalities({key: one.name for key, one in found.items()})
        self.stdout.write(f"{len(rows)} kommuner er klar.")
