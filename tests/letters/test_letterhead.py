"""Who a letter is from and where it says one can complain, in each municipality."""

from __future__ import annotations

import pytest

from ophold.record.cases.standards import catalogue, standard_of
from ophold.record.letters.letterhead import guidance, sender, standard_note
from ophold.record.people.models import Account
from tests import people

MUNICIPALITIES = sorted(people.MUNICIPALITIES)


@pytest.mark.django_db
@pytest.mark.parametrize("key", MUNICIPALITIES)
def test_every_municipality_has_a_sender_and_an_address_to_complain_to(key: str) -> None:
    case = people.a_case(key, standard_version=catalogue().versions(key)[-1].version)
    assert sender(case).municipality
    found = guidance(case)
    assert found is not None
    assert found.to
    assert found.address or found.email


def test_a_letter_about_a_right_names_the_person_and_their_title(anna: Account) -> None:
    case = people.a_case("ballerup")
    signed = sender(case, signed_by=anna)
    assert (signed.signed_by, signed.signed_title) == ("Anna Andersen", "Sagsbehandler")
    assert sender(case).signed_by == ""


@pytest.mark.django_db
def test_a_standard_without_a_date_is_named_without_one() -> None:
    note = standard_note(standard_of(people.a_case("ballerup")))
    assert note.name.startswith("Ballerup, ")
    assert note.adopted_on is None
