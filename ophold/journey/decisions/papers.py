"""The papers that came with replies to a draft, beside what was said."""

from __future__ import annotations

from collections.abc import Iterable

from ophold.journey.decisions.actions import subject
from ophold.journey.decisions.models import HearingParty
from ophold.record.attachments import access
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.tray import Line
from ophold.record.cases.models import Case
from ophold.record.people.models import Account


def replied(account: Account, case: Case, row: HearingParty) -> dict[int, list[Line]]:
    """A party's papers the account may see, by the row of who is heard."""
    return beside([row], access.papers(account, case, CameWith.HEARING, subjects=[subject(row)]))


def beside(rows: Iterable[HearingParty], papers: Iterable[Line]) -> dict[int, list[Line]]:
    """Each party's papers, by the row of who is heard."""
    found: dict[int, list[Line]] = {}
    subjects = {subject(row): found.setdefault(row.pk, []) for row in rows}
    for line in papers:
        subjects[line.subject].append(line)
    return found
