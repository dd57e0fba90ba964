"""What the page where a decision is written shows beside the form: the letter, what is missing, what was said.

Not here: whether the decision can be made, which the act asks again (`gate`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ophold.journey.decisions import gate
from ophold.journey.decisions.choices import Outcome
from ophold.journey.decisions.gate import Lack
from ophold.journey.decisions.letter_text import decision_letter
from ophold.journey.decisions.models import Decision, Hearing
from ophold.journey.decisions.papers import beside
from ophold.journey.decisions.plainness import Plainness, plainness
from ophold.journey.decisions.queries import CaseFile, case_file, hearings, latest_decision
from ophold.journey.decisions.words import DecisionWords
from ophold.journey.intake.choices import Item
from ophold.journey.intake.models import ApplicationItem
from ophold.law.limbs import SOURCES
from ophold.law.limbs import Outcome as Found
from ophold.record.attachments.tray import Line
from ophold.record.cases.acts import why_not
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.standards import standard_in_force
from ophold.record.letters.content import LetterContent
from ophold.record.letters.reading import Twin, preview
from ophold.record.people.models import Account
from ophold.standard.shape import Standard, StandardRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDesk:
    """Everything beside the form."""

    file: CaseFile
    lacks: tuple[Lack, ...]
    starting: dict[str, Any]  # what the form shows at first
    twin: Twin | None
    plain: Plainness | None
    hearings: list[Hearing]
    made: Decision | None  # the one somebody else made while this one was written
    response: Clock | None
    now_in_force: Standard | None  # where it is another than the one the case began with

    @property
    def papers(self) -> dict[int, list[Line]]:
        """The papers that came with each party's reply, by the row of who is heard."""
        return beside((row for hearing in self.hearings for row in hearing.parties.all()), self.file.papers)

    @property
    def asks_duty(self) -> bool:
        """Whether statute's hearing question is the caseworker's to answer here."""
        held = self.file.held
        return held.always_by is None and not held.hearing_sent and held.exemption is None


def decision_desk(case: Case, words: DecisionWords | None, *, by: Account, at: datetime) -> DecisionDesk:
    """The page's facts; with words also the letter as the citizen would read it."""
    file = case_file(case, at=at)
    running = file.clocks.running(ClockKind.RESPONSE)
    known = {} if words else _starting(case, file)
    return DecisionDesk(
        file=file,
        lacks=gate.missing(words, file.held) if words else _before_an_outcome(file, known),
        starting=known,
        twin=preview(_addressed(case, words, file, by=by, at=at)) if words else None,
        plain=plainness(words.granted, words.reasons, words.considerations, words.remarks_weighed) if words else None,
        hearings=hearings(case),
        made=latest_decision(case) if words and why_not("decide", case, by) else None,
        response=running[0] if running else None,
        now_in_force=_another_in_force(case, at.date()),
    )


def _another_in_force(case: Case, on: date) -> Standard | None:
    """The version in force today, if the case follows another (docs/decisions/0106)."""
    try:
        found = standard_in_force(case.municipality, on)
    except StandardRefused:
        return None
    return found if found.version != case.standard_version else None


def _before_an_outcome(file: CaseFile, known: dict[str, Any]) -> tuple[Lack, ...]:
    """What any decision here would lack; nothing that speaks for one outcome or another."""
    by_outcome = [gate.missing(DecisionWords(outcome=outcome, **known), file.held) for outcome in Outcome]
    return tuple(lack for lack in by_outcome[0] if all(lack in lacks for lacks in by_outcome[1:]))


def letter_ahead(case: Case, words: DecisionWords, *, by: Account, at: datetime) -> LetterContent:
    """The letter that would go out, to the first who gets it."""
    return _addressed(case, words, case_file(case, at=at), by=by, at=at)


def _addressed(case: Case, words: DecisionWords, file: CaseFile, *, by: Account, at: datetime) -> LetterContent:
    content = decision_letter(case, words, by=by, on=at.date())
    return content.addressed_to(file.to[0].recipient) if file.to else content


def _starting(case: Case, file: CaseFile) -> dict[str, Any]:
    """What was applied for, the rules of the limbs that were met, else of those tested, and the remarks shown."""
    items = ApplicationItem.objects.filter(application__case=case).order_by("pk").values_list("item", flat=True)
    tested = file.held.limbs
    limbs = [limb for limb, record in tested.items() if record.outcome is Found.MET] or list(tested)
    rules = [f"{SOURCES[limb].work.split(' (')[0]} {SOURCES[limb].place}" for limb in limbs]
    applied_for = "\n".join(str(Item(item).label) for item in items)
    return {"applied_for": applied_for, "rules": "\n".join(rules), "remarks_seen": file.held.remarks}
