"""Standards side by side: a page, a spreadsheet, and JSON."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from ophold.record import clock
from ophold.record.cases.standards import catalogue, current_settings, statute
from ophold.site.published import caching
from ophold.site.published.choosing import Chosen, chosen
from ophold.site.published.compare_page import compare_page
from ophold.standard import sheet
from ophold.standard.compare import Comparison
from ophold.standard.compare import compare as side_by_side


@require_safe
@caching.page
def compare(request: HttpRequest) -> HttpResponse:
    """What do these municipalities promise, side by side?"""
    found = _chosen(request)
    asked = urlencode([("k", each) for each in found.asked] + [("kun", "forskelle")] * found.differing)
    page = compare_page(_compared(found)) if found.standards else None
    return render(request, "site/compare.html", {"chosen": found, "page": page, "asked": asked})


@require_safe
def compare_sheet(request: HttpRequest) -> HttpResponse:
    """The same for a Danish spreadsheet, in the language asked for in the address."""
    language = "en" if request.GET.get("sprog") == "en" else "da"
    written = sheet.as_csv(sheet.table(_compared(_chosen(request)), language))
    name = "comparison.csv" if language == "en" else "sammenligning.csv"
    return caching.file(request, written, kind="text/csv; charset=utf-8", name=name, language=language,
                        kept=caching.LIST_KEPT, download=True)  # fmt: skip


@require_safe
def compare_json(request: HttpRequest) -> HttpResponse:
    """The same for a program: every answer with its level and source."""
    held = {"on": clock.today().isoformat()} | sheet.as_dict(_compared(_chosen(request)))
    return caching.file(request, json.dumps(held, ensure_ascii=False), kind="application/json",
                        name="sammenligning.json", kept=caching.LIST_KEPT)  # fmt: skip


def _chosen(request: HttpRequest) -> Chosen:
    return chosen(request.GET, catalogue(), clock.today())


def _compared(found: Chosen) -> Comparison:
    today = clock.today()
    return side_by_side(
        found.standards, statute(today), year=today.year, settings=current_settings(today), differing=found.differing
    )
