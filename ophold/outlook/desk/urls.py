"""Where the caseworker works."""

from django.urls import path

from ophold.outlook.desk import views

urlpatterns = [
    path("arbejdsliste/", views.works, name="work-list"),
    path("soeg/", views.search, name="search"),
    path("sag/<slug:reference>/", views.case, name="case"),
]
