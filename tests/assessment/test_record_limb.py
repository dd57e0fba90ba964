"""Recording what a limb of § 107 came to: the order, whose words stand, and that none are lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection

from ophold.journey.assessment.actions import LimbRefused, LimbWords, SomebodyElseSaved, record_limb
from ophold.journey.assessment.choices import Limb, Outcome
from ophold.journey.assessment.models import LimbFinding
from ophold.journey.assessment.queries import current_limbs, facts, limb_history
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState
from ophold.record.cases.facts import read
from ophold.record.cases.models import Case
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests import people
from tests.people import NOON
from tests.statements import assert_statements

FIRST, SECOND, THIRD = Limb


def words(limb: Limb = FIRST, **changed: Any) -> LimbWords:
    fields: dict[str, Any] = {
        "outcome": Outcome.MET,
        "reason": "Erik har brug for hjælp hele dagen.",
        "source": "Udredning efter VUM",
        "source_on": date(2026, 2, 20),
    }
    return LimbWords(limb=limb, **fields | changed)


def assessing() -> Case:
    return people.a_case(state=CaseState.ASSESSING)


def test_a_limb_is_recorded_with_its_reason_and_source(anna: Account) -> None:
    case = assessing()
    record_limb(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    found = current_limbs(case)[FIRST]
    assert (found.outcome, found.reason, found.version) == (Outcome.MET, "Erik har brug for hjælp hele dagen.", 1)
    assert (found.source, found.source_on, found.recorded_by) == ("Udredning efter VUM", date(2026, 2, 20), anna)
    assert [(fact.label, fact.state) for fact in read(facts(case))] == [("107_2_1", "met")]


def test_the_limb_that_lets_the_council_choose_waits_for_both_that_oblige_it(anna: Account) -> None:
    case = assessing()
    with pytest.raises(LimbRefused, match=r"§ 107, stk\. 2, nr\. 1 ikke er vurderet"):
        record_limb(case, words=words(THIRD), based_on=0, by=anna, at=NOON, act_key="a")
    record_limb(case, words=words(FIRST), based_on=0, by=anna, at=NOON, act_key="b")
    with pytest.raises(LimbRefused, match=r"§ 107, stk\. 2, nr\. 2 ikke er vurderet"):
        record_limb(case, words=words(THIRD), based_on=0, by=anna, at=NOON, act_key="c")
    record_limb(case, words=words(SECOND, outcome=Outcome.UNCLEAR), based_on=0, by=anna, at=NOON, act_key="d")
    record_limb(case, words=words(THIRD), based_on=0, by=anna, at=NOON, act_key="e")
    assert list(current_limbs(case)) == [FIRST, SECOND, THIRD]


def test_who_saves_on_an_old_version_is_told_and_nothing_is_lost(anna: Account, bo: Account) -> None:
    case = assessing()
    record_limb(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    theirs = words(reason="Bos tekst")
    record_limb(case, words=theirs, based_on=1, by=bo, at=NOON, act_key="b")
    with pytest.raises(SomebodyElseSaved, match="en anden har gemt"):
        record_limb(case, words=words(reason="Annas tekst"), based_on=1, by=anna, at=NOON, act_key="c")
    assert current_limbs(case)[FIRST].reason == "Bos tekst"
    record_limb(case, words=words(reason="Bos og Annas tekst"), based_on=2, by=anna, at=NOON, act_key="d")
    assert [found.version for found in limb_history(case, FIRST)] == [3, 2, 1]


def test_pressing_twice_records_once(anna: Account) -> None:
    case = assessing()
    for _time in range(2):
        record_limb(case, words=words(), based_on=0, by=anna, at=NOON, act_key="same")
    assert LimbFinding.objects.count() == 1


@pytest.mark.parametrize(
    "lacking",
    [
        {"reason": " "},
        {"source": ""},
        {"source_on": date(2026, 3, 3)},
        {"attempts": "Skrevet"},
        {"outcome": Outcome.UNCLEAR, "told_on": date(2026, 3, 3)},
    ],
)
def test_reason_and_source_are_needed_and_the_source_is_not_of_the_future(
    anna: Account, lacking: dict[str, Any]
) -> None:
    case = assessing()
    with pytest.raises(LimbRefused, match="blev ikke gemt"):
        record_limb(case, words=words(**lacking), based_on=0, by=anna, at=NOON, act_key="a")
    assert not LimbFinding.objects.exists()


@pytest.mark.parametrize("state", [CaseState.RECEIVED, CaseState.GRANTED, CaseState.STAYING, CaseState.CLOSED])
def test_only_while_the_case_is_assessed_or_heard(anna: Account, state: CaseState) -> None:
    with pytest.raises(NotPossible):
        record_limb(people.a_case(state=state), words=words(), based_on=0, by=anna, at=NOON, act_key="a")


def test_a_citizen_cannot(erik: Account) -> None:
    with pytest.raises(NotPossible, match="rolle"):
        record_limb(assessing(), words=words(), based_on=0, by=erik, at=NOON, act_key="a")


def test_it_is_journalled_with_its_words(anna: Account) -> None:
    case = assessing()
    record_limb(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    entry = Entry.objects.get(case=case, act="record_limb")
    assert entry.facts == {"limb": "107_2_1", "version": 1, "outcome": "met"}
    assert entry.text.sealed is not None


def test_the_words_are_sealed_in_the_database(anna: Account) -> None:
    record_limb(assessing(), words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason, source FROM assessment_limbfinding")
        for value in cursor.fetchone():
            assert b"Erik" not in bytes(value)
            assert b"VUM" not in bytes(value)


def test_the_database_refuses_a_second_row_of_the_same_version(anna: Account) -> None:
    case = assessing()
    first = record_limb(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
    assert first is not None
    first.pk = None
    with people.set_up(), pytest.raises(IntegrityError):
        first.save(force_insert=True)


def test_it_takes_six_statements(anna: Account) -> None:
    case = assessing()
    with assert_statements(6):
        record_limb(case, words=words(), based_on=0, by=anna, at=NOON, act_key="a")
