"""Who gets in, for how long, and what their browser is told to keep."""

from __future__ import annotations

import json
import threading
from datetime import datetime, timedelta

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password
from django.urls import reverse
from pytest_django import Settings

from ophold.record import clock
from ophold.record.people.models import Account, Session
from tests import people

pytestmark = pytest.mark.django_db
WORD = "en lang adgangskode til prøve"


def _gets_in(browser: people.Browser) -> bool:
    return bool(browser.get(reverse("work-list")).status_code == 200)


def _change(account: Account, **fields: object) -> None:
    with people.set_up():
        Account.objects.filter(pk=account.pk).update(**fields)


# -- passwords --------------------------------------------------------------------------------------------------------


def test_a_password_is_argon2id_at_the_floor_and_opens_the_account(anna: Account) -> None:
    encoded = make_password(WORD)
    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    _change(anna, password=encoded)
    assert authenticate(username="anna", password=WORD) == anna
    assert authenticate(username="anna", password=WORD + "x") is None
    assert authenticate(username="nobody", password=WORD) is None


def test_no_more_than_two_passwords_are_worked_on_at_once_in_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once, most, lock = [0], [0], threading.Lock()
    plain = Argon2PasswordHasher.encode

    def counted(self: Argon2PasswordHasher, password: str, salt: str) -> str:
        with lock:
            at_once[0] += 1
            most[0] = max(most[0], at_once[0])
        encoded = plain(self, password, salt)
        with lock:
            at_once[0] -= 1
        return encoded

    monkeypatch.setattr(Argon2PasswordHasher, "encode", counted)
    threads = [threading.Thread(target=make_password, args=[WORD]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] <= 2


def test_the_sign_in_page_takes_a_password_and_says_nothing_about_who_exists(
    client: people.Browser, anna: Account
) -> None:
    _change(anna, password=make_password(WORD))
    wrong = [
        client.post(reverse("sign-in"), {"username": name, "password": "forkert ord her"}).content.decode()
        for name in ("anna", "nobody")
    ]
    assert "passer" in wrong[0]
    assert wrong[0].count("<p") == wrong[1].count("<p")
    client.post(reverse("sign-in"), {"username": "anna", "password": WORD})
    assert _gets_in(client)


# -- the demonstration's own door -------------------------------------------------------------------------------------


def test_in_a_demonstration_one_chooses_a_person(client: people.Browser, anna: Account) -> None:
    assert anna.name in client.get(reverse("sign-in")).content.decode()
    client.post(reverse("become"), {"username": "anna"})
    assert _gets_in(client)


def test_outside_a_demonstration_nobody_can_be_chosen(
    client: people.Browser, anna: Account, settings: Settings
) -> None:
    settings.DEMO = False
    assert anna.name not in client.get(reverse("sign-in")).content.decode()
    client.post(reverse("become"), {"username": "anna"})
    assert not _gets_in(client)


def test_only_the_cast_can_be_chosen_and_only_by_post(client: people.Browser, anna: Account) -> None:
    assert client.get(reverse("become"), {"username": "anna"}).status_code == 405
    _change(anna, is_demo=False)
    client.post(reverse("become"), {"username": "anna"})
    assert not _gets_in(client)


def test_after_signing_in_one_stays_on_this_site(client: people.Browser, anna: Account) -> None:
    for address in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        answer = client.post(reverse("become"), {"username": "anna", "next": address})
        assert answer["Location"] == reverse("work-list")


# -- sessions ---------------------------------------------------------------------------------------------------------


def test_a_name_with_a_nul_in_it_is_nobodys(client: people.Browser, anna: Account) -> None:
    answer = client.post(reverse("become"), {"username": "bo\0"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("sign-in"))


@pytest.mark.parametrize("written", ["a@b", "front", "x%00"])
def test_an_address_somebody_made_up_is_not_looked_up_among_our_own(
    client: people.Browser, anna: Account, written: str
) -> None:
    answer = client.post(reverse("become"), {"username": anna.username, "next": written})
    assert (answer.status_code, answer["Location"]) == (302, written)


def test_the_cookies_token_is_not_in_the_database(anna: Account) -> None:
    browser = people.signed_in(anna)
    token = browser.cookies["ophold"].value
    kept = Session.objects.get()
    assert token not in (kept.token_hash, kept.contents)
    assert anna.password not in kept.contents


def test_signing_in_gives_a_new_token_and_signing_out_ends_it(
    client: people.Browser, anna: Account, bo: Account
) -> None:
    client.post(reverse("become"), {"username": "anna"})
    first = client.cookies["ophold"].value
    client.post(reverse("become"), {"username": "bo"})
    second = client.cookies["ophold"].value
    assert first != second
    client.post(reverse("sign-out"))
    assert not Session.objects.exists()
    client.cookies["ophold"] = second
    assert not _gets_in(client)


@pytest.mark.parametrize(
    "ending",
    [{"is_active": False}, {"ends_at": people.NOON - timedelta(days=1)}, {"password": "changed"}],
    ids=["closed", "ended", "another password"],
)
def test_an_account_that_is_closed_is_out_at_once(anna: Account, ending: dict[str, object]) -> None:
    browser = people.signed_in(anna)
    assert _gets_in(browser)
    _change(anna, **ending)
    assert not _gets_in(browser)


def test_a_session_ends_by_itself(anna: Account, settings: Settings) -> None:
    browser = people.signed_in(anna)
    settings.OPHOLD_TODAY = people.TODAY + timedelta(days=1)
    assert not _gets_in(browser)


def test_a_made_up_token_is_nobody(client: people.Browser) -> None:
    client.cookies["ophold"] = "x" * 32
    assert not _gets_in(client)


# -- what a browser is told -------------------------------------------------------------------------------------------


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(
    client: people.Browser, anna: Account, settings: Settings
) -> None:
    settings.SESSION_COOKIE_SECURE = True
    client.post(reverse("become"), {"username": "anna"})
    cookie = client.cookies["ophold"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)


@pytest.mark.parametrize("page", ["front", "sign-in", "work-list"])
def test_every_page_has_a_strict_policy(anna: Account, page: str) -> None:
    headers = people.signed_in(anna).get(reverse(page)).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_what_somebody_signed_in_is_shown_is_kept_nowhere(anna: Account) -> None:
    browser = people.signed_in(anna)
    for page in (reverse("work-list"), reverse("case", args=[people.a_case().reference]), "/findes-ikke/"):
        assert browser.get(page).headers["Cache-Control"] == "no-store, private"


def test_a_form_from_another_site_is_refused(anna: Account) -> None:
    browser = people.Browser(enforce_csrf_checks=True)
    browser.force_login(anna)
    assert browser.post(reverse("take-case", args=[people.a_case().reference])).status_code == 403


# -- how long a session lasts -----------------------------------------------------------------------------------------


def test_a_session_lasts_eight_hours_and_a_press_prolongs_it(anna: Account) -> None:
    browser = people.signed_in(anna)
    with people.set_up():
        Session.objects.update(ends_at=clock.now() + timedelta(minutes=3))
    answer = browser.post(reverse("stay-signed-in"))
    ends = Session.objects.get().ends_at
    assert ends - clock.now() > timedelta(hours=7, minutes=59)
    assert abs(datetime.fromisoformat(answer.content.decode()) - ends) < timedelta(seconds=5)


def test_twelve_hours_after_its_beginning_a_session_ends_however_often_it_was_prolonged(anna: Account) -> None:
    browser = people.signed_in(anna)
    began = clock.now() - timedelta(hours=11)
    with people.set_up():
        row = Session.objects.get()
        row.contents = json.dumps(json.loads(row.contents) | {"began": int(began.timestamp())})
        row.save()
    browser.post(reverse("stay-signed-in"))
    assert abs(Session.objects.get().ends_at - (began + timedelta(hours=12))) < timedelta(seconds=2)


def test_who_is_not_signed_in_prolongs_nothing() -> None:
    answer = people.Browser().post(reverse("stay-signed-in"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("sign-in"))
    assert Session.objects.count() == 0
