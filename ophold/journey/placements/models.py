"""Stays: when somebody moved in, where, and under which decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.decisions.models import Decision
from ophold.journey.placements.choices import AcceptedBy
from ophold.record.cases.models import Case
from ophold.record.people.models import Municipality


class Stay(models.Model):
    """One stay (ophold) at one facility. It has no last day until a decision ends it; no timer does."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="stays")
    decision = models.ForeignKey(Decision, models.PROTECT, verbose_name=_("afgørelse"), related_name="stays")
    facility = models.CharField(_("botilbud"), max_length=200)
    began_on = models.DateField(_("indflytning"))
    ended_on = models.DateField(_("fraflytning"), null=True, blank=True)
    accepted_by = models.CharField(_("sagt ja til stedet af"), max_length=20, choices=AcceptedBy.pairs)
    acceptance = models.CharField(_("person og dokument"), max_length=200, blank=True)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Stay]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("ophold")
        verbose_name_plural = _("ophold")
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_on__isnull=True), name="a_case_has_one_stay_at_a_time"
            ),
            models.CheckConstraint(
                name="a_stay_ends_after_it_began", condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on"))
            ),
            models.CheckConstraint(name="a_stay_names_its_facility", condition=~Q(facility="")),
            models.CheckConstraint(
                name="a_yes_by_another_than_the_citizen_names_person_and_document",
                condition=Q(accepted_by=AcceptedBy.CITIZEN) | ~Q(acceptance=""),
            ),
        ]

    def __str__(self) -> str:
        return self.facility
