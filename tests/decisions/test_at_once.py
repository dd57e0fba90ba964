"""Several presses at the same moment, each in its own transaction: one decision, one letter; no limb saved over."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django_scopes import scopes_disabled

from ophold.journey.assessment.actions import LimbWords, SomebodyElseSaved, record_limb
from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.choices import Outcome as Found
from ophold.journey.assessment.models import LimbFinding
from ophold.journey.decisions.actions import decide, send_hearing
from ophold.journey.decisions.models import Decision, Hearing
from ophold.journey.decisions.words import HearingWords
from ophold.record.cases.acts import NotPossible, Refused
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.models import Account
from tests import people
from tests.decisions import ready
from tests.people import NOON, TODAY

TIMES = 4


@pytest.fixture
def anna(transactional_db: None) -> Account:
    return people.anna()


def at_once(act: Callable[[int], object]) -> list[object]:
    """What each press came to: the act's answer, or its refusal."""

    def alone(number: int) -> object:
        try:
            with scopes_disabled():
                return act(number)
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as threads:
        return list(threads.map(alone, range(TIMES)))


def test_the_same_button_pressed_at_once_decides_once(anna: Account) -> None:
    case = ready.met()
    made = at_once(lambda _: decide(case, words=ready.words(), by=anna, at=NOON, act_key="same"))
    assert sorted(type(each).__name__ for each in made) == ["Decision", "NoneType", "NoneType", "NoneType"]
    assert (Decision.objects.count(), Letter.objects.count(), Dispatch.objects.count()) == (1, 1, 1)


def test_two_people_deciding_at_once_make_one_decision_and_the_others_are_told(anna: Account) -> None:
    case = ready.met()
    made = at_once(lambda number: decide(case, words=ready.words(), by=anna, at=NOON, act_key=f"tab {number}"))
    assert sum(isinstance(each, Decision) for each in made) == 1
    assert sum(isinstance(each, NotPossible) for each in made) == TIMES - 1
    assert (Decision.objects.count(), Letter.objects.count()) == (1, 1)


def test_a_draft_sent_at_once_goes_out_once(anna: Account) -> None:
    case = ready.not_met()
    words = HearingWords(draft="Udkast", duty=False, answer_by=TODAY.replace(day=20))
    at_once(lambda _: send_hearing(case, words=words, by=anna, at=NOON, act_key="same"))
    assert (Hearing.objects.count(), Letter.objects.count()) == (1, 1)


def test_a_limb_saved_at_once_by_several_keeps_one_and_tells_the_others(anna: Account) -> None:
    case = ready.a_case()

    def save(number: int) -> object:
        words = LimbWords(
            limb=next(iter(Limb)), outcome=Found.MET, reason=f"Grund {number}", source="VUM", source_on=TODAY
        )
        return record_limb(case, words=words, based_on=0, by=anna, at=NOON, act_key=f"limb {number}")

    made = at_once(save)
    assert sum(isinstance(each, SomebodyElseSaved) for each in made) == TIMES - 1
    assert LimbFinding.objects.count() == 1
