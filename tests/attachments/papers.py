"""Real files, made here: papers somebody might attach, and some nobody should."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import cache
from typing import Any

import pikepdf
from PIL import Image, ImageDraw, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

MAKER = "Kamerafabrikken"
PLACE = "55.6761"
PDF_WORDS = "Udtalelse fra egen laege"


def picture(width: int = 60, height: int = 40) -> Image.Image:
    """Red in the upper left corner, blue elsewhere: one sees which way is up."""
    drawn = Image.new("RGB", (width, height), (20, 40, 200))
    ImageDraw.Draw(drawn).rectangle((0, 0, width // 3, height // 3), fill=(220, 20, 20))
    return drawn


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes about itself and where it was."""
    told = Image.Exif()
    told[0x0112], told[0x010F], told[0x0132] = orientation, MAKER, "2026:03:01 10:00:00"
    told.get_ifd(0x8825).update({1: "N", 2: (IFDRational(55), IFDRational(40), IFDRational(34)), 3: "E"})
    return told


def jpeg(orientation: int = 1, drawn: Image.Image | None = None, **more: Any) -> bytes:
    out = io.BytesIO()
    xmp = f"<x:xmpmeta><place>{PLACE}</place></x:xmpmeta>".encode()
    (drawn or picture()).save(
        out, "JPEG", quality=95, exif=exif(orientation), xmp=xmp, comment=MAKER.encode(), **more
    )  # fmt: skip
    return out.getvalue()


def png(drawn: Image.Image | None = None, **more: Any) -> bytes:
    out, told = io.BytesIO(), PngImagePlugin.PngInfo()
    told.add_text("Author", MAKER)
    told.add_itxt("XML:com.adobe.xmp", PLACE)
    told.add_text("Comment", MAKER * 50, zip=True)
    (drawn or picture()).save(out, "PNG", pnginfo=told, exif=exif(6) if more.pop("turned", False) else exif(), **more)
    return out.getvalue()


def document(pages: int = 1, words: str = PDF_WORDS) -> pikepdf.Pdf:
    """A PDF with a text on every page, document information, XMP and a picture with EXIF in it."""
    pdf = pikepdf.new()
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        inside = pikepdf.Stream(pdf, jpeg(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=60, Height=40)
        inside.Filter, inside.ColorSpace, inside.BitsPerComponent = (
            pikepdf.Name.DCTDecode, pikepdf.Name.DeviceRGB, 8,
        )  # fmt: skip
        page.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=font), XObject=pikepdf.Dictionary(Im1=pdf.make_indirect(inside))
        )
        text = f"BT /F1 18 Tf 60 760 Td ({words} {number}) Tj ET q 60 0 0 40 60 600 cm /Im1 Do Q"
        page.Contents = pikepdf.Stream(pdf, text.encode())
    pdf.docinfo["/Author"] = MAKER
    with pdf.open_metadata() as told:
        told["dc:creator"] = [MAKER]
    return pdf


def written(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def pdf(pages: int = 1, words: str = PDF_WORDS) -> bytes:
    return written(document(pages, words))


def locked_pdf(word: str = "hemmelig") -> bytes:
    return written(document(), encryption=pikepdf.Encryption(owner="ejer", user=word))


def pdf_that_runs(action: str = "/JavaScript") -> bytes:
    made = document()
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name(action), JS="app.alert(1)", F="cmd.exe")
    return written(made)


def pdf_with_a_hidden_script() -> bytes:
    """The script lies three levels down in a link of the page."""
    made = document()
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
        AA=pikepdf.Dictionary(E=pikepdf.Dictionary(Next=[pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x")])),
    )  # fmt: skip
    made.pages[0].Annots = pikepdf.Array([link])
    return written(made)


def pdf_with_a_file_inside() -> bytes:
    made = document()
    made.attachments["regneark.xlsx"] = b"PK fake"
    return written(made)


@cache
def pdf_bomb() -> bytes:
    """A few kilobytes that unpack to 400 MB."""
    made, packing = document(), zlib.compressobj(9)
    packed = b"".join(packing.compress(bytes(1 << 20)) for _each in range(400)) + packing.flush()
    stream = pikepdf.Stream(made, b"")
    stream.write(packed, filter=pikepdf.Name.FlateDecode)
    made.pages[0].Contents = stream
    return written(made, recompress_flate=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@cache
def png_bomb(side: int = 20_000) -> bytes:
    """400 million pixels in a few hundred kilobytes."""

    def chunk(name: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    packing = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    packed = b"".join(packing.compress(row) for _each in range(side)) + packing.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def moving_png() -> bytes:
    out = io.BytesIO()
    picture().save(out, "PNG", save_all=True, append_images=[Image.new("RGB", (60, 40), "green")])
    return out.getvalue()


def packed(*names: str) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names or ("word/document.xml",):
            archive.writestr(name, "<script>")
    return out.getvalue()
