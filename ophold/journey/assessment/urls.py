"""The page of the assessment."""

from django.urls import path

from ophold.journey.assessment import views

urlpatterns = [
    path("sag/<slug:reference>/vurdering/", views.assess, name="assess"),
    path("sag/<slug:reference>/vurdering/<slug:address>/", views.assess, name="assess-limb"),
]
