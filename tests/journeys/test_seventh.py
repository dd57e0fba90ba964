"""A municipality whose deadline holds for a share of cases says so on its page, in the receipt and in the letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.record.cases.choices import ClockKind
from ophold.record.standards.whole import sections_of, standard_of_sections
from ophold.standard.load import load_file
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.folders import SEVENTH, with_the_seventh

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    with_the_seventh(tmp_path, settings)
    return cast_of("alttest")


def test_nobody_is_promised_an_outer_limit_that_the_text_does_not_set(cast: Cast) -> None:
    reference, receipt = steps.apply(cast)
    clock = steps.running(reference, ClockKind.RESPONSE)
    assert clock.due_on is not None
    receipt.says("Hvornår får du svar?", clock.due_on, "80 af 100 sager og er ingen yderste frist")
    receipt.hides("Du får svar senest")
    letter = steps.content(steps.newest_letter(reference))
    assert "Vi regner med, at du får svar senest" in letter.lead
    assert "ingen yderste frist" in letter.lead
    assert clock.due_on > date(2026, 3, 2)


def test_a_draft_of_it_holds_all_it_says() -> None:
    standard = load_file(SEVENTH / "standards/alttest/2026-02-01.yaml")
    assert standard_of_sections(sections_of(standard)) == standard
