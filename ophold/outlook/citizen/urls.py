"""The citizen's own pages."""

from django.urls import path

from ophold.outlook.citizen import views

urlpatterns = [
    path("min-sag/", views.my_cases, name="my-cases"),
    path("min-sag/<slug:reference>/", views.my_case, name="my-case"),
]
