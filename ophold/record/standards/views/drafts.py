"""The drafts of a municipality: begin, take in from a file, look, compare, take out, withdraw."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ophold.record import clock
from ophold.record.cases.acts import Refused
from ophold.record.cases.standards import all_settings, catalogue_of
from ophold.record.people.models import Account, Municipality
from ophold.record.people.requests import SignedInRequest
from ophold.record.standards import access, actions, desk, forms, whole
from ophold.record.standards.choices import DraftState, Origin
from ophold.record.standards.models import Draft
from ophold.standard.assemble import standard_from_text
from ophold.standard.canonical import canonical_text
from ophold.standard.plain_yaml import has_comments
from ophold.standard.shape import Standard, StandardRefused


@login_required
@require_GET
def drafts(request: SignedInRequest) -> HttpResponse:
    """Which drafts are there, and which versions have been adopted?"""
    home = access.home(request.user)
    known = catalogue_of(home).standards.get(home.key, ())
    context = {
        "home": home,
        "drafts": access.drafts(request.user),
        "in_force": desk.in_force(home, clock.today()),
        "versions": list(reversed(known)),
        "recorded": {each.version: each for each in access.versions(request.user)},
    }
    return render(request, "standards/drafts.html", context)


@login_required
@require_POST
def begin(request: SignedInRequest) -> HttpResponse:
    """A new draft, from the version in force or from nothing."""
    home = access.home(request.user)
    form = forms.BeginDraft(request.POST)
    now = desk.in_force(home, clock.today())
    if form.is_valid() and form.cleaned_data["origin"] == Origin.VERSION and now is not None:
        return _begun(home, whole.not_adopted(now), Origin.VERSION, now.version, request.user)
    name = now.header.name if now else all_settings()[home.key].name if home.key in all_settings() else home.name
    return _begun(home, whole.empty(home.key, name), Origin.NOTHING, "", request.user)


@login_required
@require_http_methods(["GET", "POST"])
def take_in(request: SignedInRequest) -> HttpResponse:
    """A draft from a file."""
    home = access.home(request.user)
    form = forms.ImportFile(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["file"]
        try:
            standard = standard_from_text(text, "filen")
            begun = _begun(home, standard, Origin.FILE, "", request.user)
        except (StandardRefused, Refused) as refusal:
            form.add_error("file", str(refusal))
        else:
            return HttpResponseRedirect(f"{begun.url}?kommentarer=1") if has_comments(text) else begun
    return render(request, "standards/take_in.html", {"form": form})


@login_required
@require_GET
def draft(request: SignedInRequest, number: int) -> HttpResponse:
    """What does the draft say, what is missing, and what do I do next?"""
    found = desk.open_desk(access.draft(request.user, number), clock.today())
    lines = found.lines(request.user)
    context = {
        "draft": found.draft,
        "desk": found,
        "open": found.draft.state == DraftState.OPEN,
        "matters": [line for line in lines if not whole.is_provision(line.name)],
        "provisions": [line for line in lines if whole.is_provision(line.name)],
        "comments": "kommentarer" in request.GET,
    }
    return render(request, "standards/draft.html", context)


@login_required
@require_GET
def difference(request: SignedInRequest, number: int) -> HttpResponse:
    """What changes from the version in force?"""
    found = desk.open_desk(access.draft(request.user, number), clock.today())
    return render(request, "standards/difference.html", {"draft": found.draft, "desk": found})


@login_required
@require_GET
def as_yaml(request: SignedInRequest, number: int) -> HttpResponse:
    """The draft as a file, in the one form that is written."""
    found = access.draft(request.user, number)
    text = canonical_text(actions.standard_of(found))
    headers = {"Content-Disposition": f'attachment; filename="{found.municipality.key}-kladde-{found.pk}.yaml"'}
    return HttpResponse(text, content_type="application/yaml; charset=utf-8", headers=headers)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    """Put a draft away."""
    found, refusal = access.draft(request.user, number), ""
    if request.method == "POST":
        try:
            actions.withdraw_draft(found, by=request.user, at=clock.now())
        except Refused as refused:
            refusal = str(refused)
        else:
            return redirect("drafts")
    return render(request, "standards/withdraw.html", {"draft": found, "refusal": refusal})


def _begun(home: Municipality, standard: Standard, origin: Origin, based_on: str, by: Account) -> HttpResponseRedirect:
    made: Draft = actions.begin_draft(home, standard, origin=origin, based_on=based_on, by=by, at=clock.now())
    return HttpResponseRedirect(reverse("draft", args=[made.pk]))
