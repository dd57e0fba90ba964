"""What must not be read from a copy of the database: sealed, tied to its place, and never sealed twice alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from ophold.record.people import cpr, seal

SYNTHETIC = st.builds(
    lambda day, month, year, serial: f"{day:02}{month:02}{year:02}{serial:04}",
    st.integers(61, 88), st.integers(1, 12), st.integers(0, 99), st.integers(0, 9999),
)  # fmt: skip


@given(st.text(max_size=200))
def test_what_is_sealed_is_opened_again(text: str) -> None:
    assert seal.unseal_text(seal.seal_text(text, context="here"), context="here") == text


def test_the_same_text_is_never_sealed_alike() -> None:
    assert seal.seal_text("Erik", context="here") != seal.seal_text("Erik", context="here")


def test_a_sealed_text_cannot_be_moved_elsewhere() -> None:
    with pytest.raises(seal.SealBroken):
        seal.unseal_text(seal.seal_text("Erik", context="letters"), context="journal")


@pytest.mark.parametrize("place", [0, 1, 2, 14, -1])
def test_a_changed_byte_breaks_the_seal(place: int) -> None:
    sealed = bytearray(seal.seal_text("Erik", context="here"))
    sealed[place] ^= 1
    with pytest.raises(seal.SealBroken):
        seal.unseal_text(bytes(sealed), context="here")


def test_another_key_does_not_open_it(settings: Settings) -> None:
    sealed = seal.seal_text("Erik", context="here")
    settings.CPR_SEAL_KEYS = {1: bytes(range(32))}
    with pytest.raises(seal.SealBroken) as broken:
        seal.unseal_text(sealed, context="here")
    assert "Erik" not in str(broken.value)


@given(SYNTHETIC)
def test_a_number_is_read_with_and_without_its_dash_and_found_by_its_index(digits: str) -> None:
    assert cpr.parse(cpr.written(digits)) == cpr.parse(digits) == digits
    assert cpr.unseal_cpr(cpr.seal_cpr(digits)) == digits
    assert cpr.index(digits) == cpr.index(cpr.parse(f" {digits[:6]} {digits[6:]} "))
    assert cpr.masked(digits) == f"{digits[:6]}-••••"
    assert cpr.found_in(f"Nummeret er {cpr.written(digits)}.")


def test_an_index_cannot_be_made_without_its_key(settings: Settings) -> None:
    before = cpr.index("6203881234")
    settings.CPR_INDEX_KEYS = {1: bytes(range(32))}
    assert cpr.index("6203881234") != before


@pytest.mark.parametrize("typed", ["", "48", "620388-123x", "9913881234", "6213881234", "٦٢٠٣٨٨١٢٣٤"])
def test_what_is_not_a_number_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(cpr.CprRefused) as refusal:
        cpr.parse(typed)
    assert not typed or typed not in str(refusal.value)


@pytest.mark.parametrize("text", ["70 22 22 10", "4799991234", "ref 20260302-0001", "a6203881234b", "HJO-2026-00001"])
def test_other_digits_are_not_taken_for_a_number(text: str) -> None:
    assert not cpr.found_in(text)
