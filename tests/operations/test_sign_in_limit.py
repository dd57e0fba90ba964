"""Nobody tries passwords for ever: counted per name and per address, for all processes together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.test import RequestFactory
from django.urls import reverse
from pytest_django import Settings

from ophold.record.people import actions, sign_in_limit
from ophold.record.people.models import Account, SignInAttempt
from tests import people

pytestmark = pytest.mark.django_db
WORD = "en lang adgangskode til prøve"


@pytest.fixture
def anna(db: None) -> Account:
    account = people.anna()
    with people.set_up():
        Account.objects.filter(pk=account.pk).update(password=make_password(WORD))
    account.refresh_from_db()
    return account


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in_limit, "PER_NAME", 3)
    monkeypatch.setattr(sign_in_limit, "PER_ADDRESS", 5)


def _tries(browser: people.Browser, name: str, word: str = "forkert ord her") -> int:
    status: int = browser.post(reverse("sign-in"), {"username": name, "password": word}).status_code
    return status


def test_past_the_limit_the_right_password_does_not_open_either(client: people.Browser, anna: Account) -> None:
    assert [_tries(client, "anna") for _ in range(4)] == [200, 200, 200, 429]
    answer = client.post(reverse("sign-in"), {"username": "Anna", "password": WORD})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert "Vent et kvarter" in answer.content.decode()
    assert "anna" not in answer.content.decode().lower().replace("annan", "")


def test_a_name_that_does_not_exist_is_counted_alike(client: people.Browser) -> None:
    assert [_tries(client, "nobody") for _ in range(4)] == [200, 200, 200, 429]


def test_many_names_from_one_address_are_counted_together(client: people.Browser) -> None:
    assert [_tries(client, f"name{number}") for number in range(6)] == [200] * 5 + [429]


def test_getting_in_takes_the_names_tries_away(client: people.Browser, anna: Account) -> None:
    assert [_tries(client, "anna") for _ in range(2)] == [200, 200]
    assert _tries(client, "anna", WORD) == 302
    assert _tries(client, "anna", WORD) == 302
    assert _tries(client, "anna", WORD) == 302


def test_after_a_quarter_of_an_hour_one_may_try_again() -> None:
    limits = sign_in_limit.limits("anna", "10.0.0.1")
    for _ in range(3):
        actions.count_sign_in(limits, at=people.NOON)
    with pytest.raises(sign_in_limit.TooManyAttempts):
        actions.count_sign_in(limits, at=people.NOON)
    actions.count_sign_in(limits, at=people.NOON + timedelta(minutes=16))
    assert SignInAttempt.objects.count() == 2


def test_neither_name_nor_address_is_stored(client: people.Browser) -> None:
    _tries(client, "Ingeborg")
    kept = "".join(SignInAttempt.objects.values_list("whose", flat=True))
    assert "ngeborg" not in kept
    assert "127.0.0.1" not in kept
    assert len(kept) == 128


def test_the_senders_own_word_for_an_address_counts_only_behind_our_proxy(settings: Settings) -> None:
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "1.1.1.1, 10.0.0.9"})
    assert sign_in_limit.address(request) == "127.0.0.1"
    settings.BEHIND_PROXY = True
    assert sign_in_limit.address(request) == "10.0.0.9"
