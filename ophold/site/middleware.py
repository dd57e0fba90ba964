"""Which language a page is in, and how a part of a page hears that the session is over.

Danish, until the reader chooses English: a browser's own language list is not asked (docs/decisions/0041).
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

CHOICES = frozenset(code for code, _ in settings.LANGUAGES)


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
