"""Letters, the outbox of dispatches, what was sent for ever, and how each copy reached its recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case, Party
from ophold.record.letters.choices import CHANNELS, DeliveryKind, DispatchState, Failure, Kind
from ophold.record.people.models import Citizen, Municipality

# States in which the worker still has something to do.
PENDING = (DispatchState.QUEUED, DispatchState.RENDERING, DispatchState.RENDERED)


class Letter(models.Model):
    """One letter in a case: what it says, once, whoever gets it. Never changed (triggers)."""

    append_only = True
    sealed_under = {"content": "letters.content:{row.case_id}"}
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="letters")
    number = models.PositiveIntegerField(_("brevets nummer i sagen"))
    kind = models.CharField(_("slags"), max_length=40, choices=Kind.pairs)
    dated_on = models.DateField(_("dateret"))
    content = models.BinaryField(_("indhold, forseglet"))
    template_version = models.PositiveSmallIntegerField(_("skabelonens udgave"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("skrevet af"), related_name="+"
    )
    made_at = models.DateTimeField(_("skrevet"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Letter]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("breve")
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_number_names_one_letter_of_a_case"),
            models.CheckConstraint(name="letters_are_numbered_from_one", condition=Q(number__gte=1)),
        ]


class Dispatch(models.Model):
    """One copy to one recipient: the outbox row. The queue only wakes the worker; this row is the truth."""

    sealed_under = {"recipient": "letters.recipient:{row.key}"}
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    letter = models.ForeignKey(Letter, models.PROTECT, verbose_name=_("brev"), related_name="dispatches")
    citizen = models.ForeignKey(
        Citizen, models.PROTECT, null=True, blank=True, verbose_name=_("borger"), related_name="+"
    )
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, verbose_name=_("part"), related_name="+")
    authority = models.CharField(_("myndighed"), max_length=40, blank=True)  # "ankestyrelsen"
    recipient = models.BinaryField(_("modtager, forseglet"))  # name and address as they were written
    channel = models.CharField(_("sendes som"), max_length=20, choices=Channel.pairs)
    key = models.CharField(_("nøgle mod gentagelse"), max_length=32, unique=True)
    state = models.CharField(_("tilstand"), max_length=20, choices=DispatchState.pairs, default=DispatchState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("antal forsøg"), default=0)
    lease_until = models.DateTimeField(_("i arbejde indtil"), null=True, blank=True)
    failure = models.CharField(_("opgivet fordi"), max_length=20, blank=True, choices=Failure.pairs)
    sent_at = models.DateTimeField(_("sendt"), null=True, blank=True)
    delivered_on = models.DateField(_("leveret eller afleveret til posten"), null=True, blank=True)
    received_on = models.DateField(_("modtaget før beregnet"), null=True, blank=True)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Dispatch]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("forsendelse")
        verbose_name_plural = _("forsendelser")
        constraints = [
            models.UniqueConstraint(fields=["letter", "citizen"], name="a_letter_goes_once_to_the_citizen"),
            models.UniqueConstraint(fields=["letter", "party"], name="a_letter_goes_once_to_a_party"),
            models.CheckConstraint(
                name="a_dispatch_has_exactly_one_recipient",
                condition=Q(citizen__isnull=False, party__isnull=True, authority="")
                | Q(citizen__isnull=True, party__isnull=False, authority="")
                | Q(citizen__isnull=True, party__isnull=True) & ~Q(authority=""),
            ),
            models.CheckConstraint(name="a_letter_goes_by_digital_post_or_on_paper", condition=Q(channel__in=CHANNELS)),
            models.CheckConstraint(
                name="a_sent_dispatch_says_when",
                condition=Q(
                    state__in=[DispatchState.SENT, DispatchState.DELIVERED, DispatchState.RETURNED],
                    sent_at__isnull=False,
                )
                | Q(state__in=[*PENDING, DispatchState.FAILED], sent_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_delivered_dispatch_says_which_day",
                condition=~Q(state=DispatchState.DELIVERED)
                | Q(delivered_on__isnull=False)
                | Q(received_on__isnull=False),
            ),
            models.CheckConstraint(
                name="a_failed_dispatch_says_why",
                condition=Q(state=DispatchState.FAILED) & ~Q(failure="")
                | ~Q(state=DispatchState.FAILED) & Q(failure=""),
            ),
        ]
        indexes = [
            models.Index(fields=["lease_until", "id"], name="dispatch_to_send", condition=Q(state__in=PENDING)),
        ]


class FrozenLetter(models.Model):
    """The exact bytes one recipient was sent. Never changed, never deleted (triggers)."""

    append_only = True
    sealed_under = {"sealed": "letters.pdf:{row.dispatch.key}"}
    dispatch = models.OneToOneField(
        Dispatch, models.PROTECT, primary_key=True, verbose_name=_("forsendelse"), related_name="frozen"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    sealed = models.BinaryField(_("PDF, forseglet"))
    sha256 = models.CharField(_("aftryk af PDF'en"), max_length=64)
    made_at = models.DateTimeField(_("frosset"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[FrozenLetter]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("frosset brev")
        verbose_name_plural = _("frosne breve")


class Delivery(models.Model):
    """One thing known about a copy reaching its recipient. Added to, never changed (triggers)."""

    append_only = True
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    dispatch = models.ForeignKey(Dispatch, models.PROTECT, verbose_name=_("forsendelse"), related_name="deliveries")
    kind = models.CharField(_("slags"), max_length=20, choices=DeliveryKind.pairs)
    on = models.DateField(_("dag"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("registreret af"),
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("registreret"))
    source = models.CharField(_("hvorfra vides det"), max_length=200)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Delivery]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("levering")
        verbose_name_plural = _("leveringer")
        constraints = [
            models.UniqueConstraint(fields=["dispatch", "kind", "on"], name="a_delivery_is_recorded_once"),
            models.CheckConstraint(name="a_delivery_names_its_source", condition=~Q(source="")),
        ]
