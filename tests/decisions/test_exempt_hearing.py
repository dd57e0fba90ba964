"""Leaving a hearing out: only statute's, only with a named ground and a reason."""

from __future__ import annotations

import pytest

from ophold.journey.decisions.actions import ExemptionRefused, exempt_hearing
from ophold.journey.decisions.choices import Ground
from ophold.journey.decisions.models import Exemption
from ophold.journey.decisions.queries import case_file
from ophold.journey.decisions.words import ExemptionWords
from ophold.law.hearing_duty import Exemption as LawsGround
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests.decisions import ready
from tests.people import NOON

WORDS = ExemptionWords(ground=Ground.PLAIN, reason="Borgeren har selv skrevet oplysningerne.")


def test_the_ground_is_recorded_with_its_reason(anna: Account) -> None:
    case = ready.not_met()
    exempt_hearing(case, words=WORDS, by=anna, at=NOON, act_key="a")
    row = Exemption.objects.get()
    assert (row.ground, row.reason) == (Ground.PLAIN, "Borgeren har selv skrevet oplysningerne.")
    assert case_file(case, at=NOON).held.exemption is LawsGround.PLAIN


def test_a_promise_to_hear_always_is_not_lifted(dorte: Account) -> None:
    with pytest.raises(ExemptionRefused, match="B15"):
        exempt_hearing(ready.not_met("ballerup"), words=WORDS, by=dorte, at=NOON, act_key="a")
    assert not Exemption.objects.exists()


def test_without_a_reason_it_is_refused(anna: Account) -> None:
    with pytest.raises(ExemptionRefused, match="begrundelse"):
        exempt_hearing(
            ready.not_met(), words=ExemptionWords(ground=Ground.PLAIN, reason=" "), by=anna, at=NOON, act_key="a"
        )


def test_the_grounds_are_the_rules_own() -> None:
    assert {ground.value for ground in Ground} == {ground.value for ground in LawsGround}


def test_twice_is_once(anna: Account) -> None:
    case = ready.not_met()
    for _time in range(2):
        exempt_hearing(case, words=WORDS, by=anna, at=NOON, act_key="same")
    assert Exemption.objects.count() == 1


def test_wrong_role_and_wrong_state(anna: Account, erik: Account) -> None:
    with pytest.raises(NotPossible, match="rolle"):
        exempt_hearing(ready.not_met(), words=WORDS, by=erik, at=NOON, act_key="a")
    with pytest.raises(NotPossible):
        exempt_hearing(ready.a_case(state=CaseState.REFUSED), words=WORDS, by=anna, at=NOON, act_key="b")


def test_it_is_journalled(anna: Account) -> None:
    case = ready.not_met()
    exempt_hearing(case, words=WORDS, by=anna, at=NOON, act_key="a")
    assert Entry.objects.get(case=case, act="exempt_hearing").facts["ground"] == "19_2_1"
