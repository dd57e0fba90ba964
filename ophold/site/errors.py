"""What a person sees when a page cannot be shown.

Made without request, session or database, so that it cannot fail twice.
"""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override

NOTHING_WORKS = "<!doctype html><html lang=da><title>Fejl</title><p>Siden kunne ikke vises. Prøv igen om lidt.</p>"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return HttpResponse(_page("400"), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return HttpResponse(_page("403"), status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, because the form was too old or came from elsewhere."""
    return HttpResponse(_page("csrf"), status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; the same for what is absent and what is not for this reader."""
    return HttpResponse(_page("404"), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    try:
        page = _page("500")
    except Exception:  # whatever broke the page may have broken this one too
        page = NOTHING_WORKS
    return HttpResponse(page, status=500)


@cache
def _page(name: str) -> str:
    with override("da"):
        return render_to_string(f"errors/{name}.html")
