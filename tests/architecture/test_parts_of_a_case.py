"""A number in an address that is part of another case: nothing is shown of it and nothing happens to it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ophold.journey.intake.actions import Person, register_application
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case, Party
from ophold.record.journal.models import Entry
from ophold.record.letters.models import Dispatch
from ophold.site.access_table import ROUTES
from tests import people
from tests.architecture.test_access import ABOUT_A_CASE, ADDRESSES, OTHERS_CPR, _parts
from tests.intake.examples import ANSWERS

# Numbers that name a row wherever it is; the others (a letter's number) count within their case.
NAME_A_ROW = {"party", "copy"}
WITH_PARTS = [name for name in ABOUT_A_CASE if NAME_A_ROW & dict(_parts(ADDRESSES[name])).keys()]


def _with_everything(name: str, digits: str) -> Case:
    """A case with a letter, a copy of it and a party."""
    case = register_application(
        person=Person(digits=digits, name=name, address="Vej 1\n9800 Prøveby"), answers=ANSWERS,
        received_on=people.TODAY, channel=Channel.LETTER, by=people.anna(), at=people.NOON, act_key=digits,
    )  # fmt: skip
    with people.set_up():
        Party.objects.create(
            municipality=case.municipality, case=case, role="relative", name=f"{name}s mor", valid_from=people.TODAY
        )
    return case


def _rows(case: Case) -> dict[str, int]:
    return {
        "party": Party.objects.get(case=case).pk,
        "copy": Dispatch.objects.filter(letter__case=case).earliest("pk").pk,
        "number": 1,
    }


def test_every_number_in_an_address_is_known_here() -> None:
    numbers = {word for name in ABOUT_A_CASE for word, stands_in in _parts(ADDRESSES[name]) if stands_in == 1}
    assert numbers <= {"number", *NAME_A_ROW}, "say here whether it names a row or counts within its case"


@pytest.mark.django_db
@pytest.mark.parametrize("name", WITH_PARTS)
def test_another_cases_part_is_not_reached_through_ones_own_case(name: str) -> None:
    own, other = _with_everything("Person Et", people.ERIKS_CPR), _with_everything("Person To", OTHERS_CPR)
    browser = people.signed_in(people.anna() if "citizen" not in ROUTES[name].opens else people.erik())
    words = dict(_parts(ADDRESSES[name]))
    mixed = {**_rows(own), **{word: _rows(other)[word] for word in NAME_A_ROW}}
    address = reverse(
        name, kwargs={"reference": own.reference, **{word: mixed[word] for word in words if word in mixed}}
    )
    before = list(Party.objects.values_list()), list(Dispatch.objects.values_list()), Entry.objects.count()
    said = {"act_key": "k", "on_0": "2", "on_1": "3", "on_2": "2026", "kind": "posted"}
    for answer in (browser.get(address), browser.post(address, said)):
        assert answer.status_code in {200, 404, 405}
        assert "Person To" not in answer.content.decode()
    after = list(Party.objects.values_list()), list(Dispatch.objects.values_list()), Entry.objects.count()
    assert after == before
