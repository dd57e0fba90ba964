"""What the page where a decision is written shows beside the form: the letter, what is missing, what was said.

Not here: whether the decision can be made, which the act asks again (`gate`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ophold.journey.decisions import gate
from ophold.journey.decisions.choices import Outcome
from ophold.journey.decisions.gate import Lack
from ophold.journey.decisions.letter_text import decision_letter
from ophold.journey.decisions.models import Hearing
from ophold.journey.decisions.plainness import Plainness, plainness
from ophold.journey.decisions.queries import CaseFile, case_file, hearings
from ophold.journey.decisions.words import DecisionWords
from ophold.journey.intake.choices import Item
from ophold.journey.intake.models import ApplicationItem
from ophold.law.limbs import SOURCES
from ophold.law.limbs import Outcome as Found
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.letters.content import LetterContent
from ophold.record.letters.reading import Twin, preview
from ophold.record.people.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDesk:
    """Everything beside the form."""

    file: CaseFile
    lacks: tuple[Lack, ...]
    twin: Twin | None
    plain: Plainness | None
    hearings: list[Hearing]
    response: Clock | None

    @property
    def asks_duty(self) -> bool:
        """Whether statute's hearing question is the caseworker's to answer here."""
        held = self.file.held
        return held.always_by is None and not held.hearing_sent and held.exemption is None


def decision_desk(case: Case, words: DecisionWords | None, *, by: Account, at: datetime) -> DecisionDesk:
    """The page's facts; with words also the letter as the citizen would read it."""
    file = case_file(case, at=at)
    running = file.clocks.running(ClockKind.RESPONSE)
    return DecisionDesk(
        file=file,
        lacks=gate.missing(words or DecisionWords(outcome=Outcome.GRANT), file.held),
        twin=preview(_addressed(case, words, file, by=by, at=at)) if words else None,
        plain=plainness(words.granted, words.reasons, words.considerations, words.remarks_weighed) if words else None,
        hearings=hearings(case),
        response=running[0] if running else None,
    )


def letter_ahead(case: Case, words: DecisionWords, *, by: Account, at: datetime) -> LetterContent:
    """The letter that would go out, to the first who gets it."""
    return _addressed(case, words, case_file(case, at=at), by=by, at=at)


def _addressed(case: Case, words: DecisionWords, file: CaseFile, *, by: Account, at: datetime) -> LetterContent:
    content = decision_letter(case, words, by=by, on=at.date())
    return content.addressed_to(file.to[0].recipient) if file.to else content


def starting(case: Case, desk: DecisionDesk) -> dict[str, str | int]:
    """What the form holds at first: what was applied for, the rules of the limbs tested, and the remarks shown."""
    items = ApplicationItem.objects.filter(application__case=case).order_by("pk").values_list("item", flat=True)
    met = [limb for limb, record in desk.file.held.limbs.items() if record.outcome is Found.MET]
    rules = [f"{SOURCES[limb].work.split(' (')[0]} {SOURCES[limb].place}" for limb in met or desk.file.held.limbs]
    applied_for = "\n".join(str(Item(item).label) for item in items)
    return {"applied_for": applied_for, "rules": "\n".join(rules), "remarks_seen": desk.file.held.remarks}
