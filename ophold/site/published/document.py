"""A version as a tagged PDF: the same answers, provisions and notices as on its page, in one language.

Nothing here says another thing than the page does: both are made of the same answers (`ophold.standard.resolve`) and
the same arrangement (`ophold.site.standard_page`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from ophold.law.statute import Statute
from ophold.record.letters import press
from ophold.site import formats
from ophold.site.published.addresses import slug
from ophold.site.published.compare_page import Cell, cell
from ophold.site.published.notices import notices
from ophold.site.standard_page import standard_page
from ophold.standard.questions import GROUPS, QUESTIONS
from ophold.standard.resolve import answers
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard
from ophold.standard.standing import Standing

TEMPLATE = Path(__file__).with_name("standard.typ")


def pdf(
    standard: Standard, statute: Statute, own: MunicipalitySettings | None, standing: Standing, language: str
) -> bytes:
    """The version as PDF/UA-1; raises press.NotSet or press.FontMissing."""
    fonts = Path(settings.LETTER_FONTS_DIR)
    with override(language):
        content = document(standard, statute, own, standing)
    return _pressed(json.dumps(press.shown(content, press.coverage_of(fonts))), fonts)


@lru_cache(maxsize=128)
def _pressed(content: str, fonts: Path) -> bytes:
    """Kept by what it says: a version that says the same is not set again."""
    return press.pressed(TEMPLATE, "standard", content, press.compiler(fonts, TEMPLATE.parent))


def document(
    standard: Standard, statute: Statute, own: MunicipalitySettings | None, standing: Standing
) -> dict[str, object]:
    """Everything the PDF says, in the language that is active."""
    header, page = standard.header, standard_page(standard, statute, own)
    adopted = header.adopted_on
    return {
        "language": formats.language(),
        "title": _("Hvad lover %(name)s Kommune?") % {"name": header.name},
        "municipality": header.name,
        "version": slug(standard.version),
        "lead": _("Kommunens kvalitetsstandard for midlertidigt ophold, genfortalt med vores egne korte ord."),
        "adopted": [adopted.year, adopted.month, adopted.day] if adopted else None,
        "running": f"{header.name}, {header.title}",
        "page_word": _("Side"),
        "of_word": _("af"),
        "law_word": _("Loven:"),
        "matter_word": _("Emne"),
        "promise_word": _("Løfte"),
        "notices": list(notices(standard, standing)),
        "parts": list(_parts(standard, statute, own)),
        "provisions_title": _("Bestemmelserne"),
        "sections": [
            {"title": section.title, "provisions": [
                {"id": line.id, "text": line.text, "place": line.place,
                 "remarks": [f"{remark.kind}: {remark.text}" for remark in line.remarks]}
                for line in section.provisions
            ]}
            for section in page.sections
        ],
        "sources_title": _("Kilder og version"),
        "sources": [{"label": label, "value": value} for label, value in sources(standard)],
        "remarks": [remark.text for remark in page.remarks],
    }  # fmt: skip


def sources(standard: Standard) -> Iterator[tuple[str, str]]:
    """Who adopted what when, with what the text leaves out said aloud."""
    header, silent = standard.header, _("Står ikke i teksten")
    yield _("Titel"), header.title
    yield _("Vedtaget af"), ", ".join(header.adopted_by) or silent
    yield _("Vedtaget den"), formats.plain_day(header.adopted_on) if header.adopted_on else silent
    yield _("Gælder fra"), formats.plain_day(header.valid_from) if header.valid_from else silent
    cited = [
        f"{each.title} ({', '.join(part for part in (each.number, each.of and formats.plain_day(each.of)) if part)})"
        if each.number
        else each.title
        for each in header.cites
    ]
    yield _("Henviser til"), "; ".join(cited) or _("Ingen love eller vejledninger")
    yield _("Vores version"), f"{standard.key}/{slug(standard.version)}"


def _parts(standard: Standard, statute: Statute, own: MunicipalitySettings | None) -> Iterator[dict[str, object]]:
    found, language = answers(standard, statute, own), formats.language()
    for group in GROUPS:
        asked = [question for question in QUESTIONS.values() if question.group == group.name]
        rows = [_row(question.title.in_language(language), cell(found[question.name])) for question in asked]
        if rows:
            yield {"title": group.title.in_language(language), "rows": rows}


def _row(title: str, said: Cell) -> dict[str, object]:
    law = said.law
    notes = [_("offentliggjort af kommunen")] if said.published else []
    notes += [_("Standarden siger %(words)s; det gælder ikke.") % {"words": aside} for aside in said.set_aside]
    unconfirmed = "" if law is None or law.confirmed else f" – {_('ikke bekræftet')}"
    return {
        "title": title,
        "state": said.state,
        "said": [each[:1].upper() + each[1:] for each in said.said],
        "law": f"{law.text} ({law.source}{unconfirmed})" if law else "",
        "notes": [*notes, *([said.note] if said.note else [])],
        "provisions": ", ".join(said.provisions),
    }
