"""Whatever an intruder does to the journal past the triggers, `ophold journal verify` finds it and names the place."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from ophold.record.cases.models import Case
from ophold.record.journal import actions as journal
from ophold.record.journal import chain, triggers
from ophold.record.journal.models import Entry, PersonalText, ReadEntry, ReadSeal
from ophold.record.journal.verify import verify
from ophold.record.people.models import Account
from tests import people
from tests.journal import intruder

pytestmark = pytest.mark.django_db

COPY_OF = (
    "INSERT INTO journal_entry"
    " (municipality_id, case_id, number, act, actor_role, at, facts, commitment, previous, mac)"
    " SELECT municipality_id, case_id, {0}, 'decide', actor_role, at, facts, commitment, previous, mac"
    " FROM journal_entry WHERE number = 2"
)


@pytest.fixture
def case(anna: Account) -> Case:
    """Six entries, the third and fifth with a text."""
    case = people.a_case()
    for number in range(2, 7):
        with people.set_up():
            journal.write(
                case,
                act="note_conversation",
                by=anna,
                at=people.NOON + timedelta(minutes=number, microseconds=number % 2),
                facts={"om": "økonomi", "nr": number, "flere": [1, None, True]},
                text=f"Samtale {number} – æøå" if number in (3, 5) else "",
            )
    return case


def tamper(*statements: str) -> str:
    """Change the tables as somebody who took the triggers away; what verification then says."""
    intruder.changes(*statements)
    return str(verify())


def shifted(first: int, by: int) -> list[str]:
    """Renumber from `first`, by way of numbers nobody has."""
    return [
        f"UPDATE journal_entry SET number = number + 1000 WHERE number >= {first}",
        f"UPDATE journal_entry SET number = number - 1000 + {by} WHERE number >= 1000",
    ]


def test_an_untouched_journal_is_whole(case: Case) -> None:
    verdict = verify()
    assert not verdict.faults
    assert (verdict.chains, verdict.entries) == (2, 6)


@pytest.mark.parametrize(
    "column",
    ["act = 'decide'", "actor_id = NULL", "actor_role = 'citizen'", "facts = '{}'", "act_key = 'x'"],
)
def test_an_edited_entry_is_named(case: Case, column: str) -> None:
    said = tamper(f"UPDATE journal_entry SET {column} WHERE number = 4")
    assert said == f"Sag {case.reference}: post 4 er ændret."


@pytest.mark.parametrize("column", ["mac", "previous", "commitment"])
def test_a_changed_link_is_named(case: Case, column: str) -> None:
    said = tamper(
        f"UPDATE journal_entry SET {column} = (SELECT salt FROM journal_personaltext LIMIT 1) WHERE number = 4"
    )
    assert said == f"Sag {case.reference}: post 4 er ændret."


def test_a_moved_time_is_named(case: Case) -> None:
    said = tamper("UPDATE journal_entry SET at = (SELECT max(at) FROM journal_entry) WHERE number = 2")
    assert said == f"Sag {case.reference}: post 2 er ændret."


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_deleted_entry_is_named_with_and_without_renumbering(case: Case, number: int) -> None:
    delete = (
        "DELETE FROM journal_personaltext WHERE entry_id IN (SELECT id FROM journal_entry WHERE number = {0})",
        "DELETE FROM journal_entry WHERE number = {0}",
    )
    said = tamper(*(statement.format(number) for statement in delete))
    assert said == f"Sag {case.reference}: post {number} mangler."
    said = tamper(*shifted(number + 1, -1))
    assert said == f"Sag {case.reference}: post {number} mangler."


def test_an_inserted_entry_is_named(case: Case) -> None:
    said = tamper(*shifted(3, 1), COPY_OF.format(3))
    assert said == f"Sag {case.reference}: post 3 er sat ind."


def test_an_entry_added_at_the_end_is_named_even_when_the_case_is_told(case: Case) -> None:
    assert tamper(COPY_OF.format(7)) == f"Sag {case.reference}: post 7 er sat ind."
    said = tamper("UPDATE cases_case SET journal_count = 7")
    assert said == f"Sag {case.reference}: post 7 er ændret."


@pytest.mark.parametrize("second", [3, 5])
def test_two_entries_that_changed_places_are_named(case: Case, second: int) -> None:
    said = tamper(
        "UPDATE journal_entry SET number = 1000 WHERE number = 2",
        f"UPDATE journal_entry SET number = 2 WHERE number = {second}",
        f"UPDATE journal_entry SET number = {second} WHERE number = 1000",
    )
    assert said == f"Sag {case.reference}: post 2 er flyttet."


def test_a_chain_that_was_cut_is_named(case: Case) -> None:
    cut = "DELETE FROM journal_entry WHERE number >= 6"
    assert tamper(cut) == f"Sag {case.reference}: post 6 mangler."


def test_a_case_without_its_whole_chain_is_named(case: Case) -> None:
    said = tamper("DELETE FROM journal_personaltext", "DELETE FROM journal_entry")
    assert said == f"Sag {case.reference}: post 1 mangler."


def test_an_entry_given_to_another_case_is_named_in_both(case: Case) -> None:
    other = people.a_case()
    tamper(
        f"UPDATE journal_entry SET case_id = {other.pk}, number = 2 WHERE number = 4",
    )
    assert [str(fault) for fault in verify().faults] == [
        f"Sag {case.reference}: post 4 mangler.",
        f"Sag {other.reference}: post 2 er sat ind.",
    ]


def test_a_changed_and_a_missing_text_are_named(case: Case) -> None:
    third = Entry.objects.get(number=3).pk
    said = tamper(f"UPDATE journal_personaltext SET sealed = salt WHERE entry_id = {third}")
    assert said == f"Sag {case.reference}: teksten til post 3 er ændret."
    said = tamper(f"DELETE FROM journal_personaltext WHERE entry_id = {third}")
    assert said == f"Sag {case.reference}: teksten til post 3 mangler."


def test_a_text_put_beside_another_entry_is_named(case: Case) -> None:
    third, fourth = Entry.objects.get(number=3).pk, Entry.objects.get(number=4).pk
    said = tamper(
        "INSERT INTO journal_personaltext (entry_id, municipality_id, salt, sealed)"
        f" SELECT {fourth}, municipality_id, salt, sealed FROM journal_personaltext WHERE entry_id = {third}"
    )
    assert said == f"Sag {case.reference}: teksten til post 4 er sat ind."


def test_a_text_erased_by_the_act_leaves_the_chain_whole(case: Case, anna: Account) -> None:
    third = Entry.objects.get(number=3)
    assert journal.erase_text(third, why="Opbevaringsfristen er udløbet", by=anna, at=people.NOON) is True
    assert journal.erase_text(third, why="Opbevaringsfristen er udløbet", by=anna, at=people.NOON) is False
    assert PersonalText.objects.get(entry=third).sealed is None
    assert Entry.objects.filter(act=journal.ERASE).count() == 1
    assert not verify().faults


def test_a_text_erased_past_the_act_is_named(case: Case) -> None:
    third = Entry.objects.get(number=3).pk
    said = tamper(f"UPDATE journal_personaltext SET salt = NULL, sealed = NULL WHERE entry_id = {third}")
    assert said == f"Sag {case.reference}: teksten til post 3 er slettet, uden at det er journalført."


def test_a_municipality_has_a_chain_of_its_own(case: Case, anna: Account) -> None:
    for _ in range(3):
        with people.set_up():
            journal.write_municipal(case.municipality, act="sign_in", by=anna, at=people.NOON)
    assert not verify().faults
    said = tamper("UPDATE journal_entry SET act = 'sign_out' WHERE case_id IS NULL AND number = 2")
    assert said == "Kommunen Hjørring: post 2 er ændret."


def test_facts_that_come_back_differently_are_refused(case: Case, anna: Account) -> None:
    for facts in ({"beløb": 1.5}, {"n": [b"x"]}, {"n": {1: "x"}}):
        with pytest.raises(chain.FactsRefused), people.set_up():
            journal.write(case, act="note_conversation", by=anna, at=people.NOON, facts=facts)


def test_the_command_says_in_one_line_that_all_is_well(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("journal_verify")
    said = capsys.readouterr()
    assert said.out == (
        "Journalen er uændret: 6 poster i 2 kæder, 0 læsninger under segl, 0 nye læsninger venter på segl.\n"
    )
    assert said.err == ""


def test_the_command_ends_with_1_and_says_what_is_wrong(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    tamper("UPDATE journal_entry SET act = 'decide' WHERE number = 4")
    with pytest.raises(SystemExit) as ended:
        call_command("journal_verify")
    assert ended.value.code == 1
    assert capsys.readouterr().err == f"Sag {case.reference}: post 4 er ændret.\n"


def test_the_command_ends_with_1_when_the_triggers_are_gone(capsys: pytest.CaptureFixture[str]) -> None:
    triggers.remove(connection)
    with pytest.raises(SystemExit) as ended:
        call_command("journal_verify")
    assert ended.value.code == 1
    assert "spærrer mod ændringer mangler" in capsys.readouterr().err


def test_from_the_shell_a_database_that_is_not_set_up_is_one_line_and_exit_2(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ophold.cli", "journal", "verify"],
        env={**os.environ, "OPHOLD_DEMO": "1", "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    assert "databasen ikke er sat op" in done.stderr


# -- reads ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def reads(anna: Account) -> list[int]:
    """Ten reads a minute apart, sealed in two batches, and one that is too new."""
    for number in range(10):
        at = people.NOON + timedelta(minutes=number)
        journal.record_read(
            anna, page="case", references=[f"HJO-{number}"], municipality_id=anna.municipality_id or 0, at=at
        )
        if number in (4, 9):
            journal.seal_reads(at)
    return list(ReadEntry.objects.order_by("pk").values_list("pk", flat=True))


def test_reads_are_sealed_in_batches_and_the_newest_waits_a_minute(reads: list[int], anna: Account) -> None:
    assert list(ReadSeal.objects.order_by("pk").values_list("count", flat=True)) == [4, 5]
    verdict = verify()
    assert not verdict.faults
    assert (verdict.reads, verdict.unsealed) == (9, 1)
    assert journal.seal_reads(people.NOON + timedelta(minutes=9, seconds=59)) == 0
    assert journal.seal_reads(people.NOON + timedelta(minutes=10)) == 1
    assert verify().unsealed == 0


def test_a_changed_read_is_named(reads: list[int]) -> None:
    said = tamper(f"UPDATE journal_readentry SET page = 'list' WHERE id = {reads[6]}")
    assert said == f"Læsninger: læsning {reads[6]} er ændret."


def test_a_deleted_read_is_named(reads: list[int]) -> None:
    said = tamper(f"DELETE FROM journal_readentry WHERE id = {reads[6]}")
    assert said == f"Læsninger: læsningen efter nummer {reads[5]} mangler."


def test_an_inserted_read_is_named(reads: list[int]) -> None:
    said = tamper(
        f"UPDATE journal_readseal SET first_id = {reads[0] - 1} WHERE first_id = {reads[0]}",
        'INSERT INTO journal_readentry (id, municipality_id, account_id, role, page, "references", at)'
        f' SELECT {reads[0] - 1}, municipality_id, account_id, role, page, "references", at'
        f" FROM journal_readentry WHERE id = {reads[3]}",
    )
    assert said == f"Læsninger: seglet fra læsning {reads[0] - 1} er ændret."
    said = tamper(f"UPDATE journal_readseal SET first_id = {reads[0]} WHERE first_id = {reads[0] - 1}")
    assert said == f"Læsninger: læsning {reads[0] - 1} er sat ind."


def test_a_deleted_seal_is_named_when_another_follows(reads: list[int]) -> None:
    said = tamper(f"DELETE FROM journal_readseal WHERE first_id = {reads[0]}")
    assert said == f"Læsninger: seglet fra læsning {reads[4]} er ændret."
