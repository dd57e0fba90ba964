from __future__ import annotations

from datetime import date

import pytest

from ophold.law.delay_notice import Notice, delay_notice, kept
from tests.law.table import Row, both_languages, rows

DUE = date(2026, 4, 13)


@pytest.mark.parametrize("row", rows("delay_notice"))
def test_a_notice_never_moves_the_promised_day(row: Row) -> None:
    finding = delay_notice(DUE, today=row["today"], answered_on=row.get("answered"), expected=row.get("told"))
    assert finding.value is Notice(row["expected"])
    assert kept(DUE, today=row["today"], answered_on=row.get("answered")) is row["kept"]
    assert both_languages(finding)
