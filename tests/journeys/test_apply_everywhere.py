"""Applying in each of the five: the receipt gives the promised day and why, or says honestly that none is stated."""

from __future__ import annotations

from datetime import date

import pytest

from ophold.law import wording
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.verify import verify
from ophold.record.letters.models import Letter
from tests.journeys import steps
from tests.journeys.cast import LASSES_CPR, cast_of

pytestmark = pytest.mark.django_db

PROMISED = {
    "ballerup": (date(2026, 5, 15), "inden for 60 hverdage", (date(2026, 5, 18), date(2026, 6, 1))),
    "hjoerring": (date(2026, 5, 25), "inden for 12 uger", (date(2026, 5, 26),)),
    "lejre": (date(2026, 4, 13), "inden for 6 uger", ()),
}
NOT_PROMISED = {
    "frederikssund": ("Standarden oplyser ingen frist", "pligt til at fastsætte og offentliggøre en frist"),
    "ishoej": ("Standarden henviser til Aktuelle svarfrister", "fristen står ikke i standarden selv"),
}


@pytest.mark.parametrize(("key", "due", "why", "readings"), [(key, *rest) for key, rest in PROMISED.items()])
def test_the_receipt_gives_the_promised_day_and_why(key: str, due: date, why: str, readings: tuple[date, ...]) -> None:
    cast = cast_of(key)
    reference, receipt = steps.apply(cast)
    receipt.says("Du får svar senest", due, why, "Tiden regnes fra mandag den 2. marts 2026", *readings)
    clock = steps.running(reference, ClockKind.RESPONSE)
    assert (clock.due_on, clock.promised_on, clock.starts_on) == (due, due, date(2026, 3, 2))
    read = {each["value"] for each in clock.finding.get("readings", ())}
    assert read == ({due.isoformat()} if readings else set()) | {day.isoformat() for day in readings}
    assert wording.weekday(due) in steps.content(steps.newest_letter(reference)).lead
    cast.caseworker.open("receipt", reference).says(due)


@pytest.mark.parametrize(("key", "said", "duty"), [(key, *rest) for key, rest in NOT_PROMISED.items()])
def test_a_receipt_without_a_day_says_so_and_invents_none(key: str, said: str, duty: str) -> None:
    reference, receipt = steps.apply(cast_of(key))
    receipt.says("Hvornår får du svar?", said, duty)
    receipt.hides("Du får svar senest")
    clock = steps.running(reference, ClockKind.RESPONSE)
    assert (clock.due_on, clock.finding["value"]) == (None, None)
    assert "senest" not in steps.content(steps.newest_letter(reference)).lead


def test_frederikssund_sends_the_young_to_ungekontakten_and_others_to_raadgivningshuset() -> None:
    _reference, older = steps.apply(cast_of("frederikssund"))
    older.says("Rådgivningshuset", "70 22 22 10")
    older.hides("Ungekontakten")
    with_set_of_another_age = cast_of("frederikssund", digits=LASSES_CPR, name="Lasse Lund")
    _reference, younger = steps.apply(with_set_of_another_age)
    younger.says("Ungekontakten", "47 35 11 65")
    younger.hides("Rådgivningshuset")


def test_an_application_sent_twice_is_one_case_one_clock_and_one_receipt() -> None:
    cast = cast_of("ballerup", twice=True)
    reference, _receipt = steps.apply(cast)
    assert [case.reference for case in Case.objects.all()] == [reference]
    assert (Clock.objects.count(), Letter.objects.count()) == (1, 1)
    assert not verify().faults


@pytest.mark.parametrize("key", ["ballerup", "frederikssund"])
def test_nobody_else_sees_the_receipt(key: str) -> None:
    cast = cast_of(key)
    reference, _receipt = steps.apply(cast)
    for stranger in cast.strangers:
        assert stranger.status("receipt", reference) == 404
        assert stranger.status("case", reference) == 404
