"""Applying, the receipt, and what staff do about an application's answer."""

from django.urls import path

from ophold.journey.intake import views

urlpatterns = [
    path("ansoeg/", views.start, name="apply-start"),
    path("ansoeg/<slug:key>/", views.begin, name="apply-begin"),
    path("ansoeg/<slug:key>/opsummering/", views.summary, name="apply-summary"),
    path("ansoeg/<slug:key>/<slug:step>/", views.apply, name="apply"),
    path("kvittering/<slug:reference>/", views.receipt, name="receipt"),
    path("min-sag/<slug:reference>/ansoegning/", views.my_application, name="my-application"),
    path("sag/<slug:reference>/ansoegning/", views.application, name="application"),
    path("registrer/ansoegning/", views.register, name="register"),
    path("sag/<slug:reference>/forsinkelse/", views.delay, name="notify-delay"),
    path("sag/<slug:reference>/modtaget/", views.correct_received, name="correct-received"),
    path("sag/<slug:reference>/udgave/", views.version, name="move-version"),
]
