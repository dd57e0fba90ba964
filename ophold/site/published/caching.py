"""How long may what is published be kept, by whom, and how does one ask whether it is still the same?

A file is the same for everybody at its address: anyone may keep it for an hour, and then asks by its mark (ETag).
A page is another one in another language and holds the reader's own token for the language form, so only the reader's
browser keeps it, and it always asks. Nobody who is signed in keeps anything (`AccountMiddleware`).
Reading: docs/decisions/0098-addresses-and-files.md.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from ophold.law.calendar import COPENHAGEN

FILE_KEPT = "public, max-age=3600"
LIST_KEPT = "public, max-age=600"  # what changes with the day
PAGE_KEPT = "private, no-cache"
FORMS_CHANGED_ON = date(2026, 11, 22)  # raised when PDF, JSON or list look or say otherwise: Last-Modified follows it
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')

View = Callable[..., HttpResponse]


def file(
    request: HttpRequest,
    content: str | bytes,
    *,
    kind: str,
    name: str,
    language: str = "da",
    changed: date | None = None,
    kept: str = FILE_KEPT,
    download: bool = False,
) -> HttpResponse:
    """What is the same for everybody at an address, or that it is unchanged (304)."""
    body = content.encode() if isinstance(content, str) else content
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'{"attachment" if download else "inline"}; filename="{name}"'
    response["Content-Language"] = language
    response["Cache-Control"] = kept
    response["Access-Control-Allow-Origin"] = "*"  # open to any page that wants to read it; nobody's own is in it
    response["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    modified = None
    if changed is not None:
        modified = int(start_of(max(changed, FORMS_CHANGED_ON)).timestamp())
        response["Last-Modified"] = http_date(modified)
    return _or_unchanged(request, response, modified)


def page(view: View) -> View:
    """A public page: kept by the reader's own browser alone, which asks each time whether it is still the same."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code != 200 or request.user.is_authenticated:
            return response
        said = _TOKEN.sub(b"", response.content) + request.COOKIES.get(settings.CSRF_COOKIE_NAME, "").encode()
        response["ETag"] = f'W/"{hashlib.sha256(said).hexdigest()[:32]}"'
        response["Cache-Control"] = PAGE_KEPT
        return _or_unchanged(request, response, None)

    return shown


def start_of(day: date) -> datetime:
    """The first instant of a day in Copenhagen, in UTC."""
    return datetime.combine(day, time.min, tzinfo=COPENHAGEN).astimezone(UTC)


def _or_unchanged(request: HttpRequest, response: HttpResponse, modified: int | None) -> HttpResponse:
    answer = get_conditional_response(request, response["ETag"], modified, response)
    assert isinstance(answer, HttpResponse)
    return answer
