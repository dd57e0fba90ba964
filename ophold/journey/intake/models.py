"""The draft a citizen comes back to, and the application as it was received."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.intake.choices import Item
from ophold.record.attachments.models import Held
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.people.models import Municipality

DRAFT_CONTEXT = "intake.draft"
ANSWERS_CONTEXT = "intake.application"


class Draft(models.Model):
    """What a citizen has written and not yet sent. It is the citizen's own: no municipality has received it, so it
    lies outside the tenant's scope and is found by its account alone."""

    sealed_under = {"answers_sealed": DRAFT_CONTEXT}
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("konto"), related_name="drafts"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    answers_sealed = models.BinaryField(_("svar, forseglet"))
    reached = models.PositiveSmallIntegerField(_("antal trin gennemgået"), default=0)
    updated_at = models.DateTimeField(_("senest gemt"))

    class Meta:
        verbose_name = _("kladde")
        verbose_name_plural = _("kladder")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "municipality"], name="an_account_has_one_draft_in_a_municipality"
            ),
        ]


class DraftPaper(Held):
    """A paper that lies with a draft, and goes where the draft goes."""

    draft = models.ForeignKey(Draft, models.CASCADE, verbose_name=_("kladde"), related_name="papers")

    class Meta:
        verbose_name = _("bilag til en kladde")
        verbose_name_plural = _("bilag til kladder")
        constraints = [
            models.UniqueConstraint(fields=["draft", "sha256"], name="a_draft_holds_a_paper_once"),
        ]


class Application(models.Model):
    """What was received, from whom and how. Whether the municipality is the acting one stands on the case."""

    sealed_under = {"answers_sealed": ANSWERS_CONTEXT}
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.OneToOneField(Case, models.PROTECT, verbose_name=_("sag"), related_name="application")
    answers_sealed = models.BinaryField(_("svar, forseglet"))
    received_on = models.DateField(_("modtaget"))
    channel = models.CharField(_("modtaget som"), max_length=20, choices=Channel.pairs)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("indtastet af"),
        related_name="+",
    )
    under_age = models.BooleanField(_("under 18 år ved modtagelsen"), default=False)
    act_key = models.CharField(_("nøgle mod gentagelse"), max_length=64)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Application]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("ansøgning")
        verbose_name_plural = _("ansøgninger")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "act_key"], name="an_application_is_received_once"),
            models.CheckConstraint(
                name="self_service_is_not_entered_by_staff",
                condition=Q(channel=Channel.SELF_SERVICE, entered_by__isnull=True)
                | ~Q(channel=Channel.SELF_SERVICE) & Q(entered_by__isnull=False),
            ),
        ]


class ApplicationItem(models.Model):
    """One thing applied for. Less, other or later than this is a partial refusal."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    application = models.ForeignKey(Application, models.PROTECT, verbose_name=_("ansøgning"), related_name="items")
    item = models.CharField(_("søger om"), max_length=20, choices=Item.pairs)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[ApplicationItem]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("del af ansøgningen")
        verbose_name_plural = _("dele af ansøgningen")
        constraints = [
            models.UniqueConstraint(fields=["application", "item"], name="a_thing_is_applied_for_once"),
        ]
