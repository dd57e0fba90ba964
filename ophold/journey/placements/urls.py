"""The page for moving in."""

from django.urls import path

from ophold.journey.placements import views

urlpatterns = [path("sag/<slug:reference>/indflytning/", views.begin_stay, name="begin-stay")]
