"""The page where it is recorded that somebody moved in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from ophold.journey.placements import actions, forms
from ophold.journey.placements.planning import promised_words
from ophold.journey.placements.queries import granting_decision
from ophold.record import clock
from ophold.record.cases import access
from ophold.record.cases.forms import Act
from ophold.record.cases.models import Case
from ophold.record.cases.standards import standard_of
from ophold.record.cases.views import act_page
from ophold.record.people.requests import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def begin_stay(request: SignedInRequest, reference: str) -> HttpResponse:
    """The citizen has moved in."""

    def do(case: Case, form: Act) -> None:
        assert isinstance(form, forms.BeginStay)
        key = form.cleaned_data["act_key"]
        actions.begin_stay(case, moving=form.moving(), by=request.user, at=clock.now(), act_key=key)

    case = access.work_case(request.user, reference)
    decision, promised = granting_decision(case), promised_words(standard_of(case), get_language() or "da")
    held = {"facility": decision.facility if decision else ""}
    form = forms.BeginStay(request.POST or None, promised=promised, initial=held)
    lead = _("Fra den dag planlægges opfølgning, som kommunens standard lover. Opholdet har ingen slutdato.")
    return act_page(request, reference, "begin_stay", form, do, lead=lead)
