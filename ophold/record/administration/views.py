"""The administrator's pages."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ophold.law import wording
from ophold.law.promises import Period
from ophold.record import clock
from ophold.record.administration import access, actions, forms, queries
from ophold.record.administration.choices import Setting
from ophold.record.cases.acts import Refused
from ophold.record.cases.standards import all_settings, settings_of
from ophold.record.people.choices import Role
from ophold.record.people.requests import SignedInRequest

FORMS: dict[str, type[forms.Changed]] = {
    "afsender": forms.Sender,
    "klageadresse": forms.ComplaintAddress,
    "brevdage": forms.LetterDays,
    "lukkedag": forms.ClosingDay,
    "svarfrist": forms.PublishedDeadline,
}


def period(within: Period) -> str:
    """A period in the reader's language."""
    english = (get_language() or "da").startswith("en")
    return wording.period_en(within) if english else wording.period(within)


SETTINGS = dict(zip(FORMS, Setting, strict=True))


@login_required
@require_GET
def administration(request: SignedInRequest) -> HttpResponse:
    """What is fixed in the municipality's file, what was changed here, and what holds today?"""
    home = access.administered(request.user)
    context = {
        "home": home,
        "file": all_settings()[home.key],
        "now": settings_of(home, clock.today()),
        "changes": queries.entered(home.pk),
        "kinds": [(slug, setting.label) for slug, setting in SETTINGS.items()],
        "period": period,
    }
    return render(request, "administration/administration.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def setting(request: SignedInRequest, what: str) -> HttpResponse:
    """Another value from a day on."""
    home = access.administered(request.user)
    if what not in FORMS:
        raise Http404
    form = FORMS[what](request.POST or None, initial={"valid_from": clock.today(), "name": home.name})
    if form.is_valid():
        said = {"valid_from": form.cleaned_data["valid_from"], "source": form.cleaned_data["source"]}
        value = form.value()
        if what == "svarfrist":
            value["entered_by"] = request.user.name
        try:
            actions.change_setting(home, what=SETTINGS[what], value=value, by=request.user, at=clock.now(), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("administration")
    return render(request, "administration/setting.html", {"form": form, "label": SETTINGS[what].label})


@login_required
@require_http_methods(["GET", "POST"])
def staff(request: SignedInRequest) -> HttpResponse:
    """Who can sign in for the municipality? And a new one."""
    home = access.administered(request.user)
    form = forms.NewAccount(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data | {"role": Role(form.cleaned_data["role"])}
        try:
            actions.make_account(home, is_demo=settings.DEMO, by=request.user, at=clock.now(), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("staff")
    return render(request, "administration/staff.html", {"form": form, "people": access.staff(request.user)})


@login_required
@require_http_methods(["GET", "POST"])
def change_role(request: SignedInRequest, number: int) -> HttpResponse:
    """Another role for somebody."""
    member = access.member(request.user, number)
    form = forms.AccountRole(request.POST or None, initial={"role": member.role})
    if form.is_valid():
        try:
            actions.change_role(member, role=Role(form.cleaned_data["role"]), by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("staff")
    return render(request, "administration/member.html", {"form": form, "member": member, "refusal": ""})


@login_required
@require_POST
def close_account(request: SignedInRequest, number: int) -> HttpResponse:
    """Somebody has left: no sign-in, and open sessions end at once."""
    member = access.member(request.user, number)
    form = forms.AccountRole(initial={"role": member.role})
    try:
        actions.close_account(member, by=request.user, at=clock.now())
    except Refused as refusal:
        return render(request, "administration/member.html", {"form": form, "member": member, "refusal": str(refusal)})
    return redirect("staff")
