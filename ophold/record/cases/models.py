"""Cases, clocks and parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.record.cases.choices import (
    CaseState,
    Channel,
    ClockEnd,
    ClockKind,
    Ending,
    LettersTo,
    PartyRole,
    Urgency,
    WaitsOn,
)
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Citizen, Municipality


class Case(models.Model):
    """One matter (sag) about one citizen in one municipality."""

    municipality = models.ForeignKey(  # no index of its own: others begin with it, and a planner may choose it in vain
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    citizen = models.ForeignKey(Citizen, models.PROTECT, verbose_name=_("borger"), related_name="cases")
    reference = models.CharField(_("sagsnummer"), max_length=30)
    state = models.CharField(_("tilstand"), max_length=20, choices=CaseState.pairs, default=CaseState.RECEIVED)
    caseworker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("sagsbehandler"),
        related_name="+",
    )
    received_on = models.DateField(_("ansøgningen modtaget"))
    channel = models.CharField(_("modtaget som"), max_length=20, choices=Channel.pairs)
    standard_version = models.CharField(_("kvalitetsstandardens udgave"), max_length=40)
    acting_confirmed = models.BooleanField(_("handlekommunen er afklaret"), default=True)
    opened_at = models.DateTimeField(_("oprettet"))
    closed_on = models.DateField(_("afsluttet"), null=True, blank=True)
    closed_as = models.CharField(_("afsluttet som"), max_length=20, blank=True, choices=Ending.pairs)
    # the answer to "what now?", kept with the case so that a list is one statement
    next_kind = models.CharField(_("venter på"), max_length=20, blank=True, choices=ClockKind.pairs)
    next_label = SealedTextField(_("hvad"), blank=True, default="")
    next_on = models.DateField(_("næste dato"), null=True, blank=True)
    waits_on = models.CharField(_("venter på hvem"), max_length=20, choices=WaitsOn.pairs, default=WaitsOn.MUNICIPALITY)
    urgency = models.PositiveSmallIntegerField(
        _("plads i arbejdslisten"), choices=Urgency.pairs, default=Urgency.UNDATED
    )
    journal_head = models.BinaryField(_("journalens seneste led"), max_length=32, default=bytes(32))
    journal_count = models.PositiveIntegerField(_("antal led i journalen"), default=0)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Case]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("sag")
        verbose_name_plural = _("sager")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="a_reference_names_one_case"),
            models.CheckConstraint(
                name="a_closed_case_has_a_closing_day",
                condition=Q(state=CaseState.CLOSED, closed_on__isnull=False)
                | ~Q(state=CaseState.CLOSED) & Q(closed_on__isnull=True),
            ),
            models.CheckConstraint(
                name="only_a_closed_case_says_how_it_ended",
                condition=Q(closed_as="") | Q(state=CaseState.CLOSED),
            ),
        ]
        indexes = [  # of the open cases, as the work list asks for them; a test on both databases holds its plan
            models.Index(
                fields=["municipality", "urgency", "next_on", "id"],
                name="open_case_by_urgency",
                condition=Q(closed_on__isnull=True),
            ),
            models.Index(
                fields=["municipality", "caseworker", "urgency", "next_on", "id"],
                name="open_case_by_caseworker",
                condition=Q(closed_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Clock(models.Model):
    """One promise running: what it is, until when, and why that day. The finding is kept as it was answered."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(  # found by `clock_of_case`
        Case, models.PROTECT, verbose_name=_("sag"), related_name="clocks", db_index=False
    )
    kind = models.CharField(_("slags"), max_length=20, choices=ClockKind.pairs)
    waits_on = models.CharField(_("venter på hvem"), max_length=20, choices=WaitsOn.pairs, default=WaitsOn.MUNICIPALITY)
    subject = models.CharField(
        _("angår"), max_length=80, blank=True
    )  # which hearing, letter or complaint, as "hearing:3"
    label = models.CharField(_("hvad"), max_length=120, blank=True)  # a person's own words for a next step
    starts_on = models.DateField(_("begynder"))
    earliest_on = models.DateField(_("tidligst"), null=True, blank=True)
    due_on = models.DateField(_("senest"), null=True, blank=True)  # none where the standard is silent
    promised_on = models.DateField(_("oprindeligt lovet"), null=True, blank=True)  # never moved by a delay notice
    finding = models.JSONField(_("svar med begrundelse"), default=dict)
    standard_version = models.CharField(_("kvalitetsstandardens udgave"), max_length=40, blank=True)
    closed_on = models.DateField(_("lukket"), null=True, blank=True)
    ended = models.CharField(_("lukket hvordan"), max_length=20, blank=True, choices=ClockEnd.pairs)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Clock]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("ur")
        verbose_name_plural = _("ure")
        constraints = [
            models.CheckConstraint(
                name="a_closed_clock_says_how_it_ended",
                condition=Q(closed_on__isnull=True, ended="") | Q(closed_on__isnull=False) & ~Q(ended=""),
            ),
            models.CheckConstraint(
                name="a_clock_is_not_due_before_it_starts",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
            ),
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(kind=ClockKind.RESPONSE, closed_on__isnull=True),
                name="a_case_has_one_open_response_clock",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "kind"], name="clock_of_case"),
        ]


class Party(models.Model):
    """Somebody with a recorded place in the case beside the citizen: guardian, representative, companion, relative."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="parties")
    role = models.CharField(_("rolle"), max_length=20, choices=PartyRole.pairs)
    name = models.CharField(_("navn"), max_length=200)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("konto"), related_name="+"
    )
    address = models.TextField(_("adresse"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    letters = models.CharField(_("breve"), max_length=10, choices=LettersTo.pairs, default=LettersTo.NONE)
    scope = models.CharField(_("omfang"), max_length=200, blank=True)
    basis = models.CharField(_("grundlag"), max_length=200, blank=True)  # which authority or guardianship, and its date
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Party]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("parter")
        constraints = [
            models.CheckConstraint(
                name="only_a_guardian_or_representative_gets_letters",
                condition=Q(letters=LettersTo.NONE) | Q(role__in=[PartyRole.GUARDIAN, PartyRole.REPRESENTATIVE]),
            ),
            models.CheckConstraint(
                name="letters_to_a_party_name_their_basis", condition=Q(letters=LettersTo.NONE) | ~Q(basis="")
            ),
            models.CheckConstraint(
                name="a_party_ends_after_it_began",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_role_display()})"


class Absence(models.Model):
    """A caseworker is away, and a colleague covers: the cases stand in the colleague's list."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    away = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("fraværende"), related_name="absences"
    )
    covered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("dækkes af"), related_name="covers"
    )
    from_on = models.DateField(_("fra"))
    to_on = models.DateField(_("til og med"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Absence]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("fravær")
        verbose_name_plural = _("fravær")
        constraints = [
            models.CheckConstraint(name="an_absence_ends_after_it_began", condition=Q(to_on__gte=F("from_on"))),
            models.CheckConstraint(name="nobody_covers_for_themselves", condition=~Q(away=F("covered_by"))),
        ]
        indexes = [models.Index(fields=["municipality", "covered_by", "to_on"], name="absence_by_cover")]
