"""A new key seals, the old one opens until everything has moved; then it may go."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django_scopes import scope
from pytest_django import Settings

from ophold.cli import main
from ophold.outlook.desk.search import search
from ophold.record.journal import actions as journal
from ophold.record.journal.verify import verify
from ophold.record.letters import sending
from ophold.record.letters.models import FrozenLetter, Letter
from ophold.record.people import cpr
from ophold.record.people.actions import know_citizen
from ophold.record.people.models import Account, Citizen
from ophold.record.people.rotation import actions
from ophold.record.people.rotation.actions import rehash_everything, reseal_everything, sealed_columns, sealed_models
from ophold.record.people.seal import SealBroken, key_of, unseal
from ophold.site.backup.manifest import fingerprints
from tests import people
from tests.complaints.decided import a_decision

ON = connection.vendor
NEW = bytes(range(32))


def _numbers() -> set[int]:
    found: set[int] = set()
    for model in sealed_models():
        for name in sealed_columns(model):
            raw = models.ExpressionWrapper(models.F(name), output_field=models.BinaryField())
            values = model._base_manager.annotate(raw_value=raw).values_list("raw_value", flat=True)
            found |= {key_of(bytes(value)) for value in values if value}
    return found


@pytest.fixture
def old(settings: Settings, dorte: Account, tmp_path: object) -> bytes:
    settings.VAR = tmp_path
    case, _decision = a_decision(dorte, key="ballerup")
    case.refresh_from_db()
    with people.set_up():
        journal.write(case, act="note_conversation", by=dorte, at=people.NOON, text="Erik ringede.")
    sending.sweep(now=lambda: people.NOON)
    assert FrozenLetter.objects.exists()
    return bytes(settings.CPR_SEAL_KEYS[1])


def test_every_sealed_column_is_known() -> None:
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.BinaryField) and "forseglet" in str(field.verbose_name):
                assert field.name in sealed_columns(model), f"name {model._meta.label}.{field.name} in sealed_under"


@pytest.mark.django_db
def test_everything_moves_to_the_new_key_and_the_old_one_may_go(
    settings: Settings, old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "BATCH", 2)
    assert _numbers() == {1}, ON
    settings.CPR_SEAL_KEYS = {2: NEW, 1: old}
    done = reseal_everything(at=people.NOON, say=lambda _: None)
    assert done.rows > 5
    assert done.broken == 0
    assert _numbers() == {2}
    settings.CPR_SEAL_KEYS = {2: NEW}
    assert not verify().faults
    for letter in Letter.objects.all():
        assert unseal(bytes(letter.content), context=f"letters.content:{letter.case_id}")


@pytest.mark.django_db
def test_it_is_taken_up_where_it_stopped_and_the_second_time_is_nothing(settings: Settings, old: bytes) -> None:
    settings.CPR_SEAL_KEYS = {2: NEW, 1: old}
    reseal_everything(at=people.NOON, say=lambda _: None)
    assert reseal_everything(at=people.NOON, say=lambda _: None).rows == 0


@pytest.mark.django_db
def test_what_no_key_opens_is_counted_and_left(settings: Settings, old: bytes) -> None:
    settings.CPR_SEAL_KEYS = {2: NEW}
    done = reseal_everything(at=people.NOON, say=lambda _: None)
    assert done.rows == 0
    assert done.broken > 0
    settings.CPR_SEAL_KEYS = {1: old}
    assert not verify().faults


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE letters_letter SET content = content",
        "UPDATE letters_letter SET content = {later}, number = number + 100",
        "UPDATE letters_letter SET number = number + 100",
        "UPDATE letters_frozenletter SET sha256 = 'x', sealed = {later}",
        "UPDATE journal_personaltext SET salt = sealed, sealed = {later}",
    ],
)
def test_a_letter_and_a_personal_text_may_be_sealed_again_and_nothing_else(old: bytes, statement: str) -> None:
    later = "X'0109'" if ON == "sqlite" else "'\\x0109'::bytea"
    refused = pytest.raises(DatabaseError, match=r"append-only|only be erased")
    with refused, transaction.atomic(), people.set_up(), connection.cursor() as cursor:
        cursor.execute(statement.format(later=later))


def test_a_key_that_is_not_set_opens_nothing(settings: Settings) -> None:
    settings.CPR_SEAL_KEYS = {2: NEW}
    with pytest.raises(SealBroken):
        unseal(bytes((1, 1)) + bytes(40), context="x")


# -- the key that finds CPR numbers -----------------------------------------------------------------------------------


def _found(account: Account, digits: str) -> list[str]:
    with scope(municipality=[account.municipality_id]):
        return search(account, digits).references


@pytest.fixture
def one_found(settings: Settings, dorte: Account) -> tuple[bytes, str]:
    """The key a number is found by, and the case it finds."""
    return bytes(settings.CPR_INDEX_KEYS[1]), people.a_case("ballerup").reference


@pytest.mark.django_db
def test_a_number_is_found_while_its_key_is_changed_and_after_the_old_one_has_gone(
    settings: Settings, dorte: Account, one_found: tuple[bytes, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "BATCH", 1)
    old, reference = one_found
    assert _found(dorte, people.ERIKS_CPR) == [reference]
    settings.CPR_INDEX_KEYS = {2: NEW, 1: old}
    assert _found(dorte, people.ERIKS_CPR) == [reference]
    done = rehash_everything(at=people.NOON, say=lambda _: None)
    assert (done.rows, done.broken, done.twice) == (2, 0, 0), "Erik's account, and Erik as Ballerup knows him"
    assert _found(dorte, people.ERIKS_CPR) == [reference]
    settings.CPR_INDEX_KEYS = {2: NEW}
    assert _found(dorte, people.ERIKS_CPR) == [reference]
    assert rehash_everything(at=people.NOON, say=lambda _: None).rows == 0
    assert not verify().faults
    settings.CPR_INDEX_KEYS = {1: old}
    assert _found(dorte, people.ERIKS_CPR) == []


@pytest.mark.django_db
def test_nobody_is_registered_once_more_while_the_key_is_changed(
    settings: Settings, dorte: Account, one_found: tuple[bytes, str]
) -> None:
    settings.CPR_INDEX_KEYS = {2: NEW, 1: one_found[0]}
    home = dorte.municipality
    assert home
    for _ in range(2):  # known under the old key, then under the new
        with people.set_up():
            know_citizen(home, digits=people.ERIKS_CPR, name="Erik Eriksen")
        rehash_everything(at=people.NOON, say=lambda _: None)
    assert Citizen.objects.filter(municipality=home).count() == 1
    with people.set_up():
        new = know_citizen(home, digits="7105901234", name="Mona Møller")
    assert bytes(new.cpr_index) == cpr.index("7105901234")
    assert rehash_everything(at=people.NOON, say=lambda _: None).rows == 0


@pytest.mark.django_db
def test_a_key_that_is_missing_and_a_person_who_stands_twice_are_told_from_the_shell(
    settings: Settings, dorte: Account, one_found: tuple[bytes, str], capsys: pytest.CaptureFixture[str]
) -> None:
    old, home = one_found[0], dorte.municipality
    settings.CPR_INDEX_KEYS = {2: NEW}
    with pytest.raises(SystemExit) as ended:
        main(["key", "rotate"])
    assert ended.value.code == 1
    assert "2 CPR-numre findes ikke med nogen af nøglerne" in capsys.readouterr().err
    assert home
    with people.set_up():  # as a process would that knows one key only
        know_citizen(home, digits=people.ERIKS_CPR, name="Erik Eriksen")
    settings.CPR_INDEX_KEYS = {2: NEW, 1: old}
    with pytest.raises(SystemExit) as ended:
        main(["key", "rotate"])
    assert ended.value.code == 1
    assert "1 personer står to gange" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_backup_names_every_key_that_finds(settings: Settings, one_found: tuple[bytes, str]) -> None:
    before = fingerprints()
    assert "OPHOLD_CPR_INDEX_KEY" in before
    settings.CPR_INDEX_KEYS = {2: NEW, 1: one_found[0]}
    assert before.items() <= fingerprints().items(), "a backup from before can still be restored"
    settings.CPR_INDEX_KEYS = {2: NEW}
    assert "OPHOLD_CPR_INDEX_KEY" not in fingerprints()
