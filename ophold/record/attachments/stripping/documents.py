"""A PDF written anew: its pages as they were, and nothing that tells who made it, or that does something by itself.

Refused: what is locked, what holds scripts, other files, films or sounds, what starts or sends something, what is far
larger inside than outside. Taken away: document information, XMP, thumbnails, programs' own notes, EXIF in pictures
inside, and everything the pages do not use. Kept: text, pictures, fonts, forms as filled in, bookmarks, links, tags.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from ophold.record.attachments.stripping.limits import DEPTH, OBJECTS, PAGES, PIXELS, UNPACKED
from ophold.record.attachments.stripping.refusals import ALIVE, BROKEN, LOCKED, TOO_MUCH, Unfit
from ophold.record.attachments.stripping.segments import without_metadata

ENDS = b"%%EOF"
LAST = 2048  # bytes in which it must end
# What a dictionary must not hold; and what an action, an annotation or a stream must not be.
ALIVE_KEYS = frozenset(
    {"/JS", "/JavaScript", "/EmbeddedFiles", "/EmbeddedFile", "/EF", "/XFA", "/RichMedia", "/Collection"}
)
ALIVE_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition", "/Movie", "/Sound"}
    | {"/RichMediaExecute", "/GoTo3DView"}
)
ALIVE_THINGS = frozenset({"/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"})
TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")
FLATE = "/FlateDecode"
WIDE = frozenset({FLATE, "/LZWDecode", "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode"})


def stripped(content: bytes) -> bytes:
    """The document alone. Raises Unfit, and whatever the library raises over a damaged file."""
    if ENDS not in content[-LAST:]:
        raise Unfit(BROKEN)
    try:
        pdf = pikepdf.open(io.BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError as locked:
        raise Unfit(LOCKED) from locked
    with pdf:
        if pdf.is_encrypted:
            raise Unfit(LOCKED)
        if len(pdf.pages) > PAGES or len(pdf.objects) > OBJECTS:
            raise Unfit(TOO_MUCH)
        if len(pdf.pages) == 0:
            raise Unfit(BROKEN)
        _strip(pdf)
        return _written(pdf)


def _written(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with pikepdf.open(out, attempt_recovery=False) as kept:  # one that had to be mended may not come out whole
        if len(kept.pages) != len(pdf.pages):
            raise Unfit(BROKEN)
    return out.getvalue()


def _strip(pdf: pikepdf.Pdf) -> None:
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    if "/OpenAction" in pdf.Root and isinstance(pdf.Root["/OpenAction"], pikepdf.Dictionary):
        _refuse_alive(pdf.Root["/OpenAction"])
        del pdf.Root["/OpenAction"]
    unpacked = 0
    for thing in _dictionaries(pdf.objects):
        _refuse_alive(thing)
        for key in TELLING:
            if key in thing:
                del thing[key]
        if isinstance(thing, pikepdf.Stream):
            unpacked += _unpacked(thing)
            if unpacked > UNPACKED:
                raise Unfit(TOO_MUCH)
            _strip_picture(thing)


def _dictionaries(objects: Iterable[Any]) -> Iterator[Any]:
    """Every dictionary and stream, also those that lie inside others."""
    waiting: list[tuple[Any, int]] = [(each, 0) for each in objects]
    while waiting:
        thing, depth = waiting.pop()
        if depth > DEPTH:
            raise Unfit(TOO_MUCH)
        if isinstance(thing, pikepdf.Array):
            inside: Iterable[Any] = thing
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            inside = [each for _key, each in thing.items()]
        else:
            continue
        waiting += [(each, depth + 1) for each in inside if _lies_inside(each)]


def _lies_inside(each: Any) -> bool:
    """Whether it is written here and not only pointed at: what is pointed at comes in its own turn."""
    return isinstance(each, pikepdf.Array | pikepdf.Dictionary) and not each.is_indirect


def _refuse_alive(thing: Any) -> None:
    keys = set(thing.keys())
    if keys & ALIVE_KEYS:
        raise Unfit(ALIVE)
    if str(thing.get("/S", "")) in ALIVE_ACTIONS or str(thing.get("/Type", "")) == "/EmbeddedFile":
        raise Unfit(ALIVE)
    if str(thing.get("/Subtype", "")) in ALIVE_THINGS:
        raise Unfit(ALIVE)


def _filters(stream: Any) -> list[str]:
    named = stream.get("/Filter", [])
    return [str(each) for each in named] if isinstance(named, pikepdf.Array) else [str(named)] if named else []


def _unpacked(stream: Any) -> int:
    """How large a stream is when it is unpacked, reckoned without keeping it. Raises Unfit."""
    filters, raw = _filters(stream), stream.read_raw_bytes()
    if len([each for each in filters if each in WIDE]) > 1:
        raise Unfit(TOO_MUCH)  # packed and packed again: no program writes that, and it hides a bomb
    if int(stream.get("/Width", 0) or 0) * int(stream.get("/Height", 0) or 0) > PIXELS:
        raise Unfit(TOO_MUCH)
    if FLATE not in filters:
        return len(raw)
    if filters[0] != FLATE:
        return len(raw) * 1000  # unpacked first by another: take the worst
    size, unpacking = 0, zlib.decompressobj()
    while raw and not unpacking.eof:
        try:
            size += len(unpacking.decompress(raw, 1 << 20))
        except zlib.error:
            break  # a reader shows what came before it
        raw = unpacking.unconsumed_tail
        if size > UNPACKED:
            raise Unfit(TOO_MUCH)
    return size


def _strip_picture(stream: Any) -> None:
    raw = stream.read_raw_bytes()
    if raw.startswith(b"\xff\xd8\xff"):  # a JPEG, whatever it is said to be packed with
        plain = without_metadata(raw)
        if plain != raw:
            stream.write(plain, filter=stream.get("/Filter"), decode_parms=stream.get("/DecodeParms"))
