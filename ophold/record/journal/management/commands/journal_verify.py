"""`ophold journal verify`: is the journal as it was written?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, ProgrammingError, connection

from ophold.record.journal import anchors, triggers
from ophold.record.journal.anchoring import unknowable
from ophold.record.journal.anchors import Anchors
from ophold.record.journal.verify import verify


class Command(BaseCommand):
    """Exit 0 when it is; exit 1 and a line for each chain when it is not; exit 2 when it could not be looked at."""

    help = "Gennemgår hele journalen og nævner den første post, der er ændret, sat ind, flyttet eller fjernet."
    requires_system_checks = []  # nothing of the site is asked

    def add_arguments(self, parser: CommandParser) -> None:
        """The anchors to hold it against."""
        parser.add_argument("--anchors", type=Path)

    def handle(self, *_: Any, **given: Any) -> None:
        """Walk, then say."""
        told = self._told(given.get("anchors") or (Path(settings.ANCHORS) if settings.ANCHORS else None))
        try:
            verdict = verify(told)
            away = triggers.missing(connection)
        except (OperationalError, ProgrammingError):
            self.stderr.write("Journalen blev ikke gennemgået, fordi databasen ikke er sat op. Kør `make run` først.")
            sys.exit(2)
        if verdict.faults:
            self.stderr.write(str(verdict))
        if away:
            self.stderr.write(f"Databasens spærrer mod ændringer mangler: {', '.join(away)}. Kør `make run`.")
        if not verdict.faults and not away:
            self.stdout.write(str(verdict))
        if told:
            self.stdout.write(unknowable(verdict, told))
        if verdict.faults or away:
            sys.exit(1)

    def _told(self, place: Path | None) -> Anchors | None:
        try:
            return anchors.read(place) if place else None
        except anchors.AnchorsRefused as refused:
            self.stderr.write(f"Journalen blev ikke gennemgået. {refused}")
            sys.exit(2)
