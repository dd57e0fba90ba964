"""The municipality's staff: made, given another role, closed with every session ended; never another municipality's."""

from __future__ import annotations

import pytest

from ophold.record.administration import actions
from ophold.record.journal.models import Entry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests.administration.test_settings import otto
from tests.people import NOON, anna, bo, dorte, signed_in

pytestmark = pytest.mark.django_db


def test_an_account_is_made_without_a_password_and_a_user_name_is_given_once() -> None:
    said = {"name": "Nora Ny", "username": "nora", "role": "caseworker"}
    for _click in range(2):
        signed_in(otto("hjoerring")).post("/kommunen/medarbejdere/", said)
    account = Account.objects.get(username="nora")
    assert (account.municipality, account.role, account.has_usable_password()) == (
        anna().municipality,
        "caseworker",
        False,
    )
    assert Entry.objects.filter(case=None, act="make_account").count() == 1


def test_another_role_holds_from_the_next_page() -> None:
    browser = signed_in(anna())
    assert browser.get("/fravaer/").status_code == 404
    answer = signed_in(otto("hjoerring")).post(f"/kommunen/medarbejdere/{anna().pk}/", {"role": "team_leader"})
    assert answer.status_code == 302
    assert browser.get("/fravaer/").status_code == 200


def test_a_closed_account_is_out_at_once_and_its_sessions_are_gone() -> None:
    browser = signed_in(bo())
    assert browser.get("/arbejdsliste/").status_code == 200
    assert signed_in(otto("hjoerring")).post(f"/kommunen/medarbejdere/{bo().pk}/luk/").status_code == 302
    assert browser.get("/arbejdsliste/").status_code == 302
    assert Entry.objects.get(case=None, act="close_account").facts == {"account": bo().pk}


def test_the_last_administrator_is_neither_closed_nor_given_another_role() -> None:
    only = otto("hjoerring")
    with pytest.raises(actions.StaffRefused):
        actions.close_account(only, by=only, at=NOON)
    with pytest.raises(actions.StaffRefused):
        actions.change_role(only, role=Role.CASEWORKER, by=only, at=NOON)
    html = signed_in(only).post(f"/kommunen/medarbejdere/{only.pk}/luk/").content.decode()
    assert "ingen administrator" in html


def test_another_municipalitys_staff_do_not_exist() -> None:
    browser = signed_in(otto("hjoerring"))
    for page in ("", "luk/"):
        assert browser.post(f"/kommunen/medarbejdere/{dorte().pk}/{page}", {"role": "team_leader"}).status_code == 404
    assert "Dorte Dam" not in browser.get("/kommunen/medarbejdere/").content.decode()
