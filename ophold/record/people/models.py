"""Municipalities, accounts, sessions and citizens."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.record.people.choices import AccountKind, Role
from ophold.record.people.fields import FoldedField


class Municipality(models.Model):
    """A tenant (kommune). Its words and settings lie in files; this row is what other rows point at."""

    key = models.SlugField(_("nøgle"), max_length=40, unique=True)
    name = models.CharField(_("navn"), max_length=80)
    journal_head = models.BinaryField(_("journalens seneste led"), max_length=32, default=bytes(32))
    last_case_number = models.PositiveIntegerField(_("seneste sagsnummer"), default=0)
    journal_count = models.PositiveIntegerField(_("antal led i journalen"), default=0)
    settings_stamp = models.CharField(_("indstillingernes udgave"), max_length=32, blank=True, default="")
    standards_stamp = models.CharField(_("standardernes udgave"), max_length=32, blank=True, default="")

    class Meta:
        verbose_name = _("kommune")
        verbose_name_plural = _("kommuner")

    def __str__(self) -> str:
        return self.name


class Account(AbstractBaseUser):
    """Somebody who can sign in."""

    sealed_under = {"cpr_sealed": "people.cpr"}
    last_login = None  # the journal knows; a write at every sign-in does not
    username = models.CharField(_("brugernavn"), max_length=80, unique=True)
    kind = models.CharField(_("slags"), max_length=20, choices=AccountKind.pairs)
    name = models.CharField(_("navn"), max_length=120)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, verbose_name=_("kommune"), related_name="accounts"
    )
    role = models.CharField(_("rolle"), max_length=30, blank=True, choices=Role.pairs)
    is_demo = models.BooleanField(_("er en demoperson"), default=False)
    is_active = models.BooleanField(_("er åben"), default=True)
    ends_at = models.DateTimeField(_("lukker af sig selv"), null=True, blank=True)
    born_on = models.DateField(_("født"), null=True, blank=True)
    cpr_sealed = models.BinaryField(_("CPR-nummer, forseglet"), null=True, blank=True)
    cpr_index = models.BinaryField(_("CPR-nummer, nøglet aftryk"), max_length=32, null=True, blank=True)

    USERNAME_FIELD = "username"
    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    class Meta:
        verbose_name = _("konto")
        verbose_name_plural = _("konti")
        constraints = [
            models.CheckConstraint(
                name="staff_has_a_municipality_and_a_role_and_a_citizen_has_neither",
                condition=(
                    Q(kind=AccountKind.STAFF, municipality__isnull=False) & ~Q(role="")
                    | Q(kind=AccountKind.CITIZEN, municipality__isnull=True, role="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff_member(self) -> bool:
        """Whether this is a municipality's own member of staff."""
        return self.kind == AccountKind.STAFF


class Session(models.Model):
    """One signed-in browser. The cookie's token is not here, only its hash."""

    token_hash = models.CharField(_("aftryk af nøglen"), max_length=64, primary_key=True)
    account = models.ForeignKey(Account, models.CASCADE, null=True, verbose_name=_("konto"), related_name="+")
    contents = models.TextField(_("indhold"), default="{}")
    ends_at = models.DateTimeField(_("udløber"), db_index=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessioner")


class SignInAttempt(models.Model):
    """One try to sign in, counted under a keyed hash of the name or of the address (see `sign_in_limit`)."""

    whose = models.CharField(_("nøglet aftryk"), max_length=64)
    at = models.DateTimeField(_("tidspunkt"), db_index=True)

    class Meta:
        verbose_name = _("forsøg på at logge ind")
        verbose_name_plural = _("forsøg på at logge ind")
        indexes = [models.Index(fields=["whose", "at"], name="attempts_by_whose")]


class Citizen(models.Model):
    """A person as one municipality knows them; each municipality is its own data controller."""

    sealed_under = {"cpr_sealed": "people.cpr"}
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, verbose_name=_("konto"), related_name="citizens"
    )
    name = models.CharField(_("navn"), max_length=200)
    search_name = FoldedField(_("navn, som det søges"), of="name", max_length=400, default="")
    born_on = models.DateField(_("født"))
    died_on = models.DateField(_("død"), null=True, blank=True)
    cpr_sealed = models.BinaryField(_("CPR-nummer, forseglet"))
    cpr_index = models.BinaryField(_("CPR-nummer, nøglet aftryk"), max_length=32)
    address = models.TextField(_("adresse"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    is_protected = models.BooleanField(_("har beskyttet adresse"), default=False)
    digital_post = models.BooleanField(_("får Digital Post"), default=True)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Citizen]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("borger")
        verbose_name_plural = _("borgere")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "cpr_index"], name="a_municipality_knows_a_person_once"),
        ]
        indexes = [
            models.Index(fields=["municipality", "name"], name="citizen_by_name"),
            models.Index(fields=["municipality", "search_name", "id"], name="citizen_by_search_name"),
        ]

    def __str__(self) -> str:
        return self.name
