"""The pages of the assessment by VUM."""

from django.urls import path

from ophold.journey.assessment.themes import views

urlpatterns = [
    path("sag/<slug:reference>/udredning/", views.themes, name="themes"),
    path("sag/<slug:reference>/udredning/samlet/", views.conclusion, name="conclusion"),
    path("sag/<slug:reference>/udredning/<slug:address>/", views.theme, name="theme"),
    path("sag/<slug:reference>/udredning/<slug:address>/kladde/", views.keep, name="keep-typed"),
]
