"""One section of a draft: written as one goes, judged, and chosen where two people wrote at once."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ophold.record import clock
from ophold.record.cases.acts import Refused
from ophold.record.people.requests import SignedInRequest
from ophold.record.standards import access, actions, desk, whole
from ophold.record.standards.choices import DraftState
from ophold.record.standards.frame import Frame, frame
from ophold.record.standards.models import Section
from ophold.record.standards.sections import SectionForm, section_form, titles, typed_in


@login_required
@require_http_methods(["GET", "POST"])
def section(request: SignedInRequest, number: int, name: str) -> HttpResponse:
    """One part of the standard: its boxes, the legal frame beside them, and what the checker says of it."""
    row = access.section(request.user, number, name)
    found = desk.open_desk(access.draft(request.user, number), clock.today())
    if request.method == "GET":
        return _page(request, found, row, section_form(found.contents(row), _waiting(row, request)))
    typed = typed_in(request.POST)
    form = section_form(found.contents(row), typed)
    window = actions.Typed(
        boxes=typed, value=form.said, revision=_number(request.POST.get("revision")),
        window=request.POST.get("window", "")[:36],
    )  # fmt: skip
    try:
        row = actions.save_section(found.draft, name, window, by=request.user, at=clock.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, row, form, refused=str(refusal))
    if form.said is not None and "next" in request.POST and str(request.user.pk) not in row.asides:
        return redirect("draft-section", number, found.after(name))
    return _page(request, desk.open_desk(found.draft, clock.today()), row, form, posted=True)


@login_required
@require_POST
def keep_theirs(request: SignedInRequest, number: int, name: str) -> HttpResponse:
    """Two wrote at once; the text that is saved stays, one's own is let go."""
    access.section(request.user, number, name)
    try:
        actions.drop_aside(access.draft(request.user, number), name, by=request.user, at=clock.now())
    except Refused:
        return redirect("draft", number)  # which says that the draft is closed
    return redirect("draft-section", number, name)


@login_required
@require_POST
def add_provision(request: SignedInRequest, number: int) -> HttpResponse:
    """Another provision, to be written now."""
    try:
        made = actions.add_provision(access.draft(request.user, number), by=request.user, at=clock.now())
    except Refused:
        return redirect("draft", number)
    return redirect("draft-section", number, made.name)


@login_required
@require_POST
def remove_provision(request: SignedInRequest, number: int, name: str) -> HttpResponse:
    """Take a provision out, or back in."""
    row = access.section(request.user, number, name)
    draft, removed = access.draft(request.user, number), "back" not in request.POST
    try:
        actions.remove_provision(draft, name, removed=removed, by=request.user, at=clock.now())
    except Refused as refusal:
        found = desk.open_desk(draft, clock.today())
        form = section_form(found.contents(row), row.typed)
        return _page(request, found, row, form, refused=str(refusal))
    return redirect("draft", number)


def _waiting(row: Section, request: SignedInRequest) -> Any:
    """One's own text that was put aside, else what is typed, else None: then the value is shown."""
    aside = row.asides.get(str(request.user.pk))
    return aside["boxes"] if aside else row.typed


def _page(
    request: SignedInRequest, found: desk.Desk, row: Section, form: SectionForm, *, posted: bool = False,
    refused: str = "",
) -> HttpResponse:  # fmt: skip
    (title,) = (title for _name, title in titles([row.name]))
    aside = row.asides.get(str(request.user.pk))
    context = {
        "draft": found.draft, "desk": found, "row": row, "form": form, "title": title, "posted": posted,
        "frame": _frame(found, row), "aside": aside, "refused": refused,
        "between": desk.compared(found, row.name, form.said) if aside else (),
        "is_provision": whole.is_provision(row.name), "open": found.draft.state == DraftState.OPEN,
        "window": request.POST.get("window") or str(uuid4()),
    }  # fmt: skip
    return render(request, "standards/section.html", context)


def _frame(found: desk.Desk, row: Section) -> Frame:
    return frame(found, row.name)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else -1
