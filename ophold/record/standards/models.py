"""Drafts and their sections, and the versions that were adopted from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.record.people.models import Municipality
from ophold.record.standards.choices import DraftState, Origin


class Draft(models.Model):
    """A standard being written; several people may write at once, each section by itself."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+")
    origin = models.CharField(_("begyndt fra"), max_length=20, choices=Origin.pairs)
    based_on = models.CharField(_("udgave, den begyndte fra"), max_length=40, blank=True)
    state = models.CharField(_("tilstand"), max_length=20, choices=DraftState.pairs, default=DraftState.OPEN)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("begyndt af"), related_name="+"
    )  # null: from the shell
    begun_at = models.DateTimeField(_("begyndt"))
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("afsluttet af"),
        related_name="+",
    )
    ended_at = models.DateTimeField(_("afsluttet"), null=True, blank=True)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Draft]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("kladde til en standard")
        verbose_name_plural = _("kladder til en standard")
        constraints = [
            models.CheckConstraint(
                name="a_draft_that_is_not_open_says_when_it_ended",
                condition=Q(state=DraftState.OPEN, ended_at__isnull=True)
                | ~Q(state=DraftState.OPEN) & Q(ended_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "state"], name="draft_by_state")]

    def __str__(self) -> str:
        return f"{self.pk}"


class Section(models.Model):
    """One part of a draft: its header, one matter, or one provision. What was typed is kept, whole or not."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+")
    draft = models.ForeignKey(Draft, models.PROTECT, verbose_name=_("kladde"), related_name="sections")
    name = models.CharField(_("afsnit"), max_length=40)
    place = models.PositiveSmallIntegerField(_("plads"))
    revision = models.PositiveIntegerField(_("gemt så mange gange"), default=0)
    value = models.JSONField(_("indhold, sidst det var helt"), null=True)
    typed = models.JSONField(_("som det er skrevet"), null=True)  # the form's own boxes
    is_whole = models.BooleanField(_("er helt"), default=True)  # False: what is typed is not what `value` says
    is_removed = models.BooleanField(_("er fjernet"), default=False)
    written_in = models.CharField(_("skrevet i vinduet"), max_length=36, blank=True)
    asides = models.JSONField(_("skrevet samtidig, ikke valgt endnu"), default=dict)  # by account
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("gemt af"), related_name="+"
    )
    saved_at = models.DateTimeField(_("gemt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Section]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("afsnit af en kladde")
        verbose_name_plural = _("afsnit af en kladde")
        constraints = [
            models.UniqueConstraint(fields=["draft", "name"], name="a_draft_has_each_section_once"),
        ]

    def __str__(self) -> str:
        return self.name


class AdoptedVersion(models.Model):
    """One version as it was adopted. Never changed and never deleted (triggers): a correction is a new version."""

    append_only = True  # kept by triggers
    municipality = models.ForeignKey(Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+")
    draft = models.OneToOneField(Draft, models.PROTECT, verbose_name=_("kladde"), related_name="adopted")
    version = models.CharField(_("udgave"), max_length=40)
    canonical = models.TextField(_("standarden"))  # YAML in the one form that is exported
    fingerprint = models.CharField(_("aftryk"), max_length=64)  # SHA-256 of it
    adopted_on = models.DateField(_("vedtaget"))
    valid_from = models.DateField(_("gælder fra"))
    findings = models.JSONField(_("tjekkets fund, med grunde"), default=list)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("skrevet ind af"), related_name="+"
    )
    recorded_at = models.DateTimeField(_("skrevet ind"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[AdoptedVersion]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("vedtaget udgave")
        verbose_name_plural = _("vedtagne udgaver")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "version"], name="a_municipality_has_each_version_once"),
        ]

    def __str__(self) -> str:
        return self.version


class Minutes(models.Model):
    """The minutes of the meeting that adopted a version, stripped of everything but their content."""

    append_only = True  # kept by triggers, as the version they belong to
    municipality = models.ForeignKey(Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+")
    adopted = models.OneToOneField(
        AdoptedVersion, models.PROTECT, verbose_name=_("vedtaget udgave"), related_name="minutes"
    )
    content = models.BinaryField(_("indhold"))
    sha256 = models.CharField(_("aftryk"), max_length=64)
    is_public = models.BooleanField(_("er offentligt"), default=False)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Minutes]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("referat")
        verbose_name_plural = _("referater")
