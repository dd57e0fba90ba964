"""A paper that waits to be sent, and a paper of a case. Its name and content are sealed to its own key, so that neither
can be moved to another row, and both follow it unopened when it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.record.attachments.choices import CameWith, Kind
from ophold.record.cases.models import Case
from ophold.record.people.models import Municipality

NAME_CONTEXT = "attachments.name:{row.key}"
CONTENT_CONTEXT = "attachments.content:{row.key}"


class Held(models.Model):
    """A paper uploaded and not yet sent: its sender's own, outside every municipality's rows like a draft."""

    sealed_under = {"name": NAME_CONTEXT, "content": CONTENT_CONTEXT}
    resealed_at_a_time = 4  # rows are large
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    key = models.CharField(_("nøgle"), max_length=32, unique=True)
    name = models.BinaryField(_("filnavn, forseglet"))
    kind = models.CharField(_("slags"), max_length=10, choices=Kind.pairs)
    size = models.PositiveIntegerField(_("størrelse i bytes"))
    sha256 = models.CharField(_("aftryk af indholdet"), max_length=64)
    held_at = models.DateTimeField(_("lagt her"))
    content = models.BinaryField(_("indhold, forseglet"))

    class Meta:
        abstract = True


class FormPaper(Held):
    """One that waits beside a form that is no draft: a reply, a complaint, what staff register. Gone after two days."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("konto"), related_name="+")
    form = models.CharField(_("formularens nøgle"), max_length=36)  # the key by which its act is done once

    class Meta:
        verbose_name = _("bilag, der venter")
        verbose_name_plural = _("bilag, der venter")
        constraints = [
            models.UniqueConstraint(fields=["account", "form", "sha256"], name="a_form_holds_a_paper_once"),
        ]


class Attachment(models.Model):
    """A paper of a case: what it came with, from whom, and exactly what is kept. Never changed (triggers)."""

    append_only = True
    sealed_under = {"name": NAME_CONTEXT, "content": CONTENT_CONTEXT}
    resealed_at_a_time = 4  # rows are large
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="attachments")
    number = models.PositiveIntegerField(_("bilagets nummer i sagen"))
    key = models.CharField(_("nøgle"), max_length=32, unique=True)
    name = models.BinaryField(_("filnavn, forseglet"))
    kind = models.CharField(_("slags"), max_length=10, choices=Kind.pairs)
    size = models.PositiveIntegerField(_("størrelse i bytes"))
    sha256 = models.CharField(_("aftryk af indholdet"), max_length=64)
    came_with = models.CharField(_("kom med"), max_length=20, choices=CameWith.pairs)
    subject = models.CharField(_("angår"), max_length=40, blank=True)  # which reply or complaint, as a clock says it
    from_citizen = models.BooleanField(_("fra borgeren selv"))  # the citizen may open it
    received_on = models.DateField(_("modtaget"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("lagt på sagen af"), related_name="+"
    )
    entered_at = models.DateTimeField(_("lagt på sagen"))
    content = models.BinaryField(_("indhold, forseglet"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Attachment]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("bilag")
        verbose_name_plural = _("bilag")
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_number_names_one_attachment_of_a_case"),
            models.CheckConstraint(name="attachments_are_numbered_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="an_attachment_is_of_a_known_kind", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="an_attachment_is_not_empty", condition=Q(size__gte=1)),
        ]
