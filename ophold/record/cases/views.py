"""The pages of the acts that belong to a case whatever step it is in."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from ophold.record import clock
from ophold.record.cases import access, actions, forms
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.choices import Channel, LettersTo, PartyRole
from ophold.record.cases.models import Case
from ophold.record.cases.transitions import TRANSITIONS
from ophold.record.people import cpr
from ophold.record.people.requests import SignedInRequest

Do = Callable[[Case, forms.Act], object]


def act_page(
    request: SignedInRequest, reference: str, act: str, form: forms.Act, do: Do, *, lead: Promise | str = ""
) -> HttpResponse:
    """The outline of every such page: fetch, check, one call, answer. An impossible act says so instead of a form."""
    if request.method == "POST":
        case = access.work_case(request.user, reference)
        if form.is_valid():
            try:
                do(case, form)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return redirect("case", reference)
    else:
        case = access.read_work_case(request.user, reference, page=act, at=clock.now())
    context = {"case": case, "form": form, "verb": TRANSITIONS[act].verb, "lead": lead}
    return render(request, "cases/act.html", context | {"impossible": why_not(act, case, request.user)})


@login_required
@require_POST
def take(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take the case; one press, no form."""
    form = forms.Act(request.POST)
    return act_page(
        request, reference, "take_case", form,
        lambda case, form: actions.take_case(case, by=request.user, at=clock.now(), **form.cleaned_data),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def note(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write down a conversation."""

    def do(case: Case, form: forms.Act) -> None:
        said = form.cleaned_data | {"channel": Channel(form.cleaned_data["channel"])}
        actions.note_conversation(case, by=request.user, at=clock.now(), **said)

    form = forms.Note(request.POST or None, initial={"held_on": clock.today()})
    return act_page(
        request, reference, "note_conversation", form, do, lead=_("Skriv kort, hvad der har betydning for sagen.")
    )


@login_required
@require_http_methods(["GET", "POST"])
def next_date(request: SignedInRequest, reference: str) -> HttpResponse:
    """Set what happens next, and when."""
    return act_page(
        request, reference, "set_next_date", forms.NextDate(request.POST or None),
        lambda case, form: actions.set_next_date(case, by=request.user, at=clock.now(), **form.cleaned_data),
        lead=_("En sag skal altid have en næste dato, så ingen bliver glemt."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def add_party(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record a guardian, representative, companion or relative."""

    def do(case: Case, form: forms.Act) -> None:
        said = dict(form.cleaned_data)
        key = said.pop("act_key")
        said |= {"role": PartyRole(said["role"]), "letters": LettersTo(said["letters"])}
        actions.add_party(case, party=actions.PartyFacts(**said), by=request.user, at=clock.now(), act_key=key)

    form = forms.Party(request.POST or None, initial={"valid_from": clock.today()})
    return act_page(request, reference, "add_party", form, do)


@login_required
@require_http_methods(["GET", "POST"])
def end_party(request: SignedInRequest, reference: str, party: int) -> HttpResponse:
    """End a party's place in the case."""
    return act_page(
        request, reference, "end_party", forms.EndParty(request.POST or None, initial={"on": clock.today()}),
        lambda case, form: actions.end_party(
            case, party_id=party, by=request.user, at=clock.now(), **form.cleaned_data
        ),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def close(request: SignedInRequest, reference: str) -> HttpResponse:
    """Close the case."""
    return act_page(
        request, reference, "close_case", forms.Close(request.POST or None),
        lambda case, form: actions.close_case(case, by=request.user, at=clock.now(), **form.cleaned_data),
        lead=_(
            "Et ophold afsluttes kun her, når borgeren selv er flyttet eller er død. "
            "Vil kommunen bringe det til ophør, kræver det en afgørelse."
        ),
    )  # fmt: skip


@login_required
@require_POST
def show_cpr(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the CPR number once; that it was asked for is in the journal first."""
    case = access.work_case(request.user, reference)
    form = forms.Act(request.POST)
    if form.is_valid() and not why_not("show_cpr", case, request.user):
        actions.show_cpr(case, by=request.user, at=clock.now(), act_key=str(uuid4()))  # each showing has its own entry
        shown = cpr.written(cpr.unseal_cpr(case.citizen.cpr_sealed))
        return render(request, "cases/cpr.html", {"case": case, "cpr": shown})
    return redirect("case", reference)
