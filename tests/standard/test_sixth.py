"""A municipality that nobody thought of comes in by data alone, with other units than the five."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ophold.law.promises import (
    Bound,
    FollowUpPromise,
    HearingPromise,
    Interval,
    Period,
    RespitePromise,
    ResponsePromise,
    Start,
    Unit,
)
from ophold.standard.load import catalogue, load_file, municipality_settings
from ophold.standard.matters import promised
from ophold.standard.settings import complaint_address
from ophold.standard.shape import StandardRefused, State

SIXTH = Path(__file__).parent / "sixth"


def test_a_sixth_municipality_loads_from_its_files_alone() -> None:
    installed = catalogue(SIXTH / "standards")
    standard = installed.in_force(installed.named("NYTEST kommune"), date(2026, 1, 1))
    thirty = Period(value=30, unit=Unit.WORKING_DAY_MON_FRI)
    four = Period(value=4, unit=Unit.MONTH)
    assert promised(standard, ResponsePromise).value == ResponsePromise(within=thirty, start=Start.RECEIPT)
    assert promised(standard, HearingPromise).value == HearingPromise(
        always=False, within=Period(value=14, unit=Unit.DAY), counted_from="sent"
    )
    assert promised(standard, FollowUpPromise).value == FollowUpPromise(
        then=Interval(bound=Bound.AT_LEAST_EVERY, period=four)
    )
    assert promised(standard, RespitePromise).state is State.INHERITS_STATUTE
    assert standard.source("N1").valid_from == date(2025, 3, 1)


def test_its_first_day_is_the_stated_one_and_not_the_day_of_adoption() -> None:
    installed = catalogue(SIXTH / "standards")
    assert installed.in_force("nytest", date(2025, 3, 1)).version == "2025-03-01"
    with pytest.raises(StandardRefused, match=r"1\. marts 2025"):
        installed.in_force("nytest", date(2025, 2, 28))


def test_an_email_alone_is_an_address_to_complain_to() -> None:
    standard = load_file(SIXTH / "standards/nytest/2025-03-01.yaml")
    address = complaint_address(standard, municipality_settings(SIXTH / "municipalities")["nytest"])
    assert address is not None
    assert address.email == "klage@example.invalid"
