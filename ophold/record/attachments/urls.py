"""Papers of a case, as files."""

from django.urls import path

from ophold.record.attachments import views

urlpatterns = [
    path("sag/<slug:reference>/bilag/<int:number>/", views.attachment, name="attachment"),
    path("min-sag/<slug:reference>/bilag/<int:number>/", views.my_attachment, name="my-attachment"),
]
