"""After a committee's meeting the decision is written within the promised days; a word told orally starts no clock."""

from __future__ import annotations

from datetime import date

from ophold.law.committee import written_decision
from ophold.law.finding import Status
from ophold.law.promises import Committee, Period, Unit
from tests.law.table import both_languages, standard, texts

PROMISE = Committee(
    name="Visitationsudvalget", oral_answer=True, written_within=Period(value=5, unit=Unit.WEEKDAY_MON_SAT)
)


def test_five_weekdays_after_the_meeting_saturday_counted() -> None:
    finding = written_decision(PROMISE, standard("A3"), met=date(2026, 3, 5))
    assert finding.value == date(2026, 3, 11)
    assert "Tiden til at klage løber først fra den skriftlige afgørelse" in texts(finding)
    assert "Svarfristen løber videre" in texts(finding)
    assert both_languages(finding)


def test_without_a_number_the_standard_is_silent_and_the_deadline_still_runs() -> None:
    for promise in (None, Committee(name="Udvalget")):
        finding = written_decision(promise, standard("A3"), met=date(2026, 3, 5))
        assert finding.status is Status.SILENT
        assert "Svarfristen løber videre" in texts(finding)


def test_the_meeting_is_asked_for() -> None:
    assert written_decision(PROMISE, standard("A3"), met=None).missing == ("dagen udvalget holdt møde",)
