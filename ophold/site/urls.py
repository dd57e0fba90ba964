"""Every address of the site: the public pages here, the rest in each room's own `urls.py`."""

from __future__ import annotations

from django.urls import include, path
from django.views.i18n import set_language

from ophold.site import errors, views

ROOMS = (
    "ophold.record.people",
    "ophold.record.cases",
    "ophold.record.cases.life",
    "ophold.record.administration",
    "ophold.record.standards",
    "ophold.record.letters",
    "ophold.record.attachments",
    "ophold.journey.intake",
    "ophold.journey.assessment",
    "ophold.journey.assessment.themes",
    "ophold.journey.assessment.information",
    "ophold.journey.decisions",
    "ophold.journey.complaints",
    "ophold.journey.placements",
    "ophold.journey.plans",
    "ophold.outlook.desk",
    "ophold.outlook.citizen",
)

urlpatterns = [
    path("", views.front, name="front"),
    path("", include("ophold.site.published.urls")),
    path("", include("ophold.site.guide.urls")),
    path("retsgrundlag/", views.legal_basis, name="legal-basis"),
    path("tilgaengelighed/", views.accessibility, name="accessibility"),
    path("privatliv/", views.privacy, name="privacy"),
    path("cookies/", views.cookies, name="cookies"),
    path("kontakt/", views.contact, name="contact"),
    path("sprog/", set_language, name="set-language"),
    *(path("", include(f"{room}.urls")) for room in ROOMS),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
