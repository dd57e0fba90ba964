"""What was found when a limb of § 107 was tested. Rows are added, never changed: the newest version counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.assessment.choices import Limb, Outcome
from ophold.record.cases.models import Case
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Municipality


class LimbFinding(models.Model):
    """One version of what a limb came to, why, and on what source."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="limbs")
    limb = models.CharField(_("led"), max_length=10, choices=Limb.pairs)
    version = models.PositiveSmallIntegerField(_("udgave"))
    outcome = models.CharField(_("udfald"), max_length=10, choices=Outcome.pairs)
    reason = SealedTextField(_("begrundelse"))
    source = SealedTextField(_("kilde"))
    source_on = models.DateField(_("kildens dato"))
    attempts = SealedTextField(_("hvad der er gjort for at afklare det"), blank=True, default="")  # where unclear
    told_on = models.DateField(_("borgeren fik besked om betydningen"), null=True, blank=True)  # where unclear
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("vurderet af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[LimbFinding]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("vurdering efter § 107")
        verbose_name_plural = _("vurderinger efter § 107")
        constraints = [
            models.UniqueConstraint(fields=["case", "limb", "version"], name="a_limb_has_one_finding_a_version"),
            models.CheckConstraint(name="a_limb_finding_counts_from_one", condition=Q(version__gte=1)),
            models.CheckConstraint(
                name="only_an_unclear_limb_says_when_its_meaning_was_told",
                condition=Q(told_on__isnull=True) | Q(outcome=Outcome.UNCLEAR),
            ),
            models.CheckConstraint(name="a_limb_finding_has_a_known_outcome", condition=Q(outcome__in=Outcome.values)),
        ]

    def __str__(self) -> str:
        return f"{self.get_limb_display()}: {self.get_outcome_display()}"
