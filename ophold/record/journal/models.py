"""Entries, personal text, reads and the seals over reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.record.cases.models import Case
from ophold.record.people.models import Municipality


class Entry(models.Model):
    """One act, as it was done. Never changed, never deleted (triggers); chained per case, or per municipality."""

    append_only = True  # kept by triggers
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(  # found by the constraints below, which begin with it
        Case, models.PROTECT, null=True, blank=True, verbose_name=_("sag"), related_name="entries", db_index=False
    )
    number = models.PositiveIntegerField(_("nummer i kæden"))
    act = models.CharField(_("handling"), max_length=40)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("udført af"), related_name="+"
    )
    actor_role = models.CharField(_("rolle"), max_length=30)
    at = models.DateTimeField(_("tidspunkt"))
    facts = models.JSONField(_("forhold uden personlig tekst"), default=dict)
    commitment = models.BinaryField(_("aftryk af teksten"), max_length=32)
    previous = models.BinaryField(_("forrige led"), max_length=32)
    mac = models.BinaryField(_("led"), max_length=32)
    act_key = models.CharField(_("nøgle mod gentagelse"), max_length=64, null=True, blank=True)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Entry]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("journalpost")
        verbose_name_plural = _("journalposter")
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_case_chain_has_one_link_a_number"),
            models.UniqueConstraint(
                fields=["municipality", "number"],
                condition=Q(case__isnull=True),
                name="a_municipality_chain_has_one_link_a_number",
            ),
            models.UniqueConstraint(fields=["case", "act_key"], name="an_act_is_done_once"),
        ]


class PersonalText(models.Model):
    """An entry's words about a person. May be erased; the commitment in the chain stays and still verifies."""

    erasable = ("salt", "sealed")  # kept by triggers: no other update but re-sealing, and no delete
    sealed_under = {"sealed": "journal.text"}
    entry = models.OneToOneField(
        Entry, models.PROTECT, primary_key=True, verbose_name=_("journalpost"), related_name="text"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    salt = models.BinaryField(_("salt"), max_length=16, null=True)
    sealed = models.BinaryField(_("tekst, forseglet"), null=True)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[PersonalText]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("personlig tekst")
        verbose_name_plural = _("personlige tekster")


class ReadEntry(models.Model):
    """One read of persons' data, written before the answer was sent."""

    append_only = True
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("læst af"), related_name="+")
    role = models.CharField(_("rolle"), max_length=30)
    page = models.CharField(_("side"), max_length=60)
    references = models.JSONField(_("sager"), default=list)
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[ReadEntry]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("læsning")
        verbose_name_plural = _("læsninger")
        indexes = [models.Index(fields=["municipality", "at"], name="read_by_time")]


class ReadSeal(models.Model):
    """A link over a batch of reads, made by the worker when the batch can no longer grow."""

    append_only = True
    first_id = models.BigIntegerField(_("første læsning"), unique=True)
    last_id = models.BigIntegerField(_("sidste læsning"), unique=True)
    count = models.PositiveIntegerField(_("antal"))
    marks = models.BinaryField(_("et mærke for hver læsning"), default=bytes)
    previous = models.BinaryField(_("forrige led"), max_length=32)
    mac = models.BinaryField(_("led"), max_length=32)
    made_at = models.DateTimeField(_("forseglet"))

    class Meta:
        verbose_name = _("segl over læsninger")
        verbose_name_plural = _("segl over læsninger")
