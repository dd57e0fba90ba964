"""The work list and the case page."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from ophold.journey.intake.access import may_register
from ophold.outlook.desk.casepage import case_page
from ophold.outlook.desk.forms import Search
from ophold.outlook.desk.search import search as search_cases
from ophold.outlook.desk.words import KINDS
from ophold.outlook.desk.worklist import TABS, Tab, work_list
from ophold.record import clock
from ophold.record.cases import access
from ophold.record.cases.choices import CaseState
from ophold.record.journal.actions import record_read
from ophold.record.people.choices import CASE_ROLES, Role
from ophold.record.people.requests import SignedInRequest


@login_required
@require_GET
def works(request: SignedInRequest) -> HttpResponse:
    """What do I do first?"""
    account = request.user
    if account.role not in CASE_ROLES or account.municipality_id is None:
        raise Http404
    own = Tab.TEAM if account.role == Role.APPEALS_OFFICER else Tab.MINE  # nobody gives an appeals officer a case
    tab = request.GET.get("vis", own)
    state = request.GET.get("trin", "")
    today = clock.today()
    found = work_list(account, tab=tab, state=state, after=request.GET.get("efter", ""), on=today)
    record_read(
        account, page="work-list", references=found.references, municipality_id=account.municipality_id, at=clock.now()
    )
    context = {"list": found, "tab": tab, "tabs": TABS, "state": state, "states": CaseState.choices, "today": today}
    return render(request, "desk/work_list.html", context)


@login_required
@require_GET
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """What does this case wait for, on whom, until when, and what has happened?"""
    found = access.read_work_case(request.user, reference, page="case", at=clock.now())
    kind = request.GET.get("slags", "")
    before = request.GET.get("foer", "")
    number = int(before) if before.isdecimal() and len(before) < 9 else None
    page = case_page(found, request.user, on=clock.today(), kind=kind, before=number)
    context = {"page": page, "case": found, "kind": kind, "kinds": KINDS, "today": clock.today()}
    return render(request, "desk/case.html", context | {"new_key": lambda: str(uuid4())})


@login_required
@require_http_methods(["GET", "POST"])
def search(request: SignedInRequest) -> HttpResponse:
    """Which case is it? By POST, so that nothing about a person stands in an address."""
    account = request.user
    if account.role not in CASE_ROLES or account.municipality_id is None:
        raise Http404
    form = Search(request.POST or None)
    found = None
    if form.is_valid():
        found = search_cases(account, form.cleaned_data["text"])
        if found.cannot:
            form.add_error("text", found.cannot)
        record_read(
            account, page="search", references=found.references, municipality_id=account.municipality_id, at=clock.now()
        )
    context = {"form": form, "found": found, "may_register": may_register(account)}
    return render(request, "desk/search.html", context)
