"""Where a municipality's administrator works."""

from django.urls import path

from ophold.record.administration import views

urlpatterns = [
    path("kommunen/", views.administration, name="administration"),
    path("kommunen/indstilling/<slug:what>/", views.setting, name="setting"),
    path("kommunen/medarbejdere/", views.staff, name="staff"),
    path("kommunen/medarbejdere/<int:number>/", views.change_role, name="change-role"),
    path("kommunen/medarbejdere/<int:number>/luk/", views.close_account, name="close-account"),
]
