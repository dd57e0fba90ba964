"""The guide over HTTP. No address holds an answer, no cookie is set, nothing is written; a POST changes nothing.

So the two pages that take answers ask for no token: whoever sent them from elsewhere would learn and change nothing
(docs/decisions/0104-answers-leave-the-browser-once.md).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ophold.record import clock
from ophold.record.cases.standards import catalogue
from ophold.site.guide.page import Place, answer_page, asking, place, places, steps
from ophold.standard.inquiry import Told, told
from ophold.standard.voice import Voice

CHOICES = frozenset(code for code, _ in settings.LANGUAGES)
ASKS = {"mig": Voice.SELF, "paaroerende": Voice.RELATIVE, "fagperson": Voice.PROFESSIONAL}
View = Callable[..., HttpResponse]


def in_the_language_asked_for(view: View) -> View:
    """In the language that the page before was in, or that was just chosen, without a cookie."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        sent = request.POST if request.method == "POST" else request.GET
        asked = sent.get("skift") or sent.get("sprog", "")
        code = asked if asked in CHOICES else translation.get_language()
        with translation.override(code):
            response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = code or ""
        return response

    return spoken


@require_safe
@in_the_language_asked_for
def start(request: HttpRequest) -> HttpResponse:
    """In which municipality?"""
    return _page(request, "guide/start.html", places=places(catalogue(), clock.today()))


@require_safe
@in_the_language_asked_for
def who(request: HttpRequest, key: str) -> HttpResponse:
    """For whom does one ask?"""
    return _page(request, "guide/who.html", place=_place(key), asking=asking(ASKS))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@in_the_language_asked_for
def questions(request: HttpRequest, key: str, asks: str) -> HttpResponse:
    """The questions, one at a time; sent here with answers, they stand as they were."""
    held = _told(request, asks)
    response = _page(request, "guide/questions.html", place=_place(key), asks=asks, told=held, steps=steps(held))
    if request.method == "POST":
        add_never_cache_headers(response)  # answers stand in it
    return response


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_the_language_asked_for
def answer(request: HttpRequest, key: str, asks: str) -> HttpResponse:
    """What can one expect? Without answers, back to the questions."""
    here, held = _place(key), _told(request, asks)
    if request.method != "POST":
        return redirect(_carrying(request, reverse("guide-questions", args=[key, asks])))
    page = answer_page(here, held, clock.today())
    return _page(request, "guide/answer.html", place=here, asks=asks, told=held, page=page, today=clock.today())


def _page(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    query = _carrying(request, "")
    return render(request, template, context | {"guide": template, "query": query})


def _carrying(request: HttpRequest, address: str) -> str:
    """An address that keeps the language that was chosen here."""
    code = request.GET.get("sprog", "")
    return f"{address}?sprog={code}" if code in CHOICES else address


def _place(key: str) -> Place:
    found = place(catalogue(), key, clock.today())
    if found is None:
        raise Http404
    return found


def _told(request: HttpRequest, asks: str) -> Told:
    if asks not in ASKS:
        raise Http404
    return told(dict(request.POST.items()), ASKS[asks])
