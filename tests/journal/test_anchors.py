"""Anchors find what the journal's own memory cannot: an end that was cut off together with the case's memory of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from ophold.cli import main
from ophold.record.cases.models import Case
from ophold.record.journal import actions as journal
from ophold.record.journal import anchors
from ophold.record.journal.anchoring import Anchored, anchor
from ophold.record.journal.models import Entry, ReadSeal
from ophold.record.journal.verify import verify
from ophold.record.people.models import Account
from tests import people
from tests.journal import intruder

pytestmark = pytest.mark.django_db
LATER = people.NOON + timedelta(hours=1)
WHEN = "(forankret 2026-03-02 12:00)"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "anchors"


@pytest.fixture
def case(anna: Account) -> Case:
    """Five entries."""
    case = people.a_case()
    _write_on(case, anna, 4)
    return case


def _write_on(case: Case, by: Account, entries: int) -> None:
    case.refresh_from_db()
    for number in range(entries):
        with people.set_up():
            journal.write(case, act="note_conversation", by=by, at=people.NOON, facts={"nr": number}, text="Ord.")


def _cut(case: Case, last: int) -> None:
    """Take away every entry after `last`, and let the case remember nothing of it."""
    link = bytes(Entry.objects.get(case=case, number=last).mac).hex() if last else "00" * 32
    memory = f"X'{link}'" if intruder.ON == "sqlite" else f"'\\x{link}'"
    intruder.changes(
        f"DELETE FROM journal_personaltext WHERE entry_id IN "
        f"(SELECT id FROM journal_entry WHERE case_id = {case.pk} AND number > {last})",
        f"DELETE FROM journal_entry WHERE case_id = {case.pk} AND number > {last}",
        f"UPDATE cases_case SET journal_count = {last}, journal_head = {memory} WHERE id = {case.pk}",
    )


def _anchored(file: Path, hours: int = 0) -> Anchored:
    return anchor(file, at=people.NOON + timedelta(hours=hours))


def _told(file: Path) -> list[str]:
    return [str(fault) for fault in verify(anchors.read(file)).faults]


def test_only_chains_that_have_grown_get_a_new_line_and_nobody_is_named(case: Case, anna: Account, file: Path) -> None:
    done = _anchored(file)
    assert (done.grown, done.faults) == (1, [])
    first = file.read_text()
    assert first.splitlines()[0] == anchors.FIRST_LINE
    assert f" case:{case.pk} 5 " in first
    assert case.reference not in first
    assert _anchored(file).grown == 0
    _write_on(case, anna, 1)
    assert _anchored(file).grown == 1
    assert file.read_text().startswith(first), "the file is only added to"
    assert _told(file) == []


def test_an_end_cut_off_with_the_cases_memory_is_found_by_anchors_and_by_nothing_else(case: Case, file: Path) -> None:
    _anchored(file)
    _cut(case, 3)
    assert not verify().faults, "the journal itself knows nothing of it"
    assert _told(file) == [f"Sag {case.reference}: post 4 mangler {WHEN}."]


def test_entries_written_in_the_place_of_those_cut_off_are_found(case: Case, anna: Account, file: Path) -> None:
    _anchored(file)
    _cut(case, 3)
    _write_on(case, anna, 4)
    assert not verify().faults
    among = "post 1 eller en af de følgende til og med 5"
    assert _told(file) == [f"Sag {case.reference}: {among} er ikke den, der blev forankret {WHEN}."]


def test_anchors_close_in_time_say_closely_where(case: Case, anna: Account, file: Path) -> None:
    _anchored(file)
    _write_on(case, anna, 1)
    _anchored(file, 1)
    _cut(case, 5)
    _write_on(case, anna, 1)
    assert _told(file) == [
        f"Sag {case.reference}: post 6 er ikke den, der blev forankret (forankret 2026-03-02 13:00)."
    ]


def test_anchoring_tells_of_a_cut_and_keeps_what_was(case: Case, anna: Account, file: Path) -> None:
    _anchored(file)
    _cut(case, 3)
    said = [str(fault) for fault in _anchored(file, 1).faults]
    assert said == [f"Sag {case.reference}: post 4 mangler {WHEN}."]
    _write_on(case, anna, 4)
    assert "er ikke den, der blev forankret" in str(_anchored(file, 2).faults[0])
    assert file.read_text().count(f" case:{case.pk} ") == 1


def test_a_case_that_is_gone_altogether_is_found(case: Case, file: Path) -> None:
    _anchored(file)
    intruder.changes(
        "DELETE FROM journal_personaltext",
        f"DELETE FROM journal_entry WHERE case_id = {case.pk}",
        f"DELETE FROM cases_case WHERE id = {case.pk}",
    )
    assert not verify().faults
    assert _told(file) == [f"Sag nr. {case.pk}: post 1 mangler {WHEN}."]
    assert [str(fault) for fault in _anchored(file, 1).faults] == [f"Sag nr. {case.pk}: post 1 mangler {WHEN}."]


def test_the_newest_seal_taken_away_with_its_reads_is_found(anna: Account, file: Path) -> None:
    for minute in range(4):
        at = people.NOON + timedelta(minutes=3 * minute)
        journal.record_read(anna, page="case", references=["X"], municipality_id=anna.municipality_id or 0, at=at)
        journal.seal_reads(at + timedelta(minutes=2))
    seals = list(ReadSeal.objects.order_by("last_id"))
    assert _anchored(file).faults == []
    cut = seals[2].first_id
    intruder.changes(
        f"DELETE FROM journal_readseal WHERE first_id >= {cut}", f"DELETE FROM journal_readentry WHERE id >= {cut}"
    )
    assert not verify().faults
    expected = [f"Læsninger: segl nummer 3 mangler {WHEN}."]
    assert _told(file) == expected
    assert [str(fault) for fault in _anchored(file, 1).faults] == expected


def test_a_municipalitys_own_chain_is_anchored_too(case: Case, anna: Account, file: Path) -> None:
    for _ in range(2):
        with people.set_up():
            journal.write_municipal(case.municipality, act="sign_in", by=anna, at=people.NOON)
    assert _anchored(file).grown == 2
    intruder.changes(
        "DELETE FROM journal_entry WHERE case_id IS NULL AND number = 2",
        "UPDATE people_municipality SET journal_count = 1,"
        " journal_head = (SELECT mac FROM journal_entry WHERE case_id IS NULL)",
    )
    assert not verify().faults
    assert _told(file) == [f"Kommunen Hjørring: post 2 mangler {WHEN}."]


# -- the file ---------------------------------------------------------------------------------------------------------


def test_a_changed_line_is_refused_and_named(case: Case, file: Path) -> None:
    _anchored(file)
    _anchored(file, 1)
    whole = file.read_text().splitlines(keepends=True)
    for number in range(1, len(whole)):
        for changed in (
            whole[number].replace("2026", "2025"),
            whole[number].replace(" case:", " case:1").replace("anchored ", "anchored 1"),
            whole[number][:-3] + ("00" if whole[number][-3:-1] != "00" else "11") + "\n",
        ):
            file.write_text("".join([*whole[:number], changed, *whole[number + 1 :]]))
            with pytest.raises(anchors.AnchorsRefused, match=f"linje {number + 1} "):
                anchors.read(file)


def test_a_line_taken_out_is_found_at_the_next(case: Case, file: Path) -> None:
    _anchored(file)
    first, _, closing = file.read_text().splitlines(keepends=True)
    file.write_text(first + closing)
    with pytest.raises(anchors.AnchorsRefused, match="linje 2 "):
        anchors.read(file)


def test_a_line_cut_short_by_a_crash_is_passed_over(case: Case, anna: Account, file: Path) -> None:
    _anchored(file)
    _write_on(case, anna, 1)
    file.write_bytes(file.read_bytes()[:-40])
    assert anchors.read(file).last is None
    assert _anchored(file, 1).grown == 1
    told = anchors.read(file)
    assert told.last is not None
    assert told.last.at == LATER
    assert _told(file) == []


def test_a_file_of_another_journal_and_one_that_is_no_anchor_file_are_refused(
    case: Case, file: Path, settings: Settings
) -> None:
    _anchored(file)
    settings.JOURNAL_KEY = bytes(range(32))
    with pytest.raises(anchors.AnchorsRefused, match="hører til en anden journal"):
        anchors.read(file)
    file.write_text("noget andet\n")
    for refused in (lambda: anchors.read(file), lambda: _anchored(file)):
        with pytest.raises(anchors.AnchorsRefused, match="ikke en ankerfil"):
            refused()
    assert file.read_text() == "noget andet\n"


# -- from the shell ---------------------------------------------------------------------------------------------------


def _ran(*words: str) -> object:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code


def test_from_the_shell_a_receipt_is_given_and_verify_says_what_it_cannot_know(
    case: Case, anna: Account, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _ran("journal", "anchor", "--to", str(file)) == 0
    receipt = file.read_text().split()[-1]
    assert f"1 af 1 kæder var vokset og er forankret. Kvittering: {receipt}" in capsys.readouterr().out
    _write_on(case, anna, 2)
    call_command("journal_verify", anchors=file)
    said = capsys.readouterr().out
    assert "Journalen er uændret: 7 poster" in said
    assert f"Kvittering: {receipt}" in said
    assert "2 poster er yngre end det" in said
    assert said.count("\n– om ") == 5


def test_from_the_shell_a_cut_ends_with_1_in_both(
    case: Case, file: Path, capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    assert _ran("journal", "anchor") == 2
    assert "OPHOLD_ANCHORS" in capsys.readouterr().err
    settings.ANCHORS = str(file)
    assert _ran("journal", "anchor") == 0
    _cut(case, 3)
    assert _ran("journal", "anchor") == 1
    assert "post 4 mangler" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        call_command("journal_verify")
    assert ended.value.code == 1
    assert "post 4 mangler" in capsys.readouterr().err


def test_from_the_shell_a_file_that_is_not_there_is_one_line_and_exit_2(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("journal_verify", anchors=file)
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert _ran("journal", "anchor", "--to", str(file / "nowhere" / "x")) == 2
    assert capsys.readouterr().err.count("\n") == 1
