"""Every version as open data: whose, which, when, and where each form of it lies. One list as JSON and as CSV.

Reading: docs/decisions/0097-when-a-version-was-published.md, 0098-addresses-and-files.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.urls import reverse

from ophold.site.published.addresses import slug
from ophold.standard.load import Catalogue
from ophold.standard.published import Published, published_or_borne
from ophold.standard.shape import Standard
from ophold.standard.standing import standing

Absolute = Callable[[str], str]

LICENSE = {
    "spdx": "EUPL-1.2",
    "da": "Gengivelsen af standarderne er vores egne ord og kan bruges frit efter EUPL-1.2. Kommunernes egne tekster "
    "hører kommunerne til. Gengivelsen binder ingen; kommunens egen tekst gør.",
    "en": "The rendering of the standards is in our own words and free to use under EUPL-1.2. The municipalities' own "
    "texts are theirs. The rendering binds nobody; the municipality's own text does.",
}
FORMS = ("page", "pdf", "pdf_en", "yaml", "json", "answers")
ROUTES = {"page": "standard", "pdf": "standard-pdf", "pdf_en": "standard-pdf-en", "yaml": "standard-yaml",
          "json": "standard-json", "answers": "standard-answers"}  # fmt: skip


def addresses(standard: Standard, absolute: Absolute) -> dict[str, str]:
    """Where each form of a version lies."""
    return {form: absolute(reverse(ROUTES[form], args=[standard.key, standard.version])) for form in FORMS}


def entries(
    catalogue: Catalogue, known: Mapping[str, Published], today: date, absolute: Absolute
) -> Iterator[dict[str, object]]:
    """Every version, by municipality, oldest first; a day that nobody states is null."""
    for versions in catalogue.standards.values():
        for standard in versions:
            header, out = standard.header, published_or_borne(standard, known)
            yield {
                "key": standard.key,
                "name": header.name,
                "title": header.title,
                "version": slug(standard.version),
                "adopted_by": list(header.adopted_by),
                "adopted_on": _day(header.adopted_on),
                "valid_from": _day(header.valid_from),
                "undated": standard.undated,
                "standing": standing(catalogue, standard, today).place.value,
                "published_on": _day(out.first if out else None),
                "changed_on": _day(out.changed if out else None),
                **addresses(standard, absolute),
            }


def table(rows: list[dict[str, object]]) -> Iterator[list[object]]:
    """The same as rows for a spreadsheet, with the licence on every row: a row is often copied alone."""
    names = ["key", "name", "title", "version", "adopted_by", "adopted_on", "valid_from", "undated", "standing",
             "published_on", "changed_on", *FORMS]  # fmt: skip
    yield [*names, "license"]
    for row in rows:
        yield [*(_cell(row[name]) for name in names), LICENSE["spdx"]]


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(value)
    return str(value).lower() if isinstance(value, bool) else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
