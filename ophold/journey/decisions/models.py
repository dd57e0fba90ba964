"""Hearings with those heard and what they said, exemptions, and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from ophold.journey.decisions.choices import Ground, HearingDuty, HearingReason, Outcome, PlanOffer
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case, Party
from ophold.record.letters.models import Letter
from ophold.record.people.fields import SealedTextField
from ophold.record.people.models import Municipality


class Hearing(models.Model):
    """A draft sent in hearing (partshøring). Whether it is over follows from its parties' days and words."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="hearings")
    letter = models.OneToOneField(Letter, models.PROTECT, verbose_name=_("brev"), related_name="hearing")
    reason = models.CharField(_("hvorfor"), max_length=20, choices=HearingReason.pairs)
    draft = SealedTextField(_("udkast"))
    adverse = SealedTextField(_("oplysninger og vurderinger til ugunst"), blank=True, default="")
    answer_by = models.DateField(_("dag valgt af sagsbehandleren"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sendt"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("sendt af"), related_name="+")
    standard_version = models.CharField(_("kvalitetsstandardens udgave"), max_length=40)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Hearing]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("partshøring")
        verbose_name_plural = _("partshøringer")


class HearingParty(models.Model):
    """One who is heard: the citizen, or a party whose letters the case records."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    hearing = models.ForeignKey(Hearing, models.PROTECT, verbose_name=_("partshøring"), related_name="parties")
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, verbose_name=_("part"), related_name="+"
    )  # none: the citizen
    received_on = models.DateField(_("modtaget"), null=True, blank=True)  # recorded, never presumed
    due_on = models.DateField(_("svar senest"))
    finished_on = models.DateField(_("færdig"), null=True, blank=True)  # the party's own word, never a timer's

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[HearingParty]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("hørt part")
        verbose_name_plural = _("hørte parter")
        constraints = [
            models.UniqueConstraint(fields=["hearing", "party"], name="a_party_is_heard_once_in_a_hearing"),
            models.UniqueConstraint(
                fields=["hearing"], condition=Q(party__isnull=True), name="the_citizen_is_heard_once_in_a_hearing"
            ),
        ]


class Remark(models.Model):
    """What somebody heard said, about one paragraph of the draft or the whole. Late ones are weighed all the same."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    heard = models.ForeignKey(HearingParty, models.PROTECT, verbose_name=_("fra"), related_name="remarks")
    about = models.PositiveSmallIntegerField(_("afsnit i udkastet"), default=0)  # 0: the whole
    text = SealedTextField(_("bemærkning"))
    received_on = models.DateField(_("modtaget"))
    channel = models.CharField(_("modtaget som"), max_length=20, choices=Channel.pairs)
    is_late = models.BooleanField(_("kom efter fristen"), default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("skrevet af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Remark]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("bemærkning")
        verbose_name_plural = _("bemærkninger")


class Exemption(models.Model):
    """A decision that statute's hearing is left out, with its named ground (FVL § 19, stk. 2)."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="exemptions")
    ground = models.CharField(_("grund"), max_length=10, choices=Ground.pairs)
    reason = SealedTextField(_("begrundelse"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("besluttet af"), related_name="+"
    )
    at = models.DateTimeField(_("tidspunkt"))

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Exemption]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("undtagelse fra partshøring")
        verbose_name_plural = _("undtagelser fra partshøring")
        constraints = [
            models.CheckConstraint(name="an_exemption_names_a_known_ground", condition=Q(ground__in=Ground.values)),
        ]


class Decision(models.Model):
    """What was decided (afgørelse), why, and by whom. It has exactly one letter; a changed mind is a new decision."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommune"), related_name="+", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("sag"), related_name="decisions")
    number = models.PositiveSmallIntegerField(_("nummer i sagen"))
    letter = models.OneToOneField(Letter, models.PROTECT, verbose_name=_("brev"), related_name="decision")
    outcome = models.CharField(_("udfald"), max_length=20, choices=Outcome.pairs)
    applied_for = SealedTextField(_("ansøgt om"))
    granted = SealedTextField(_("bevilget"), blank=True, default="")
    reasons = SealedTextField(_("begrundelse"))
    considerations = SealedTextField(_("hovedhensyn"))
    facts = SealedTextField(_("oplysninger, der er lagt vægt på"))  # one a line
    rules = models.TextField(_("regler"))  # one a line
    remarks_weighed = SealedTextField(_("sådan er bemærkningerne vurderet"), blank=True, default="")
    hearing_duty = models.CharField(_("pligt til partshøring"), max_length=20, choices=HearingDuty.pairs)
    hearing_duty_reason = SealedTextField(_("hvorfor ingen pligt"), blank=True, default="")
    facility = models.CharField(_("botilbud"), max_length=200, blank=True)
    facility_accepted_on = models.DateField(_("botilbuddet har sagt ja"), null=True, blank=True)
    citizen_accepted_on = models.DateField(_("borgeren har sagt ja til stedet"), null=True, blank=True)
    respite_full_days = models.PositiveSmallIntegerField(_("aflastning, døgn om året"), null=True, blank=True)
    review_on = models.DateField(_("bevillingen ses efter"), null=True, blank=True)  # never an end
    follow_up_every_months = models.PositiveSmallIntegerField(
        _("opfølgning mindst hver (måneder)"), null=True, blank=True
    )  # only where the decision says closer than the standard
    interim_help = SealedTextField(_("hjælp, til der er plads"), blank=True, default="")
    next_on = models.DateField(_("næste dato"), null=True, blank=True)
    plan_offer = models.CharField(_("tilbud om handleplan"), max_length=20, blank=True, choices=PlanOffer.pairs)
    decided_on = models.DateField(_("afgjort"))
    decided_at = models.DateTimeField(_("tidspunkt"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("afgjort af"), related_name="+"
    )
    standard_version = models.CharField(_("kvalitetsstandardens udgave"), max_length=40)

    if TYPE_CHECKING:
        objects: ClassVar[models.Manager[Decision]]
    else:
        objects = ScopedManager(municipality="municipality")

    class Meta:
        verbose_name = _("afgørelse")
        verbose_name_plural = _("afgørelser")
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_number_names_one_decision_of_a_case"),
            models.CheckConstraint(name="decisions_are_numbered_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="a_refusal_grants_nothing",
                condition=~Q(outcome=Outcome.REFUSAL)
                | Q(facility="", respite_full_days__isnull=True, review_on__isnull=True, plan_offer=""),
            ),
            models.CheckConstraint(
                name="a_grant_has_a_next_date", condition=Q(outcome=Outcome.REFUSAL) | Q(next_on__isnull=False)
            ),
            models.CheckConstraint(
                name="a_decision_names_a_place_only_with_both_acceptances",
                condition=Q(facility="") | Q(facility_accepted_on__isnull=False, citizen_accepted_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.decided_on}"
