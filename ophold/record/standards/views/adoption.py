"""What the checker says of a draft, and the council's adoption of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ophold.record import clock
from ophold.record.cases.acts import Refused
from ophold.record.people.requests import SignedInRequest
from ophold.record.standards import access, actions, desk, findings, forms
from ophold.record.standards.choices import DraftState


@login_required
@require_GET
def check(request: SignedInRequest, number: int) -> HttpResponse:
    """What should we know before the council sees it?"""
    found = desk.open_desk(access.draft(request.user, number), clock.today())
    return render(request, "standards/check.html", {"draft": found.draft, "desk": found})


@login_required
@require_http_methods(["GET", "POST"])
def adopt(request: SignedInRequest, number: int) -> HttpResponse:
    """Record that the council adopted the draft: who, when, from when, and why where it goes against statute."""
    found = desk.open_desk(access.draft(request.user, number), clock.today())
    form = forms.Adopt(
        request.POST or None,
        request.FILES or None,
        conflicts=findings.conflicts(found.findings),
        initial=forms.adoption_of(found.standard),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.adopt_version(found.draft, form.adoption(), by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("drafts")
    context = {"draft": found.draft, "desk": found, "form": form, "open": found.draft.state == DraftState.OPEN}
    return render(request, "standards/adopt.html", context)


@require_GET
def minutes(request: HttpRequest, key: str, version: str) -> HttpResponse:
    """The minutes of the meeting that adopted a version, as a file."""
    found = access.minutes(request.user, key, version)
    headers = {"Content-Disposition": f'attachment; filename="referat-{key}-{version}.pdf"'}
    return HttpResponse(bytes(found.content), content_type="application/pdf", headers=headers)
