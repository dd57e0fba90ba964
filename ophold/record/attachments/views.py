"""A paper as a file: always a download, never a page of ours."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from ophold.record import clock
from ophold.record.attachments import access
from ophold.record.attachments.choices import CONTENT_TYPES
from ophold.record.attachments.models import Attachment
from ophold.record.attachments.tray import content_of, name_of
from ophold.record.people.requests import SignedInRequest

NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"  # should a browser show it after all


@login_required
@require_GET
def attachment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """For staff."""
    return _file(access.read_attachment(request.user, reference, number, as_staff=True, at=clock.now()))


@login_required
@require_GET
def my_attachment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """For the citizen who handed it in."""
    return _file(access.read_attachment(request.user, reference, number, as_staff=False, at=clock.now()))


def _file(found: Attachment) -> HttpResponse:
    response = HttpResponse(content_of(found), content_type=CONTENT_TYPES[found.kind])
    response["Content-Disposition"] = content_disposition_header(True, name_of(found))
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = NOTHING
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
