"""Which characters can the letter fonts show? What they cannot is written out, so that nothing vanishes from a letter.

Typst refuses a letter with a character no font has (PDF/UA-1). A name in a script we have no font for must not stop
a decision: the character is written as its number, [U+6F22], and the HTML twin shows it as it is.
Source of the table format: OpenType specification, `cmap`, subtables 4 and 12.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060")  # shown as nothing by any font


def coverage(font: Path) -> frozenset[int]:
    """The code points one TrueType file has a glyph for."""
    raw = font.read_bytes()
    (tables,) = struct.unpack_from(">H", raw, 4)
    for number in range(tables):
        tag, _checksum, offset, _length = struct.unpack_from(">4sIII", raw, 12 + 16 * number)
        if tag == b"cmap":
            return frozenset(_mapped(raw, offset))
    return frozenset()


def _mapped(raw: bytes, cmap: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", raw, cmap + 2)
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", raw, cmap + 4 + 8 * number)
        if platform != 0 and (platform, encoding) not in ((3, 1), (3, 10)):
            continue
        (form,) = struct.unpack_from(">H", raw, cmap + offset)
        if form == 4:
            yield from _format_4(raw, cmap + offset)
        elif form == 12:
            yield from _format_12(raw, cmap + offset)


def _format_12(raw: bytes, at: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">I", raw, at + 12)
    for number in range(groups):
        first, last, glyph = struct.unpack_from(">III", raw, at + 16 + 12 * number)
        yield from range(first if glyph else first + 1, last + 1)


def _format_4(raw: bytes, at: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", raw, at + 6)
    size = doubled // 2
    ends = struct.unpack_from(f">{size}H", raw, at + 14)
    starts = struct.unpack_from(f">{size}H", raw, at + 16 + doubled)
    deltas = struct.unpack_from(f">{size}H", raw, at + 16 + 2 * doubled)
    ranges_at = at + 16 + 3 * doubled
    for segment, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        (jump,) = struct.unpack_from(">H", raw, ranges_at + 2 * segment)
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point
            if jump:
                (glyph,) = struct.unpack_from(">H", raw, ranges_at + 2 * segment + jump + 2 * (point - first))
            if glyph and (glyph + delta) & 0xFFFF:
                yield point


def showable(text: str, fonts: Sequence[frozenset[int]]) -> str:
    """The same text with every character no single font can show, alone or with its marks, written as its number."""
    if all(mark == "\n" or ord(mark) in fonts[0] for mark in text):
        return text
    return "".join(_cluster(cluster, fonts) for cluster in _clusters(text))


def _cluster(cluster: str, fonts: Sequence[frozenset[int]]) -> str:
    points = {ord(mark) for mark in cluster if mark not in _INVISIBLE and mark != "\n"}
    if any(points <= font for font in fonts):
        return cluster
    base, marks = cluster[0], cluster[1:]
    shown = base if base == "\n" or any(ord(base) in font for font in fonts) else _number(base)
    return shown + "".join(_number(mark) for mark in marks if mark not in _INVISIBLE)


def _number(mark: str) -> str:
    return f"[U+{ord(mark):04X}]"


def _clusters(text: str) -> Iterator[str]:
    """Base characters with the marks that belong to them; joined emoji stay together."""
    cluster = ""
    for mark in text:
        joins = (
            unicodedata.category(mark) in ("Mn", "Me", "Mc")
            or mark in _INVISIBLE
            or "\U0001f3fb" <= mark <= "\U0001f3ff"
        )
        if cluster and cluster != "\n" and (joins or cluster.endswith("\u200d")):
            cluster += mark
            continue
        if cluster:
            yield cluster
        cluster = mark
    if cluster:
        yield cluster
