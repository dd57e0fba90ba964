"""My cases, and my case."""

from __future__ import annotations

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ophold.journey.intake.access import drafts
from ophold.outlook.citizen.page import own_page
from ophold.outlook.citizen.words import waits
from ophold.record import clock
from ophold.record.cases import access
from ophold.record.cases.acts import why_not
from ophold.record.cases.choices import Ending
from ophold.record.journal.actions import record_read
from ophold.record.people.requests import SignedInRequest


@never_cache
@login_required
@require_safe
def my_cases(request: SignedInRequest) -> HttpResponse:
    """Which cases do I have, and what do they wait for?"""
    if request.user.is_staff_member:
        raise Http404
    cases = list(
        access.cases(request.user)
        .exclude(closed_as=Ending.ERROR)
        .select_related("municipality")
        .order_by("municipality_id", "-pk")
    )
    for municipality_id, its in groupby(cases, key=lambda case: case.municipality_id):
        references = [case.reference for case in its]
        record_read(
            request.user, page="my-cases", references=references, municipality_id=municipality_id, at=clock.now()
        )
    rows = [(case, waits(case.state, case.next_kind, case.next_on is not None, case.waits_on)) for case in cases]
    context = {"rows": rows, "drafts": drafts(request.user), "today": clock.today()}
    return render(request, "citizen/my_cases.html", context)


@never_cache
@login_required
@require_safe
def my_case(request: SignedInRequest, reference: str) -> HttpResponse:
    """Where is it, and what must I do?"""
    case = access.read_own_case(request.user, reference, page="my-case", at=clock.now())
    page = own_page(case, on=clock.today())
    context = {"page": page, "case": case, "may_withdraw": not why_not("withdraw", case, request.user)}
    return render(request, "citizen/my_case.html", context | {"today": clock.today()})
