"""How does a letter become a PDF? By typst, with PDF/UA-1 enforced when it compiles (`press`).

Text goes in as data alone and is never read as markup. A warning is a refusal: a PDF that may lack something is none.
The same letter gives the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils.translation import gettext as _

from ophold.record.letters import press
from ophold.record.letters.content import LetterContent, LetterRefused, check, cleaned, plain
from ophold.record.letters.press import FONT_FILES
from ophold.record.letters.wording import parts

__all__ = ["FONT_FILES", "TEMPLATE_VERSION", "pdf"]

TEMPLATE = Path(__file__).with_name("letter.typ")
TEMPLATE_VERSION = 1  # raised when letter.typ or wording.py changes what a letter looks like or says


def pdf(content: LetterContent, *, fonts: Path | None = None) -> bytes:
    """The letter as PDF/UA-1; raises LetterRefused if it lacks something or cannot be set."""
    content = cleaned(content)
    check(content)
    folder = fonts if fonts is not None else Path(settings.LETTER_FONTS_DIR)
    inputs = json.dumps(_inputs(content, _coverage(folder)))
    try:
        return press.pressed(TEMPLATE, "letter", inputs, _compiler(folder))
    except press.NotSet:
        raise LetterRefused(_not_set()) from None


def _not_set() -> str:
    return _(
        "Brevet blev ikke lavet: det kunne ikke sættes op som en tilgængelig PDF. "
        "Sig det til administratoren; sagen er uændret."
    )


def _inputs(content: LetterContent, fonts: tuple[frozenset[int], ...]) -> dict[str, Any]:
    shown: dict[str, Any] = plain(parts(content))
    shown |= {"municipality": content.sender.municipality, "unit": content.sender.unit, "reference": content.reference}
    return {
        **press.shown(shown, fonts),
        "year": content.dated.year,
        "month": content.dated.month,
        "day": content.dated.day,
    }


def _coverage(folder: Path) -> press.Fonts:
    try:
        return press.coverage_of(folder)
    except press.FontMissing as missing:
        raise LetterRefused(
            _("Brevet blev ikke lavet: skrifttypen %(file)s mangler. Kør opsætningen igen (make run), og prøv så igen.")
            % {"file": str(missing)}
        ) from None


def _compiler(folder: Path) -> typst.Compiler:
    return press.compiler(folder, TEMPLATE.parent)
