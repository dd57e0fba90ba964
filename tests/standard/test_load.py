"""Standards are found by name in Danish spelling, by version, and by the day they apply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from ophold.law.promises import Period, ResponsePromise, Start, Unit
from ophold.standard.load import Catalogue, NotFound, catalogue, folded, municipality_settings
from ophold.standard.matters import promised
from ophold.standard.settings import complaint_address
from ophold.standard.shape import Standard

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed() -> Catalogue:
    return catalogue(ROOT / "standards")


def test_a_deadline_keeps_the_unit_it_was_adopted_in(installed: Catalogue) -> None:
    promise = promised(installed.version("ballerup", "undated-1"), ResponsePromise)
    assert promise.value == ResponsePromise(
        within=Period(value=60, unit=Unit.WEEKDAY_MON_SAT, also_read_as=(Unit.WORKING_DAY_MON_FRI,)),
        start=Start.RECEIPT,
    )


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ballerup", "ballerup"),
        (" BALLERUP kommune", "ballerup"),
        ("Hjørring", "hjoerring"),
        ("Ishøj Kommune", "ishoej"),
        ("hjo\u0308rring".replace("o\u0308", "ø"), "hjoerring"),
        ("A\u030agård", "aagaard"),
    ],
)
def test_danish_spelling_folds_to_a_key(written: str, key: str) -> None:
    assert folded(written) == key


def test_an_unknown_municipality_names_the_nearest(installed: Catalogue) -> None:
    with pytest.raises(NotFound, match="mente du ballerup"):
        installed.named("balerup")
    with pytest.raises(NotFound, match=r"vælg en af: .*ballerup"):
        installed.named("xyz")


def test_an_unknown_version_names_those_there_are(installed: Catalogue) -> None:
    with pytest.raises(NotFound, match="undated-1"):
        installed.version("ballerup", "2019-01-01")


def test_an_undated_standard_applies_on_any_day_and_says_that_it_bears_no_date(installed: Catalogue) -> None:
    standard = installed.in_force("ballerup", date(1999, 1, 1))
    assert standard.version == "undated-1"
    assert standard.undated
    assert standard.source("B16").undated
    assert standard.source("B16").valid_from is None


def _adopted(standard: Standard, on: date) -> Standard:
    return replace(standard, header=replace(standard.header, version=str(on), adopted_on=on))


def test_dated_versions_follow_each_other_and_the_undated_one_stands_before_them(installed: Catalogue) -> None:
    undated = installed.version("ballerup", "undated-1")
    first, second = _adopted(undated, date(2020, 5, 1)), _adopted(undated, date(2024, 5, 1))
    several = Catalogue(standards=MappingProxyType({"ballerup": (undated, first, second)}))
    assert several.in_force("ballerup", date(2020, 4, 30)) is undated
    assert several.in_force("ballerup", date(2020, 5, 1)) is first
    assert several.in_force("ballerup", date(2024, 4, 30)) is first
    assert several.in_force("ballerup", date(2024, 5, 1)) is second
    assert several.by_version_key("ballerup/2020-05-01") is first


def test_before_the_first_dated_version_there_is_none_and_the_answer_says_so(installed: Catalogue) -> None:
    only = _adopted(installed.version("ballerup", "undated-1"), date(2020, 5, 1))
    dated = Catalogue(standards=MappingProxyType({"ballerup": (only,)}))
    with pytest.raises(NotFound, match=r"1\. maj 2020"):
        dated.in_force("ballerup", date(2020, 4, 30))


def test_a_complaint_goes_to_the_standards_address_else_to_the_settings_else_nowhere(installed: Catalogue) -> None:
    standard = installed.version("ballerup", "undated-1")
    settings = municipality_settings(ROOT / "municipalities")["ballerup"]
    own = complaint_address(standard, settings)
    assert own is not None
    assert own.source.provision == "B17"
    silent = replace(standard.promises["complaint"], value=None)
    without = replace(standard, promises=MappingProxyType({**standard.promises, "complaint": silent}))
    assert complaint_address(without, settings) is None
