"""What a person sees when a page cannot be shown.

Made without request, session or database, so that it cannot fail twice. Each carries the request's id, which the log
has too, and nothing personal. A busy or absent database is 503, a form too large 413, too many tries 429.
"""

from __future__ import annotations

import sys
from functools import cache

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override

from ophold.record.people.sign_in_limit import TooManyAttempts
from ophold.site.logs import request_id

ID_GOES_HERE = "000000000000"
NOTHING_WORKS = (
    "<!doctype html><html lang=da><title>Fejl</title><p>Siden kunne ikke vises. Prøv igen om lidt."
    f"<p lang=en>The page could not be shown. Try again in a moment.<p>{ID_GOES_HERE}</html>"
)
RETRY_AFTER_BUSY = 5  # seconds


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 for what is too large."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return _answer("413", 413)
    return _answer("400", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, or 429 for too many tries."""
    if isinstance(exception, TooManyAttempts):
        return _answer("429", 429, retry_after=exception.retry_after)
    return _answer("403", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, because the form was too old or came from elsewhere."""
    return _answer("csrf", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; the same for what is absent and what is not for this reader."""
    return _answer("404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database is busy or away."""
    if isinstance(sys.exc_info()[1], OperationalError):
        return _answer("503", 503, retry_after=RETRY_AFTER_BUSY)
    return _answer("500", 500)


def _answer(name: str, status: int, *, retry_after: int = 0) -> HttpResponse:
    try:
        page = _page(name)
    except Exception:  # whatever broke the page may have broken this one too
        page = NOTHING_WORKS
    response = HttpResponse(page.replace(ID_GOES_HERE, request_id.get() or "–"), status=status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


@cache
def _page(name: str) -> str:
    with override("da"):
        return render_to_string(f"errors/{name}.html", {"id": ID_GOES_HERE})
