"""A name is kept for the reader, and can neither lead anywhere nor pretend anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ophold.record.attachments.names import LENGTH, cleaned, named


@pytest.mark.parametrize(
    ("raw", "becomes"),
    [
        ("Udtalelse fra egen læge.pdf", "Udtalelse fra egen læge.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Erik\\Skrivebord\\brev.PDF", "brev.pdf"),
        ("regning.pdf.exe", "regning.pdf.exe.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe.pdf"),
        ('a"; filename="b.html', "a- filename=-b.html.pdf"),
        ("linje\r\nSet-Cookie: x=1.pdf", "linje Set-Cookie- x=1.pdf"),
        ("   .pdf", "bilag.pdf"),
        ("....", "bilag.pdf"),
        ("", "bilag.pdf"),
        ("\x00\x1f", "bilag.pdf"),
        ("billede.jpeg", "billede.pdf"),
        ("a\u0301.pdf", "á.pdf"),
    ],
)
def test_a_name_is_cleaned(raw: str, becomes: str) -> None:
    assert named(raw, "pdf") == becomes


def test_a_long_name_is_shortened_and_keeps_its_ending() -> None:
    assert named("x" * 500 + ".pdf", "pdf") == "x" * (LENGTH - 4) + ".pdf"
    assert cleaned("x" * 500 + ".docx") == "x" * (LENGTH - 5) + ".docx"


@given(st.text(max_size=300), st.sampled_from(["pdf", "jpeg", "png"]))
def test_whatever_it_was_it_is_one_line_and_no_path(raw: str, kind: str) -> None:
    name = named(raw, kind)
    assert 0 < len(name) <= LENGTH
    assert name.isprintable()
    assert not set(name) & set('/\\"<>:|?*;%`$&\r\n')
    assert not name.startswith((".", "-", " "))
