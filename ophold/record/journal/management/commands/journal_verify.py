"""`ophold journal verify`: is the journal as it was written?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from ophold.record.journal import triggers
from ophold.record.journal.verify import verify


class Command(BaseCommand):
    """Exit 0 and one line when it is; exit 1 and what was found first in each chain when it is not."""

    help = "Gennemgår hele journalen og nævner den første post, der er ændret, sat ind, flyttet eller fjernet."

    def handle(self, *_: Any, **__: Any) -> None:
        """Walk, then say."""
        verdict = verify()
        away = triggers.missing(connection)
        if away:
            found = [str(verdict)] if verdict.faults else []
            told = [*found, f"Databasens spærrer mod ændringer mangler: {', '.join(away)}. Kør `migrate`."]
            raise CommandError("\n".join(told), returncode=1)
        if verdict.faults:
            raise CommandError(str(verdict), returncode=1)
        self.stdout.write(str(verdict))
