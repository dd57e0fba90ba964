"""The only way to a request for information: through its case."""

from __future__ import annotations

from django.http import Http404

from ophold.journey.assessment.information.models import InformationRequest
from ophold.record.cases.models import Case


def request(case: Case, number: int) -> InformationRequest:
    """One request of a case that was fetched through access. Raises Http404."""
    found = InformationRequest.objects.filter(case=case, pk=number).select_related("letter", "answer").first()
    if found is None:
        raise Http404
    return found
