"""What the assessment found, theme by theme and in all. Rows are added, never changed: the newest version counts.

Codes are KL's, stored with their system and version. What is typed and not saved yet is its writer's own working copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.assessment.themes import codes
from ophold.record.cases.models import Case
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Municipality


class ThemeFinding(models.Model):
    """One version of a theme: how the caseworker and the citizen see it, and on what it rests."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="themes")
    theme = models.CharField(_("tema"), max_length=36, choices=codes.theme_pairs)
    code_system = models.CharField(_("kodesystem"), max_length=60, default=codes.SYSTEM)
    code_version = models.CharField(_("kodesystemets udgave"), max_length=20, default=codes.VERSION)
    version = models.PositiveSmallIntegerField(_("udgave"))
    citizen_view = SealedTextField(_("borgerens eget syn"), blank=True, default="")
    caseworker_view = SealedTextField(_("sagsbehandlerens syn"), blank=True, default="")
    source = SealedTextField(_("kilde"), blank=True, default="")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("udredt af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[ThemeFinding]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("udredt tema")
        verbose_name_plural = _("udredte temaer")
        constraints = [
            models.UniqueConstraint(fields=["case", "theme", "version"], name="a_theme_has_one_finding_a_version"),
            models.CheckConstraint(name="a_theme_finding_counts_from_one", condition=Q(version__gte=1)),
        ]


class Rating(models.Model):
    """A sub-theme that matters in the case; its functional level where, and only where, FFB asks for one."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    finding = models.ForeignKey(ThemeFinding, models.PROTECT, verbose_name=_("tema"), related_name="ratings")
    sub_theme = models.CharField(_("undertema"), max_length=36)
    level = models.CharField(
        _("funktionsevneniveau"), max_length=1, choices=codes.level_pairs, blank=True, default=""
    )  # none: the sub-theme bears no level

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Rating]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("undertema")
        verbose_name_plural = _("undertemaer")
        constraints = [
            models.UniqueConstraint(fields=["finding", "sub_theme"], name="a_sub_theme_is_rated_once"),
            models.CheckConstraint(
                name="a_level_stands_where_ffb_asks_for_one_and_nowhere_else",
                condition=Q(sub_theme__in=codes.RATED, level__in=codes.LEVEL_VALUES)
                | (~Q(sub_theme__in=codes.RATED) & Q(level="")),
            ),
        ]


class Conclusion(models.Model):
    """One version of what the themes come to: the support need, why, and which other help was considered."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="conclusions")
    version = models.PositiveSmallIntegerField(_("udgave"))
    need = models.CharField(_("støttebehov"), max_length=1, choices=codes.need_pairs)
    why = SealedTextField(_("samlet vurdering"))
    alternatives = SealedTextField(_("anden hjælp, der er overvejet"), blank=True, default="")
    code_system = models.CharField(_("kodesystem"), max_length=60, default=codes.SYSTEM)
    code_version = models.CharField(_("kodesystemets udgave"), max_length=20, default=codes.VERSION)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("vurderet af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Conclusion]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("samlet vurdering")
        verbose_name_plural = _("samlede vurderinger")
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="a_conclusion_has_one_version"),
            models.CheckConstraint(name="a_conclusion_has_a_known_need", condition=Q(need__in=codes.NEED_VALUES)),
        ]


class ConcludedGroup(models.Model):
    """A target group the citizen belongs to; one of them is the primary."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    conclusion = models.ForeignKey(Conclusion, models.PROTECT, verbose_name=_("vurdering"), related_name="groups")
    group = models.CharField(_("målgruppe"), max_length=36, choices=codes.target_group_pairs)
    is_primary = models.BooleanField(_("primær"), default=False)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[ConcludedGroup]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("målgruppe")
        verbose_name_plural = _("målgrupper")
        constraints = [
            models.UniqueConstraint(fields=["conclusion", "group"], name="a_target_group_is_named_once"),
            models.UniqueConstraint(
                fields=["conclusion"], condition=Q(is_primary=True), name="one_target_group_is_the_primary"
            ),
        ]


class WorkingCopy(models.Model):
    """What somebody typed on one page of the assessment and has not saved yet. It is theirs and goes when they save."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="+")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("konto"), related_name="working_copies"
    )
    page = models.CharField(_("side"), max_length=40)
    typed = SealedTextField(_("skrevet"))
    updated_at = models.DateTimeField(_("senest gemt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[WorkingCopy]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("arbejdskopi")
        verbose_name_plural = _("arbejdskopier")
        constraints = [
            models.UniqueConstraint(fields=["case", "account", "page"], name="a_page_has_one_working_copy_a_person"),
        ]
