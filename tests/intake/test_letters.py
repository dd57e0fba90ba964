"""The receipt and the notice of delay as letters: the day or honestly none, and no letter stops an application."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ophold.journey.intake.actions import notify_delay, register_application
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.clock import COPENHAGEN
from ophold.record.journal.models import Entry
from ophold.record.letters import sealed
from ophold.record.letters.content import LetterContent, texts
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import ANSWERS, MONA, apply_to, key

LEADS = {
    "lejre": "Du får svar senest mandag den 13. april 2026.",
    "ballerup": "Du får svar senest fredag den 15. maj 2026.",
    "hjoerring": "Du får svar senest mandag den 25. maj 2026.",
    "frederikssund": "Kommunens standard oplyser ingen frist for svaret, så vi kan ikke love dig en dag.",
    "ishoej": "Fristen for svaret står i et andet dokument, så vi kan ikke skrive en dag her.",
}


def letter(case: Case, kind: str) -> LetterContent:
    return sealed.content(Letter.objects.get(case=case, kind=kind))


@pytest.mark.parametrize("municipality", LEADS)
def test_the_receipt_tells_the_day_or_honestly_that_there_is_none(municipality: str, erik: Account) -> None:
    receipt = letter(apply_to(municipality), "receipt")
    assert receipt.lead == f"Vi modtog din ansøgning mandag den 2. marts 2026. {LEADS[municipality]}"
    assert len(next(section for section in receipt.sections if section.heading == "Det sker der nu").items) == 3


def test_frederikssunds_receipt_says_that_statute_obliges_the_council(erik: Account) -> None:
    said = " ".join(texts(letter(apply_to("frederikssund"), "receipt")))
    assert "har pligt til at fastsætte og offentliggøre en frist" in said


@pytest.mark.parametrize(
    ("digits", "entrance"),
    [("6203004234", "Ungekontakten"), ("6203861234", "Rådgivningshuset")],  # 26 and 40 years old
)
def test_frederikssunds_entrance_follows_the_age(digits: str, entrance: str, db: None) -> None:
    frida = people.staff("frida", "Frida Frost", key="frederikssund")
    case = register_application(
        person=replace(MONA, digits=digits),
        answers=ANSWERS,
        received_on=people.TODAY,
        channel=Channel.PHONE,
        by=frida,
        at=people.NOON,
        act_key=key(),
    )
    assert entrance in texts(letter(case, "receipt"))


def test_a_receipt_that_has_nowhere_to_go_does_not_stop_the_application(anna: Account) -> None:
    people.a_citizen(digits=MONA.digits, address="", digital_post=False)
    case = register_application(
        person=MONA,
        answers=ANSWERS,
        received_on=people.TODAY,
        channel=Channel.IN_PERSON,
        by=anna,
        at=people.NOON,
        act_key=key(),
    )
    assert not Dispatch.objects.filter(letter__case=case).exists()
    assert Entry.objects.get(case=case).facts["receipt"] is False


def test_the_notice_tells_the_new_day_and_the_promised_one_and_who_stands_behind_it(
    erik: Account, dorte: Account
) -> None:
    case = apply_to("ballerup")
    late = datetime(2026, 5, 18, 12, tzinfo=COPENHAGEN)
    why = "Vi venter på lægens svar."
    notify_delay(case, until=date(2026, 6, 30), why=why, by=dorte, at=late, act_key=key())
    notice = letter(case, "delay_notice")
    assert "tirsdag den 30. juni 2026" in notice.lead
    assert notice.sender.signed_by == "Dorte Dam"
    said = " ".join(texts(notice))
    assert "fredag den 15. maj 2026. Den dag er passeret" in said
    assert why in said
