"""How does anything become a tagged PDF here? By typst, with PDF/UA-1 enforced when it compiles.

Text goes in as JSON alone and is never read as markup. A warning is a refusal: a PDF that may lack something is none.
Not here: what a letter is (`typeset`) or what a published standard is (`ophold.site.published`).
"""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path
from typing import Any

import typst

from ophold.record.letters.content import clean
from ophold.record.letters.glyphs import coverage, showable

# Typst says nothing when a font is missing: the PDF then has no text at all. So each is asked for by name.
FONT_FILES = (
    "IBMPlexSans-Regular.ttf",
    "IBMPlexSans-SemiBold.ttf",
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
    "NotoEmoji-Regular.ttf",
)
_COVERAGE_OF = ("IBMPlexSans-Regular.ttf", "DejaVuSans.ttf", "NotoEmoji-Regular.ttf")  # in the templates' order

Fonts = tuple[frozenset[int], ...]
_threads = threading.local()


class NotSet(Exception):
    """It could not be set as an accessible PDF; typst's own words may quote the content, so they go nowhere."""


class FontMissing(Exception):
    """A font file is not where set-up puts it; the text is its name."""


def pressed(template: Path, name: str, content: str, compiler: typst.Compiler) -> bytes:
    """The template filled with JSON under one name, as PDF/UA-1; the same content gives the same bytes."""
    try:
        made, warnings = compiler.compile_with_warnings(
            str(template), format="pdf", sys_inputs={name: content}, pdf_standards=["ua-1"]
        )
    except typst.TypstError:
        raise NotSet from None
    if warnings or not isinstance(made, bytes):
        raise NotSet
    return made


def shown(value: Any, fonts: Fonts) -> Any:
    """Plain values with every text fit for the fonts: nothing that no font can show, and no control marks."""
    if isinstance(value, str):
        return showable(clean(value), fonts)
    if isinstance(value, (list, tuple)):
        return [shown(item, fonts) for item in value]
    if isinstance(value, dict):
        return {name: shown(item, fonts) for name, item in value.items()}
    return value


@cache
def coverage_of(folder: Path) -> Fonts:
    """What the fonts in a folder can show; raises FontMissing."""
    for name in FONT_FILES:
        if not (folder / name).is_file():
            raise FontMissing(name)
    return tuple(coverage(folder / name) for name in _COVERAGE_OF)


def compiler(folder: Path, root: Path) -> typst.Compiler:
    """One compiler per thread, font folder and templates' folder; making one costs more than a letter."""
    held: dict[tuple[Path, Path], typst.Compiler] = _threads.__dict__.setdefault("compilers", {})
    if (folder, root) not in held:
        held[folder, root] = typst.Compiler(root=str(root), font_paths=[str(folder)], ignore_system_fonts=True)
    return held[folder, root]
