"""The addresses of the guide. None holds an answer: municipality and who asks is all they say."""

from __future__ import annotations

from django.urls import path

from ophold.site.guide import views

urlpatterns = [
    path("forvent/", views.start, name="guide"),
    path("forvent/<slug:key>/", views.who, name="guide-who"),
    path("forvent/<slug:key>/<slug:asks>/", views.questions, name="guide-questions"),
    path("forvent/<slug:key>/<slug:asks>/svar/", views.answer, name="guide-answer"),
]
