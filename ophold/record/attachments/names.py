"""What a paper is called: its sender's own name for it, made safe to show, to store and to hand out.

A name is never part of a path and never says what a file is: the ending follows the content.
"""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _

from ophold.record.attachments.choices import ENDINGS

LENGTH = 80
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, direction, halves of signs, private, line ends
_KNOWN_ENDING = re.compile(r"\.(pdf|jpe?g|jpe|jfif|png)$", re.IGNORECASE)
_UNSAFE = re.compile(r'[<>:"|?*;%`$&\\/]+')


def cleaned(raw: str) -> str:
    """A name to show: one line, no folder, nothing hidden, at most 80 signs. Without a name: ”bilag”."""
    tidy = _tidy(raw).strip(" .-")
    if len(tidy) <= LENGTH:
        return tidy or _("bilag")
    stem, dot, ending = tidy.rpartition(".")
    kept = f".{ending}" if dot and stem and len(ending) <= 5 else ""
    return tidy[: LENGTH - len(kept)].rstrip(" .-") + kept


def named(raw: str, kind: str) -> str:
    """The same, with the ending of what the file is."""
    stem = _KNOWN_ENDING.sub("", _tidy(raw)).strip(" .-") or _("bilag")
    ending = ENDINGS[kind]
    return f"{stem[: LENGTH - len(ending) - 1].rstrip(' .-')}.{ending}"


def _tidy(raw: str) -> str:
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", raw)[-1])
    seen = (" " if sign.isspace() else "" if unicodedata.category(sign) in _HIDDEN else sign for sign in last)
    return " ".join(_UNSAFE.sub("-", "".join(seen)).split())
