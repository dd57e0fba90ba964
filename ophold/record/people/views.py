"""Signing in and out. In a demonstration one chooses a person; otherwise a password, for emergency accounts.

A password is chosen by a link that operations make (`ophold account create`); it works once.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ophold.record import clock
from ophold.record.people import actions, forms, queries, sign_in_limit
from ophold.record.people.choices import CASE_ROLES, Role
from ophold.record.people.emergency import links
from ophold.record.people.emergency.actions import choose_password as choose
from ophold.record.people.models import Account
from ophold.record.people.requests import SignedInRequest

BACKEND = "ophold.record.people.passwords.PasswordBackend"


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """By user name and password; in a demonstration the page also offers the cast."""
    form = forms.PasswordSignIn(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = _who(request, **form.cleaned_data)
        if account is not None:
            login(request, account, BACKEND)
            return HttpResponseRedirect(_after(request, account))
        form.add_error(None, _("Du blev ikke logget ind, fordi navn og adgangskode ikke passer sammen. Prøv igen."))
    cast = queries.demo_cast() if settings.DEMO else []
    return render(request, "people/sign_in.html", {"form": form, "cast": cast, "next": _next(request)})


def _who(request: HttpRequest, username: str, password: str) -> Account | None:
    """The account that name and password open now. Raises TooManyAttempts before the password is looked at."""
    now = clock.now()
    limits = sign_in_limit.limits(username, sign_in_limit.address(request))
    actions.count_sign_in(limits, at=now)
    account = authenticate(request, username=username, password=password)
    if not isinstance(account, Account) or (account.ends_at and account.ends_at <= now):
        return None
    actions.forget_sign_in(sign_in_limit.of_name(username))
    return account


@never_cache
@require_http_methods(["GET", "POST"])
def choose_password(request: HttpRequest, token: str) -> HttpResponse:
    """The page a one-time link leads to."""
    account = links.account_of(token, at=clock.now())
    form = forms.NewPassword(request.POST or None)
    chosen = False
    if account is not None and request.method == "POST" and form.is_valid():
        chosen = choose(account, form.cleaned_data["password"], at=clock.now())
        account = account if chosen else None
    page = {"form": form, "holder": account, "chosen": chosen}
    return render(request, "people/choose_password.html", page, status=200 if account else 404)


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


@login_required
@require_POST
def stay(request: SignedInRequest) -> HttpResponse:
    """Prolong the session; answers the instant it now ends, for the script that asked."""
    return HttpResponse(request.session.prolong().isoformat(), content_type="text/plain")


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
    if account.role == Role.ADMINISTRATOR:
        return reverse("administration")
    if account.role == Role.POLICY_OFFICER:
        return reverse("drafts")
    return reverse("standard-in-force", args=[account.municipality.key])
