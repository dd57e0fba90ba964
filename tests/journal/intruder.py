"""Somebody who has the database and has taken its triggers away."""

from __future__ import annotations

from django.db import connection

from ophold.record.journal import triggers
from tests import people

ON = connection.vendor


def changes(*statements: str) -> None:
    """Run these past the triggers, and put the triggers back so that nothing shows."""
    triggers.remove(connection)
    with people.set_up(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    triggers.install(connection)
