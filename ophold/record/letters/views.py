"""The pages of letters: as staff sees one, as the citizen does, its exact bytes, and what is registered about it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ophold.record import clock
from ophold.record.cases.acts import why_not
from ophold.record.cases.forms import Act
from ophold.record.cases.models import Case
from ophold.record.cases.views import act_page
from ophold.record.letters import access, actions, forms, reading, sealed
from ophold.record.letters.choices import DECISIONS, DeliveryKind
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.requests import SignedInRequest


@login_required
@require_GET
def letter(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """A letter as staff sees it, with the way of each copy."""
    found, rows = access.read_letter(
        request.user, reference, number, as_staff=True, page="letter", at=clock.now()
    )  # fmt: skip
    first = rows[0] if rows else None
    hidden = found.case.citizen.is_protected and first is not None and first.citizen_id is not None
    context = {
        "found": found,
        "case": found.case,
        "twin": reading.twin(found, first, hide_address=hidden),
        "copies": reading.copies(rows),
        "decides": found.kind in DECISIONS,
        "acts": not why_not("register_delivery", found.case, request.user),
    }
    return render(request, "letters/letter.html", context)


@login_required
@require_GET
def letter_pdf(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The exact bytes one recipient was sent: the first copy's, or `?kopi=`."""
    found, rows = access.read_letter(
        request.user, reference, number, as_staff=True, page="letter-pdf", at=clock.now()
    )  # fmt: skip
    return _pdf(found, rows, request.GET.get("kopi", ""))


@login_required
@require_GET
def my_letter(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """A letter as the citizen sees it."""
    found, rows = access.read_letter(
        request.user, reference, number, as_staff=False, page="my-letter", at=clock.now()
    )  # fmt: skip
    own = rows[0]
    context = {"found": found, "case": found.case, "twin": reading.twin(found, own), "copy": reading.copies([own])[0]}
    return render(request, "letters/my_letter.html", context)


@login_required
@require_GET
def my_letter_pdf(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The exact bytes the citizen was sent."""
    found, rows = access.read_letter(
        request.user, reference, number, as_staff=False, page="my-letter-pdf", at=clock.now()
    )  # fmt: skip
    return _pdf(found, rows, "")


@login_required
@require_http_methods(["GET", "POST"])
def register_delivery(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    """Register what is known about a copy reaching its recipient."""
    row = access.dispatch(request.user, reference, number, copy)

    def do(case: Case, form: Act) -> None:
        said = form.cleaned_data | {"kind": DeliveryKind(form.cleaned_data["kind"])}
        actions.register_delivery(case, dispatch_id=row.pk, by=request.user, at=clock.now(), **said)

    form = forms.RegisterDelivery(request.POST or None, channel=row.channel, initial={"on": clock.today()})
    return act_page(request, reference, "register_delivery", form, do, lead=_lead(row, number))


@login_required
@require_http_methods(["GET", "POST"])
def retry(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    """Put a copy that was given up back in the queue."""
    row = access.dispatch(request.user, reference, number, copy)
    return act_page(
        request, reference, "retry_letter", Act(request.POST or None),
        lambda case, form: actions.retry_letter(
            case, dispatch_id=row.pk, by=request.user, at=clock.now(), **form.cleaned_data
        ),
        lead=_lead(row, number),
    )  # fmt: skip


def _lead(row: Dispatch, number: int) -> str:
    return _("Brev %(number)s til %(name)s. %(way)s.") % {
        "number": number,
        "name": sealed.recipient(row).name,
        "way": reading.WAYS[row.channel],
    }


def _pdf(found: Letter, rows: list[Dispatch], wanted: str) -> HttpResponse:
    kept = [row for row in rows if getattr(row, "has_pdf", False) and wanted in ("", str(row.pk))]
    if not kept:
        raise Http404
    response = HttpResponse(sealed.pdf(kept[0]), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.case.reference}-brev-{found.number}.pdf"'
    response["Cache-Control"] = "no-store"
    return response
