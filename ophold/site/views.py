"""The public pages. They know no person and write nothing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ophold.record import clock
from ophold.record.cases.standards import acts, catalogue, current_settings, installed, statute
from ophold.record.standards.queries import recorded
from ophold.site.legal_basis import shelves
from ophold.site.published import caching
from ophold.site.published.publication import publication, version_or_404
from ophold.site.standard_findings import arranged
from ophold.site.standard_page import comparison, standard_page
from ophold.standard.check import check
from ophold.standard.load import NotFound
from ophold.standard.shape import Standard


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What is this, and what can I do now?"""
    return render(request, "site/front.html", {"standards": _in_force()})


@require_safe
@caching.page
def standards(request: HttpRequest) -> HttpResponse:
    """What do the municipalities promise, side by side?"""
    return render(request, "site/standards.html", {"rows": comparison(_in_force())})


@require_safe
@caching.page
def standard(request: HttpRequest, key: str, version: str) -> HttpResponse:
    """What does my municipality promise?"""
    found, today, known = version_or_404(key, version), clock.today(), acts()
    own = current_settings(today).get(key)
    a_file = found.standard in installed().standards.get(key, ())
    here = None if a_file else recorded(key, version)
    reasons = here.reasons if here else {}
    findings = arranged(check(found.standard, on=today, acts=known, settings=own), known, reasons)
    page = standard_page(found.standard, statute(today), own, findings=findings)
    cited = [act.key if (act := known.cited(each)) else "" for each in found.standard.header.cites]
    context = {"page": page, "publication": publication(found, today), "recorded": here, "cited": cited}
    return render(request, "site/standard.html", context)


@require_safe
def standard_in_force(request: HttpRequest, key: str) -> HttpResponse:
    """To the version that applies today."""
    known = catalogue()
    if key not in known.standards:
        raise Http404
    try:
        found = known.in_force(key, clock.today())
    except NotFound:
        raise Http404 from None
    return redirect("standard", key, found.version)


@require_safe
def legal_basis(request: HttpRequest) -> HttpResponse:
    """Which acts does it all rest on, how surely do we know them, and what cites them?"""
    every = [each for versions in catalogue().standards.values() for each in versions]
    return render(request, "site/legal_basis.html", {"shelves": shelves(acts(), every)})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "site/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about a person, by whom, and what they can ask for."""
    return render(request, "site/privacy.html")


@require_safe
def cookies(request: HttpRequest) -> HttpResponse:
    """Which cookies there are."""
    return render(request, "site/cookies.html")


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Where to turn in each municipality."""
    pages = [standard_page(each, statute(clock.today())) for each in _in_force()]
    return render(request, "site/contact.html", {"pages": pages})


def _in_force() -> list[Standard]:
    """The standard that applies today in each municipality that has one."""
    known, today, found = catalogue(), clock.today(), []
    for key in known.keys:
        try:
            found.append(known.in_force(key, today))
        except NotFound:
            continue  # adopted, but not yet in force
    return sorted(found, key=lambda each: each.header.name)
