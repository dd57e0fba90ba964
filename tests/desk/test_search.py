"""Search: by reference, CPR number or the beginning of a word in a name, within one's own municipality, by POST."""

from __future__ import annotations

import pytest

from ophold.outlook.desk.search import MOST, search
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.people.choices import Role
from ophold.record.people.folding import folded
from ophold.record.people.models import Citizen
from tests.people import ERIKS_CPR, a_case, a_citizen, anna, dorte, erik, signed_in, staff
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db
ADDRESS = "/soeg/"


def found(text: str) -> list[str]:
    return [hit.citizen for hit in search(anna(), text).hits]


def somebody(name: str, number: int = 1, key: str = "hjoerring") -> None:
    a_case(key, citizen=a_citizen(key, name=name, digits=f"650477{number:04}"))


def test_a_case_is_found_by_its_reference_however_it_is_typed() -> None:
    case = a_case()
    letters, year, number = case.reference.split("-")
    for typed in (case.reference, case.reference.lower(), f"{letters}{year}-{int(number)}", f" {case.reference} "):
        assert search(anna(), typed).references == [case.reference]


def test_a_case_is_found_by_the_whole_cpr_number_only() -> None:
    case = a_case()
    assert search(anna(), f"{ERIKS_CPR[:6]}-{ERIKS_CPR[6:]}").references == [case.reference]
    assert search(anna(), ERIKS_CPR).references == [case.reference]
    assert "10 cifre" in search(anna(), ERIKS_CPR[:6]).cannot


@pytest.mark.parametrize("typed", ["aage", "Åge", "AGE", "ostergaard", "Østergård", "øst åg", "andre", "aage  gård"])
def test_a_name_is_found_by_the_beginning_of_any_word_whatever_the_keyboard(typed: str) -> None:
    somebody("Åge Gård André Østergaard")
    somebody("Ole Hage", 2)
    assert found(typed) == ["Åge Gård André Østergaard"]


def test_the_middle_of_a_word_finds_nothing_and_one_letter_is_not_looked_for() -> None:
    somebody("Ole Hage")
    assert found("age") == []
    assert "for lidt" in search(anna(), "o").cannot
    assert "for lidt" in search(anna(), "%").cannot


def test_what_is_typed_is_no_pattern() -> None:
    somebody("Ole Hage")
    assert found("o%e") == []
    assert found("ole_hage") == ["Ole Hage"]


def test_another_municipalitys_case_is_not_found_by_any_of_the_three() -> None:
    case = a_case("ballerup")
    for typed in (case.reference, ERIKS_CPR, "erik"):
        assert search(anna(), typed).references == []
        assert search(dorte(), typed).references == [case.reference]


def test_more_than_25_says_so_and_counts_nothing() -> None:
    for number in range(MOST + 1):
        somebody(f"Ole Hage {number:02}", number)
    answer = search(anna(), "ole")
    assert (len(answer.hits), answer.more) == (MOST, True)


@pytest.mark.parametrize("typed", ["erik", ERIKS_CPR, "HJO-2026-00017"])
def test_a_search_is_one_statement(typed: str) -> None:
    a_case()
    who = anna()
    with assert_statements(1):
        search(who, typed)


def test_the_page_shows_the_case_and_journals_what_was_found_not_what_was_typed() -> None:
    case = a_case()
    before = Entry.objects.count()
    html = signed_in(anna()).post(ADDRESS, {"text": "eri eri"}).content.decode()
    assert f'href="/sag/{case.reference}/"' in html
    read = ReadEntry.objects.get(page="search")
    assert (read.references, Entry.objects.count()) == ([case.reference], before)


def test_looking_for_somebody_who_is_not_there_is_journalled_too_and_says_what_to_do() -> None:
    html = signed_in(anna()).post(ADDRESS, {"text": "nobody"}).content.decode()
    assert "Ingen sag passer" in html
    assert "/registrer/" in html
    assert ReadEntry.objects.get(page="search").references == []


def test_what_cannot_be_looked_for_says_why_and_keeps_what_was_typed() -> None:
    html = signed_in(anna()).post(ADDRESS, {"text": "x"}).content.decode()
    assert "for lidt at søge på" in html
    assert 'value="x"' in html


def test_nothing_in_an_address_searches() -> None:
    a_case()
    answer = signed_in(anna()).get(f"{ADDRESS}?text=erik")
    assert "Erik Eriksen" not in answer.content.decode()
    assert not ReadEntry.objects.exists()


def test_only_who_opens_cases_searches_and_has_the_box() -> None:
    policy = staff("inge", "Inge", key="hjoerring", role=Role.POLICY_OFFICER)
    for account in (policy, erik()):
        browser = signed_in(account)
        assert browser.post(ADDRESS, {"text": "erik"}).status_code == 404
        assert 'role="search"' not in browser.get("/cookies/").content.decode()
    assert 'role="search"' in signed_in(anna()).get("/cookies/").content.decode()


def test_a_changed_name_is_found_by_the_new_one() -> None:
    citizen = a_citizen()
    assert Citizen.objects.get(pk=citizen.pk).search_name == folded("Erik Eriksen") == " erik eriksen"
