"""Stored codes about information from others."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class Informant(Codes):
    """Who is asked."""

    DOCTOR = "doctor", _("Egen læge")
    HOSPITAL = "hospital", _("Sygehus eller psykiatri")
    SCHOOL = "school", _("Skole eller uddannelse")
    PSYCHOLOGIST = "psychologist", _("Psykolog")
    MEDICAL_CONSULTANT = "medical_consultant", _("Kommunens lægekonsulent")
    AUTHORITY = "authority", _("En anden myndighed")
    FACILITY = "facility", _("Et tilbud, borgeren bruger")
    OTHER = "other", _("En anden")


class Ground(Codes):
    """By what leave information is asked for. Reading: without consent only on a named legal ground."""

    CONSENT = "consent", _("Borgerens samtykke")
    OWN_ADVISER = "own_adviser", _("Kommunens egen konsulent – der gives intet videre")
    LEGAL = "legal", _("En bestemmelse, der tillader det uden samtykke")


class Standing(Codes):
    """How far a request has come; the last two are what came of it."""

    WAITING = "waiting", _("Afventes")
    ANSWERED = "answered", _("Kommet")
    NOT_COMING = "not_coming", _("Kommer ikke")


class Came(Codes):
    """What became of a request."""

    ANSWERED = "answered", _("Oplysningerne kom")
    NOT_COMING = "not_coming", _("De kommer ikke")
