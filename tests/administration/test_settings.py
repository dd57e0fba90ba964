"""A municipality's own settings: what was entered here holds from its day on, over the file, with source and name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from ophold.record.administration import actions
from ophold.record.administration.choices import Setting
from ophold.record.administration.models import SettingChange
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Clock
from ophold.record.cases.standards import settings_of
from ophold.record.journal.models import Entry
from ophold.record.people.choices import Role
from ophold.record.people.models import Account, Municipality
from tests.intake.examples import apply_to
from tests.people import NOON, TODAY, anna, erik, municipality, signed_in, staff
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db
WEEKS = {
    "within": {"value": 8, "unit": "weeks"},
    "published_on": "2026-01-05",
    "entered_by": "Otto",
    "document": "Tavle",
}


def otto(key: str = "ishoej") -> Account:
    return staff(f"otto-{key}", "Otto Ottesen", key=key, role=Role.ADMINISTRATOR)


def home(key: str = "ishoej") -> Municipality:
    return Municipality.objects.get(pk=municipality(key).pk)


def enter(what: Setting = Setting.PUBLISHED_DEADLINE, value: Any = WEEKS, valid_from: date = TODAY) -> None:
    actions.change_setting(home(), what=what, value=value, valid_from=valid_from, source="Tavle", by=otto(), at=NOON)


def test_a_receipt_gives_a_date_once_the_published_deadline_is_entered() -> None:
    before = Clock.objects.get(case=apply_to("ishoej"), kind=ClockKind.RESPONSE)
    assert before.due_on is None
    enter()
    case = apply_to("ishoej")
    after = Clock.objects.filter(case=case, kind=ClockKind.RESPONSE).latest("pk")
    assert after.due_on == TODAY + timedelta(weeks=8)
    assert "27. april 2026" in signed_in(erik()).get(f"/kvittering/{case.reference}/").content.decode()


def test_a_value_holds_from_its_day_and_not_before() -> None:
    enter(valid_from=TODAY + timedelta(days=10))
    assert settings_of(home(), TODAY).published_deadline is None
    found = settings_of(home(), TODAY + timedelta(days=10)).published_deadline
    assert found is not None
    assert (found.within.value, found.entered_by) == (8, "Otto")


def test_a_later_value_replaces_an_earlier_and_both_are_kept() -> None:
    enter()
    enter(value=WEEKS | {"within": {"value": 30, "unit": "working_days_mon_fri"}}, valid_from=TODAY)
    found = settings_of(home(), TODAY).published_deadline
    assert found is not None
    assert (found.within.value, SettingChange.objects.count()) == (30, 2)


def test_settings_cost_nothing_where_nothing_was_entered_and_one_statement_once_where_something_was() -> None:
    untouched = home()
    with assert_statements(0):
        settings_of(untouched, TODAY)
    enter()
    touched = home()
    with assert_statements(1):
        settings_of(touched, TODAY)
        settings_of(touched, TODAY)


def test_letter_days_a_closing_day_and_an_address_are_laid_over_the_file() -> None:
    enter(Setting.LETTER_DAYS, {"within": {"value": 5, "unit": "days"}, "source": "x", "confirmed": True})
    enter(Setting.CLOSING_DAYS, {"on": "2026-12-23", "why": "Lukkedag"})
    address = {"address": ["Vejen 1"], "email": None, "phone": None, "source": "x"}
    enter(Setting.COMPLAINT_ADDRESS, {"to": "Center", **address})
    enter(Setting.SENDER, {"name": "Kommunen", "department": "Center", **address})
    found = settings_of(home(), TODAY)
    assert found.letter_days.within.value == 5
    assert [day.on for day in found.closing_days] == [date(2026, 12, 23)]
    assert found.complaint_address is not None
    assert (found.complaint_address.to, found.sender.department, found.as_of) == ("Center", "Center", TODAY)


@pytest.mark.parametrize(
    ("what", "value", "days"),
    [
        (Setting.PUBLISHED_DEADLINE, {"within": {"value": 0, "unit": "weeks"}}, 0),
        (Setting.LETTER_DAYS, {"within": {"value": 5, "unit": "moons"}, "source": "x"}, 0),
        (Setting.COMPLAINT_ADDRESS, {"to": "x", "address": ["x"], "email": None, "phone": None, "source": "x"}, 1),
    ],
)
def test_what_the_file_would_refuse_is_refused_here(what: Setting, value: dict[str, object], days: int) -> None:
    with pytest.raises(actions.SettingRefused):
        enter(what, value, TODAY + timedelta(days=days))
    assert not SettingChange.objects.exists()


def test_the_page_enters_a_deadline_with_the_name_of_who_did_and_the_chain_has_it() -> None:
    said = {"number": "6", "unit": "weeks", "source": "Aktuelle svarfrister"}
    said |= {
        f"{name}_{box}": str(part) for name in ("valid_from", "published_on") for box, part in enumerate((2, 3, 2026))
    }
    browser = signed_in(otto())
    assert browser.post("/kommunen/indstilling/svarfrist/", said).status_code == 302
    page = browser.get("/kommunen/").content.decode()
    assert "Aktuelle svarfrister" in page
    assert "Indtastet af Otto Ottesen" in page
    assert Entry.objects.get(case=None, act="change_setting").actor == otto()


@pytest.mark.parametrize(
    "page", ["", "indstilling/svarfrist/", "medarbejdere/", "medarbejdere/1/", "medarbejdere/1/luk/"]
)
def test_it_is_for_the_administrator_alone(page: str) -> None:
    for account in (anna(), erik(), staff("inge", "Inge", key="ishoej", role=Role.POLICY_OFFICER)):
        assert signed_in(account).post(f"/kommunen/{page}").status_code in {404, 405}
        assert signed_in(account).get(f"/kommunen/{page}").status_code in {404, 405}


def test_a_published_deadline_entered_here_is_told_on_the_public_pages(client: Client) -> None:
    page = "/standarder/ishoej/udateret-1/"
    assert "8 uger" not in client.get(page).text
    enter()
    assert "8 uger" in client.get(page).text
    assert "8 uger" in client.get("/sammenlign/?k=ishoej").text
    assert "8 uger" in client.get(f"{page}svar.json").text
