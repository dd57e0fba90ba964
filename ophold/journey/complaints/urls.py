"""The pages of a complaint."""

from django.urls import path

from ophold.journey.complaints import views

urlpatterns = [
    path("min-sag/<slug:reference>/klage/", views.complain, name="complain"),
    path("min-sag/<slug:reference>/klage/<int:number>/", views.complaint_receipt, name="complaint-receipt"),
    path("sag/<slug:reference>/klage/", views.reassess, name="reassess"),
    path("sag/<slug:reference>/klage/registrer/", views.register_complaint, name="register-complaint"),
    path("sag/<slug:reference>/klage/<int:number>/", views.complaint, name="complaint"),
    path("sag/<slug:reference>/klage/<int:number>/afgoer/", views.decide_anew, name="decide-anew"),
    path("sag/<slug:reference>/klage/<int:number>/udskyd/", views.delay_reassessment, name="delay-reassessment"),
    path("sag/<slug:reference>/klage/<int:number>/fuldmagt/", views.record_authority, name="record-authority"),
    path("sag/<slug:reference>/klage/<int:number>/send/", views.forward_complaint, name="forward-complaint"),
]
