"""A picture drawn anew from its pixels: upright, in plain colours, and with nothing else in the file.

What is not pixels does not come along: EXIF and the place it was taken, XMP, IPTC, comments, a thumbnail, a second
picture, whatever was hung on behind. Colours of another space are reckoned over to sRGB, so that the profile can go.
"""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

from ophold.record.attachments.stripping.kinds import JPEG
from ophold.record.attachments.stripping.limits import PIXELS
from ophold.record.attachments.stripping.refusals import MOVING, TOO_MUCH, Unfit

Image.MAX_IMAGE_PIXELS = None  # asked below, before anything is unpacked
FORMATS = {"jpeg": "JPEG", "png": "PNG"}
PLAIN = {"jpeg": ("L", "RGB"), "png": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")}


def stripped(content: bytes, kind: str) -> bytes:
    """The picture alone. Raises Unfit, and whatever the library raises over a damaged file."""
    with Image.open(io.BytesIO(content), formats=(FORMATS[kind],)) as picture:
        if picture.width * picture.height > PIXELS:
            raise Unfit(TOO_MUCH)
        if kind != JPEG and getattr(picture, "n_frames", 1) > 1:
            raise Unfit(MOVING)
        how = _as_it_was(picture) if kind == JPEG else {}
        picture.load()
        return _written(_plain(picture, kind), kind, how)


def _as_it_was(picture: Image.Image) -> dict[str, Any]:
    """A JPEG is packed again as it was packed, so that it loses next to nothing and stays its size."""
    tables: Any = getattr(picture, "quantization", None)
    how: dict[str, Any] = {"qtables": tables} if tables and picture.mode in PLAIN[JPEG] else {"quality": 92}
    sampling = JpegImagePlugin.get_sampling(picture)
    return how | ({"subsampling": sampling} if sampling in (0, 1, 2) else {})


def _plain(picture: Image.Image, kind: str) -> Image.Image:
    upright = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    if upright.mode == "P" and profile:
        upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
    if profile:
        upright = _in_plain_colours(upright, profile)
    if upright.mode not in PLAIN[kind]:
        upright = upright.convert("RGBA" if kind != JPEG and upright.has_transparency_data else "RGB")
    see_through = upright.info.get("transparency")
    upright.info = {} if see_through is None else {"transparency": see_through}
    return upright


def _in_plain_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    to_mode = picture.mode if picture.mode in ("RGB", "RGBA") else "RGB"
    try:
        its, plain = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        reckoned = ImageCms.profileToProfile(picture, its, plain, outputMode=to_mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a profile nobody can read says nothing about the colours
    return reckoned or picture


def _written(picture: Image.Image, kind: str, how: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    if kind == JPEG:
        picture.save(out, "JPEG", optimize=True, progressive=True, exif=b"", icc_profile=None, comment=b"", **how)
    else:
        picture.save(out, "PNG", icc_profile=None)
    return out.getvalue()
