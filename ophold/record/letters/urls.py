"""Letters of a case, for staff and for the citizen."""

from django.urls import path

from ophold.record.letters import views

urlpatterns = [
    path("sag/<slug:reference>/brev/<int:number>/", views.letter, name="letter"),
    path("sag/<slug:reference>/brev/<int:number>.pdf", views.letter_pdf, name="letter-pdf"),
    path(
        "sag/<slug:reference>/brev/<int:number>/registrer-levering/<int:copy>/",
        views.register_delivery,
        name="register-delivery",
    ),
    path("sag/<slug:reference>/brev/<int:number>/send-igen/<int:copy>/", views.retry, name="retry-letter"),
    path("min-sag/<slug:reference>/brev/<int:number>/", views.my_letter, name="my-letter"),
    path("min-sag/<slug:reference>/brev/<int:number>.pdf", views.my_letter_pdf, name="my-letter-pdf"),
]
