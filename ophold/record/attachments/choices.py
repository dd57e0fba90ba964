"""Stored codes of papers, and why one is not taken."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ophold.record.attachments.stripping import kinds, refusals
from ophold.record.codes import Codes


class Kind(Codes):
    """What a paper is, by its content."""

    PDF = kinds.PDF, _("PDF")
    JPEG = kinds.JPEG, _("JPEG-billede")
    PNG = kinds.PNG, _("PNG-billede")


class CameWith(Codes):
    """What a paper came with."""

    APPLICATION = "application", _("Ansøgningen")
    HEARING = "hearing", _("Svar på partshøring")
    COMPLAINT = "complaint", _("Klagen")


ENDINGS: Mapping[str, str] = {Kind.PDF: "pdf", Kind.JPEG: "jpg", Kind.PNG: "png"}
CONTENT_TYPES: Mapping[str, str] = {Kind.PDF: "application/pdf", Kind.JPEG: "image/jpeg", Kind.PNG: "image/png"}

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE  # one paper, as it comes
TOGETHER = 25 * MEGABYTE  # all papers of one application, reply or complaint
MOST = 10  # papers of one application, reply or complaint
WAITING = 100 * MEGABYTE  # everything one person has uploaded and not sent

EMPTY, TOO_LARGE, TOO_MANY, TOO_MUCH_TOGETHER = "empty", "too_large", "too_many", "too_much_together"
NOT_NOW = "not_now"
WHY_NOT: Mapping[str, Promise] = {
    EMPTY: _("”%(name)s” blev ikke vedlagt, fordi filen er tom. Vælg den igen, eller gem den på ny først."),
    TOO_LARGE: _(
        "”%(name)s” blev ikke vedlagt, fordi filen fylder mere end 10 MB. Gem den i mindre størrelse, eller del den op."
    ),
    TOO_MANY: _(
        "”%(name)s” blev ikke vedlagt, fordi der højst kan være 10 filer. "
        "Saml flere papirer i én PDF, eller fjern en fil."
    ),
    TOO_MUCH_TOGETHER: _(
        "”%(name)s” blev ikke vedlagt, fordi filerne tilsammen må fylde 25 MB. Gem dem mindre, eller fjern en fil."
    ),
    NOT_NOW: _(
        "”%(name)s” blev ikke vedlagt, fordi vi ikke kan undersøge filer lige nu. Prøv igen om lidt, eller send uden."
    ),
    refusals.OTHER_KIND: _(
        "”%(name)s” blev ikke vedlagt, fordi filen ikke er en PDF, JPEG eller PNG. "
        "Gem den som PDF, eller tag et billede af papiret."
    ),
    refusals.SEVERAL_KINDS: _(
        "”%(name)s” blev ikke vedlagt, fordi filen er flere slags filer på én gang. "
        "Udskriv den til en ny PDF, eller tag et billede af papiret."
    ),
    refusals.BROKEN: _(
        "”%(name)s” blev ikke vedlagt, fordi filen er beskadiget eller ikke kom hel frem. Hent eller scan den igen."
    ),
    refusals.TOO_MUCH: _(
        "”%(name)s” blev ikke vedlagt, fordi den er for stor, når den pakkes ud. "
        "Del den i flere filer, eller scan den i lavere opløsning."
    ),
    refusals.LOCKED: _(
        "”%(name)s” blev ikke vedlagt, fordi den er låst med et kodeord. Gem en kopi uden kode, og vedlæg den."
    ),
    refusals.ALIVE: _(
        "”%(name)s” blev ikke vedlagt, fordi den indeholder programkode, film eller andre filer. "
        "Udskriv den til en ny PDF, og vedlæg den."
    ),
    refusals.MOVING: _("”%(name)s” blev ikke vedlagt, fordi billedet bevæger sig. Gem det som et almindeligt billede."),
}
