"""The pages of what happens to a case besides its steps."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ophold.record import clock
from ophold.record.cases import access
from ophold.record.cases import forms as case_forms
from ophold.record.cases.actions import PartyFacts
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.choices import ActingAfterMove, Channel, LettersTo, PartyRole
from ophold.record.cases.life import actions, forms, queries
from ophold.record.cases.models import Case
from ophold.record.cases.views import act_page
from ophold.record.people.choices import Role
from ophold.record.people.requests import SignedInRequest

GET_POST = ["GET", "POST"]


@login_required
@require_http_methods(GET_POST)
def reassign(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give the case to a colleague."""
    if not request.user.is_staff_member:
        raise Http404
    return act_page(
        request, reference, "reassign", forms.Reassign(request.POST or None, by=request.user),
        lambda case, form: actions.reassign(case, by=request.user, at=clock.now(), **form.cleaned_data),
    )  # fmt: skip


@login_required
@require_http_methods(GET_POST)
def register_withdrawal(request: SignedInRequest, reference: str) -> HttpResponse:
    """The citizen has taken the application back by other means than self-service."""

    def do(case: Case, form: case_forms.Act) -> None:
        said = form.cleaned_data | {"channel": Channel(form.cleaned_data["channel"])}
        actions.register_withdrawal(case, by=request.user, at=clock.now(), **said)

    form = forms.RegisterWithdrawal(request.POST or None, initial={"said_on": clock.today()})
    lead = _("At sige nej til en plads er ikke at trække ansøgningen tilbage. Tavshed er det heller ikke.")
    return act_page(request, reference, "register_withdrawal", form, do, lead=lead)


@login_required
@require_http_methods(GET_POST)
def death(request: SignedInRequest, reference: str) -> HttpResponse:
    """The citizen has died."""
    return act_page(
        request, reference, "register_death", forms.Death(request.POST or None),
        lambda case, form: actions.register_death(case, by=request.user, at=clock.now(), **form.cleaned_data),
        lead=_("Sagen afsluttes, og dens frister stopper. En klage, der venter, bliver stående: boet siger til."),
    )  # fmt: skip


@login_required
@require_http_methods(GET_POST)
def move(request: SignedInRequest, reference: str) -> HttpResponse:
    """The citizen has moved to another municipality."""

    def do(case: Case, form: case_forms.Act) -> None:
        said = form.cleaned_data | {"acting": ActingAfterMove(form.cleaned_data["acting"])}
        key = said.pop("act_key")
        actions.register_move(case, move=actions.Move(**said), by=request.user, at=clock.now(), act_key=key)

    lead = _(
        "En bevilling falder ikke bort, fordi borgeren flytter. Sagen afsluttes kun, hvis den nye kommune er "
        "handlekommune, og intet er bevilget her."
    )
    return act_page(request, reference, "register_move", forms.Move(request.POST or None), do, lead=lead)


@login_required
@require_http_methods(GET_POST)
def annul(request: SignedInRequest, reference: str) -> HttpResponse:
    """The case should never have been made."""
    return act_page(
        request, reference, "annul_case", forms.Annul(request.POST or None),
        lambda case, form: actions.annul_case(case, by=request.user, at=clock.now(), **form.cleaned_data),
        lead=_(
            "Sagen gemmes, men står ikke længere i nogen liste. "
            "En rigtig ansøgning skal besvares og er ingen fejl."
        ),
    )  # fmt: skip


@login_required
@require_http_methods(GET_POST)
def correct_party(request: SignedInRequest, reference: str, party: int) -> HttpResponse:
    """Right what was written about a party."""
    row = access.party(request.user, reference, party)

    def do(case: Case, form: case_forms.Act) -> None:
        said = dict(form.cleaned_data)
        key, why = said.pop("act_key"), said.pop("why")
        facts = PartyFacts(**said | {"role": PartyRole(said["role"]), "letters": LettersTo(said["letters"])})
        actions.correct_party(case, party_id=row.pk, party=facts, why=why, by=request.user, at=clock.now(), act_key=key)

    names = ("role", "name", "address", "phone", "letters", "basis", "scope", "valid_from", "valid_to")
    form = forms.CorrectParty(request.POST or None, initial={name: getattr(row, name) for name in names})
    return act_page(request, reference, "correct_party", form, do, lead=_("Det, der stod før, bliver i journalen."))


@login_required
@require_http_methods(GET_POST)
def reopen(request: SignedInRequest, reference: str) -> HttpResponse:
    """Open a closed case where it stood."""
    return act_page(
        request, reference, "reopen_case", forms.Reopen(request.POST or None, initial={"on": clock.today()}),
        lambda case, form: actions.reopen_case(case, by=request.user, at=clock.now(), **form.cleaned_data),
        lead=_("Sagen kommer tilbage, hvor den stod. Frister, der stoppede med den, løber igen til de samme dage."),
    )  # fmt: skip


@never_cache
@login_required
@require_http_methods(GET_POST)
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """The citizen takes the application back."""
    form = forms.Withdraw(request.POST or None)
    if request.method == "POST":
        case = access.own_case(request.user, reference)
        if form.is_valid():
            key, why = form.cleaned_data["act_key"], form.cleaned_data["why"]
            try:
                actions.withdraw(case, why=why, by=request.user, at=clock.now(), act_key=key)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return redirect("my-case", reference)
    else:
        case = access.read_own_case(request.user, reference, page="withdraw", at=clock.now())
    context = {"case": case, "form": form, "impossible": why_not("withdraw", case, request.user)}
    return render(request, "cases/withdraw.html", context)


@login_required
@require_http_methods(GET_POST)
def cover(request: SignedInRequest) -> HttpResponse:
    """Who is away, and who covers."""
    account, today = request.user, clock.today()
    if account.role != Role.TEAM_LEADER or account.municipality is None:
        raise Http404
    form = forms.Absence(request.POST or None, by=account, initial={"from_on": today})
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "act_key"}
        try:
            actions.record_absence(account.municipality, by=account, at=clock.now(), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("cover")
    rows = queries.absences(account.municipality, today)
    return render(request, "cases/cover.html", {"form": form, "absences": rows, "today": today})


@login_required
@require_POST
def end_cover(request: SignedInRequest, absence: int) -> HttpResponse:
    """The caseworker is back."""
    account = request.user
    if account.role != Role.TEAM_LEADER or account.municipality is None:
        raise Http404
    row = next((one for one in queries.absences(account.municipality, clock.today()) if one.pk == absence), None)
    if row is None:
        raise Http404
    actions.end_absence(row, by=account, at=clock.now())
    return redirect("cover")
