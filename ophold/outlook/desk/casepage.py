"""What the case page shows, gathered in few statements whatever the case holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ophold.outlook.desk import facts
from ophold.outlook.desk.nextstep import Offered, offered
from ophold.outlook.desk.words import KINDS, circumstances, done
from ophold.record.cases.choices import ClockKind, WaitsOn
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.cases.queries import parties_on
from ophold.record.journal.actions import TEXT_CONTEXT
from ophold.record.journal.models import Entry
from ophold.record.people.cpr import age_on
from ophold.record.people.models import Account
from ophold.record.people.seal import unseal_text

TIMELINE = 30
CLOCKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the timeline."""

    number: int
    at: datetime
    who: str
    did: str
    circumstances: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The newest events, and where the older ones begin."""

    events: list[Event]
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """Everything on the page."""

    case: Case
    age: int
    clocks: list[Clock]
    waits_for: Clock | None
    no_window: bool  # decided, and nobody's complaint window has started
    timeline: Timeline
    parties: list[Party]
    sections: list[facts.Section]
    offered: Offered


def case_page(case: Case, account: Account, *, on: date, kind: str, before: int | None) -> CasePage:
    """The page for a case already fetched through access."""
    clocks = list(Clock.objects.filter(case=case, closed_on=None).order_by("due_on", "pk"))
    by_kind = facts.by_kind(case)
    return CasePage(
        case=case,
        age=age_on(case.citizen.born_on, on),
        clocks=_shown(clocks, case),
        waits_for=_waits_for(clocks, case),
        no_window=bool(by_kind.get("decision")) and not any(one.kind == ClockKind.COMPLAINT_WINDOW for one in clocks),
        timeline=timeline(case, kind=kind, before=before),
        parties=parties_on(case, on),
        sections=facts.sections(case, by_kind),
        offered=offered(case, account, by_kind, clocks, on),
    )


def timeline(case: Case, *, kind: str = "", before: int | None = None) -> Timeline:
    """What has happened, newest first; `kind` is one of `words.KINDS`, `before` an entry's number."""
    found = Entry.objects.filter(case=case)
    acts = next((acts for code, _label, acts in KINDS if code == kind), None)
    if acts is not None:
        found = found.filter(act__in=acts)
    if before is not None:
        found = found.filter(number__lt=before)
    fields = ("number", "at", "actor__name", "act", "facts", "text__sealed")
    rows = list(found.order_by("-number").values_list(*fields)[: TIMELINE + 1])
    events = [_event(*row) for row in rows[:TIMELINE]]
    return Timeline(events=events, before=events[-1].number if len(rows) > TIMELINE else 0)


def _event(
    number: int, at: datetime, who: str | None, act: str, said: Mapping[str, Any], sealed: bytes | None
) -> Event:
    text = unseal_text(bytes(sealed), context=TEXT_CONTEXT) if sealed else ""
    return Event(number=number, at=at, who=who or "Ophold", did=done(act), circumstances=circumstances(said), text=text)


def _shown(clocks: list[Clock], case: Case) -> list[Clock]:
    """At most three: what the case waits for first, then what concerns the municipality."""
    ranked = sorted(
        clocks,
        key=lambda one: (one.kind != case.next_kind, one.waits_on != WaitsOn.MUNICIPALITY, one.due_on or date.max),
    )
    return ranked[:CLOCKS]


def _waits_for(clocks: list[Clock], case: Case) -> Clock | None:
    matching = [one for one in clocks if one.kind == case.next_kind and (one.due_on or one.earliest_on) == case.next_on]
    return matching[0] if matching else next((one for one in clocks if one.kind == ClockKind.RESPONSE), None)
