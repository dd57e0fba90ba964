"""Staff enter an oral or paper application: the day it was received counts, not the day it was typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ophold.journey.intake.actions import ApplicationRefused, register_application
from ophold.journey.intake.models import Application
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import Channel, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import ANSWERS, MONA, key

LAST_WEEK = date(2026, 2, 24)


def register(
    by: Account, *, received_on: date = LAST_WEEK, channel: Channel = Channel.PHONE, act_key: str = ""
) -> Case:
    return register_application(
        person=MONA,
        answers=ANSWERS,
        received_on=received_on,
        channel=channel,
        by=by,
        at=people.NOON,
        act_key=act_key or key(),
    )


def test_the_clock_runs_from_the_day_it_was_received(anna: Account) -> None:
    case = register(anna)
    clock = Clock.objects.get(case=case, kind=ClockKind.RESPONSE)
    assert (case.received_on, clock.starts_on) == (LAST_WEEK, LAST_WEEK)
    assert clock.due_on == LAST_WEEK + timedelta(weeks=12)
    assert case.reference.startswith("HJO-2026-")


def test_it_says_how_it_came_in_and_who_entered_it(anna: Account) -> None:
    case = register(anna)
    application = Application.objects.get(case=case)
    assert (application.channel, application.entered_by) == (Channel.PHONE, anna)
    assert (case.citizen.name, case.citizen.account) == ("Mona Møller", None)


def test_a_double_click_gives_one_case(anna: Account) -> None:
    again = key()
    assert register(anna, act_key=again).pk == register(anna, act_key=again).pk
    assert Case.objects.count() == 1


def test_it_is_journalled(anna: Account) -> None:
    entry = Entry.objects.get(case=register(anna))
    assert (entry.act, entry.actor, entry.actor_role) == ("register_application", anna, Role.CASEWORKER)


@pytest.mark.parametrize(
    ("received_on", "why"),
    [
        (people.TODAY + timedelta(days=1), "i fremtiden"),
        (date(2010, 12, 31), "for langt tilbage"),
        (date(1026, 3, 2), "for langt tilbage"),
    ],
)
def test_a_day_that_cannot_be_right_is_refused(received_on: date, why: str, anna: Account) -> None:
    with pytest.raises(ApplicationRefused, match=why):
        register(anna, received_on=received_on)
    assert not Case.objects.exists()


def test_self_service_is_not_entered_by_hand(anna: Account) -> None:
    with pytest.raises(ApplicationRefused, match="selvbetjening"):
        register(anna, channel=Channel.SELF_SERVICE)


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.ADMINISTRATOR, Role.APPEALS_OFFICER])
def test_a_role_without_casework_is_refused(role: Role, db: None) -> None:
    with pytest.raises(NotPossible):
        register(people.staff("role", "Rolle", key="hjoerring", role=role))


def test_a_citizen_is_refused(erik: Account) -> None:
    with pytest.raises(NotPossible):
        register(erik)
