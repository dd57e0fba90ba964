"""Every error page: both languages, an id, nothing personal; the 500 page stands on nothing."""

from __future__ import annotations

import re

import pytest
from django.db import OperationalError
from django.test import RequestFactory
from django.urls import reverse

from ophold.record.people.models import Account
from ophold.site import errors
from ophold.site.logs import request_id
from tests import people

ID = re.compile(r"<strong>([0-9a-f]{12})</strong>")


def _raises(error: Exception) -> object:
    def view(*_: object, **__: object) -> None:
        raise error

    return view


def _both_languages(page: str, answer_id: str) -> None:
    assert '<html lang="da">' in page
    assert '<div lang="en">' in page
    assert set(ID.findall(page)) == {answer_id}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"), [(ValueError("x"), 500), (OperationalError("database is locked"), 503)], ids=["500", "503"]
)
def test_a_broken_page_and_a_busy_database_are_told_apart(
    anna: Account, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    monkeypatch.setattr("ophold.site.views.render", _raises(error))
    browser = people.signed_in(anna)
    browser.raise_request_exception = False
    answer = browser.get(reverse("front"))
    assert answer.status_code == status
    _both_languages(answer.content.decode(), answer.headers["X-Request-ID"])
    assert anna.name not in answer.content.decode()
    assert ("Retry-After" in answer.headers) == (status == 503)


@pytest.mark.django_db
def test_a_page_that_is_not_there(client: people.Browser) -> None:
    answer = client.get("/findes-ikke/")
    assert answer.status_code == 404
    _both_languages(answer.content.decode(), answer.headers["X-Request-ID"])


@pytest.mark.django_db
def test_a_form_that_is_too_large(client: people.Browser) -> None:
    answer = client.post(reverse("sign-in"), {"username": "x" * 2_000_000})
    assert answer.status_code == 413
    _both_languages(answer.content.decode(), answer.headers["X-Request-ID"])


@pytest.mark.django_db
def test_a_form_that_is_too_old_and_a_wrong_address(anna: Account) -> None:
    browser = people.Browser(enforce_csrf_checks=True)
    answer = browser.post(reverse("sign-in"))
    assert answer.status_code == 403
    _both_languages(answer.content.decode(), answer.headers["X-Request-ID"])
    wrong = browser.get("/", headers={"host": "elsewhere.example"})
    assert wrong.status_code == 400
    _both_languages(wrong.content.decode(), wrong.headers["X-Request-ID"])


def test_the_page_for_a_fault_needs_no_request_no_database_and_no_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "_page", _raises(RuntimeError("templates are gone")))
    token = request_id.set("abcdefabcdef")
    try:
        answer = errors.server_error(RequestFactory().get("/"))
    finally:
        request_id.reset(token)
    assert answer.status_code == 500
    assert "abcdefabcdef" in answer.content.decode()


@pytest.mark.django_db
def test_the_id_is_ours_and_never_the_senders(client: people.Browser) -> None:
    answer = client.get(reverse("front"), headers={"X-Request-ID": "senders"})
    assert re.fullmatch(r"[0-9a-f]{12}", answer.headers["X-Request-ID"])
