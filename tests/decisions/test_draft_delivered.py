"""A draft's delivery: the day of receipt that is recorded moves the last day, each recipient's own."""

from __future__ import annotations

from datetime import date

from ophold.journey.decisions.models import Hearing
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.letters.actions import register_delivery
from ophold.record.letters.choices import DeliveryKind, DispatchState
from ophold.record.letters.models import Dispatch
from ophold.record.people.models import Account
from tests import people
from tests.decisions import ready


def sent_on_paper(answer_by: date | None = None) -> tuple[Case, Hearing, Dispatch]:
    case = ready.not_met("ballerup")
    with people.set_up():
        case.citizen.digital_post = False
        case.citizen.save()
    hearing = ready.heard(case, answer_by=answer_by)
    dispatch = Dispatch.objects.get(letter=hearing.letter)
    with people.set_up():
        dispatch.state, dispatch.sent_at = DispatchState.SENT, people.NOON
        dispatch.save()
    return case, hearing, dispatch


def delivered(case: Case, dispatch: Dispatch, kind: DeliveryKind, on: date) -> None:
    register_delivery(
        case,
        dispatch_id=dispatch.pk,
        kind=kind,
        on=on,
        source="Test",
        by=people.dorte(),
        at=ready.noon(on),
        act_key="d",
    )


def test_posted_a_day_later_gives_a_day_more(dorte: Account) -> None:
    case, hearing, dispatch = sent_on_paper()
    delivered(case, dispatch, DeliveryKind.POSTED, date(2026, 3, 3))
    assert hearing.parties.get().due_on == date(2026, 3, 23)  # 21 March is a Saturday
    running = Clock.objects.get(case=case, kind=ClockKind.HEARING, closed_on=None)
    assert running.due_on == date(2026, 3, 23)
    case.refresh_from_db()
    assert case.next_on == date(2026, 3, 23)


def test_a_recorded_earlier_receipt_counts(dorte: Account) -> None:
    case, hearing, dispatch = sent_on_paper()
    delivered(case, dispatch, DeliveryKind.RECEIVED_EARLIER, date(2026, 3, 4))
    party = hearing.parties.get()
    assert (party.received_on, party.due_on) == (date(2026, 3, 4), date(2026, 3, 16))  # 14 March is a Saturday


def test_a_longer_day_that_was_given_stays(dorte: Account) -> None:
    case, hearing, dispatch = sent_on_paper(answer_by=date(2026, 5, 1))
    delivered(case, dispatch, DeliveryKind.POSTED, date(2026, 3, 3))
    assert hearing.parties.get().due_on == date(2026, 5, 1)
    assert Clock.objects.filter(case=case, kind=ClockKind.HEARING).count() == 1
