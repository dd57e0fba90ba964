"""Consents, requests for information, chasers and answers. Rows are added; a consent's end is written once on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.information.choices import Came, Ground, Informant
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.letters.models import Letter
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Municipality


class Consent(models.Model):
    """What the citizen has agreed to: which information, from whom, since when, and how it was given."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="consents")
    scope = SealedTextField(_("hvad samtykket dækker"))
    given_by = SealedTextField(_("givet af"))
    channel = models.CharField(_("givet som"), max_length=20, choices=Channel.pairs)
    given_on = models.DateField(_("givet"))
    withdrawn_on = models.DateField(_("trukket tilbage"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("noteret af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Consent]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("samtykke")
        verbose_name_plural = _("samtykker")
        constraints = [
            models.CheckConstraint(
                name="a_consent_is_not_withdrawn_before_it_was_given",
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=models.F("given_on")),
            ),
        ]


class InformationRequest(models.Model):
    """What was asked of somebody, by what leave, and which limb of § 107 it serves."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="information_requests")
    informant = models.CharField(_("hvem spørges"), max_length=20, choices=Informant.pairs)
    name = SealedTextField(_("navn"))
    about = SealedTextField(_("hvad der spørges om"))
    serves = models.CharField(_("til vurdering af"), max_length=10, choices=Limb.pairs, blank=True, default="")
    ground = models.CharField(_("hjemmel"), max_length=20, choices=Ground.pairs)
    consent = models.ForeignKey(
        Consent, models.PROTECT, null=True, blank=True, verbose_name=_("samtykke"), related_name="requests"
    )
    provision = models.CharField(_("bestemmelse"), max_length=120, blank=True, default="")
    wanted_by = models.DateField(_("ønskes senest"))
    letter = models.OneToOneField(Letter, models.PROTECT, verbose_name=_("brev"), related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("spurgt af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[InformationRequest]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("bøn om oplysninger")
        verbose_name_plural = _("bønner om oplysninger")
        constraints = [
            models.CheckConstraint(
                name="a_request_names_its_consent_or_its_provision_and_never_neither",
                condition=Q(ground=Ground.CONSENT, consent__isnull=False)
                | Q(ground=Ground.LEGAL, consent__isnull=True) & ~Q(provision="")
                | Q(ground=Ground.OWN_ADVISER, consent__isnull=True),
            ),
        ]


class Chaser(models.Model):
    """A reminder that went to whoever was asked."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    request = models.ForeignKey(InformationRequest, models.PROTECT, verbose_name=_("bøn"), related_name="chasers")
    letter = models.OneToOneField(Letter, models.PROTECT, verbose_name=_("brev"), related_name="+")
    wanted_by = models.DateField(_("ønskes senest"))
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Chaser]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("rykker")
        verbose_name_plural = _("rykkere")


class Information(models.Model):
    """What came of a request: the information in short, or that it is not coming and why."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    request = models.OneToOneField(InformationRequest, models.PROTECT, verbose_name=_("bøn"), related_name="answer")
    came = models.CharField(_("udfald"), max_length=20, choices=Came.pairs)
    text = SealedTextField(_("hvad der kom frem"))
    received_on = models.DateField(_("modtaget"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("noteret af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Information]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("indhentet oplysning")
        verbose_name_plural = _("indhentede oplysninger")
