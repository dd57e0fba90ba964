"""The page where a follow-up is recorded."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from ophold.journey.placements.planning import promised_words
from ophold.journey.plans import actions, forms
from ophold.record import clock
from ophold.record.cases import access
from ophold.record.cases.forms import Act
from ophold.record.cases.models import Case
from ophold.record.cases.standards import standard_of
from ophold.record.cases.views import act_page
from ophold.record.people.requests import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def hold_follow_up(request: SignedInRequest, reference: str) -> HttpResponse:
    """A follow-up was held."""

    def do(case: Case, form: Act) -> None:
        assert isinstance(form, forms.HoldFollowUp)
        key = form.cleaned_data["act_key"]
        actions.hold_follow_up(case, held=form.held(), by=request.user, at=clock.now(), act_key=key)

    promised = promised_words(standard_of(access.work_case(request.user, reference)), get_language() or "da")
    form = forms.HoldFollowUp(request.POST or None, promised=promised, initial={"held_on": clock.today()})
    lead = _("En opfølgning ændrer ingen rettigheder og afslutter ikke et ophold. Den kan føre til en ny afgørelse.")
    return act_page(request, reference, "hold_follow_up", form, do, lead=lead)
