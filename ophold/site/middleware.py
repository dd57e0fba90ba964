"""Around every page: its id and its line in the log, its language, and how a part hears that the session is over.

Danish, until the reader chooses English: a browser's own language list is not asked (docs/decisions/0041). The log's
line names the route, never the address: an address may hold a case, a link or what somebody typed. The id is ours,
never the sender's, and goes out in `X-Request-ID` and on every error page.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from ophold.record import clock
from ophold.site import health
from ophold.site.logs import request_id

log = logging.getLogger(__name__)
CHOICES = frozenset(code for code, _ in settings.LANGUAGES)


class RequestLog:
    """Around everything else, so that nothing is answered without an id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        own = secrets.token_hex(6)
        token = request_id.set(own)
        began = time.perf_counter()
        try:
            response = _health() if request.path == health.PATH else self.get_response(request)
            response.headers["X-Request-ID"] = own
            if request.path != health.PATH:
                log.info("request", extra={"fields": _line(request, response, time.perf_counter() - began)})
            return response
        finally:
            request_id.reset(token)


def _health() -> HttpResponse:
    """Before sessions, hosts and the redirect to HTTPS, so that a load balancer may ask by address."""
    found = health.now(clock.now())
    return JsonResponse(found.told(), status=200 if found.serves else 503, headers={"Cache-Control": "no-store"})


def _line(request: HttpRequest, response: HttpResponseBase, took: float) -> dict[str, object]:
    match = request.resolver_match
    method = request.method if request.method in ("GET", "HEAD", "POST") else "other"
    return {
        "method": method,
        "route": (match.url_name if match else None) or "-",
        "status": response.status_code,
        "ms": round(took * 1000),
    }


class ChosenLanguage:
    """Reads the language cookie and nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        code = chosen if chosen in CHOICES else settings.LANGUAGE_CODE
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ("Cookie",))
        return response


class WholePageSignIn:
    """A part of a page that asks for sign-in sends the whole page there, instead of being swapped for nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        place = response.headers.get("Location", "")
        if "HX-Request" in request.headers and place.startswith(reverse(settings.LOGIN_URL)):
            return HttpResponse(status=204, headers={"HX-Redirect": place})
        return response
