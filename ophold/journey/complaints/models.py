"""Complaints, what a reassessment came to, and what was sent on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.complaints.choices import Complainant, ComplaintState, Outcome, Timeliness
from ophold.journey.decisions.models import Decision
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case, Party
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Municipality

WITH_NEW_DECISION = (ComplaintState.SETTLED, ComplaintState.PARTLY_DECIDED)
AWAITING_NEW_DECISION = (ComplaintState.CHANGED, ComplaintState.PARTLY, ComplaintState.PARTLY_FORWARDED)


class Complaint(models.Model):
    """One complaint (klage) over one decision. Every one is registered; none is rejected."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="complaints")
    decision = models.ForeignKey(Decision, models.PROTECT, verbose_name=_("afgørelse"), related_name="complaints")
    number = models.PositiveSmallIntegerField(_("klagens nummer på sagen"))
    state = models.CharField(
        _("tilstand"), max_length=20, choices=ComplaintState.pairs, default=ComplaintState.RECEIVED
    )
    received_on = models.DateField(_("modtaget"))
    channel = models.CharField(_("modtaget som"), max_length=20, choices=Channel.pairs)
    complainant = models.CharField(_("klager"), max_length=20, choices=Complainant.pairs)
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, verbose_name=_("part"), related_name="complaints"
    )
    name = models.CharField(_("klagerens navn"), max_length=200, blank=True)  # only somebody not yet on the case
    text = SealedTextField(_("klagens ord"), blank=True)  # no reasons are demanded
    excuse = SealedTextField(_("hvorfor klagen kommer sent"), blank=True)
    timeliness = models.CharField(_("set i forhold til fristen"), max_length=20, choices=Timeliness.pairs)
    window_finding = models.JSONField(_("klagefristen med begrundelse"), default=dict)  # as it stood when registered
    authority_missing = models.BooleanField(_("fuldmagt mangler"), default=False)
    suspension_asked = models.BooleanField(_("bedt om opsættende virkning"), default=False)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("registreret af"), related_name="+"
    )
    registered_at = models.DateTimeField(_("registreret"))
    new_decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, verbose_name=_("ny afgørelse"), related_name="+"
    )

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Complaint]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("klage")
        verbose_name_plural = _("klager")
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_number_names_one_complaint_of_a_case"),
            models.CheckConstraint(
                name="a_complaint_says_who_complains",
                condition=(
                    Q(complainant=Complainant.CITIZEN, party__isnull=True, name="")
                    | Q(complainant=Complainant.PARTY, party__isnull=False, name="")
                    | Q(complainant=Complainant.SOMEBODY, party__isnull=True) & ~Q(name="")
                ),
            ),
            models.CheckConstraint(
                name="a_settled_complaint_names_its_new_decision",
                condition=~Q(state__in=WITH_NEW_DECISION) | Q(new_decision__isnull=False),
            ),
            models.CheckConstraint(
                name="a_new_decision_that_is_awaited_is_not_there",
                condition=~Q(state__in=AWAITING_NEW_DECISION) | Q(new_decision__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "state"], name="complaint_by_state")]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number}"

    @property
    def may_skip_reassessment(self) -> bool:
        """Whether it may go on as it is: late, or without authority. Otherwise it is reassessed first (RSL § 66)."""
        return self.timeliness == Timeliness.LATE or self.authority_missing


class Reassessment(models.Model):
    """What the reassessment (genvurdering) came to, and why."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    complaint = models.OneToOneField(Complaint, models.PROTECT, verbose_name=_("klage"), related_name="reassessment")
    outcome = models.CharField(_("resultat"), max_length=20, choices=Outcome.pairs)
    reasons = SealedTextField(_("begrundelse"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("genvurderet af"), related_name="+")
    reassessed_on = models.DateField(_("genvurderet"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Reassessment]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("genvurdering")
        verbose_name_plural = _("genvurderinger")


class Forwarding(models.Model):
    """That a complaint was sent to Ankestyrelsen, when, and the list of what went along."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    complaint = models.OneToOneField(Complaint, models.PROTECT, verbose_name=_("klage"), related_name="forwarding")
    sent_on = models.DateField(_("sendt"))
    contents = models.JSONField(_("det, der er sendt med"), default=list)
    with_reassessment = models.BooleanField(_("genvurderet før videresendelsen"))
    note = SealedTextField(_("bemærkning til Ankestyrelsen"), blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("sendt af"), related_name="+")

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Forwarding]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("videresendelse")
        verbose_name_plural = _("videresendelser")
