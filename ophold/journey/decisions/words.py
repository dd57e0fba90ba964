"""What a caseworker states when a draft goes out, when a hearing is left out, and when a decision is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ophold.journey.decisions.choices import GRANTING, Ground, Outcome, PlanOffer
from ophold.record.cases.choices import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingWords:
    """A draft for a hearing."""

    draft: str
    adverse: str = ""  # the facts and outside assessments that speak against the citizen
    duty: bool | None = None  # the caseworker's answer to statute's question; None where it was not asked
    answer_by: date | None = None  # the day chosen; where the standard promises a length it can only be later
    drafts_seen: int | None = None  # how many drafts the writer knew were sent; None where nobody was shown a page


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionWords:
    """Why statute's hearing is left out."""

    ground: Ground
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkWords:
    """One reply to a draft: remarks by paragraph (0: the whole), and whether the party is finished."""

    texts: tuple[tuple[int, str], ...] = ()
    finished: bool = False
    received_on: date
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWords:
    """A decision as it is written; what it lacks is the gate's to say."""

    outcome: Outcome
    applied_for: str = ""
    granted: str = ""
    reasons: str = ""
    considerations: str = ""
    facts: str = ""  # one a line
    rules: str = ""  # one a line
    remarks_weighed: str = ""
    remarks_seen: int | None = None  # how many remarks the writer had before them; None where nobody was shown a page
    duty: bool | None = None
    duty_reason: str = ""
    facility: str = ""
    facility_accepted_on: date | None = None
    citizen_accepted_on: date | None = None
    respite_full_days: int | None = None
    review_on: date | None = None
    follow_up_every_months: int | None = None
    place_free: bool | None = None
    interim_help: str = ""
    next_on: date | None = None
    plan_offer: PlanOffer | None = None

    @property
    def grants(self) -> bool:
        """Whether something is granted."""
        return self.outcome in GRANTING

    @property
    def adverse(self) -> bool:
        """Whether the citizen gets less than applied for; a partial refusal is adverse."""
        return self.outcome is not Outcome.GRANT


def paragraphs(text: str) -> tuple[str, ...]:
    """A text's paragraphs, parted by empty lines: what a reply to a draft is given on, one by one."""
    parts = text.replace("\r\n", "\n").split("\n\n")
    return tuple(part.strip() for part in parts if part.strip())


def lines(text: str) -> tuple[str, ...]:
    """A text's lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
