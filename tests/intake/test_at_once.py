"""Two presses at the same moment, each in its own transaction: one case, one receipt, no number used twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django_scopes import scopes_disabled

from ophold.journey.intake.actions import apply
from ophold.record.cases.models import Case
from ophold.record.letters.models import Letter
from ophold.record.people.models import Account, Municipality
from tests import people
from tests.intake.examples import ANSWERS, key


@pytest.fixture
def erik_and_home(transactional_db: None) -> tuple[Account, Municipality]:
    return people.erik(), people.municipality("ballerup")


def at_once(act: Callable[[int], str], times: int) -> list[str]:
    def alone(number: int) -> str:
        try:
            with scopes_disabled():
                return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(alone, range(times)))


def test_the_same_application_sent_at_once_is_received_once(erik_and_home: tuple[Account, Municipality]) -> None:
    erik, home = erik_and_home
    again = key()
    references = at_once(
        lambda _: apply(municipality=home, answers=ANSWERS, by=erik, at=people.NOON, act_key=again).reference, 4
    )
    assert len(set(references)) == 1
    assert (Case.objects.count(), Letter.objects.count()) == (1, 1)


def test_different_applications_sent_at_once_get_different_numbers(erik_and_home: tuple[Account, Municipality]) -> None:
    erik, home = erik_and_home
    keys = [key() for _ in range(4)]
    references = at_once(
        lambda number: (
            apply(municipality=home, answers=ANSWERS, by=erik, at=people.NOON, act_key=keys[number]).reference
        ),
        4,
    )
    assert sorted(references) == [f"BAL-2026-{number:05}" for number in range(1, 5)]
