"""Signing in and out. In a demonstration one chooses a person; otherwise a password, for emergency accounts."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ophold.record.people import forms, queries
from ophold.record.people.choices import CASE_ROLES
from ophold.record.people.models import Account

BACKEND = "ophold.record.people.passwords.PasswordBackend"


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """By user name and password; in a demonstration the page also offers the cast."""
    form = forms.PasswordSignIn(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = authenticate(request, **form.cleaned_data)
        if isinstance(account, Account):
            login(request, account, BACKEND)
            return HttpResponseRedirect(_after(request, account))
        form.add_error(None, _("Du blev ikke logget ind, fordi navn og adgangskode ikke passer sammen. Prøv igen."))
    cast = queries.demo_cast() if settings.DEMO else []
    return render(request, "people/sign_in.html", {"form": form, "cast": cast, "next": _next(request)})


@require_POST
def become(request: HttpRequest) -> HttpResponse:
    """Be somebody of the cast; exists in a demonstration only."""
    name = request.POST.get("username", "").replace("\0", "")  # PostgreSQL takes no NUL, not even to look for
    chosen = Account.objects.filter(username=name, is_demo=True, is_active=True).first()
    if not settings.DEMO or chosen is None:
        return redirect("sign-in")
    login(request, chosen, BACKEND)
    return HttpResponseRedirect(_after(request, chosen))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Close this browser's session."""
    logout(request)
    return redirect("front")


def _next(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}) else ""


def _after(request: HttpRequest, account: Account) -> str:
    """Where they were going, else the page their role begins on."""
    if asked := _next(request):
        return asked
    if account.municipality is None:
        return reverse("my-cases")
    if account.role in CASE_ROLES:
        return reverse("work-list")
    return reverse("standard-in-force", args=[account.municipality.key])
