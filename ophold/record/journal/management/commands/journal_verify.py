"""`ophold journal verify`: is the journal as it was written?"""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, ProgrammingError, connection

from ophold.record.journal import triggers
from ophold.record.journal.verify import verify


class Command(BaseCommand):
    """Exit 0 and one line when it is; exit 1 and a line for each chain when it is not; exit 2 without a database."""

    help = "Gennemgår hele journalen og nævner den første post, der er ændret, sat ind, flyttet eller fjernet."
    requires_system_checks = []  # nothing of the site is asked

    def handle(self, *_: Any, **__: Any) -> None:
        """Walk, then say."""
        try:
            verdict = verify()
            away = triggers.missing(connection)
        except (OperationalError, ProgrammingError):
            self.stderr.write("Journalen blev ikke gennemgået, fordi databasen ikke er sat op. Kør `make run` først.")
            sys.exit(2)
        if not verdict.faults and not away:
            self.stdout.write(str(verdict))
            return
        if verdict.faults:
            self.stderr.write(str(verdict))
        if away:
            self.stderr.write(f"Databasens spærrer mod ændringer mangler: {', '.join(away)}. Kør `make run`.")
        sys.exit(1)
