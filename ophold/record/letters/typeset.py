"""How does a letter become a PDF? By typst, with PDF/UA-1 enforced when it compiles.

Text goes in as data alone and is never read as markup. A warning is a refusal: a PDF that may lack something is none.
The same letter gives the same bytes.
"""

from __future__ import annotations

import json
import threading
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils.translation import gettext as _

from ophold.record.letters.content import LetterContent, LetterRefused, check, clean, cleaned, plain
from ophold.record.letters.glyphs import coverage, showable
from ophold.record.letters.wording import parts

TEMPLATE = Path(__file__).with_name("letter.typ")
TEMPLATE_VERSION = 1  # raised when letter.typ or wording.py changes what a letter looks like or says
# Typst says nothing when a font is missing: the PDF then has no text at all. So each is asked for by name.
FONT_FILES = (
    "IBMPlexSans-Regular.ttf",
    "IBMPlexSans-SemiBold.ttf",
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
    "NotoEmoji-Regular.ttf",
)
_COVERAGE_OF = ("IBMPlexSans-Regular.ttf", "DejaVuSans.ttf", "NotoEmoji-Regular.ttf")  # in the template's order

_threads = threading.local()


def pdf(content: LetterContent, *, fonts: Path | None = None) -> bytes:
    """The letter as PDF/UA-1; raises LetterRefused if it lacks something or cannot be set."""
    content = cleaned(content)
    check(content)
    folder = fonts if fonts is not None else Path(settings.LETTER_FONTS_DIR)
    letter = json.dumps(_inputs(content, _coverage(folder)))
    try:
        made, warnings = _compiler(folder).compile_with_warnings(
            str(TEMPLATE), format="pdf", sys_inputs={"letter": letter}, pdf_standards=["ua-1"]
        )
    except typst.TypstError:
        # Typst's own words may quote the letter, so they go neither on nor into a log.
        raise LetterRefused(_not_set()) from None
    if warnings or not isinstance(made, bytes):
        raise LetterRefused(_not_set())
    return made


def _not_set() -> str:
    return _(
        "Brevet blev ikke lavet: det kunne ikke sættes op som en tilgængelig PDF. "
        "Sig det til administratoren; sagen er uændret."
    )


def _inputs(content: LetterContent, fonts: tuple[frozenset[int], ...]) -> dict[str, Any]:
    shown: dict[str, Any] = plain(parts(content))
    shown |= {"municipality": content.sender.municipality, "unit": content.sender.unit, "reference": content.reference}
    return {**_each(shown, fonts), "year": content.dated.year, "month": content.dated.month, "day": content.dated.day}


def _each(value: Any, fonts: tuple[frozenset[int], ...]) -> Any:
    if isinstance(value, str):
        return showable(clean(value), fonts)
    if isinstance(value, list):
        return [_each(item, fonts) for item in value]
    if isinstance(value, dict):
        return {name: _each(item, fonts) for name, item in value.items()}
    return value


@cache
def _coverage(folder: Path) -> tuple[frozenset[int], ...]:
    for name in FONT_FILES:
        if not (folder / name).is_file():
            raise LetterRefused(
                _(
                    "Brevet blev ikke lavet: skrifttypen %(file)s mangler. "
                    "Kør opsætningen igen (make run), og prøv så igen."
                )
                % {"file": name}
            )
    return tuple(coverage(folder / name) for name in _COVERAGE_OF)


def _compiler(folder: Path) -> typst.Compiler:
    """One compiler per thread and font folder; making one costs more than a letter."""
    held: dict[Path, typst.Compiler] = _threads.__dict__.setdefault("compilers", {})
    if folder not in held:
        held[folder] = typst.Compiler(root=str(TEMPLATE.parent), font_paths=[str(folder)], ignore_system_fonts=True)
    return held[folder]
