"""Every version in one list, as open data, and what is new as a feed."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ophold.record import clock
from ophold.record.cases.standards import catalogue_at
from ophold.record.standards.queries import stamps
from ophold.site.published import caching, feed, open_list
from ophold.site.published.register import register
from ophold.standard import sheet


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The list for a program."""
    held = {"on": clock.today().isoformat(), "license": open_list.LICENSE, "standards": _entries(request)}
    return caching.file(request, json.dumps(held, ensure_ascii=False, indent=2), kind="application/json",
                        name="standarder.json", kept=caching.LIST_KEPT)  # fmt: skip


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The list for a Danish spreadsheet."""
    written = sheet.as_csv(open_list.table(_entries(request)))
    return caching.file(request, written, kind="text/csv; charset=utf-8", name="standarder.csv",
                        kept=caching.LIST_KEPT, download=True)  # fmt: skip


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What was published anywhere, newest first."""
    stamped = stamps()
    every = [each for versions in catalogue_at(stamped).standards.values() for each in versions]
    return _feed(
        request,
        feed.dated(every, register(stamped)),
        "Kvalitetsstandarder for midlertidigt ophold",
        reverse("standards"),
    )


@require_safe
def changes_of(request: HttpRequest, key: str) -> HttpResponse:
    """What one municipality published."""
    stamped = stamps()
    versions = catalogue_at(stamped).standards.get(key)
    if not versions:
        raise Http404
    title = f"{versions[-1].header.name}: kvalitetsstandard for midlertidigt ophold"
    return _feed(request, feed.dated(versions, register(stamped)), title, reverse("standard-in-force", args=[key]))


def _feed(request: HttpRequest, found: list[feed.Dated], title: str, page: str) -> HttpResponse:
    if not found:
        raise Http404  # a feed must say when it was updated, and nobody knows
    named_by = feed.authority(settings.ALLOWED_HOSTS)
    made = feed.atom(found, title=title, path=request.path, page=page, authority=named_by,
                     absolute=request.build_absolute_uri)  # fmt: skip
    changed = max(out.changed for _standard, out in found)
    return caching.file(request, made, kind="application/atom+xml; charset=utf-8", name="aendringer.atom",
                        changed=changed, kept=caching.LIST_KEPT)  # fmt: skip


def _entries(request: HttpRequest) -> list[dict[str, object]]:
    stamped = stamps()
    known = catalogue_at(stamped)
    return list(open_list.entries(known, register(stamped), clock.today(), request.build_absolute_uri))
