"""What a text names by number is found as written by people; what it names without one is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ophold.standard.acts import load_acts
from ophold.standard.superseded import in_text

ACTS = load_acts(Path(__file__).resolve().parents[3])
ON = date(2026, 11, 1)


@pytest.mark.parametrize(
    "text",
    [
        "LBK nr. 798 af 7. august 2019",
        "serviceloven, lbk 798/2019, § 107",
        "LBK nr 798 af 07.08 2019",
        "efter LBK 798 (serviceloven)",
        "LBK nr. 798 af 2019",
    ],
)
def test_an_old_edition_is_found_however_it_is_written(text: str) -> None:
    (found,) = in_text(text, ACTS, ON)
    assert found.act.key == "SEL-2019"
    assert found.newest.key == "SEL-2025"
    assert found.confirmed


@pytest.mark.parametrize(
    "text",
    [
        "Serviceloven § 107, stk. 2, nr. 1",
        "LBK nr. 1129 af 22. september 2025",
        "LBK 798/2003",  # another year's number 798
        "LBK 7981/2019",
        "BEK nr. 1387 af 12. december 2006",  # amended and not replaced
        "§ 798",
        "",
    ],
)
def test_what_still_holds_or_names_no_edition_is_not_found(text: str) -> None:
    assert in_text(text, ACTS, ON) == ()


def test_one_edition_named_twice_is_found_once() -> None:
    assert len(in_text("LBK 798/2019 og LBK nr. 798 af 7. august 2019; VEJ 14/2011", ACTS, ON)) == 2
