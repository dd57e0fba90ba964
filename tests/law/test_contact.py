from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ophold.law.contact import age_on, contact_in_band, first_contact, no_contact
from ophold.law.finding import Status
from ophold.law.promises import Contact, ContactPoint
from tests.law.table import Row, both_languages, quickly, rows, standard

BY_AGE = Contact(
    points=(
        ContactPoint(name="Ungekontakten", under_age=30),
        ContactPoint(name="Rådgivningshuset", from_age=30),
    )
)


@pytest.mark.parametrize("row", rows("contact"))
def test_the_age_decides_whom_to_turn_to(row: Row) -> None:
    finding = first_contact(BY_AGE, standard("F12"), age=row["age"])
    assert (finding.value.name if finding.value else None) == row["expected"]
    assert finding.missing == (() if row["expected"] else ("fødselsdatoen",))
    assert both_languages(finding)


def test_one_entrance_for_all_asks_for_no_age() -> None:
    finding = first_contact(Contact(points=(ContactPoint(name="Fronten"),)), standard("B14"), age=None)
    assert finding.status is Status.SETTLED


def test_an_age_that_no_entrance_is_for_is_said() -> None:
    young = Contact(points=(ContactPoint(name="Ungekontakten", under_age=30),))
    assert first_contact(young, standard("F12"), age=40).status is Status.SILENT
    assert no_contact(standard("")).status is Status.SILENT


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(1996, 3, 2), date(2026, 3, 1), 29),
        (date(1996, 3, 2), date(2026, 3, 2), 30),
        (date(1996, 2, 29), date(2026, 2, 28), 29),
        (date(1996, 2, 29), date(2026, 3, 1), 30),
    ],
)
def test_one_turns_older_on_ones_birthday(born: date, on: date, age: int) -> None:
    assert age_on(born, on) == age


@pytest.mark.parametrize(
    ("from_age", "under", "expected"),
    [
        (0, 18, ["Ungekontakten"]),
        (18, 30, ["Ungekontakten"]),
        (30, None, ["Rådgivningshuset"]),
        (0, None, ["Ungekontakten", "Rådgivningshuset"]),
        (25, 35, ["Ungekontakten", "Rådgivningshuset"]),
    ],
)
def test_a_band_of_ages_names_every_entrance_that_some_age_in_it_fits(
    from_age: int, under: int | None, expected: list[str]
) -> None:
    finding = contact_in_band(BY_AGE, standard("F12"), from_age=from_age, under_age=under)
    assert [each.name for each in finding.value or ()] == expected
    assert both_languages(finding)


@given(st.integers(0, 90), st.integers(1, 30))
@quickly
def test_a_band_names_what_each_of_its_ages_would_be_told(first: int, width: int) -> None:
    band = contact_in_band(BY_AGE, standard("F12"), from_age=first, under_age=first + width).value or ()
    single = {first_contact(BY_AGE, standard("F12"), age=age).value for age in range(first, first + width)}
    assert set(band) == single


def test_a_band_that_no_entrance_is_for_is_said() -> None:
    old = Contact(points=(ContactPoint(name="Ungekontakten", under_age=30),))
    assert contact_in_band(old, standard("F12"), from_age=30, under_age=None).status is Status.SILENT
