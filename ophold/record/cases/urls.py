"""The acts that belong to a case whatever step it is in."""

from django.urls import path

from ophold.record.cases import views

urlpatterns = [
    path("sag/<slug:reference>/tag/", views.take, name="take-case"),
    path("sag/<slug:reference>/notat/", views.note, name="note"),
    path("sag/<slug:reference>/naeste-dato/", views.next_date, name="next-date"),
    path("sag/<slug:reference>/part/", views.add_party, name="add-party"),
    path("sag/<slug:reference>/part/<int:party>/afslut/", views.end_party, name="end-party"),
    path("sag/<slug:reference>/afslut/", views.close, name="close-case"),
    path("sag/<slug:reference>/cpr/", views.show_cpr, name="show-cpr"),
]
