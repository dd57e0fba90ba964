"""The database refuses to change a journal and to mix municipalities, after all migrations, on whichever it is."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from ophold.record.cases.models import Case, Party
from ophold.record.journal import actions as journal
from ophold.record.journal import triggers
from ophold.record.journal.models import Entry, PersonalText, ReadEntry, ReadSeal
from ophold.record.people.models import Account, Citizen
from tests import people

pytestmark = pytest.mark.django_db
ON = connection.vendor
WHOLESALE = "TRUNCATE {0} CASCADE" if ON == "postgresql" else "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"
JOURNALS = [Entry, ReadEntry, ReadSeal]


def _sql(statement: str) -> None:
    with people.set_up(), connection.cursor() as cursor:
        cursor.execute(statement)


def _one_of_each(by: Account) -> Case:
    case = people.a_case()
    with people.set_up():
        journal.write(case, act="note_conversation", by=by, at=people.NOON, text="Erik ringede.")
        ReadSeal.objects.create(first_id=1, last_id=1, count=1, previous=bytes(32), mac=bytes(32), made_at=people.NOON)
    journal.record_read(
        by, page="case", references=[case.reference], municipality_id=case.municipality_id, at=people.NOON
    )
    return case


def test_all_triggers_stand_after_all_migrations() -> None:
    assert triggers.missing(connection) == [], ON
    assert triggers.standing(connection), ON


@pytest.mark.parametrize("model", JOURNALS, ids=lambda model: f"{ON}-{model.__name__}")
@pytest.mark.parametrize("statement", ["UPDATE {0} SET id = id", "DELETE FROM {0}", WHOLESALE])
def test_an_append_only_table_refuses(model: type[Entry], statement: str, anna: Account) -> None:
    _one_of_each(anna)
    before = list(model.objects.values_list())
    assert before
    connection.check_constraints()  # PostgreSQL truncates nothing while foreign keys wait to be checked
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        _sql(statement.format(model._meta.db_table))
    assert list(model.objects.values_list()) == before


def test_a_personal_text_can_be_erased_and_nothing_else(anna: Account) -> None:
    _one_of_each(anna)
    for refused in (
        "DELETE FROM journal_personaltext",
        "UPDATE journal_personaltext SET sealed = NULL",
        "UPDATE journal_personaltext SET salt = sealed, sealed = salt",
        "UPDATE journal_personaltext SET salt = NULL, sealed = NULL, municipality_id = municipality_id + 1",
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            _sql(refused)
    _sql("UPDATE journal_personaltext SET salt = NULL, sealed = NULL")
    assert list(PersonalText.objects.values_list("salt", "sealed")) == [(None, None)], ON


def test_a_row_never_points_into_another_municipality(anna: Account, dorte: Account) -> None:
    case = people.a_case()
    abroad = people.a_citizen("ballerup")
    refused = "belongs to another municipality"
    with pytest.raises(IntegrityError, match=refused), people.set_up():
        Case.objects.filter(pk=case.pk).update(citizen=abroad)
    with pytest.raises(IntegrityError, match=refused), people.set_up():
        Case.objects.filter(pk=case.pk).update(caseworker=dorte)
    with pytest.raises(IntegrityError, match=refused), people.set_up():
        Party.objects.create(
            municipality=abroad.municipality, case=case, role="relative", name="P", valid_from=people.TODAY
        )
    with people.set_up():
        Case.objects.filter(pk=case.pk).update(caseworker=anna)


def test_a_row_never_changes_municipality() -> None:
    citizen, other = people.a_citizen(), people.municipality("ballerup")
    with pytest.raises(IntegrityError, match="never changes municipality"), people.set_up():
        Citizen.objects.filter(pk=citizen.pk).update(municipality=other)


def test_a_trigger_that_went_missing_is_told_and_comes_back() -> None:
    triggers.remove(connection)
    assert len(triggers.missing(connection)) == len(triggers.wanted(ON)) > 10
    triggers.install(connection)
    assert triggers.missing(connection) == []


def test_a_trigger_that_does_something_else_is_told_and_mended() -> None:
    name = "ophold_journal_entry_append_only_delete"
    with connection.cursor() as cursor:
        if ON == "postgresql":
            cursor.execute(
                f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$'
            )
        else:
            cursor.execute(f'DROP TRIGGER "{name}"')
            cursor.execute(f'CREATE TRIGGER "{name}" BEFORE DELETE ON journal_entry BEGIN SELECT 1; END')
    assert triggers.missing(connection) == [name]
    triggers.install(connection)
    assert triggers.missing(connection) == []


@pytest.mark.skipif(ON != "postgresql", reason="only PostgreSQL can switch a trigger off")
def test_a_trigger_that_is_switched_off_is_told_and_switched_on_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER ophold_journal_entry_append_only_delete")
    assert triggers.missing(connection) == ["ophold_journal_entry_append_only_delete"]
    triggers.install(connection)
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_the_triggers_survive_a_table_rebuilt_by_a_migration() -> None:
    quiet = {"verbosity": 0, "stdout": StringIO()}
    call_command("migrate", "journal", "zero", **quiet)
    call_command("migrate", **quiet)
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_tests_that_commit_leave_nothing_behind(anna: Account) -> None:
    _one_of_each(anna)
    call_command("flush", interactive=False, verbosity=0)
    assert not Entry.objects.exists()
    assert triggers.missing(connection) == []
