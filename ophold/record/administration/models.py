"""A municipality's own settings as they were entered here, over those in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.record.administration.choices import Setting
from ophold.record.people.models import Municipality


class SettingChange(models.Model):
    """One setting from one day on: its value in the file's own shape, its source, and who entered it."""

    append_only = True  # kept by triggers: a wrong value is followed by a right one
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    what = models.CharField(_("indstilling"), max_length=30, choices=Setting.pairs)
    value = models.JSONField(_("værdi"))
    valid_from = models.DateField(_("gælder fra"))
    source = models.CharField(_("kilde"), max_length=200)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("indtastet af"), related_name="+"
    )
    entered_at = models.DateTimeField(_("indtastet"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[SettingChange]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("ændret indstilling")
        verbose_name_plural = _("ændrede indstillinger")
        indexes = [models.Index(fields=["municipality", "what", "valid_from"], name="setting_by_day")]
