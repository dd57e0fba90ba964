"""Two caseworkers at one case: the second is told, sees both texts, and nothing is lost."""

from __future__ import annotations

import pytest

from ophold.journey.assessment.models import LimbFinding
from ophold.record.cases.models import Case
from ophold.record.journal.verify import verify
from ophold.record.people.models import Account
from tests.journeys.person import Person
from tests.journeys.sheets import Answer
from tests.people import TODAY, a_case

ANNAS = "Annas vurdering: funktionsevnen er betydeligt nedsat."
BOS = "Bos vurdering: der er brug for døgnstøtte."


@pytest.fixture
def case(anna: Account) -> Case:
    made = a_case()
    Person(anna).press(Person(anna).open("case", made.reference), "tag")
    return made


def test_the_second_to_save_a_limb_is_told_and_sees_both_texts(case: Case, anna: Account, bo: Account) -> None:
    one, other = Person(anna), Person(bo)
    hers, his = (each.open("assess", case.reference) for each in (one, other))
    told: dict[str, Answer] = {"outcome": "met", "source": "Samtale", "source_on": TODAY}
    one.send(hers, reason=ANNAS, **told).says("Opfyldt")
    refused = other.send(his, reason=BOS, **told)
    refused.says("Det står der nu", ANNAS, "Anna Andersen", "Din tekst")
    assert refused.errors
    assert refused.form("reason").drawn()["reason"] == [BOS]
    assert [each.reason for each in LimbFinding.objects.filter(case=case)] == [ANNAS]
    other.send(refused, reason=BOS)
    assert [each.reason for each in LimbFinding.objects.filter(case=case).order_by("version")] == [ANNAS, BOS]
    assert not verify().faults


def test_two_notes_at_once_are_both_kept(case: Case, anna: Account, bo: Account) -> None:
    pages = [(Person(who), Person(who).open("note", case.reference)) for who in (anna, bo)]
    for who, page in pages:
        assert who.account is not None
        text = f"Skrevet af {who.account.name}"
        who.send(page, text=text, with_whom="borgeren", channel="phone", held_on=TODAY)
    Person(anna).open("case", case.reference).says("Skrevet af Anna Andersen", "Skrevet af Bo Bertelsen")


def test_taking_a_case_twice_by_a_double_click_is_taking_it_once(case: Case, bo: Account) -> None:
    before = case.entries.count()
    other = Person(bo, twice=True)
    other.press(other.open("case", case.reference), "tag").says("Bo Bertelsen")
    assert case.entries.count() == before + 1
