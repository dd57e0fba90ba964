"""An unscoped query raises; a request meets its own municipality's rows, even where an access check is forgotten."""

from __future__ import annotations

import threading

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django_scopes import scope
from django_scopes.exceptions import ScopeError

from ophold.record.cases.models import Case
from ophold.record.people.middleware import AccountMiddleware
from ophold.record.people.models import Account
from ophold.record.people.sessions import SessionStore
from tests import people

pytestmark = pytest.mark.django_db


def _meets(account: Account | None) -> set[str]:
    """The references a careless view without any access check would find for this account."""
    request = RequestFactory().get("/")
    browser = people.signed_in(account) if account else None
    request.session = SessionStore(browser.cookies["ophold"].value if browser else None)
    found: set[str] = set()

    def careless(_: HttpRequest) -> HttpResponse:
        found.update(Case.objects.values_list("reference", flat=True))
        return HttpResponse()

    with scope():
        AccountMiddleware(careless)(request)
    return found


def test_without_a_scope_a_query_raises() -> None:
    with scope(), pytest.raises(ScopeError):
        Case.objects.count()


def test_a_careless_view_meets_the_accounts_own_municipality_only(anna: Account, dorte: Account) -> None:
    here, there = people.a_case(), people.a_case("ballerup")
    assert _meets(anna) == {here.reference}
    assert _meets(dorte) == {there.reference}


def test_a_citizen_meets_the_municipalities_that_know_them(erik: Account, gert: Account) -> None:
    here, there = people.a_case(), people.a_case("ballerup")
    assert _meets(erik) == {here.reference, there.reference}
    assert _meets(gert) == set()


def test_who_is_not_signed_in_meets_nothing_at_all() -> None:
    people.a_case()
    with pytest.raises(ScopeError):
        _meets(None)


def test_one_threads_scope_is_not_anothers() -> None:
    raised: list[bool] = []

    def look() -> None:
        try:
            Case.objects.all()
        except ScopeError:
            raised.append(True)

    with scope(municipality=1):
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert raised == [True]
