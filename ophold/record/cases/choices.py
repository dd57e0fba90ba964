"""Stored codes about cases."""

from django.db.models import IntegerChoices
from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class CaseState(Codes):
    """Where the case is; follows from the acts recorded on it, never set by hand."""

    RECEIVED = "received", _("Modtaget")
    ASSESSING = "assessing", _("Under udredning")
    HEARING = "hearing", _("I partshøring")
    GRANTED = "granted", _("Bevilget")
    REFUSED = "refused", _("Afslag givet")
    STAYING = "staying", _("Ophold i gang")
    CLOSED = "closed", _("Afsluttet")


class Ending(Codes):
    """How a closed case came to its end. None of these ends a right: that takes a decision."""

    DONE = "done", _("Færdigbehandlet")
    WITHDRAWN = "withdrawn", _("Ansøgningen er trukket tilbage")
    DIED = "died", _("Borgeren er død")
    MOVED = "moved", _("Overtaget af en anden kommune")
    ERROR = "error", _("Oprettet ved en fejl")


class ActingAfterMove(Codes):
    """Who the acting municipality is when the citizen has moved (RSL § 9)."""

    SAME = "same", _("Vi er fortsat handlekommune")
    OTHER = "other", _("Den nye kommune er handlekommune")
    DOUBTFUL = "doubtful", _("Det er ikke afklaret")


class Channel(Codes):
    """How something came in or went out."""

    SELF_SERVICE = "self_service", _("Selvbetjening")
    DIGITAL_POST = "digital_post", _("Digital Post")
    LETTER = "letter", _("Brev")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telefon")
    IN_PERSON = "in_person", _("Personligt fremmøde")


class ClockKind(Codes):
    """What a clock measures."""

    RESPONSE = "response", _("Svar på ansøgningen")
    HEARING = "hearing", _("Svar på partshøring")
    COMPLAINT_WINDOW = "complaint_window", _("Klagefrist")
    REASSESSMENT = "reassessment", _("Genvurdering af klagen")
    FOLLOW_UP = "follow_up", _("Opfølgning")
    REVIEW = "review", _("Gennemgang af bevillingen")
    NEXT_STEP = "next_step", _("Næste skridt")


class WaitsOn(Codes):
    """Who must act next."""

    MUNICIPALITY = "municipality", _("Kommunen")
    CITIZEN = "citizen", _("Borgeren")
    PARTY = "party", _("En anden part")
    ANKESTYRELSEN = "ankestyrelsen", _("Ankestyrelsen")
    NOBODY = "nobody", _("Ingen")


class Urgency(IntegerChoices):
    """Where in the work list a case stands; within one place the dates decide."""

    UNDATED = 0, _("Uden næste dato")  # first: nobody has said what happens next, and it takes a minute to say
    OURS = 1, _("Kommunen skal handle")
    OTHERS = 2, _("Venter på andre")

    @classmethod
    def pairs(cls) -> list[tuple[int, str]]:
        """Code and word, for a model field."""
        return [(one.value, str(one.label)) for one in cls]


class ClockEnd(Codes):
    """Why a clock stopped."""

    MET = "met", _("Holdt")
    LATE = "late", _("Overskredet")
    WAIVED = "waived", _("Ikke længere nødvendig")
    REPLACED = "replaced", _("Erstattet af en ny dato")


class PartyRole(Codes):
    """Five roles, five words (with the citizen)."""

    GUARDIAN = "guardian", _("Værge")
    REPRESENTATIVE = "representative", _("Partsrepræsentant")
    COMPANION = "companion", _("Bisidder")
    RELATIVE = "relative", _("Pårørende")


class LettersTo(Codes):
    """How a party's letters relate to the citizen's own."""

    NONE = "none", _("Får ingen breve")
    BESIDE = "beside", _("Får breve sammen med borgeren")
    INSTEAD = "instead", _("Får breve i stedet for borgeren")
