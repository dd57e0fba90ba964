"""What a file is, by its content alone; its name and what the browser calls it are never asked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from ophold.record.attachments.stripping.refusals import OTHER_KIND, SEVERAL_KINDS, Unfit

PDF, JPEG, PNG = "pdf", "jpeg", "png"
BEGINS: Mapping[str, bytes] = {PDF: b"%PDF-", JPEG: b"\xff\xd8\xff", PNG: b"\x89PNG\r\n\x1a\n"}
LOOKED_FOR = 1024  # a reader of PDF takes its first words anywhere in here


def kind_of(content: bytes) -> str:
    """PDF, JPEG or PNG. Raises Unfit, also for a file that is something else at the same time."""
    found = next((kind for kind, begins in BEGINS.items() if content.startswith(begins)), None)
    if found is None:
        raise Unfit(SEVERAL_KINDS if BEGINS[PDF] in content[:LOOKED_FOR] else OTHER_KIND)
    if zipfile.is_zipfile(io.BytesIO(content)) or BEGINS[PDF] in content[len(BEGINS[PDF]) : LOOKED_FOR]:
        raise Unfit(SEVERAL_KINDS)
    return found
