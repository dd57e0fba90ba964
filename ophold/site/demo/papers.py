"""Invented papers, so that a case in the demonstration has something to fetch. Each says that it is invented."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from ophold.journey.intake import access
from ophold.journey.intake.models import Draft
from ophold.law.wording import day
from ophold.record.attachments.actions import hold
from ophold.record.attachments.checking import Paper
from ophold.record.attachments.choices import Kind
from ophold.record.letters import press

TEMPLATE = Path(__file__).with_name("paper.typ")
NAME = "Udtalelse fra egen læge.pdf"


def statement(on: date) -> Paper:
    """A doctor's statement. It is our own work, so nobody has to look into it first."""
    said = {
        "title": "Udtalelse fra egen læge",
        "lines": [
            f"Skrevet {day(on)}. Personen og lægen er opdigtede.",
            "Patienten har brug for støtte hele døgnet i en periode og kan ikke klare hverdagen alene.",
            "Behovet ventes at blive mindre, når der er ro om kost, søvn og medicin.",
        ],
    }
    compiler = press.compiler(Path(settings.LETTER_FONTS_DIR), TEMPLATE.parent)
    content = press.pressed(TEMPLATE, "paper", json.dumps(said), compiler)
    return Paper(name=NAME, kind=Kind.PDF, content=content)


def lay_with(draft: Draft, *, at: datetime) -> None:
    """Let the statement lie with a draft, as if its writer had attached it."""
    hold(access.tray(draft), statement(at.date()), at=at)
