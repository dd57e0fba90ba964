"""A letter as it left the house: the file in the postbox, its words, and whether a screen reader can read it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import page
import pypdf

from ophold.record.letters.models import Dispatch


def in_the_postbox(root: Path, copy: Dispatch) -> bytes:
    """The exact bytes the local postbox was handed for a copy, once."""
    (file,) = root.rglob(f"{copy.key}.pdf")
    return file.read_bytes()


def is_accessible(pdf: bytes) -> bool:
    """Whether it keeps every rule of PDF/UA-1."""
    return bool(page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant)


def words(pdf: bytes) -> str:
    """All its text without spaces and the marks a line break leaves."""
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return close(text)


def close(text: str) -> str:
    """A text written close, to look for in `words`."""
    return re.sub(r"[\s\u200b-\u200d\u00ad\u2060\ufe0e\ufe0f]", "", text)
