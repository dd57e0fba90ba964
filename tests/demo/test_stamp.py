"""Copies of lived cases: each about somebody else, whole, chained anew, and met by every constraint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from pytest_django import Settings

from ophold.journey.decisions.choices import Outcome
from ophold.record.cases import actions
from ophold.record.cases.choices import CaseState, Channel
from ophold.record.cases.models import Case, Clock
from ophold.record.journal import triggers
from ophold.record.journal.models import Entry
from ophold.record.journal.verify import verify
from ophold.record.letters import sealed
from ophold.record.letters.models import Dispatch, FrozenLetter, Letter
from ophold.record.people import cpr
from ophold.record.people.models import Account, Municipality
from ophold.record.people.seal import unseal_text
from ophold.site.demo import history
from ophold.site.demo.cast import make_cast
from ophold.site.demo.invention import Inventor
from ophold.site.demo.plots import PLOTS, Plot
from ophold.site.demo.population import Demonstration, Size
from ophold.site.demo.stamp import stamp
from tests.people import NOON, TODAY, set_up, signed_in

pytestmark = pytest.mark.django_db
COPIES = 4
FIRST_KEY = 1_000_000  # higher than any number that is no key, so that a key is known when it is seen
COMPLAINED = Plot(outcome=Outcome.REFUSAL, complains=True)
LATE_AND_LESS = Plot(outcome=Outcome.PARTIAL, late=True)


@pytest.fixture(autouse=True)
def _keys_tell_their_table() -> None:
    with set_up(), connection.cursor() as cursor:
        for first, table in enumerate(history.tables(), 1):
            name, last = table._meta.db_table, first * FIRST_KEY
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [name])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, last])
            elif isinstance(table._meta.pk, models.AutoField):
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [name, last])


def making(key: str, *, seed: int = 1) -> Demonstration:
    call_command("municipalities", verbosity=0)
    homes = list(Municipality.objects.filter(key=key))
    return Demonstration(cast=make_cast(homes), homes=homes, inventor=Inventor(seed), today=TODAY)


def copied(plot: Plot, key: str = "ballerup", *, is_open: bool = False) -> tuple[Case, list[Case]]:
    """A lived case, and its copies."""
    made = making(key)
    case = made.live(made.homes[0], plot, is_open=is_open, with_bytes=False)
    assert list(stamp(made.homes[0], [case], copies=COPIES, inventor=made.inventor)) == [COPIES]
    return case, list(Case.objects.exclude(pk=case.pk).select_related("citizen").order_by("pk"))


def everything(case: Case) -> Iterator[str]:
    """Every text in every row of a case, opened where it is sealed."""
    dispatches = {row.key for row in Dispatch.objects.filter(letter__case=case)}
    for row in history.rows_of(case):
        for field in history.fields(row.table):
            value, context = row[field.name], history.context(field)
            if context and value:
                key = row["key"] if row.table is Dispatch else ""
                assert key == "" or key in dispatches
                yield unseal_text(bytes(value), context=context.format(case=case.pk, key=key))
            elif isinstance(value, str):
                yield value


@pytest.mark.parametrize("plot", sorted(set(PLOTS), key=repr), ids=repr)
def test_a_life_goes_as_its_plot_says(plot: Plot) -> None:
    made = making("ballerup")
    case = made.live(made.homes[0], plot, is_open=False, with_bytes=False)
    acts = set(case.entries.values_list("act", flat=True))
    assert case.decisions.get().outcome == plot.outcome
    assert ("notify_delay" in acts) >= plot.late
    assert ("forward_complaint" in acts) == plot.complains
    assert ("hold_follow_up" in acts) == (plot.outcome != Outcome.REFUSAL)
    assert case.state == CaseState.CLOSED


@pytest.mark.parametrize("plot", [COMPLAINED, LATE_AND_LESS])
def test_a_copy_is_whole_and_its_journal_verifies(plot: Plot) -> None:
    case, copies = copied(plot)
    verdict = verify()
    assert not verdict.faults, str(verdict)
    assert len(copies) == COPIES
    connection.check_constraints()
    assert not triggers.missing(connection)
    shapes = {tuple(row.table for row in history.rows_of(one)) for one in (case, *copies)}
    assert len(shapes) == 1
    assert not FrozenLetter.objects.exists()


@pytest.mark.parametrize("plot", [COMPLAINED, LATE_AND_LESS])
def test_a_copy_keeps_every_day_and_every_word_but_the_names(plot: Plot) -> None:
    case, copies = copied(plot)
    days = list(Clock.objects.filter(case=case).order_by("pk").values_list("kind", "due_on", "ended", "finding"))
    acts = list(Entry.objects.filter(case=case).order_by("number").values_list("act", "at", "actor", "commitment"))
    for copy in copies:
        assert days == list(
            Clock.objects.filter(case=copy).order_by("pk").values_list("kind", "due_on", "ended", "finding")
        )
        again = Entry.objects.filter(case=copy).order_by("number").values_list("act", "at", "actor", "commitment")
        assert acts == list(again)
        assert (copy.state, copy.received_on, copy.closed_on) == (case.state, case.received_on, case.closed_on)
        assert cpr.age_on(copy.citizen.born_on, case.received_on) == cpr.age_on(case.citizen.born_on, case.received_on)


def test_a_copy_names_only_its_own_person_and_itself() -> None:
    case, copies = copied(COMPLAINED)
    person = case.citizen
    for copy in copies:
        said = "\n".join(everything(copy))
        for name in (person.name, person.phone, person.address.split("\n")[0], case.reference):
            assert name not in said
        content = [sealed.content(letter) for letter in Letter.objects.filter(case=copy)]
        assert {one.reference for one in content} == {copy.reference}
        to = [sealed.recipient(row) for row in Dispatch.objects.filter(letter__case=copy, citizen__isnull=False)]
        assert {(one.name, "\n".join(one.address)) for one in to} == {(copy.citizen.name, copy.citizen.address)}
        assert copy.citizen.name in said


def test_no_key_in_a_copy_is_the_lived_cases() -> None:
    case, copies = copied(COMPLAINED)
    for copy in copies:
        own = {row.key for row in history.rows_of(copy)}
        assert not own & {row.key for row in history.rows_of(case)}
        seen = [int(part) for subject in copy.clocks.values_list("subject", flat=True) for part in _numbers(subject)]
        for facts in copy.entries.values_list("facts", flat=True):
            seen += [value for value in facts.values() if isinstance(value, int)]
        keys = [number for number in seen if number >= FIRST_KEY]
        assert keys
        assert set(keys) <= own


def test_a_number_is_nobodys_twice_and_lies_nowhere_in_clear() -> None:
    case, copies = copied(COMPLAINED)
    numbers = {cpr.unseal_cpr(one.citizen.cpr_sealed) for one in (case, *copies)}
    assert len(numbers) == COPIES + 1
    for copy in copies:
        digits = cpr.unseal_cpr(copy.citizen.cpr_sealed)
        assert bytes(copy.citizen.cpr_index) == cpr.index(digits)
        assert cpr.born_on(digits) == copy.citizen.born_on
        assert int(digits[:2]) > 60
        assert not any(digits in text or cpr.written(digits) in text for text in everything(copy))


def test_the_municipalitys_numbering_goes_on() -> None:
    case, copies = copied(COMPLAINED)
    year = case.received_on.year
    assert [copy.reference for copy in copies] == [f"BAL-{year}-{number:05}" for number in range(2, COPIES + 2)]
    made = making("ballerup", seed=2)
    assert made.homes[0].last_case_number == COPIES + 1
    again = made.live(made.homes[0], COMPLAINED, is_open=False, with_bytes=False)
    assert again.reference.endswith(f"-{COPIES + 2:05}")
    assert again.pk > max(copy.pk for copy in copies)


def test_a_copy_can_be_worked_on_and_looked_at() -> None:
    _case, copies = copied(LATE_AND_LESS, "hjoerring", is_open=True)
    copy = next(copy for copy in copies if copy.state != CaseState.CLOSED)
    worker = Account.objects.get(username="clara")
    actions.note_conversation(
        copy, text="Ringede.", held_on=TODAY, channel=Channel.PHONE, with_whom="borgeren",
        by=worker, at=NOON, act_key="after",
    )  # fmt: skip
    assert not verify().faults
    browser = signed_in(worker)
    listed = browser.get("/arbejdsliste/?vis=alle").content.decode()
    assert any(one.citizen.name in listed for one in copies)
    page = browser.get(f"/sag/{copy.reference}/")
    assert page.status_code == 200
    assert copy.citizen.name in page.content.decode()
    letter = browser.get(f"/sag/{copy.reference}/brev/1/").content.decode()
    assert copy.reference in letter
    assert "PDF’en er ikke gemt i systemet." in letter


def test_a_case_whose_letters_have_bytes_is_not_copied(settings: Settings, tmp_path: object) -> None:
    settings.VAR = tmp_path
    made = making("lejre")
    case = made.live(made.homes[0], COMPLAINED, is_open=False, with_bytes=True)
    with pytest.raises(ValueError, match="have bytes"):
        list(stamp(made.homes[0], [case], copies=1, inventor=made.inventor))
    assert Case.objects.count() == 1


def test_every_tenants_table_is_copied_or_left_out_by_name() -> None:
    tenants = {
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("ophold.") and any(field.name == "municipality" for field in model._meta.fields)
    }
    assert tenants == {table._meta.label for table in history.tables()} | history.OUTSIDE.keys()


def test_every_column_of_bytes_says_how_it_is_copied() -> None:
    columns = {field for table in history.tables() for field in history.fields(table)}
    unknown = [
        history.label(field)
        for field in columns
        if field.get_internal_type() == "BinaryField"
        if history.context(field) is None and history.label(field) not in history.BYTES
    ]
    assert not unknown, f"Say in ophold/site/demo/history.py what these are sealed with: {unknown}"


def test_the_largest_municipality_holds_its_share() -> None:
    homes = [Municipality(key=key) for key in "abcde"]
    assert Size(opened=10_000, closed=90_000, largest=42).of(homes, is_open=False) == [37_800, *[13_050] * 4]
    assert Size(opened=7, closed=0).of(homes, is_open=True) == [2, 2, 1, 1, 1]
    assert Size(opened=7, closed=0, largest=42).of(homes[:1], is_open=True) == [7]


def test_nobody_is_invented_twice() -> None:
    inventor = Inventor(1)
    born = date(1990, 1, 1)
    numbers = {inventor.person("Prøveby", born=born).digits for _one in range(900)}
    assert len(numbers) == 900


def _numbers(subject: str) -> list[str]:
    return [part for part in subject.split(":") if part.isdecimal()]
