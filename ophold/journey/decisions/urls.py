"""The pages of hearings and decisions."""

from django.urls import path

from ophold.journey.decisions import views

urlpatterns = [
    path("sag/<slug:reference>/partshoering/", views.send_hearing, name="send-hearing"),
    path("sag/<slug:reference>/undtagelse/", views.exempt_hearing, name="exempt-hearing"),
    path("sag/<slug:reference>/bemaerkninger/", views.register_remarks, name="register-remarks"),
    path("sag/<slug:reference>/afgoerelse/", views.decide, name="decide"),
    path("min-sag/<slug:reference>/partshoering/", views.hearing_reply, name="hearing-reply"),
]
