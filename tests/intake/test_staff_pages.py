"""Staff enter an application, tell of a delay and move a case to another version, by the pages."""

from __future__ import annotations

from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings

from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import apply_to, key, newer_lejre

FORM = {
    "digits": "710590-1234",
    "name": "Mona Møller",
    "received_on_0": "24",
    "received_on_1": "2",
    "received_on_2": "2026",
    "channel": "phone",
    "applicant": "self",
    "address": "Prøvevej 2\n9800 Prøveby",
    "items": ["respite"],
    "need": "Mor kan ikke mere.",
}
DELAY = {"until_0": "30", "until_1": "6", "until_2": "2026", "why": "Lægen har ikke svaret."}


def text(answer: object) -> str:
    return unescape(answer.content.decode())  # type: ignore[attr-defined] # the test client's answer


# -- register ---------------------------------------------------------------------------------------------------------


def test_an_application_by_telephone_gets_the_same_receipt_counted_from_the_day_it_came(anna: Account) -> None:
    browser = people.signed_in(anna)
    answer = browser.post(reverse("register"), FORM | {"act_key": key()})
    case = Case.objects.get()
    assert answer["Location"] == reverse("receipt", args=[case.reference])
    receipt = text(browser.get(answer["Location"]))
    assert "Vi modtog ansøgningen tirsdag 24. februar 2026." in receipt
    assert "tirsdag 19. maj 2026" in receipt
    assert "710590" not in receipt


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"received_on_0": "3", "received_on_1": "3"}, "modtaget i fremtiden"),
        ({"received_on_2": "2009"}, "for langt tilbage"),
        ({"digits": "123"}, "skal have 10 cifre"),
        ({"digits": "9913901234"}, "ikke er en dato"),
        ({"channel": "self_service"}, "Vælg"),
        ({"items": []}, "Vælg mindst én ting, du søger om."),
        ({"applicant": "guardian"}, "Skriv navnet på den, der søger."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(wrong: dict[str, object], said: str, anna: Account) -> None:
    answer = people.signed_in(anna).post(reverse("register"), {**FORM, "act_key": key(), **wrong})
    assert answer.status_code == 200
    assert said in text(answer)
    assert "Mor kan ikke mere." in text(answer)
    assert not Case.objects.exists()


def test_a_double_click_registers_once(anna: Account) -> None:
    browser, again = people.signed_in(anna), key()
    for _ in range(2):
        browser.post(reverse("register"), FORM | {"act_key": again})
    assert Case.objects.count() == 1


def test_a_citizen_has_no_such_page(erik: Account) -> None:
    assert people.signed_in(erik).get(reverse("register")).status_code == 404


# -- the application as it was written ---------------------------------------------------------------------------------


def test_staff_read_every_answer_and_the_case_page_leads_there(erik: Account, dorte: Account) -> None:
    case, browser = apply_to("ballerup", items=("stay", "respite"), lives_here="unsure"), people.signed_in(dorte)
    page = text(browser.get(reverse("application", args=[case.reference])))
    for said in ("Jeg kan ikke overskue hverdagen alene & har brug for støtte.", "Min egen læge", "Tæt på min mor."):
        assert said in page
    assert "Det er ikke afklaret, om kommunen er handlekommune." in page
    assert ReadEntry.objects.filter(page="application").count() == 1
    assert reverse("application", args=[case.reference]) in text(browser.get(reverse("case", args=[case.reference])))


def test_the_citizen_reads_their_own_and_nobody_elses(erik: Account, gert: Account) -> None:
    address = reverse("my-application", args=[apply_to("ballerup").reference])
    assert "Tæt på min mor." in text(people.signed_in(erik).get(address))
    assert people.signed_in(gert).get(address).status_code == 404


# -- delay ------------------------------------------------------------------------------------------------------------


def test_a_delay_is_told_from_the_case(erik: Account, dorte: Account) -> None:
    case = apply_to("ballerup")
    answer = people.signed_in(dorte).post(reverse("notify-delay", args=[case.reference]), DELAY | {"act_key": key()})
    assert answer["Location"] == reverse("case", args=[case.reference])
    assert Clock.objects.get(case=case).due_on == date(2026, 6, 30)
    receipt = text(people.signed_in(erik).get(reverse("receipt", args=[case.reference])))
    assert "fredag 15. maj 2026" in receipt
    assert "Svaret er udskudt" in receipt


def test_a_double_click_tells_once(erik: Account, dorte: Account) -> None:
    case, again = apply_to("ballerup"), DELAY | {"act_key": key()}
    for _ in range(2):
        answer = people.signed_in(dorte).post(reverse("notify-delay", args=[case.reference]), again)
        assert answer.status_code == 302
    assert Entry.objects.filter(case=case, act="notify_delay").count() == 1


def test_a_day_that_is_no_delay_is_refused_and_the_reason_is_not_lost(erik: Account, dorte: Account) -> None:
    case = apply_to("ballerup")
    wrong = DELAY | {"until_1": "3", "act_key": key()}
    page = text(people.signed_in(dorte).post(reverse("notify-delay", args=[case.reference]), wrong))
    assert "ikke er senere end" in page
    assert "Lægen har ikke svaret." in page


# -- version ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def lise(db: None) -> Account:
    return people.staff("lise", "Lise Lund", key="lejre")


def test_the_preview_shows_both_days_and_changes_nothing(
    tmp_path: Path, settings: Settings, erik: Account, lise: Account
) -> None:
    newer_lejre(tmp_path, settings, version="2026-06-01", within="within: {value: 4, unit: weeks}")
    case = apply_to("lejre")
    page = text(people.signed_in(lise).get(reverse("move-version", args=[case.reference])))
    assert "mandag 13. april 2026" in page
    assert "mandag 30. marts 2026" in page
    assert Clock.objects.get(case=case).due_on == date(2026, 4, 13)
    assert ReadEntry.objects.filter(page="move_version").count() == 1


def test_the_move_is_done_by_the_button(tmp_path: Path, settings: Settings, erik: Account, lise: Account) -> None:
    newer_lejre(tmp_path, settings, version="2026-06-01", within="within: {value: 4, unit: weeks}")
    case = apply_to("lejre")
    told = {"version": "2026-06-01", "why": "Bedre for borgeren.", "act_key": key()}
    people.signed_in(lise).post(reverse("move-version", args=[case.reference]), told)
    clock = Clock.objects.get(case=case, kind=ClockKind.RESPONSE, closed_on=None)
    assert clock.due_on == date(2026, 3, 30)


def test_with_one_version_there_is_nowhere_to_move(erik: Account, dorte: Account) -> None:
    case = apply_to("ballerup")
    assert "kun én udgave" in text(people.signed_in(dorte).get(reverse("move-version", args=[case.reference])))


@pytest.mark.parametrize("name", ["notify-delay", "move-version"])
def test_another_municipality_and_the_citizen_do_not_meet_the_page(name: str, erik: Account, anna: Account) -> None:
    address = reverse(name, args=[apply_to("ballerup").reference])
    for account in (anna, erik):
        assert people.signed_in(account).get(address).status_code == 404
        assert people.signed_in(account).post(address, {"act_key": key()}).status_code == 404
