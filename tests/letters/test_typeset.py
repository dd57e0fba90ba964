"""A letter on paper: every word is there, none of it is markup, and a screen reader can read it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest
import typst
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from ophold.record.letters import typeset
from ophold.record.letters.content import LetterContent, LetterRefused, Row, Section, clean, cleaned, texts
from ophold.record.letters.glyphs import showable
from ophold.record.letters.wording import parts
from tests.letters.examples import ENDING, ERIK, FATMA, PARTIAL, RECEIPT

MARKUP = [
    '#import "x.typ": *',
    "$x^2$",
    "*fed*",
    "_kursiv_",
    "@kilde",
    "<label>",
    "= Overskrift",
    "// bort",
    "\\ #panic()",
    "`kode`",
    "[a](b)",
    "1. et",
    "- to",
    "~",
    "---",
    "...",
    "'a' \"b\"",
]
DANISH = st.text(st.sampled_from("abcæøåÆØÅéü §–’»«½ #$*_@<>=\\/`[](){}~-.'\"&;0123456789\n"), min_size=1, max_size=60)
LONG = st.integers(40, 300).map(lambda size: "Sagsbehandlingsfrist" * (size // 20) + "æ" * (size % 20))
EMOJI = st.sampled_from(
    [
        "😀",
        "👩‍👩‍👧",
        "🏠",
        "❤️",
        "👍🏽",
        "🇩🇰",
        "漢字",
        "שלום",
        "مرحبا",
        "Ελλάδα",
        "Жук",
        "e\u0301\u0302",
        "\u200d",
        "\ue000",
    ]
)
TEXT = st.one_of(DANISH, LONG, EMOJI, st.sampled_from(MARKUP), st.text(min_size=1, max_size=40))


# What pypdf reads back letter by letter; other scripts come back in its own order of marks.
READ_BACK = set("æøåÆØÅéü§–’»«½").union(map(chr, range(128)))


def read(pdf: bytes) -> str:
    """All text of the PDF without what a line break puts in: spaces, soft and zero-width marks."""
    return squeezed("".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200d\u00ad\u2060\ufe0e\ufe0f]", "", text)


def root_of(pdf: bytes) -> Any:
    """The document's catalogue."""
    return pypdf.PdfReader(io.BytesIO(pdf)).root_object


def tags(pdf: bytes) -> list[str]:
    """The structure tags from top to bottom."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]))
            walk(node.get("/K", []))

    walk(root_of(pdf)["/StructTreeRoot"])
    return found


@pytest.mark.parametrize("letter", [PARTIAL, RECEIPT, ENDING, PARTIAL.addressed_to(FATMA)])
def test_every_rule_of_pdf_ua_1_is_kept(letter: LetterContent) -> None:
    report = page.validate_pdf_bytes(typeset.pdf(letter), profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant
    assert "104 passed, 0 failed, 104 total" in str(report)


def test_the_pdf_is_tagged_danish_and_titled() -> None:
    root = root_of(typeset.pdf(PARTIAL))
    assert root["/Lang"].startswith("da")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pypdf.PdfReader(io.BytesIO(typeset.pdf(PARTIAL))).metadata.title == PARTIAL.title  # type: ignore[union-attr]
    structure = tags(typeset.pdf(PARTIAL))
    assert structure.count("/H1") == 1
    assert {"/H2", "/H3", "/P", "/L", "/LI"} <= set(structure)


@pytest.mark.parametrize("letter", [PARTIAL, RECEIPT, ENDING, PARTIAL.addressed_to(FATMA)])
def test_every_word_handed_in_is_on_the_paper(letter: LetterContent) -> None:
    on_paper = read(typeset.pdf(letter))
    for text in texts(parts(letter)):
        assert squeezed(text) in on_paper


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXT)
def test_any_text_is_shown_as_it_is_and_never_executed(text: str) -> None:
    letter = replace(
        RECEIPT,
        title="Titel " + text,
        lead="Resultat " + text,
        sections=(
            Section(
                heading="Afsnit " + text,
                paragraphs=(text, text),
                rows=(Row(label="Felt " + text, value=text),),
                items=(text,),
            ),
        ),
        recipient=replace(ERIK, name="Navn " + text, address=(text,)),
    )
    pdf = typeset.pdf(letter)
    assert page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    if set(text) <= READ_BACK:
        assert read(pdf).count(squeezed(clean(text))) >= 8


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_data_stays_text(text: str) -> None:
    assert squeezed(text) in read(
        typeset.pdf(replace(RECEIPT, sections=(Section(heading="Dit svar", paragraphs=(text,)),)))
    )


def test_a_word_longer_than_a_line_breaks_and_stays_whole() -> None:
    word = "Overlægeerklæring" * 20
    sheet = pypdf.PdfReader(io.BytesIO(typeset.pdf(replace(RECEIPT, lead=word)))).pages[0].extract_text()
    assert word in squeezed(sheet)
    assert max(len(line) for line in sheet.splitlines()) < 110


def test_a_character_no_font_has_is_written_as_its_number() -> None:
    assert "[U+6F22]" in read(typeset.pdf(replace(RECEIPT, lead="Navn: 漢")))


def test_characters_the_fonts_have_are_kept() -> None:
    fonts = typeset._coverage(Path(settings.LETTER_FONTS_DIR))
    for text in ("Æblegrød på Østerø", "Ελλάδα", "Жук", "😀", "👍🏽", "linje\nlinje"):
        assert showable(text, fonts) == text


def test_the_same_letter_is_the_same_bytes() -> None:
    assert typeset.pdf(PARTIAL) == typeset.pdf(cleaned(PARTIAL))


@pytest.mark.parametrize("absent", typeset.FONT_FILES)
def test_a_missing_font_is_a_refusal_and_never_a_pdf_without_text(absent: str, tmp_path: Path) -> None:
    for name in set(typeset.FONT_FILES) - {absent}:
        (tmp_path / name).symlink_to(Path(settings.LETTER_FONTS_DIR) / name)
    with pytest.raises(LetterRefused, match=re.escape(absent)):
        typeset.pdf(PARTIAL, fonts=tmp_path)


def test_a_warning_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Warns:
        def compile_with_warnings(self, *args: object, **kwargs: object) -> tuple[bytes, list[str]]:
            return b"%PDF", ["something may be missing"]

    monkeypatch.setattr(typeset, "_compiler", lambda folder: Warns())
    with pytest.raises(LetterRefused):
        typeset.pdf(PARTIAL)


def test_a_refusal_does_not_quote_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    class Breaks:
        def compile_with_warnings(self, *args: object, **kwargs: object) -> tuple[bytes, list[str]]:
            raise typst.TypstError("the text Erik Eriksen could not be shown", "")

    monkeypatch.setattr(typeset, "_compiler", lambda folder: Breaks())
    with pytest.raises(LetterRefused) as refusal:
        typeset.pdf(PARTIAL)
    assert "Erik" not in str(refusal.value)
    assert refusal.value.__suppress_context__


def test_every_letter_has_the_page_count_on_each_sheet() -> None:
    pdf = pypdf.PdfReader(io.BytesIO(typeset.pdf(PARTIAL)))
    for number, sheet in enumerate(pdf.pages, start=1):
        assert f"Side {number} af {len(pdf.pages)}" in sheet.extract_text()
