"""Several write about one case at the same moment: every entry is there, in one whole chain, and a key counts once."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django_scopes import scopes_disabled

from ophold.record.cases import actions
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.journal import actions as journal
from ophold.record.journal.models import Entry, ReadEntry, ReadSeal
from ophold.record.journal.verify import verify
from ophold.record.people.models import Account
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 4


def _at_once(work: Callable[[int], object]) -> list[BaseException]:
    """Do it in several threads that start together; what they raised."""
    raised: list[BaseException] = []
    ready = threading.Barrier(AT_ONCE)

    def run(number: int) -> None:
        try:
            with scopes_disabled():
                ready.wait(10)
                work(number)
        except BaseException as broken:
            raised.append(broken)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def _note(case: Case, by: Account, key: str) -> None:
    actions.note_conversation(
        case, text="Ringede.", held_on=people.TODAY, channel=Channel.PHONE, with_whom="moren", by=by, at=people.NOON,
        act_key=key,
    )  # fmt: skip


def test_notes_written_at_once_make_one_whole_chain(anna: Account) -> None:
    case = people.a_case()

    def five(number: int) -> None:
        for turn in range(5):
            _note(case, anna, f"{number}-{turn}")

    assert _at_once(five) == []
    assert list(Entry.objects.filter(case=case).order_by("number").values_list("number", flat=True)) == list(
        range(1, 22)
    )
    assert not verify().faults


def test_the_same_note_sent_at_once_is_written_once(anna: Account) -> None:
    case = people.a_case()
    assert _at_once(lambda _: _note(case, anna, "the same")) == []
    assert Entry.objects.filter(case=case, act="note_conversation").count() == 1
    assert not verify().faults


def test_reads_sealed_by_two_workers_at_once_are_sealed_once(anna: Account) -> None:
    for _ in range(7):
        journal.record_read(
            anna, page="case", references=["X"], municipality_id=anna.municipality_id or 0, at=people.NOON
        )
    later = people.NOON.replace(hour=13)
    assert _at_once(lambda _: journal.seal_reads(later)) == []
    assert sum(ReadSeal.objects.values_list("count", flat=True)) == ReadEntry.objects.count() == 7
    assert not verify().faults
