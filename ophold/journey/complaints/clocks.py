"""The clocks of a complaint: the four weeks, a wish for suspensive effect, and the wait for Ankestyrelsen.

What a clock is called is kept in the database, so it is Danish whatever language the page is in.
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from ophold.journey.complaints.models import Complaint
from ophold.journey.complaints.transitions import ENDED
from ophold.journey.decisions.words import DecisionWords
from ophold.law.promises import ComplaintRoute
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind, WaitsOn
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.cases.standards import standard_of, statute
from ophold.standard import answers
from ophold.standard.matters import promised


def subject(complaint: Complaint) -> str:
    """Which complaint a clock belongs to."""
    return f"complaint:{complaint.pk}"


def suspension(complaint: Complaint) -> str:
    """The question that a complaint's wish for suspensive effect puts to a person."""
    return f"{subject(complaint)}:suspension"


def start(case: Case, complaint: Complaint, *, today: date) -> date | None:
    """The one clock of four weeks, from the day the complaint was received; its last day.

    A wish for suspensive effect (RSL § 72(4)) waits for a person the same day; nothing is put on hold by itself.
    """
    clocks, received = open_clocks(case), complaint.received_on
    finding = answers.reassessment_deadline(statute(received), received=received, standard=standard_of(case))
    clocks.start(ClockKind.REASSESSMENT, finding, starts_on=received, subject=subject(complaint))
    if complaint.suspension_asked:
        with override("da"):
            label = _("Bedt om opsættende virkning: afklar, om flytning og betaling skal vente")
        clocks.start(ClockKind.NEXT_STEP, starts_on=today, due_on=today, subject=suspension(complaint), label=label)
    store_clocks(clocks)
    return finding.value


def decided(case: Case, clocks: OpenClocks, complaint: Complaint, words: DecisionWords, *, on: date) -> tuple[str, ...]:
    """After a new decision: a place is looked for, unless the citizen has moved in; the case's fields to save."""
    _stop_when_ended(clocks, complaint, on=on)
    if case.state != CaseState.STAYING and words.next_on is not None:
        clocks.stop(ClockKind.NEXT_STEP, on=on, ended=ClockEnd.REPLACED, subject="")
        with override("da"):
            label = _("Opholdet begynder") if words.place_free else _("Find en plads")
        clocks.start(ClockKind.NEXT_STEP, starts_on=on, due_on=words.next_on, label=label)
    return store_clocks(clocks)


def sent(case: Case, complaint: Complaint, *, next_on: date, today: date) -> tuple[str, ...]:
    """After the file was sent: the case waits for Ankestyrelsen until a day a person set; its fields to save.

    Where the standard promises the citizen a copy, sending it is a task for a person the same day.
    """
    clocks = open_clocks(case)
    _stop_when_ended(clocks, complaint, on=today)
    with override("da"):
        label = _("Ankestyrelsens svar på klagen")
    clocks.start(
        ClockKind.NEXT_STEP,
        starts_on=today,
        due_on=next_on,
        waits_on=WaitsOn.ANKESTYRELSEN,
        subject=subject(complaint),
        label=label,
    )
    if promises_copy(case):
        with override("da"):
            label = _("Send borgeren en kopi af det, Ankestyrelsen har fået")
        clocks.start(
            ClockKind.NEXT_STEP, starts_on=today, due_on=today, subject=f"{subject(complaint)}:copy", label=label
        )
    return store_clocks(clocks)


def promises_copy(case: Case) -> bool:
    """Whether the standard says that the citizen gets a copy of what is sent on (I10)."""
    route = promised(standard_of(case), ComplaintRoute).value
    return route is not None and bool(route.copy_to_citizen)


def _stop_when_ended(clocks: OpenClocks, complaint: Complaint, *, on: date) -> None:
    """The four weeks end when both what is changed is decided and what is upheld is sent."""
    if complaint.state in ENDED:
        clocks.stop(ClockKind.REASSESSMENT, on=on, subject=subject(complaint))
        clocks.stop(ClockKind.NEXT_STEP, on=on, ended=ClockEnd.WAIVED, subject=suspension(complaint))
