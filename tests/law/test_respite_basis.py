from __future__ import annotations

import pytest

from ophold.law.finding import Status
from ophold.law.respite_basis import Basis, respite_basis
from tests.law.table import both_languages


@pytest.mark.parametrize(
    ("relatives", "pension", "expected"),
    [
        (True, False, ("84_1", "84_2", "107_1")),
        (True, None, ("84_1", "84_2", "107_1")),
        (False, False, ("84_2", "107_1")),
        (True, True, ("84_1", "84_2", "107_1", "aeldrelov_16")),
    ],
)
def test_where_relatives_care_the_must_is_tested_first(
    relatives: bool, pension: bool | None, expected: tuple[str, ...]
) -> None:
    finding = respite_basis(relatives_care=relatives, of_pension_age=pension)
    assert finding.status is Status.DISCRETION
    assert tuple(each.value for each in finding.value or ()) == expected
    assert len(finding.because) == len(expected)
    assert both_languages(finding)


def test_who_cares_is_asked_for_and_every_basis_is_named_meanwhile() -> None:
    finding = respite_basis(relatives_care=None, of_pension_age=True)
    assert finding.missing == ("om pårørende giver omsorgen",)
    assert len(finding.because) == 4


def test_only_the_relatives_right_is_a_must() -> None:
    assert [each for each in Basis if each.shall] == [Basis.RELATIVES]


def test_the_elder_act_is_recalled_and_says_so() -> None:
    assert not respite_basis(relatives_care=True, of_pension_age=True).confirmed
    assert respite_basis(relatives_care=True, of_pension_age=False).confirmed
