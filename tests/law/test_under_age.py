from __future__ import annotations

from datetime import date

import pytest

from ophold.law.finding import Source, Status
from ophold.law.statute import Statute
from ophold.law.under_age import under_age
from tests.law.table import FOUR_WEEKS, SIX_DAYS, both_languages, texts

STATUTE = Statute(
    complaint_window=FOUR_WEEKS,
    reassessment=FOUR_WEEKS,
    letter_days=SIX_DAYS,
    file_access=SIX_DAYS,
    unapproved_place=FOUR_WEEKS,
    least_age=18,
    least_age_source=Source(work="Serviceloven (SEL)", place="§§ 1 og 2", valid_from=date(2024, 1, 1)),
)


@pytest.mark.parametrize("under", [True, False])
def test_the_passage_is_looked_at_where_the_age_is_below(under: bool) -> None:
    finding = under_age(STATUTE, under=under)
    assert finding.value is under
    assert "fyldt 18 år" in texts(finding)
    assert "tages imod også før" in texts(finding)
    assert both_languages(finding)


def test_an_unknown_age_is_asked_for() -> None:
    assert under_age(STATUTE, under=None).status is Status.MISSING
