"""The menu and the first page fit the role: nothing leads to a page one may not open."""

from __future__ import annotations

import re

import pytest

from ophold.record.people.choices import Role
from tests import people

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a class="nav-link" href="([^"]+)"')


@pytest.mark.parametrize("role", Role)
def test_every_entry_of_the_menu_opens_for_the_role(role: Role) -> None:
    browser = people.signed_in(people.staff(f"staff-{role}", "Sofie S", key="ballerup", role=role))
    links = LINK.findall(browser.get("/cookies/").text)
    assert links
    for href in links:
        assert browser.get(href, follow=True).status_code == 200


@pytest.mark.parametrize("role", Role)
def test_signing_in_leads_to_a_page_the_role_may_open(role: Role) -> None:
    people.staff(f"staff-{role}", "Sofie S", key="ballerup", role=role)
    answer = people.Browser().post("/log-ind/som/", {"username": f"staff-{role}"}, follow=True)
    assert answer.status_code == 200
    assert "Sofie S" in answer.text


def test_a_citizen_begins_at_their_cases_and_the_menu_says_where_one_is() -> None:
    people.erik()
    answer = people.Browser().post("/log-ind/som/", {"username": "erik"}, follow=True)
    assert re.search(r'href="/min-sag/" aria-current="page"', answer.text)


def test_a_case_stands_under_the_work_list() -> None:
    case = people.a_case(caseworker=people.anna())
    answer = people.signed_in(people.anna()).get(f"/sag/{case.reference}/")
    assert re.search(r'href="/arbejdsliste/" aria-current="true"', answer.text)
