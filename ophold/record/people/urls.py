"""Where one signs in and out."""

from django.urls import path

from ophold.record.people import views

urlpatterns = [
    path("log-ind/", views.sign_in, name="sign-in"),
    path("log-ind/som/", views.become, name="become"),
    path("ny-adgangskode/<str:token>/", views.choose_password, name="choose-password"),
    path("log-ind/bliv/", views.stay, name="stay-signed-in"),
    path("log-ud/", views.sign_out, name="sign-out"),
]
