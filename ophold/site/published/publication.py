"""A version as something published: where it stands among the others, when it came out here, and its forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ophold.record.cases.standards import catalogue_at
from ophold.record.standards.queries import stamps
from ophold.site.published.addresses import slug
from ophold.site.published.notices import notices, place_words
from ophold.site.published.register import register
from ophold.standard.load import Catalogue
from ophold.standard.published import Published, published_or_borne
from ophold.standard.shape import Standard
from ophold.standard.standing import Place, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A version among all, and when it came out here."""

    standard: Standard
    catalogue: Catalogue
    out: Published | None

    @property
    def changed(self) -> date | None:
        """The day its rendering was last changed here."""
        return self.out.changed if self.out else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a version to take home."""

    route: str
    name: str
    kind: str
    language: str  # empty where it is in both


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherVersion:
    """Another version of the same municipality's standard."""

    href: str
    slug: str
    words: str  # in force, replaced, or from when


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What stands around a version's own words."""

    slug: str
    notices: tuple[str, ...]
    replaced_by: Standard | None  # the one in force, where this one is not
    on: date | None
    changed: date | None
    forms: tuple[Form, ...]
    others: tuple[OtherVersion, ...]
    has_feed: bool


def version_or_404(key: str, version: str) -> Found:
    """The version at an address."""
    stamped = stamps()
    known = catalogue_at(stamped)
    chosen = next((each for each in known.standards.get(key, ()) if each.version == version), None)
    if chosen is None:
        raise Http404
    return Found(standard=chosen, catalogue=known, out=published_or_borne(chosen, register(stamped)))


def publication(found: Found, today: date) -> Publication:
    """What stands around it, in the reader's language."""
    standard, place = found.standard, standing(found.catalogue, found.standard, today)
    others = [each for each in found.catalogue.standards[standard.key] if each is not standard]
    return Publication(
        slug=slug(standard.version),
        notices=tuple(notices(standard, place)),
        replaced_by=None if place.place is Place.IN_FORCE else place.in_force,
        on=found.out.first if found.out else None,
        changed=found.out.changed if found.out and found.out.changed != found.out.first else None,
        forms=_forms(),
        others=tuple(_other(each, found.catalogue, today) for each in others),
        has_feed=found.out is not None,
    )


def _other(standard: Standard, known: Catalogue, today: date) -> OtherVersion:
    return OtherVersion(
        href=reverse("standard", args=[standard.key, standard.version]),
        slug=slug(standard.version),
        words=place_words(standing(known, standard, today)),
    )


def _forms() -> tuple[Form, ...]:
    return (
        Form(route="standard-pdf", name=_("Som PDF"), kind="application/pdf", language="da"),
        Form(route="standard-pdf-en", name=_("Som PDF på engelsk"), kind="application/pdf", language="en"),
        Form(route="standard-yaml", name=_("Som den er skrevet ned (YAML)"), kind="application/yaml", language=""),
        Form(route="standard-json", name=_("Til et program (JSON)"), kind="application/json", language=""),
        Form(route="standard-answers", name=_("Svarene i dag, med kilder (JSON)"), kind="application/json",
             language=""),
    )  # fmt: skip
