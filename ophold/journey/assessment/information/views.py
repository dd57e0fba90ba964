"""The pages where others are asked for information, chased, and their answers written down."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ophold.journey.assessment.information import access, actions, forms, queries
from ophold.record import clock
from ophold.record.cases.access import read_work_case, work_case
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.forms import Act
from ophold.record.cases.models import Case
from ophold.record.letters.content import LetterRefused
from ophold.record.people.requests import SignedInRequest

REFUSALS = (Refused, LetterRefused)


@login_required
@require_GET
def information(request: SignedInRequest, reference: str) -> HttpResponse:
    """Who was asked what, by what leave, and what has come?"""
    case = read_work_case(request.user, reference, page="information", at=clock.now())
    context = {
        "case": case,
        "requests": queries.requests(case),
        "consents": queries.consents(case),
        "today": clock.today(),
        "impossible": why_not("request_information", case, request.user),
        "new_key": lambda: str(uuid4()),
    }
    return render(request, "information/information.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def consent(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write down a consent."""
    case = _case(request, reference, "record_consent")
    form = forms.ConsentForm(request.POST or None, initial={"given_on": clock.today(), "given_by": case.citizen.name})
    if form.is_valid():
        key = form.cleaned_data["act_key"]
        try:
            actions.record_consent(case, consent=form.facts(), by=request.user, at=clock.now(), act_key=key)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("information", reference)
    return _act(request, case, form, "record_consent", _("Notér et samtykke"), _("Gem samtykket"))


@login_required
@require_POST
def withdraw(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The citizen takes a consent back."""
    case = work_case(request.user, reference)
    form = Act(request.POST)
    if form.is_valid():
        key = form.cleaned_data["act_key"]
        try:
            actions.withdraw_consent(case, consent_id=number, by=request.user, at=clock.now(), act_key=key)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _act(request, case, form, "withdraw_consent", _("Træk samtykket tilbage"), "")
    return redirect("information", reference)


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask somebody for information by letter."""
    case = _case(request, reference, "request_information")
    form = forms.RequestForm(request.POST or None, held=queries.consents(case))
    if form.is_valid():
        key = form.cleaned_data["act_key"]
        try:
            actions.request_information(case, asked=form.asked(), by=request.user, at=clock.now(), act_key=key)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("information", reference)
    return _act(request, case, form, "request_information", _("Bed om oplysninger"), _("Send brevet"))


@login_required
@require_http_methods(["GET", "POST"])
def chase(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Remind whoever was asked."""
    case = _case(request, reference, "chase_information")
    asked = access.request(case, number)
    form = forms.ChaserForm(request.POST or None)
    if form.is_valid():
        try:
            actions.chase_information(case, request_id=asked.pk, by=request.user, at=clock.now(), **form.cleaned_data)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("information", reference)
    return _act(request, case, form, "chase_information", _("Ryk for svar"), _("Send rykkeren"), asked=asked)


@login_required
@require_http_methods(["GET", "POST"])
def register(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Write down what came."""
    case = _case(request, reference, "register_information")
    asked = access.request(case, number)
    form = forms.InformationForm(request.POST or None, initial={"received_on": clock.today()})
    if form.is_valid():
        try:
            actions.register_information(case, request_id=asked.pk, by=request.user, at=clock.now(), **form.told())
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("information", reference)
    return _act(request, case, form, "register_information", _("Notér svaret"), _("Gem svaret"), asked=asked)


def _case(request: SignedInRequest, reference: str, page: str) -> Case:
    """The case; opening the page is in the journal, sending its form is an act of its own."""
    if request.method == "POST":
        return work_case(request.user, reference)
    return read_work_case(request.user, reference, page=page, at=clock.now())


def _act(
    request: SignedInRequest, case: Case, form: Act, act: str, heading: str | Promise, verb: str | Promise, **more: Any
) -> HttpResponse:
    context = {
        "case": case,
        "form": form,
        "heading": heading,
        "verb": verb,
        "impossible": why_not(act, case, request.user),
    }
    return render(request, "information/act.html", context | {"asked": None} | more)
