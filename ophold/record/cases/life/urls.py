"""Where a case changes hands, ends early, is corrected or opened again."""

from django.urls import path

from ophold.record.cases.life import views

urlpatterns = [
    path("sag/<slug:reference>/kollega/", views.reassign, name="reassign"),
    path("sag/<slug:reference>/trukket-tilbage/", views.register_withdrawal, name="register-withdrawal"),
    path("sag/<slug:reference>/doedsfald/", views.death, name="register-death"),
    path("sag/<slug:reference>/flytning/", views.move, name="register-move"),
    path("sag/<slug:reference>/fejl/", views.annul, name="annul-case"),
    path("sag/<slug:reference>/part/<int:party>/ret/", views.correct_party, name="correct-party"),
    path("sag/<slug:reference>/genaabn/", views.reopen, name="reopen-case"),
    path("min-sag/<slug:reference>/traek-tilbage/", views.withdraw, name="withdraw"),
    path("fravaer/", views.cover, name="cover"),
    path("fravaer/<int:absence>/tilbage/", views.end_cover, name="end-cover"),
]
