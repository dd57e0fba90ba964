"""The pages of the assessment: the overview, one theme, the conclusion; and keeping what is typed."""

from __future__ import annotations

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ophold.journey.assessment.themes import actions, codes, forms, queries
from ophold.journey.assessment.themes.codes import BY_ADDRESS, THEMES, Theme
from ophold.journey.assessment.themes.models import Conclusion, ThemeFinding
from ophold.record import clock
from ophold.record.cases import access
from ophold.record.cases.acts import Refused, why_not
from ophold.record.cases.models import Case
from ophold.record.people.requests import SignedInRequest

NOT_TYPED = frozenset({"csrfmiddlewaretoken", "act_key", "keep"})


@login_required
@require_GET
def themes(request: SignedInRequest, reference: str) -> HttpResponse:
    """How far is the assessment, and what did it come to?"""
    case = access.read_work_case(request.user, reference, page="themes", at=clock.now())
    lines = queries.themes(case)
    context = {
        "case": case,
        "areas": [(area, list(inside)) for area, inside in groupby(lines, key=lambda line: line.theme.area_term)],
        "taken": sum(line.found is not None for line in lines),
        "lines": lines,
        "next": next((line.theme for line in lines if line.found is None), None),
        "conclusion": queries.conclusion(case),
        "version_of_codes": codes.VERSION,
    }
    return render(request, "themes/themes.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def theme(request: SignedInRequest, reference: str, address: str) -> HttpResponse:
    """One theme: the citizen's view, the caseworker's, and the sub-themes."""
    one = _theme(address)
    if request.method != "POST":
        case = access.read_work_case(request.user, reference, page="rate_theme", at=clock.now())
        return _theme_page(request, case, one, None)
    case = access.work_case(request.user, reference)
    form = forms.ThemeForm(request.POST, theme=one)
    if form.is_valid():
        try:
            actions.rate_theme(case, words=form.words(), by=request.user, at=clock.now(), **form.keys())
        except actions.SomebodyElseSaved as refusal:
            form.add_error(None, str(refusal))
            return _theme_page(request, case, one, form, conflict=True)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _onward(reference, one)
    return _theme_page(request, case, one, form)


@login_required
@require_http_methods(["GET", "POST"])
def conclusion(request: SignedInRequest, reference: str) -> HttpResponse:
    """What the themes come to: the support need and the target groups."""
    if request.method != "POST":
        case = access.read_work_case(request.user, reference, page="conclude_assessment", at=clock.now())
        return _conclusion_page(request, case, None)
    case = access.work_case(request.user, reference)
    form = forms.ConclusionForm(request.POST)
    if form.is_valid():
        try:
            actions.conclude_assessment(case, words=form.words(), by=request.user, at=clock.now(), **form.keys())
        except actions.SomebodyElseSaved as refusal:
            form.add_error(None, str(refusal))
            return _conclusion_page(request, case, form, conflict=True)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("themes", reference)
    return _conclusion_page(request, case, form)


@login_required
@require_POST
def keep(request: SignedInRequest, reference: str, address: str) -> HttpResponse:
    """Keep what is typed so far, for the writer alone; or throw it away."""
    case = access.work_case(request.user, reference)
    if address != actions.CONCLUSION:
        _theme(address)
    at = clock.now()
    if "discard" in request.POST:
        actions.discard_typed(case, page=address, by=request.user)
    else:
        sent = {name: values for name, values in request.POST.lists() if name not in NOT_TYPED}
        actions.keep_typed(case, page=address, typed=sent, by=request.user, at=at)
    if "HX-Request" in request.headers:
        return render(request, "themes/_kept.html", {"kept_at": at})
    return redirect("conclusion" if address == actions.CONCLUSION else "theme", reference, *_named(address))


def _theme_page(
    request: SignedInRequest, case: Case, one: Theme, form: forms.ThemeForm | None, *, conflict: bool = False
) -> HttpResponse:
    theirs = queries.theme(case, one)
    typed = None
    if form is None:
        typed = queries.typed(case, one.address, request.user)
        form = forms.ThemeForm(theme=one, initial=forms.starting_theme(theirs) | _initial(typed))
    elif conflict and theirs is not None:
        form.now_based_on(theirs.version)
    context = _context(request, case, form, one.address, typed, theirs if conflict else None, "rate_theme")
    at = THEMES.index(one)
    context |= {
        "theme": one,
        "found": theirs,
        "rated": queries.rated(theirs if conflict else None),
        "before": THEMES[at - 1] if at else None,
        "number": at + 1,
        "themes": THEMES,
    }
    return render(request, "themes/theme.html", context)


def _conclusion_page(
    request: SignedInRequest, case: Case, form: forms.ConclusionForm | None, *, conflict: bool = False
) -> HttpResponse:
    theirs = queries.conclusion(case)
    typed = None
    if form is None:
        typed = queries.typed(case, actions.CONCLUSION, request.user)
        form = forms.ConclusionForm(initial=forms.starting_conclusion(theirs) | _initial(typed))
    elif conflict and theirs is not None:
        form.now_based_on(theirs.version)
    context = _context(
        request, case, form, actions.CONCLUSION, typed, theirs if conflict else None, "conclude_assessment"
    )
    return render(request, "themes/conclusion.html", context | {"lines": queries.themes(case)})


def _context(
    request: SignedInRequest,
    case: Case,
    form: forms.Versioned,
    address: str,
    typed: queries.Typed | None,
    theirs: ThemeFinding | Conclusion | None,
    act: str,
) -> dict[str, object]:
    return {
        "case": case,
        "form": form,
        "address": address,
        "kept_at": typed.at if typed else None,
        "theirs": theirs,
        "impossible": why_not(act, case, request.user),
    }


def _initial(typed: queries.Typed | None) -> dict[str, object]:
    """A working copy as the form's first values; the key of the act is always made anew."""
    if typed is None:
        return {}
    several = ("matters", "others")
    return {name: values if name in several else values[-1] for name, values in typed.values.items() if values}


def _onward(reference: str, one: Theme) -> HttpResponse:
    following = THEMES[THEMES.index(one) + 1 :]
    return redirect("theme", reference, following[0].address) if following else redirect("conclusion", reference)


def _named(address: str) -> tuple[str, ...]:
    return () if address == actions.CONCLUSION else (address,)


def _theme(address: str) -> Theme:
    if address not in BY_ADDRESS:
        raise Http404
    return BY_ADDRESS[address]
