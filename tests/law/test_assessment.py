"""A threshold informs and never bars; an assessment has its own day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ophold.law.assessment import NEVER_BARS, report, threshold
from ophold.law.finding import Status
from ophold.law.promises import AssessmentPromise, Period, Unit
from tests.law.table import both_languages, quickly, standard

PROMISE = AssessmentPromise(method="vum", report_within=Period(value=8, unit=Unit.WEEK), least_level=3)


def test_the_report_is_finished_in_eight_weeks() -> None:
    finding = report(PROMISE, standard("A2"), received=date(2026, 3, 2))
    assert finding.value == date(2026, 4, 27)
    assert both_languages(finding)
    assert report(PROMISE, standard("A2"), received=None).status is Status.MISSING
    assert report(None, standard("A2"), received=date(2026, 3, 2)).status is Status.SILENT


@quickly
@given(level=st.integers(0, 4))
def test_a_threshold_is_never_an_outcome(level: int) -> None:
    finding = threshold(PROMISE, standard("A2"), level=level)
    assert finding.status is Status.DISCRETION
    assert finding.value is (level >= 3)
    assert finding.caveat is NEVER_BARS
    assert "§ 107, stk. 2" in str(NEVER_BARS.source)
    assert both_languages(finding)


def test_an_unknown_level_is_asked_for_and_no_threshold_is_a_silence() -> None:
    assert threshold(PROMISE, standard("A2"), level=None).status is Status.MISSING
    assert threshold(AssessmentPromise(), standard("A2"), level=1).status is Status.SILENT
