"""What a closed case was before, and who is away."""

from __future__ import annotations

from datetime import date

from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind
from ophold.record.cases.models import Absence, Case, Clock
from ophold.record.people.models import Municipality

CLOSES = ("close_case", "withdraw", "register_withdrawal", "register_death", "register_move", "annul_case")


def state_before_closing(case: Case) -> CaseState:
    """Where the case stood when it was closed, as the journal tells it."""
    closing = case.entries.filter(act__in=CLOSES).order_by("-number").first()
    if closing is not None and closing.facts.get("from") in CaseState.values:
        return CaseState(closing.facts["from"])
    done = set(case.entries.values_list("act", flat=True))  # closed before the journal said from where
    if "begin_stay" in done:
        return CaseState.STAYING
    return CaseState.REFUSED if "decide" in done else CaseState.ASSESSING


def stopped_at_closing(case: Case) -> list[Clock]:
    """The clocks that stopped because the case was closed, the latest of each kind and subject; steps set by hand are
    not among them."""
    waived = Clock.objects.filter(case=case, closed_on=case.closed_on, ended=ClockEnd.WAIVED)
    found = {(clock.kind, clock.subject): clock for clock in waived.exclude(kind=ClockKind.NEXT_STEP).order_by("pk")}
    return list(found.values())


def absences(municipality: Municipality, on: date) -> list[Absence]:
    """Who is away on a day or will be, the first to come back first."""
    found = Absence.objects.filter(municipality=municipality, to_on__gte=on).select_related("away", "covered_by")
    return list(found.order_by("from_on", "to_on", "pk"))
