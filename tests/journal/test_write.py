"""Writing an entry: the head moves, the same key is one act, and nothing is written outside an act."""

from __future__ import annotations

import pytest

from ophold.record.cases.models import Case
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests import people
from tests.conftest import WrittenOutsideAnAct
from tests.statements import assert_statements


def test_the_first_entry_is_number_one_and_the_case_remembers_its_link(anna: Account) -> None:
    case = people.a_case()
    entry = Entry.objects.get(case=case)
    case.refresh_from_db()
    assert (entry.number, case.journal_count) == (1, 1)
    assert bytes(case.journal_head) == bytes(entry.mac)


def test_a_write_outside_an_act_is_refused_by_the_guard(anna: Account) -> None:
    case = people.a_case()
    with pytest.raises(WrittenOutsideAnAct):
        Case.objects.filter(pk=case.pk).update(next_on=people.TODAY)


def test_too_many_statements_are_told(anna: Account) -> None:
    with pytest.raises(AssertionError, match="1 statements, allowed 0"), assert_statements(0):
        Case.objects.exists()
