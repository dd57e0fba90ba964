"""Writing an entry: the head moves, the same key is one act, and nothing is written outside an act."""

from __future__ import annotations

import pytest
from django.urls import reverse

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


def test_a_note_is_at_most_seven_statements_with_session_and_person(anna: Account) -> None:
    case, browser = people.a_case(), people.signed_in(anna)
    said = {"act_key": "k", "channel": "phone", "with_whom": "moren", "text": "Vil gerne ringes op."}
    said |= {"held_on_0": "2", "held_on_1": "3", "held_on_2": "2026"}
    with assert_statements(7):
        answer = browser.post(reverse("note", args=[case.reference]), said)
    assert answer.status_code == 302
    assert Entry.objects.filter(case=case, act="note_conversation").count() == 1
