"""Emergency accounts: a link that works once, an end of their own, and every step in the municipality's journal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.contrib.auth import authenticate
from django.urls import reverse
from pytest_django import Settings

from ophold.cli.account import account as command
from ophold.record import clock
from ophold.record.journal.models import Entry
from ophold.record.journal.verify import verify
from ophold.record.people.choices import Role
from ophold.record.people.emergency import actions, links
from ophold.record.people.models import Account
from tests import people

pytestmark = pytest.mark.django_db
WORD = "fire ord som huskes"
NAME = "Karen Krise"


@pytest.fixture
def karen(settings: Settings) -> Account:
    settings.DEMO = False
    return actions.create_account(
        people.municipality("hjoerring"),
        role=Role.CASEWORKER,
        name=NAME,
        ends_at=people.NOON + timedelta(days=7),
        at=people.NOON,
    )


def _link(account: Account) -> str:
    return reverse("choose-password", args=[links.token(account, at=clock.now())])


def _choose(browser: people.Browser, address: str, word: str = WORD, again: str = "") -> int:
    status: int = browser.post(address, {"password": word, "again": again or word}).status_code
    return status


def _sign_in(browser: people.Browser, account: Account) -> bool:
    browser.post(reverse("sign-in"), {"username": account.username, "password": WORD})
    return bool(browser.get(reverse("work-list")).status_code == 200)


def test_who_holds_the_link_chooses_a_password_once_and_gets_in(client: people.Browser, karen: Account) -> None:
    address = _link(karen)
    assert karen.username in client.get(address).content.decode()
    assert NAME not in client.get(address).content.decode()
    assert _choose(client, address) == 200
    assert _choose(client, address, "et andet langt ord") == 404
    assert _sign_in(client, karen)


def test_a_short_password_and_two_that_differ_are_explained(client: people.Browser, karen: Account) -> None:
    address = _link(karen)
    assert (
        "Adgangskoden blev ikke valgt" in client.post(address, {"password": "kort", "again": "kort"}).content.decode()
    )
    assert "ikke ens" in client.post(address, {"password": WORD, "again": WORD + "x"}).content.decode()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("ending", ["too old", "renewed", "closed", "changed"])
def test_a_link_that_is_over_says_so_and_no_more(
    client: people.Browser, karen: Account, settings: Settings, ending: str
) -> None:
    address = _link(karen)
    if ending == "too old":
        settings.OPHOLD_TODAY = people.TODAY + timedelta(days=3)
    elif ending == "renewed":
        actions.renew_link(karen, at=people.NOON)
    elif ending == "closed":
        actions.close_account(karen, at=people.NOON)
    else:
        address = address[:-3] + "x/"
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Linket virker ikke" in answer.content.decode()
    assert karen.username not in answer.content.decode()
    assert _choose(client, address) == 404


def test_the_account_ends_by_itself(client: people.Browser, karen: Account, settings: Settings) -> None:
    _choose(client, _link(karen))
    settings.OPHOLD_TODAY = people.TODAY + timedelta(days=8)
    assert not _sign_in(client, karen)
    assert (
        "passer" in client.post(reverse("sign-in"), {"username": karen.username, "password": WORD}).content.decode()
    )  # told as a wrong password, and without a session


def test_closing_puts_who_is_in_out_at_once(client: people.Browser, karen: Account) -> None:
    _choose(client, _link(karen))
    assert _sign_in(client, karen)
    actions.close_account(karen, at=people.NOON)
    assert client.get(reverse("work-list")).status_code == 302
    assert authenticate(username=karen.username, password=WORD) is None


def test_every_step_is_in_the_municipalitys_own_chain_and_the_name_is_sealed(
    client: people.Browser, karen: Account
) -> None:
    _choose(client, _link(karen))
    actions.renew_link(karen, at=people.NOON)
    actions.close_account(karen, at=people.NOON)
    entries = Entry.objects.filter(case=None, municipality=karen.municipality).order_by("number")
    acts = [entry.act for entry in entries]
    assert acts == ["create_account", "choose_password", "renew_link", "close_account"]
    assert all(entry.facts["account"] == karen.pk and NAME not in str(entry.facts) for entry in entries)
    assert not verify().faults


def test_the_command_makes_lists_and_closes(settings: Settings) -> None:
    settings.DEMO, settings.SECURE, settings.ALLOWED_HOSTS = False, True, ["ophold.example", "testserver"]
    people.municipality("lejre")
    run = CliRunner()
    made = run.invoke(command, ["create", "--municipality", "lejre", "--role", "team-leader", "--name", NAME])
    assert made.exit_code == 0, made.output
    found = Account.objects.get(name=NAME)
    assert (found.role, found.municipality) == ("team_leader", people.municipality("lejre"))
    assert f"https://ophold.example{reverse('choose-password', args=['x'])[:-2]}" in made.output
    assert found.username in run.invoke(command, ["list", "--municipality", "lejre"]).output
    assert "nyt" not in run.invoke(command, ["link", found.username]).output
    assert run.invoke(command, ["close", found.username]).exit_code == 0
    assert "lukket" in run.invoke(command, ["list"]).output


@pytest.mark.parametrize(
    "words",
    [
        ["create", "--municipality", "findesikke", "--role", "caseworker", "--name", NAME],
        ["create", "--municipality", "lejre", "--role", "caseworker", "--name", " "],
        ["close", "noed-00000000"],
        ["link", "anna"],
    ],
)
def test_a_wrong_question_changes_nothing(words: list[str], anna: Account) -> None:
    people.municipality("lejre")
    before = Account.objects.count(), Entry.objects.count()
    assert CliRunner().invoke(command, words).exit_code != 0
    assert (Account.objects.count(), Entry.objects.count()) == before
