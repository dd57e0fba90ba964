"""The pages of hearings and decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ophold.journey.decisions import actions, forms
from ophold.journey.decisions.deadline import always_by, answer_by
from ophold.journey.decisions.desk import decision_desk, letter_ahead
from ophold.journey.decisions.papers import replied
from ophold.journey.decisions.queries import citizens_hearing, heard, hearings
from ophold.journey.decisions.words import paragraphs
from ophold.record import clock
from ophold.record.attachments.reception import receive_beside
from ophold.record.cases import access
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.choices import Channel
from ophold.record.cases.forms import Act
from ophold.record.cases.models import Case
from ophold.record.cases.standards import standard_of
from ophold.record.letters.typeset import pdf
from ophold.record.people.requests import SignedInRequest

BOTH = ["GET", "POST"]


@login_required
@require_http_methods(BOTH)
def send_hearing(request: SignedInRequest, reference: str) -> HttpResponse:
    """Send the draft in hearing."""
    case = _case(request, reference, "send_hearing")
    promise = always_by(standard_of(case))
    channel = Channel.DIGITAL_POST if case.citizen.digital_post else Channel.LETTER
    deadline = answer_by(case, channel=channel, sent=clock.today())
    promised = {"always": promise is not None, "length": deadline.value is not None}
    form = forms.HearingForm(request.POST or None, **promised)
    if _done(form, lambda: actions.send_hearing(case, words=form.words(), **_doer(request, form))):
        return redirect("case", reference)
    sent = hearings(case)
    if form.is_bound:
        form.has_now_seen(len(sent))
    else:
        form = forms.HearingForm(initial={"drafts_seen": len(sent)}, **promised)
    facts = {"form": form, "promise": promise, "deadline": deadline, "sent": sent}
    return _page(request, "send_hearing", case, facts)


@login_required
@require_http_methods(BOTH)
def exempt_hearing(request: SignedInRequest, reference: str) -> HttpResponse:
    """Leave statute's hearing out."""
    case = _case(request, reference, "exempt_hearing")
    form = forms.ExemptionForm(request.POST or None)
    if _done(form, lambda: actions.exempt_hearing(case, words=form.words(), **_doer(request, form))):
        return redirect("case", reference)
    return _page(request, "exempt_hearing", case, {"form": form, "promise": always_by(standard_of(case))})


@login_required
@require_http_methods(BOTH)
def register_remarks(request: SignedInRequest, reference: str) -> HttpResponse:
    """Enter what somebody heard said or wrote on paper."""
    case = _case(request, reference, "register_remarks")
    rows = heard(case)
    form = forms.RemarksForm(
        request.POST or None, request.FILES or None, rows=rows, initial={"received_on": clock.today()}
    )
    receive_beside(form, request.user, case.municipality, at=clock.now())
    if _done(
        form,
        lambda: actions.register_remarks(case, heard_id=form.heard_id(), words=form.words(), **_doer(request, form)),
    ):
        return redirect("case", reference)
    return _page(request, "register_remarks", case, {"form": form, "rows": rows})


@login_required
@require_http_methods(BOTH)
def decide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write the decision, see the letter and what is missing, and make it."""
    case = _case(request, reference, "decide")
    form = forms.DecisionForm(request.POST or None)
    if "decide" in request.POST and _done(
        form, lambda: actions.decide(case, words=form.words(), **_doer(request, form))
    ):
        return redirect("case", reference)
    if "pdf" in request.POST and form.is_valid():
        made: list[bytes] = []
        if _done(form, lambda: made.append(pdf(letter_ahead(case, form.words(), by=request.user, at=clock.now())))):
            return HttpResponse(made[0], content_type="application/pdf")
    words = form.words() if form.is_bound and not form.unreadable() else None
    desk = decision_desk(case, words, by=request.user, at=clock.now())
    if form.is_bound:
        form.has_now_seen(desk.file.held.remarks)
    else:
        form = forms.DecisionForm(initial=desk.starting)
    return _page(request, "decide", case, {"form": form, "desk": desk})


@login_required
@require_http_methods(BOTH)
def hearing_reply(request: SignedInRequest, reference: str) -> HttpResponse:
    """The draft paragraph by paragraph, and the citizen's reply to it."""
    case = _own(request, reference)
    row = citizens_hearing(case)
    draft = paragraphs(row.hearing.draft) if row else ()
    form = forms.ReplyForm(request.POST or None, request.FILES or None, paragraphs=draft)
    receive_beside(form, request.user, case.municipality, at=clock.now())
    nothing = "nothing" in request.POST
    if _done(
        form,
        lambda: actions.reply_hearing(
            case, words=form.words(on=clock.today(), nothing=nothing), **_doer(request, form)
        ),
    ):
        return redirect("hearing-reply", reference)
    papers = replied(request.user, case, row) if row else {}
    return _page(request, "reply_hearing", case, {"form": form, "row": row, "draft": draft, "papers": papers})


def _case(request: SignedInRequest, reference: str, act: str) -> Case:
    if request.method == "POST":
        return access.work_case(request.user, reference)
    return access.read_work_case(request.user, reference, page=act, at=clock.now())


def _own(request: SignedInRequest, reference: str) -> Case:
    if request.method == "POST":
        return access.own_case(request.user, reference)
    return access.read_own_case(request.user, reference, page="hearing-reply", at=clock.now())


def _doer(request: SignedInRequest, form: Act) -> dict[str, Any]:
    return {"by": request.user, "at": clock.now(), "act_key": form.cleaned_data["act_key"]}


def _done(form: Act, do: Callable[[], object]) -> bool:
    """Whether the act was done; a refusal is written on the form."""
    if not form.is_valid():
        return False
    try:
        do()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _page(request: SignedInRequest, act: str, case: Case, facts: Mapping[str, Any]) -> HttpResponse:
    context = {"case": case, "impossible": why_not(act, case, request.user), "today": clock.today(), **facts}
    return render(request, f"decisions/{act}.html", context)
