"""The pages about information from others."""

from django.urls import path

from ophold.journey.assessment.information import views

urlpatterns = [
    path("sag/<slug:reference>/oplysninger/", views.information, name="information"),
    path("sag/<slug:reference>/oplysninger/samtykke/", views.consent, name="record-consent"),
    path("sag/<slug:reference>/oplysninger/samtykke/<int:number>/", views.withdraw, name="withdraw-consent"),
    path("sag/<slug:reference>/oplysninger/spoerg/", views.ask, name="request-information"),
    path("sag/<slug:reference>/oplysninger/<int:number>/ryk/", views.chase, name="chase-information"),
    path("sag/<slug:reference>/oplysninger/<int:number>/svar/", views.register, name="register-information"),
]
