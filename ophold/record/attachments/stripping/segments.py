"""A JPEG inside a PDF, without what is not the picture; not a pixel is touched.

Its orientation goes too: a PDF places its pictures itself and no reader asks for it.
"""

from __future__ import annotations

TELLING = frozenset({0xE1, 0xED, 0xFE})  # EXIF and XMP, IPTC, comments
SCAN, END = 0xDA, 0xD9


def without_metadata(jpeg: bytes) -> bytes:
    """The same picture; one that is not built as a JPEG is given back as it is."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        mark = jpeg[at + 1]
        if mark in (SCAN, END):
            break
        length = int.from_bytes(jpeg[at + 2 : at + 4])
        if length < 2:
            return jpeg
        if mark not in TELLING:
            kept.append(jpeg[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, jpeg[at:]])
