"""What the pages of a complaint show, gathered in few statements."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ophold.journey.complaints.choices import ComplaintState
from ophold.journey.complaints.clocks import subject
from ophold.journey.complaints.models import Complaint
from ophold.journey.complaints.queries import windows
from ophold.journey.complaints.transitions import after, possible
from ophold.journey.decisions.models import Decision
from ophold.record.attachments import access
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.tray import Line
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.standards import settings_of
from ophold.record.people.models import Account


def complaint_page(complaint: Complaint) -> dict[str, Any]:
    """The complaint's clock, what came of it so far, and what can be done now."""
    state = ComplaintState(complaint.state)
    came_of_it = Complaint.objects.select_related("reassessment__by", "forwarding__by").get(pk=complaint.pk)
    return {
        "case": complaint.case,
        "state": state,
        "clock": Clock.objects.filter(
            case=complaint.case, kind=ClockKind.REASSESSMENT, subject=subject(complaint)
        ).first(),
        "reassessment": getattr(came_of_it, "reassessment", None),
        "forwarding": getattr(came_of_it, "forwarding", None),
        "can_reassess": possible("reassess", state),
        "can_forward": _can_forward(complaint, state),
        "can_decide": after("decide_anew", state) is not None,
        "contact": settings_of(complaint.case.municipality).sender,
    }


def papers_with(account: Account, complaint: Complaint) -> list[Line]:
    """The papers that came with a complaint and that the account may see."""
    return access.papers(account, complaint.case, CameWith.COMPLAINT, subjects=[subject(complaint)])


def _can_forward(complaint: Complaint, state: ComplaintState) -> bool:
    if state == ComplaintState.RECEIVED:
        return complaint.may_skip_reassessment
    return possible("forward_complaint", state)


def why_not_anew(complaint: Complaint) -> str:
    """Why no new decision can be made for the complaint now, in Danish; empty when it can."""
    if after("decide_anew", ComplaintState(complaint.state)) is not None:
        return ""
    return _("Ingen klage venter på en ny afgørelse. Genvurder klagen først, og vælg, at afgørelsen ændres.")


def own_page(case: Case, decisions: list[Decision]) -> dict[str, Any]:
    """The citizen's own window for the newest decision, and whom to ring."""
    newest = decisions[0] if decisions else None
    own = [each for each in windows(case, newest) if each.dispatch.citizen_id] if newest else []
    return {
        "decision": newest,
        "window": own[0] if own else None,
        "contact": settings_of(case.municipality).sender,
    }
