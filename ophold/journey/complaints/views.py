"""The pages of a complaint: the citizen's one, and those of the people who reassess it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from ophold.journey.complaints import access, actions, forms
from ophold.journey.complaints.choices import Outcome
from ophold.journey.complaints.models import Complaint
from ophold.journey.complaints.page import complaint_page, own_page, papers_with, why_not_anew
from ophold.journey.complaints.queries import decisions_of, newest_of, open_complaint
from ophold.journey.decisions.desk import decision_desk, letter_ahead
from ophold.journey.decisions.forms import DecisionForm
from ophold.record import clock
from ophold.record.attachments.reception import receive_beside
from ophold.record.cases import access as cases
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.forms import Act
from ophold.record.cases.models import Case
from ophold.record.cases.queries import parties_on
from ophold.record.cases.views import act_page
from ophold.record.letters.typeset import pdf
from ophold.record.people.requests import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def complain(request: SignedInRequest, reference: str) -> HttpResponse:
    """The citizen complains: one page, no reasons demanded."""
    if request.method == "POST":
        case = cases.own_case(request.user, reference)
    else:
        case = cases.read_own_case(request.user, reference, page="complain", at=clock.now())
    decisions = decisions_of(case)
    form = forms.Complain(request.POST or None, request.FILES or None, decisions=decisions)
    receive_beside(form, request.user, case.municipality, at=clock.now())
    if form.is_valid():
        said = form.cleaned_data | {"decision_id": form.cleaned_data["decision"]}
        del said["decision"]
        try:
            actions.complain(case, by=request.user, at=clock.now(), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("complaint-receipt", reference, newest_of(case).number)
    impossible = why_not("complain", case, request.user)
    context = {"case": case, "form": form, "impossible": impossible, "today": clock.today()}
    return render(request, "complaints/complain.html", context | own_page(case, decisions))


@login_required
@require_GET
def complaint_receipt(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Did it arrive, and by when does something happen?"""
    found = access.read_own_complaint(request.user, reference, number, page="complaint-receipt", at=clock.now())
    context = {"complaint": found, "today": clock.today(), "papers": papers_with(request.user, found)}
    return render(request, "complaints/receipt.html", context | complaint_page(found))


@login_required
@require_GET
def reassess(request: SignedInRequest, reference: str) -> HttpResponse:
    """To the complaint that waits; to the case when none does."""
    case = cases.work_case(request.user, reference)
    waiting = open_complaint(case)
    return redirect("complaint", reference, waiting.number) if waiting else redirect("case", reference)


@login_required
@require_http_methods(["GET", "POST"])
def register_complaint(request: SignedInRequest, reference: str) -> HttpResponse:
    """Staff enter a complaint that came some other way."""
    case = cases.work_case(request.user, reference)
    form = forms.RegisterComplaint(
        request.POST or None,
        request.FILES or None,
        decisions=decisions_of(case),
        parties=parties_on(case, clock.today()),
        initial={"received_on": clock.today(), "from_whom": "citizen"},
    )
    receive_beside(form, request.user, case.municipality, at=clock.now())

    def do(case: Case, form: Act) -> None:
        assert isinstance(form, forms.RegisterComplaint)
        key = form.cleaned_data["act_key"]
        actions.register_complaint(case, words=form.words(), by=request.user, at=clock.now(), act_key=key)

    lead = _("Enhver klage registreres: også sene, mundtlige og uden fuldmagt. Fristen regnes fra den dag, den kom.")
    return act_page(request, reference, "register_complaint", form, do, lead=lead)


@login_required
@require_http_methods(["GET", "POST"])
def complaint(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """One clock, what is being reassessed beside the old reasons, and three outcomes."""
    if request.method == "POST":
        return _reassessed(request, access.complaint(request.user, reference, number))
    found = access.read_complaint(request.user, reference, number, page="complaint", at=clock.now())
    return _page(request, found, forms.Reassess())


def _reassessed(request: SignedInRequest, found: Complaint) -> HttpResponse:
    form = forms.Reassess(request.POST)
    if form.is_valid():
        said = form.cleaned_data | {"outcome": Outcome(form.cleaned_data["outcome"])}
        try:
            actions.reassess(found.case, number=found.number, by=request.user, at=clock.now(), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("complaint", found.case.reference, found.number)
    return _page(request, found, form)


def _page(request: SignedInRequest, found: Complaint, form: forms.Reassess) -> HttpResponse:
    impossible = why_not("reassess", found.case, request.user)
    context = {"complaint": found, "form": form, "impossible": impossible, "today": clock.today()}
    context |= {"papers": papers_with(request.user, found)}
    return render(request, "complaints/complaint.html", context | complaint_page(found))


@login_required
@require_http_methods(["GET", "POST"])
def forward_complaint(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Send the file to Ankestyrelsen."""

    def do(case: Case, form: Act) -> None:
        actions.forward_complaint(case, number=number, by=request.user, at=clock.now(), **form.cleaned_data)

    access.complaint(request.user, reference, number)
    lead = _("Klagen, afgørelsen, genvurderingen og sagens papirer sendes samlet. Borgeren får besked med en liste.")
    return act_page(request, reference, "forward_complaint", forms.Forward(request.POST or None), do, lead=lead)


@login_required
@require_http_methods(["GET", "POST"])
def record_authority(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The authority that was missing has come."""

    def do(case: Case, form: Act) -> None:
        actions.record_authority(case, number=number, by=request.user, at=clock.now(), **form.cleaned_data)

    found = access.complaint(request.user, reference, number)
    form = forms.Authority(request.POST or None, parties=parties_on(found.case, clock.today()))
    lead = _("Står personen ikke her, så tilføj parten til sagen først, med grundlag. Klagen behandles imens.")
    return act_page(request, reference, "record_authority", form, do, lead=lead)


@login_required
@require_http_methods(["GET", "POST"])
def delay_reassessment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Give notice that the reassessment takes longer."""

    def do(case: Case, form: Act) -> None:
        actions.delay_reassessment(case, number=number, by=request.user, at=clock.now(), **form.cleaned_data)

    access.complaint(request.user, reference, number)
    lead = _("Fristen kan kun blive længere, fordi der mangler oplysninger eller en vurdering. Klageren får besked.")
    return act_page(request, reference, "delay_reassessment", forms.Delay(request.POST or None), do, lead=lead)


@login_required
@require_http_methods(["GET", "POST"])
def decide_anew(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Write the new decision a complaint waits for, see the letter and what is missing, and make it."""
    found = _anew(request, reference, number)
    form = DecisionForm(request.POST or None)
    if "decide" in request.POST and _decided(request, found, form):
        return redirect("complaint", reference, number)
    if "pdf" in request.POST and form.is_valid():
        ahead = letter_ahead(found.case, form.words(), by=request.user, at=clock.now())
        return HttpResponse(pdf(ahead), content_type="application/pdf")
    words = form.words() if form.is_bound and not form.unreadable() else None
    desk = decision_desk(found.case, words, by=request.user, at=clock.now())
    if form.is_bound:
        form.has_now_seen(desk.file.held.remarks)
    else:
        form = DecisionForm(initial=desk.starting | {"applied_for": found.decision.applied_for})
    context = {"case": found.case, "complaint": found, "form": form, "desk": desk, "today": clock.today()}
    impossible = why_not("decide_anew", found.case, request.user) or why_not_anew(found)
    return render(request, "complaints/decide_anew.html", context | {"impossible": impossible})


def _anew(request: SignedInRequest, reference: str, number: int) -> Complaint:
    if request.method == "POST":
        return access.complaint(request.user, reference, number)
    return access.read_complaint(request.user, reference, number, page="decide_anew", at=clock.now())


def _decided(request: SignedInRequest, found: Complaint, form: DecisionForm) -> bool:
    if not form.is_valid():
        return False
    key = form.cleaned_data["act_key"]
    try:
        actions.decide_anew(
            found.case, number=found.number, words=form.words(), by=request.user, at=clock.now(), act_key=key
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
