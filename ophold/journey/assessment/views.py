"""The page where one limb of § 107 is tested."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from ophold.journey.assessment import actions, forms
from ophold.journey.assessment.choices import ADDRESSES, DUTIES, Limb
from ophold.journey.assessment.queries import current_limbs
from ophold.journey.assessment.standard_words import beside
from ophold.journey.assessment.themes.queries import themes
from ophold.record import clock
from ophold.record.cases import access
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.models import Case
from ophold.record.cases.standards import standard_of
from ophold.record.people.requests import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def assess(request: SignedInRequest, reference: str, address: str = "") -> HttpResponse:
    """One limb: its test as a question, the answer with reason and source."""
    if request.method != "POST":
        case = access.read_work_case(request.user, reference, page="record_limb", at=clock.now())
        return _page(request, case, address, form=None)
    case = access.work_case(request.user, reference)
    form = forms.LimbForm(request.POST, limb=_limb(address))
    if form.is_valid():
        try:
            actions.record_limb(case, words=form.words(), by=request.user, at=clock.now(), **form.keys())
        except actions.SomebodyElseSaved as refusal:
            form.add_error(None, str(refusal))
            return _page(request, case, address, form=form, conflict=True)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("assess", reference)
    return _page(request, case, address, form=form)


def _page(
    request: SignedInRequest, case: Case, address: str, *, form: forms.LimbForm | None, conflict: bool = False
) -> HttpResponse:
    tested = current_limbs(case)
    limb = _limb(address) if address else next((each for each in Limb if each not in tested), next(iter(Limb)))
    theirs = tested.get(limb)
    if form is None:
        form = forms.LimbForm(limb=limb, initial=forms.starting(theirs, clock.today()))
    elif conflict and theirs is not None:
        form.now_based_on(theirs.version)
    context = {
        "case": case,
        "limb": limb,
        "duty": DUTIES[limb],
        "here": ADDRESSES[limb],
        "form": form,
        "theirs": theirs if conflict else None,
        "limbs": [(each, ADDRESSES[each], tested.get(each)) for each in Limb],
        "untested": [each.label for each in actions.earlier(limb) if each not in tested],
        "all_tested": len(tested) == len(Limb),
        "standard_words": beside(standard_of(case), get_language() or "da"),
        "lines": themes(case),
        "impossible": why_not("record_limb", case, request.user),
    }
    return render(request, "assessment/assess.html", context)


def _limb(address: str) -> Limb:
    for limb, its_address in ADDRESSES.items():
        if its_address == address:
            return limb
    raise Http404
