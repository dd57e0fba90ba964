"""The addresses of the published standards."""

from __future__ import annotations

from django.urls import path

from ophold.site.published import views

urlpatterns = [
    path("sammenlign/", views.compare, name="compare"),
    path("sammenlign/sammenligning.csv", views.compare_sheet, name="compare-sheet"),
    path("sammenlign/sammenligning.json", views.compare_json, name="compare-json"),
]
