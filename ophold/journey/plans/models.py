"""Follow-ups that were held, and the day the next one is to be held."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.placements.models import Stay
from ophold.record.cases.models import Case
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Municipality


class FollowUp(models.Model):
    """One follow-up (opfølgning) of a stay. What comes of it may open a new decision; it is none itself."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="follow_ups")
    stay = models.ForeignKey(Stay, models.PROTECT, verbose_name=_("ophold"), related_name="follow_ups")
    held_on = models.DateField(_("holdt"))
    result = SealedTextField(_("resultat"))
    reviewed = models.BooleanField(_("bevillingen er gennemgået"), default=False)
    next_on = models.DateField(_("næste opfølgning, sat i hånden"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("registreret af"), related_name="+"
    )
    recorded_at = models.DateTimeField(_("registreret"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[FollowUp]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("opfølgning")
        verbose_name_plural = _("opfølgninger")
        constraints = [
            models.CheckConstraint(
                name="the_next_follow_up_comes_after_the_one_held",
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("held_on")),
            ),
        ]
        indexes = [models.Index(fields=["stay", "held_on"], name="follow_up_of_stay")]
