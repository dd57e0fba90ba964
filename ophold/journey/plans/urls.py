"""The page for a follow-up."""

from django.urls import path

from ophold.journey.plans import views

urlpatterns = [path("sag/<slug:reference>/opfoelgning/", views.hold_follow_up, name="hold-follow-up")]
