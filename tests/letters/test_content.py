"""What a letter must hold, and that it survives being stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ophold.record.letters.choices import DECISIONS, UNSIGNED, Kind
from ophold.record.letters.content import Guidance, LetterContent, LetterRefused, check, clean, cleaned, texts
from ophold.record.letters.wording import parts
from tests.letters.examples import ENDING, ERIK, FATMA, GUIDANCE, PARTIAL, RECEIPT


@pytest.mark.parametrize("letter", [PARTIAL, RECEIPT, ENDING, PARTIAL.addressed_to(FATMA)])
def test_a_letter_comes_back_from_its_bytes_as_it_was(letter: LetterContent) -> None:
    assert LetterContent.from_bytes(letter.to_bytes()) == letter
    assert letter.to_bytes() == LetterContent.from_bytes(letter.to_bytes()).to_bytes()


@pytest.mark.parametrize(
    "raw", [b"[]", b'{"kind": "poem"}', b'{"unknown": 1}', PARTIAL.to_bytes().replace(b'"under":false', b'"under":0')]
)
def test_bytes_that_are_not_a_letter_are_refused(raw: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        LetterContent.from_bytes(raw)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("linje 1\r\nlinje 2\u2028linje 3\x0clinje 4", "linje 1\nlinje 2\nlinje 3\nlinje 4"),
        ("a\tb", "a b"),
        ("\u202eomvendt\u202c", "omvendt"),
        ("A\u030arhus", "Århus"),
        ("\ufeff \ue000\uffff ", ""),
    ],
)
def test_control_characters_never_reach_paper(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_empty_lines_are_gone_after_cleaning() -> None:
    letter = replace(PARTIAL, reasons=("Fordi.", " \x00 "), recipient=replace(ERIK, address=("", "2750 Ballerup")))
    assert cleaned(letter).reasons == ("Fordi.",)
    assert "" not in texts(cleaned(letter))


@pytest.mark.parametrize("letter", [PARTIAL, RECEIPT, ENDING])
def test_a_full_letter_passes(letter: LetterContent) -> None:
    check(letter)


@pytest.mark.parametrize("kind", sorted(DECISIONS))
def test_no_decision_without_reasons_rules_and_an_address_to_complain_to(kind: Kind) -> None:
    whole = replace(PARTIAL, kind=kind, guidance=replace(GUIDANCE, may_suspend=kind is Kind.DECISION_ENDING))
    check(whole)
    for lacking in (
        replace(whole, reasons=()),
        replace(whole, rules=()),
        replace(whole, guidance=None),
        replace(whole, guidance=Guidance(to="Myndighed", may_suspend=kind is Kind.DECISION_ENDING)),
    ):
        with pytest.raises(LetterRefused):
            check(lacking)


@pytest.mark.parametrize("kind", sorted(set(Kind) - UNSIGNED))
def test_no_letter_about_a_right_without_a_named_sender(kind: Kind) -> None:
    with pytest.raises(LetterRefused, match="navnet"):
        check(replace(PARTIAL, kind=kind, sender=replace(PARTIAL.sender, signed_by="")))


def test_only_an_ending_letter_speaks_of_suspensive_effect_and_it_always_does() -> None:
    said = "Du kan bede Ankestyrelsen bestemme"
    assert said in " ".join(texts(parts(ENDING)))
    assert said not in " ".join(texts(parts(PARTIAL)))
    with pytest.raises(LetterRefused):
        check(replace(PARTIAL, guidance=replace(GUIDANCE, may_suspend=True)))
    with pytest.raises(LetterRefused):
        check(replace(ENDING, guidance=GUIDANCE))


def test_guidance_says_how_long_how_where_and_what_happens() -> None:
    said = " ".join(texts(parts(PARTIAL)))
    for words in (
        "senest 4 uger",
        "skriftligt eller mundtligt",
        "Eksempelvej 7",
        "genvurdering",
        "Ankestyrelsen",
        "et eksempel",
    ):
        assert words in said


def test_a_standard_without_date_says_so() -> None:
    assert "bærer ingen dato" in " ".join(texts(parts(PARTIAL)))


def test_the_result_comes_first_and_the_regards_last() -> None:
    headings = [section.heading for section in parts(PARTIAL).sections]
    assert headings[0] == "Det får du"
    assert headings.index("Begrundelse") < headings.index("Regler") < headings.index("Sådan klager du")


def test_a_guardians_letter_says_whom_it_is_about_and_why_it_came() -> None:
    shown = parts(PARTIAL.addressed_to(FATMA))
    assert shown.recipient_lines[0] == "Fatma Yılmaz"
    assert "Erik Eriksen" in shown.concerning
    assert "værge" in shown.concerning
    assert parts(PARTIAL).concerning == ""


def test_dates_are_written_as_danes_write_them() -> None:
    assert parts(PARTIAL).dated == "4. maj 2026"
