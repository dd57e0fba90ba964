"""The pages of an application: the citizen's way in and the receipt, and what staff enter and tell about it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ophold.journey.intake import access, actions, forms, queries
from ophold.journey.intake.ahead import first_contact, next_steps
from ophold.journey.intake.answers import Answers, unsealed
from ophold.journey.intake.models import ANSWERS_CONTEXT, DRAFT_CONTEXT, Draft
from ophold.journey.intake.steps import STEPS, SUMMARY, initial, number_of, told
from ophold.law.wording import day
from ophold.record import clock
from ophold.record.attachments import access as attachments
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.forms import WithPapers
from ophold.record.attachments.reception import receive, receive_beside
from ophold.record.cases import access as case_access
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.choices import Channel
from ophold.record.cases.forms import Act
from ophold.record.cases.models import Case
from ophold.record.cases.standards import settings_of, standard_of
from ophold.record.cases.transitions import TRANSITIONS
from ophold.record.cases.views import act_page
from ophold.record.people.cpr import age_on
from ophold.record.people.models import Account, Municipality
from ophold.record.people.requests import SignedInRequest
from ophold.standard.shape import Standard


@never_cache
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Which municipality? Outside a demonstration: how one applies instead."""
    places = queries.places(clock.today())
    if not settings.DEMO:
        return render(request, "intake/not_here.html", {"places": places})
    drafts = access.drafts(request.user) if isinstance(request.user, Account) else []
    return render(request, "intake/start.html", {"places": places, "drafts": drafts})


@require_safe
def begin(request: HttpRequest, key: str) -> HttpResponse:
    """To the first page."""
    return redirect("apply", key, STEPS[0].slug)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def apply(request: SignedInRequest, key: str, step: str) -> HttpResponse:
    """One matter. Every way on saves what was written, also when it is not finished."""
    place, number = _place(request, key), number_of(step)
    if place is None or number is None:
        return redirect("apply-start")
    here, draft = STEPS[number], access.draft(request.user, key)
    sent = request.POST if request.method == "POST" else None
    form = here.form(sent, request.FILES or None, initial=initial(_answers(draft), here))
    refused = _refused(request, form, place.municipality)
    later = "later" in request.POST and not refused
    if request.method == "POST" and (form.is_valid() or later):
        actions.save_draft(
            municipality=place.municipality,
            told=form.cleaned_data,
            reached=number + 1 if form.is_valid() else number,
            by=request.user,
            at=clock.now(),
        )
        return redirect(f"{reverse('apply-start')}?gemt" if later else _after(request, key, number))
    context = {"place": place, "step": here, "form": form, "guide": _guide(key, number, draft), "draft": draft}
    return render(request, "intake/step.html", context | {"contact": place.first_contact(_age(request.user))})


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def summary(request: SignedInRequest, key: str) -> HttpResponse:
    """Everything that was written, each with a way back to it; from here it is sent."""
    place, draft, form = _place(request, key), access.draft(request.user, key), Act(request.POST or None)
    if place is None:
        return redirect("apply-start")
    if request.method == "POST" and form.is_valid():
        sent = {"answers": _answers(draft), "by": request.user, "at": clock.now(), **form.cleaned_data}
        try:
            case = actions.apply(municipality=place.municipality, **sent)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("receipt", case.reference)
    elif draft is None:
        return redirect("apply-begin", key)
    context = {"place": place, "form": form, "told": list(told(_answers(draft))), "today": clock.today()}
    context |= {"papers": access.tray(draft).lines() if draft else []}
    context |= {"promise": place.response_deadline(clock.today()), "guide": _guide(key, len(STEPS), draft)}
    return render(request, "intake/summary.html", context)


@never_cache
@login_required
@require_safe
def receipt(request: SignedInRequest, reference: str) -> HttpResponse:
    """Did it arrive, and when do I hear?"""
    case = case_access.read_case(request.user, reference, page="receipt", at=clock.now())
    standard = standard_of(case)
    context = {
        "case": case,
        "application": queries.application_of(case),
        "clock": queries.response_clock(case),
        "sent": queries.receipt_sent(case),
        "steps": next_steps(standard),
        "contact": first_contact(case, standard),
        "own": settings_of(case.municipality),
        "today": clock.today(),
    }
    return render(request, "intake/receipt.html", context)


@never_cache
@login_required
@require_safe
def my_application(request: SignedInRequest, reference: str) -> HttpResponse:
    """What did I write?"""
    case = case_access.read_own_case(request.user, reference, page="my-application", at=clock.now())
    return _application(request, case)


@never_cache
@login_required
@require_safe
def application(request: SignedInRequest, reference: str) -> HttpResponse:
    """What did the citizen write, and whom may we ask?"""
    case = case_access.read_work_case(request.user, reference, page="application", at=clock.now())
    return _application(request, case)


def _application(request: SignedInRequest, case: Case) -> HttpResponse:
    found = queries.application_of(case)
    answers = unsealed(bytes(found.answers_sealed), ANSWERS_CONTEXT) if found else None
    papers = attachments.papers(request.user, case, CameWith.APPLICATION)
    context = {"case": case, "application": found, "told": list(told(answers)) if answers else [], "papers": papers}
    return render(request, "intake/application.html", context)


def _place(request: SignedInRequest, key: str) -> queries.Place | None:
    """The municipality applied to; only a citizen applies, and in a demonstration only."""
    if request.user.is_staff_member:
        raise Http404
    return queries.place(key, clock.today()) if settings.DEMO else None


def _answers(draft: Draft | None) -> Answers:
    return unsealed(bytes(draft.answers_sealed), DRAFT_CONTEXT) if draft else Answers()


def _refused(request: SignedInRequest, form: Form, municipality: Municipality) -> bool:
    """Take in the papers a page brings, before anything else; whether one of them was refused."""
    if not isinstance(form, WithPapers):
        return False
    draft, at = access.draft(request.user, municipality.key), clock.now()
    if draft is None and form.is_bound:
        draft = actions.save_draft(municipality=municipality, told={}, reached=0, by=request.user, at=at)
    if draft is not None:
        receive(form, access.tray(draft), at=at)
    return bool(form.refused)


def _age(account: Account) -> int | None:
    return age_on(account.born_on, clock.today()) if account.born_on else None


def _after(request: HttpRequest, key: str, number: int) -> str:
    """The next page; after a correction back to the summary."""
    if number + 1 == len(STEPS) or "ret" in request.GET:
        return reverse("apply-summary", args=[key])
    return reverse("apply", args=[key, STEPS[number + 1].slug])


def _guide(key: str, number: int, draft: Draft | None) -> list[dict[str, object]]:
    """The step guide: what is done can be gone back to."""
    reached = draft.reached if draft else 0
    pages = [(step.title, reverse("apply", args=[key, step.slug])) for step in STEPS]
    pages.append((SUMMARY, reverse("apply-summary", args=[key])))
    return [
        {
            "text": title,
            "href": href if each <= reached else None,
            "state": "current" if each == number else "done" if each < reached else "ahead",
        }
        for each, (title, href) in enumerate(pages)
    ]


# -- staff ------------------------------------------------------------------------------------------------------------


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def register(request: SignedInRequest) -> HttpResponse:
    """Enter an oral or paper application: same fields, same clock, same receipt."""
    if not access.may_register(request.user):
        raise Http404
    form = forms.Register(request.POST or None, request.FILES or None)
    assert request.user.municipality is not None  # who may register has one
    receive_beside(form, request.user, request.user.municipality, at=clock.now())
    if request.method == "POST" and form.is_valid():
        try:
            case = actions.register_application(by=request.user, at=clock.now(), **_received(form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("receipt", case.reference)
    return render(request, "intake/register.html", {"form": form, "steps": STEPS})


def _received(told: dict[str, Any]) -> dict[str, Any]:
    person = actions.Person(**{field: told[field] for field in ("digits", "name", "address", "phone", "email")})
    return {
        "person": person,
        "answers": Answers().with_told(told),
        "received_on": told["received_on"],
        "channel": Channel(told["channel"]),
        "act_key": told["act_key"],
    }


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def delay(request: SignedInRequest, reference: str) -> HttpResponse:
    """Tell the citizen that the answer comes later, by when and why."""

    def do(case: Case, form: Act) -> None:
        actions.notify_delay(case, by=request.user, at=clock.now(), **form.cleaned_data)

    lead = _("Borgeren får et brev med den nye dag. Den dag, I lovede først, bliver stående i sagen og i statistikken.")
    return act_page(request, reference, "notify_delay", forms.Delay(request.POST or None), do, lead=lead)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def correct_received(request: SignedInRequest, reference: str) -> HttpResponse:
    """Right the day an application came in."""

    def do(case: Case, form: Act) -> None:
        actions.correct_received(case, by=request.user, at=clock.now(), **form.cleaned_data)

    lead = _(
        "Fristen regnes igen fra den rigtige dag. Bliver den senere end den dag, borgeren har fået lovet, står den "
        "lovede dag ved magt. Det, der stod før, bliver i journalen."
    )
    return act_page(request, reference, "correct_received", forms.Received(request.POST or None), do, lead=lead)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def version(request: SignedInRequest, reference: str) -> HttpResponse:
    """Move a case to another version, having seen which clock would change and how."""
    case = case_access.read_work_case(request.user, reference, page="move_version", at=clock.now())
    changes = queries.possible_moves(case)
    offered = [change.new for change in changes]
    if request.method == "POST":
        offered.append(standard_of(case))  # sent twice, the case is there already; the act knows its own key
    form = forms.Version(request.POST or None, versions=[(each.version, _named(each)) for each in offered])
    if request.method == "POST" and form.is_valid():
        try:
            actions.move_version(case, by=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("case", reference)
    context = {"case": case, "form": form, "changes": changes, "verb": TRANSITIONS["move_version"].verb}
    impossible = why_not("move_version", case, request.user)
    return render(request, "intake/version.html", context | {"impossible": impossible, "today": clock.today()})


def _named(standard: Standard) -> str:
    """A version as one chooses it: title and first day; an undated one says that it is."""
    first = standard.applies_from
    return f"{standard.header.title}, " + (day(first) if first else _("uden dato"))
