"""A letter is issued inside an act: sealed, one outbox row for each recipient, and one wake-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django_tasks_db.models import DBTaskResult

from ophold.record.cases.acts import acting
from ophold.record.cases.choices import Channel, LettersTo, PartyRole
from ophold.record.cases.models import Case, Party
from ophold.record.letters import actions, sealed
from ophold.record.letters.choices import DispatchState
from ophold.record.letters.content import LetterContent, LetterRefused
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.letters.recipients import addressees, ankestyrelsen
from ophold.record.people.models import Account
from tests.letters.examples import ERIK, PARTIAL
from tests.people import NOON, TODAY, a_case, a_citizen, set_up
from tests.statements import assert_statements

LETTER = replace(PARTIAL, recipient=None, dated=TODAY)


def issued(case: Case, by: Account | None, letter: LetterContent = LETTER) -> Letter:
    """The letter, as an act issues it."""
    with acting("decide"):
        return actions.issue(case, letter, by=by, at=NOON)


def party(case: Case, role: PartyRole, letters: LettersTo, **fields: object) -> Party:
    known: dict[str, object] = {
        "name": "Fatma Farah",
        "address": "Øster Allé 3\n9800 Hjørring",
        "basis": "Værgemål af 1. februar 2026",
        "valid_from": TODAY - timedelta(days=30),
    }
    with set_up():
        return Party.objects.create(
            municipality=case.municipality, case=case, role=role, letters=letters, **(known | fields)
        )


def test_a_letter_is_kept_sealed_with_one_dispatch_to_the_citizen(anna: Account) -> None:
    case = a_case()
    letter = issued(case, anna)
    dispatch = Dispatch.objects.get(letter=letter)
    assert (letter.number, dispatch.state, dispatch.citizen) == (1, DispatchState.QUEUED, case.citizen)
    assert dispatch.channel == Channel.DIGITAL_POST
    assert sealed.content(letter) == LETTER
    assert sealed.recipient(dispatch).name == "Erik Eriksen"
    assert b"Erik" not in bytes(dispatch.recipient)
    assert "støtte".encode() not in bytes(letter.content)


def test_letters_of_a_case_are_numbered_from_one(anna: Account) -> None:
    first, second = a_case(), a_case()
    assert [issued(case, anna).number for case in (first, first, second, first)] == [1, 2, 1, 3]


def test_issuing_takes_four_statements(anna: Account) -> None:
    case = a_case()
    with assert_statements(4):
        issued(case, anna)


def test_the_queue_holds_ids_only(anna: Account) -> None:
    dispatch = Dispatch.objects.get(letter=issued(a_case(), anna))
    assert [row.args_kwargs for row in DBTaskResult.objects.all()] == [{"args": [[dispatch.pk]], "kwargs": {}}]


def test_an_act_that_fails_leaves_neither_letter_nor_wake_up(anna: Account) -> None:
    case = a_case()

    def decide() -> None:
        with acting("decide"):
            actions.issue(case, LETTER, by=anna, at=NOON)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        decide()
    assert not Letter.objects.exists()
    assert not Dispatch.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_a_guardian_instead_of_the_citizen_gets_the_only_copy(anna: Account) -> None:
    case = a_case()
    guardian = party(case, PartyRole.GUARDIAN, LettersTo.INSTEAD)
    dispatch = Dispatch.objects.get(letter=issued(case, anna))
    assert (dispatch.party, dispatch.citizen, dispatch.channel) == (guardian, None, Channel.LETTER)
    written = sealed.recipient(dispatch)
    assert (written.capacity, written.concerning) == ("værge", "Erik Eriksen")
    assert "Prøvevej 1" not in written.address


def test_a_representative_beside_the_citizen_gets_a_copy_more(anna: Account) -> None:
    case = a_case()
    party(case, PartyRole.REPRESENTATIVE, LettersTo.BESIDE)
    assert Dispatch.objects.filter(letter=issued(case, anna)).count() == 2


@pytest.mark.parametrize("role", [PartyRole.COMPANION, PartyRole.RELATIVE])
def test_companions_and_relatives_get_nothing(db: None, role: PartyRole) -> None:
    case = a_case()
    party(case, role, LettersTo.NONE)
    assert [addressee.citizen_id for addressee in addressees(case, on=TODAY)] == [case.citizen_id]


def test_an_authority_that_has_ended_or_not_begun_gets_nothing(db: None) -> None:
    case = a_case()
    day = timedelta(days=1)
    party(case, PartyRole.GUARDIAN, LettersTo.INSTEAD, valid_to=TODAY - day)
    party(case, PartyRole.GUARDIAN, LettersTo.INSTEAD, valid_from=TODAY + day)
    assert [addressee.party_id for addressee in addressees(case, on=TODAY)] == [None]


def test_a_letter_on_paper_without_an_address_is_refused(anna: Account) -> None:
    case = a_case(citizen=a_citizen(address="", digital_post=False))
    with pytest.raises(LetterRefused, match="adresse"):
        issued(case, anna)


def test_a_citizen_with_digital_post_needs_no_address(anna: Account) -> None:
    assert issued(a_case(citizen=a_citizen(address="")), anna).number == 1


def test_the_recipient_cannot_be_chosen_past_the_record(anna: Account) -> None:
    with pytest.raises(LetterRefused):
        issued(a_case(), anna, replace(LETTER, recipient=ERIK))


def test_a_forwarded_file_goes_to_ankestyrelsen(anna: Account) -> None:
    with acting("forward_complaint"):
        letter = actions.issue(a_case(), LETTER, by=anna, at=NOON, to=ankestyrelsen())
    assert Dispatch.objects.get(letter=letter).authority == "ankestyrelsen"


def test_a_letter_that_lacks_something_is_refused_before_anything_is_written(anna: Account) -> None:
    with pytest.raises(LetterRefused), assert_statements(0):
        issued(a_case(), anna, replace(LETTER, guidance=None))


@pytest.mark.parametrize(
    "fields",
    [
        {"citizen_id": None},
        {"authority": "ankestyrelsen"},
        {"channel": Channel.PHONE},
        {"state": DispatchState.SENT},
        {"state": DispatchState.FAILED},
        {"state": DispatchState.DELIVERED, "sent_at": NOON},
    ],
)
def test_the_database_refuses_a_dispatch_that_cannot_be(fields: dict[str, object], anna: Account) -> None:
    dispatch = Dispatch.objects.get(letter=issued(a_case(), anna))
    with pytest.raises(IntegrityError), set_up():
        Dispatch.objects.filter(pk=dispatch.pk).update(**fields)


def test_a_letter_goes_once_to_each_recipient(anna: Account) -> None:
    dispatch = Dispatch.objects.get(letter=issued(a_case(), anna))
    dispatch.pk, dispatch.key = None, "another"
    with pytest.raises(IntegrityError), set_up():
        dispatch.save(force_insert=True)
