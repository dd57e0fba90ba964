"""Reads across complaints, decisions and their windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from ophold.journey.complaints.choices import Complainant, Timeliness
from ophold.journey.complaints.models import Complaint
from ophold.journey.complaints.transitions import ENDED
from ophold.journey.complaints.windows import guidance_is_correct, subject, window
from ophold.journey.decisions.models import Decision
from ophold.law.as_json import Json, as_json
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.letters.models import Dispatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One recipient's complaint window: its last day if it has started, and why."""

    dispatch: Dispatch
    last_day: date | None
    finding: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How a complaint looks against the window, with the finding it was seen against."""

    timeliness: Timeliness
    finding: dict[str, Json]


def complaint_of(case: Case, number: int) -> Complaint | None:
    """One of the case's complaints."""
    found = (
        Complaint.objects.filter(case=case, number=number)
        .select_related("decision", "party", "new_decision__letter")
        .first()
    )
    if found is not None:
        found.case = case  # as it was fetched, with citizen and municipality
    return found


def decisions_of(case: Case) -> list[Decision]:
    """What can be complained about, the newest first."""
    return list(Decision.objects.filter(case=case).order_by("-decided_on", "-pk"))


def decision_of(case: Case, decision_id: int) -> Decision | None:
    """One of the case's decisions."""
    return Decision.objects.filter(case=case, pk=decision_id).select_related("letter").first()


def windows(case: Case, decision: Decision) -> list[Window]:
    """Each recipient's window for a decision, also those that have not started and why."""
    letter = decision.letter
    counted = Clock.objects.filter(case=case, kind=ClockKind.COMPLAINT_WINDOW).exclude(ended=ClockEnd.REPLACED)
    newest = {clock.subject: clock for clock in counted.order_by("pk")}
    found = []
    for dispatch in Dispatch.objects.filter(letter=letter).select_related("letter").order_by("pk"):
        clock = newest.get(subject(dispatch))
        finding: Mapping[str, Any] = (
            clock.finding if clock else as_json(window(case, dispatch, guidance_correct=guidance_is_correct(letter)))
        )
        found.append(Window(dispatch=dispatch, last_day=clock.due_on if clock else None, finding=finding))
    return found


def seen_against_window(
    case: Case, decision: Decision, complainant: Complainant, party: Party | None, *, received_on: date
) -> Seen:
    """In time, late, or the window has not started: for the complainant's own copy, else the copy that runs longest.

    One who got no copy of their own is measured by the recipient whose window is latest, or has not started.
    """
    found = windows(case, decision)
    own = [each for each in found if _is_for(each.dispatch, complainant, party)]
    relevant = own or found
    last = max(relevant, key=lambda each: each.last_day or date.max, default=None)
    if last is None or last.last_day is None:
        return Seen(timeliness=Timeliness.WINDOW_NOT_STARTED, finding=dict(last.finding) if last else {})
    late = received_on > last.last_day
    return Seen(timeliness=Timeliness.LATE if late else Timeliness.IN_TIME, finding=dict(last.finding))


def _is_for(dispatch: Dispatch, complainant: Complainant, party: Party | None) -> bool:
    if complainant == Complainant.CITIZEN:
        return dispatch.citizen_id is not None
    return party is not None and dispatch.party_id == party.pk


def newest_of(case: Case) -> Complaint:
    """The complaint that was registered last."""
    return Complaint.objects.filter(case=case).latest("number")


def open_complaint(case: Case) -> Complaint | None:
    """The oldest complaint the municipality still has something to do about."""
    return Complaint.objects.filter(~Q(state__in=ENDED), case=case).order_by("number").first()


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """The case's complaints, for the case page."""
    found = Complaint.objects.filter(case=case)
    return (rows(found, kind="complaint", on="received_on", state="state", label="complainant", number="number"),)
