"""Stored codes of an application."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class Item(Codes):
    """What can be applied for; each is granted or refused on its own."""

    STAY = "stay", _("Midlertidigt ophold i botilbud")
    RESPITE = "respite", _("Aflastning")
    TRAINING_STAY = "training_stay", _("Bo-træning")


class Applicant(Codes):
    """Who writes the application."""

    SELF = "self", _("Jeg søger selv")
    GUARDIAN = "guardian", _("Jeg er værge og søger for en anden")
    REPRESENTATIVE = "representative", _("Jeg har fuldmagt og søger for en anden")


class LivesHere(Codes):
    """Whether the person lives in the municipality applied to; decides only whether RSL § 9 must be looked into."""

    YES = "yes", _("Ja")
    NO = "no", _("Nej")
    UNSURE = "unsure", _("Det er jeg i tvivl om")


class Home(Codes):
    """Where the person lives now."""

    OWN = "own", _("I egen bolig, lejet eller ejet")
    RELATIVES = "relatives", _("Hos forældre eller andre pårørende")
    FACILITY = "facility", _("I et botilbud")
    HOSPITAL = "hospital", _("På sygehus eller behandlingssted")
    NONE = "none", _("Jeg har ikke et sted at bo")
    OTHER = "other", _("Et andet sted")


class Consent(Codes):
    """Whether the municipality may ask others. Silence is not consent, and a no never decides the application."""

    YES = "yes", _("Ja, dem jeg vælger her")
    NOT_NOW = "not_now", _("Ikke nu – jeg vil tale om det først")


class AskedOf(Codes):
    """Who may be asked."""

    DOCTOR = "doctor", _("Min egen læge")
    HOSPITAL = "hospital", _("Et sygehus eller en psykiatrisk afdeling")
    SUPPORT = "support", _("Dem, der giver mig støtte nu")
    JOB_CENTRE = "job_centre", _("Jobcentret")
    RELATIVE = "relative", _("En pårørende")
    OTHER = "other", _("Andre, som jeg nævner nedenfor")
