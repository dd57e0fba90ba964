"""An adopted version is a standard like any other, everywhere at once, and nobody can change it, not by SQL either."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ophold.record.cases.standards import catalogue, catalogue_of, installed, standard_in_force, standard_of
from ophold.record.people.models import Municipality
from ophold.record.standards.models import AdoptedVersion
from ophold.site import doctor
from tests import people
from tests.people import TODAY
from tests.standards.writing import EIGHT_WEEKS, a_draft, adopt, home, write
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db
ON = connection.vendor
WHOLESALE = "TRUNCATE {0} CASCADE" if ON == "postgresql" else "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"


def _adopted(key: str = "ishoej", *, on: date = TODAY, valid_from: date | None = None) -> AdoptedVersion:
    draft = a_draft(key)
    if key == "ishoej":
        write(draft, "response_deadline", EIGHT_WEEKS)
    return adopt(draft, on=on, valid_from=valid_from)


def test_it_is_in_force_from_its_first_day_and_the_file_before() -> None:
    _adopted(valid_from=TODAY + timedelta(days=30))
    assert standard_in_force(home(), TODAY).version == "undated-1"
    assert standard_in_force(home(), TODAY + timedelta(days=30)).version == "2026-03-02"
    assert [each.version for each in catalogue().versions("ishoej")] == ["undated-1", "2026-03-02"]


def test_a_case_keeps_its_version_and_the_next_one_gets_the_new() -> None:
    before = people.a_case("ishoej")
    _adopted()
    after = people.a_case("ishoej", citizen=people.a_citizen("ishoej", digits="6504772345", name="Ole Olsen"))
    for case, version in ((before, "undated-1"), (after, "2026-03-02")):
        case.municipality = home()
        assert standard_of(case).version == version


def test_another_process_sees_it_at_once_and_pays_once() -> None:
    untouched = home("lejre")
    with assert_statements(0):
        standard_in_force(untouched, TODAY)
    _adopted()
    touched = Municipality.objects.get(key="ishoej")  # as every request reads it with its account
    with assert_statements(1):
        assert standard_in_force(touched, TODAY).version == "2026-03-02"
        assert standard_in_force(touched, TODAY).version == "2026-03-02"
    with assert_statements(1):
        catalogue()


def test_the_public_page_shows_it(client: people.Browser) -> None:
    _adopted()
    assert client.get("/standarder/ishoej/")["Location"].endswith("/standarder/ishoej/2026-03-02/")
    page = client.get("/standarder/ishoej/2026-03-02/").content.decode()
    assert "8 uger" in page
    assert "8 uger" not in client.get("/standarder/ishoej/udateret-1/").content.decode()


def test_a_correction_of_the_same_day_is_a_new_version_and_holds() -> None:
    first = _adopted()
    second = _adopted()
    assert (first.version, second.version) == ("2026-03-02", "2026-03-02-2")
    assert standard_in_force(home(), TODAY).version == "2026-03-02-2"


def test_a_version_that_lies_as_a_file_is_not_adopted_over() -> None:
    day = date(2022, 6, 22)
    assert installed().version("hjoerring", "2022-06-22")
    assert _adopted("hjoerring", on=day).version == "2022-06-22-2"
    assert standard_in_force(home("hjoerring"), day).version == "2022-06-22-2"


def test_the_doctor_misses_a_version_a_case_is_pinned_to() -> None:
    _adopted()
    people.a_case("ishoej", standard_version="2026-03-02")
    assert doctor.pinned_standards().well
    people.a_case("lejre", standard_version="1999-01-01")
    assert "lejre/1999-01-01" in str(doctor.pinned_standards())


def test_one_municipalitys_adoption_is_nobody_elses() -> None:
    _adopted()
    assert [each.version for each in catalogue_of(home("lejre")).versions("lejre")] == ["2015-11-30"]
    assert catalogue_of(home("lejre")) is installed()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {0} SET version = '2020-01-01'", "UPDATE {0} SET id = id", "DELETE FROM {0}", WHOLESALE],
    ids=lambda statement: f"{ON}-{statement[:12]}",
)
def test_the_database_refuses_to_change_or_remove_it(statement: str) -> None:
    _adopted()
    before = list(AdoptedVersion.objects.values_list())
    connection.check_constraints()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        people.set_up(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format("standards_adoptedversion"))
    assert list(AdoptedVersion.objects.values_list()) == before
