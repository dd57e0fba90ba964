from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from ophold.law.finding import Status
from ophold.standard.national import Dated, in_force, national_law, rates
from ophold.standard.shape import StandardRefused

ROOT = Path(__file__).resolve().parents[2]
LAW = national_law(ROOT)
RATES = rates(ROOT)
MATTERS: dict[str, tuple[Dated, ...]] = {
    "complaint_window": LAW.complaint_window,
    "reassessment": LAW.reassessment,
    "letter_days": LAW.letter_days,
    "file_access": LAW.file_access,
    "unapproved_place": LAW.unapproved_place,
    "least_age": LAW.least_age,
}
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize("matter", MATTERS)
def test_on_every_change_date_and_the_day_before_exactly_one_entry_is_in_force(matter: str) -> None:
    entries = MATTERS[matter]
    starts = [each.valid_from for each in entries if each.valid_from]
    for day in (date(2015, 1, 1), *starts, *(start - ONE_DAY for start in starts), date(2035, 12, 31)):
        holding = [each for each in entries if in_force([each], day)]
        assert len(holding) == 1, f"{matter} on {day}"


def test_every_entry_says_where_it_was_seen_and_how_surely() -> None:
    for entries in (LAW.complaint_window, LAW.reassessment, LAW.letter_days, LAW.file_access, LAW.unapproved_place):
        for entry in entries:
            assert entry.seen_in
            assert entry.fixed().source.place


def test_the_numbers_of_statute() -> None:
    statute = LAW.statute(date(2026, 3, 2))
    assert statute.complaint_window.period.value == statute.reassessment.period.value == 4
    assert statute.complaint_window.source.evidence.confirmed
    assert not statute.letter_days.source.evidence.confirmed
    assert statute.least_age == 18
    assert not LAW.statute(date(2023, 12, 31)).least_age_source.evidence.confirmed


def test_the_years_of_a_rate_never_overlap_and_its_amounts_are_numbers() -> None:
    for name, rate in RATES.items():
        assert all(earlier.valid_to < later.valid_from for earlier, later in pairwise(rate.values)
                   if earlier.valid_to and later.valid_from), name  # fmt: skip
        for amount in rate.values:
            assert Decimal(amount.amount) > 0


def test_a_rate_that_is_not_known_is_asked_for_and_never_carried_over() -> None:
    board = RATES["full_board"]
    assert board.on(date(2024, 12, 31)).value == Decimal("4113")
    assert board.on(date(2025, 1, 1)).status is Status.MISSING
    assert board.on(date(2025, 1, 1)).missing == ("satsen »Højeste pris for døgnkost« for 2025",)


def test_a_missing_law_is_refused_with_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StandardRefused, match="blev ikke indlæst"):
        national_law(tmp_path)


def test_a_day_the_law_does_not_cover_is_refused(tmp_path: Path) -> None:
    text = (ROOT / "law.yaml").read_text("utf-8").replace("valid_from: null", "valid_from: 2020-01-01")
    (tmp_path / "law.yaml").write_text(text, "utf-8")
    with pytest.raises(StandardRefused, match="ikke dækker"):
        national_law(tmp_path).statute(date(2019, 1, 1))
