"""Stored codes of the letters room: kinds, channels, states, delivery events."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.cases.choices import Channel
from ophold.record.codes import Codes


class Kind(Codes):
    """What a letter is about."""

    RECEIPT = "receipt", _("Kvittering for ansøgning")
    INFORMATION_REQUEST = "information_request", _("Bøn om oplysninger")
    HEARING = "hearing", _("Partshøring")
    DECISION_GRANT = "decision_grant", _("Afgørelse: bevilling")
    DECISION_PARTIAL = "decision_partial", _("Afgørelse: delvist afslag")
    DECISION_REFUSAL = "decision_refusal", _("Afgørelse: afslag")
    DECISION_CHANGE = "decision_change", _("Afgørelse: ændring")
    DECISION_ENDING = "decision_ending", _("Afgørelse: ophør")
    DELAY_NOTICE = "delay_notice", _("Besked om forsinkelse")
    COMPLAINT_RECEIPT = "complaint_receipt", _("Kvittering for klage")
    REASSESSMENT_CHANGED = "reassessment_changed", _("Genvurdering: ny afgørelse")
    REASSESSMENT_UPHELD_FORWARDED = "reassessment_upheld_forwarded", _("Genvurdering: fastholdt og sendt videre")
    REASSESSMENT_PARTLY = "reassessment_partly", _("Genvurdering: delvist ændret")
    FORWARDING_NOTICE = "forwarding_notice", _("Besked om, at klagen er sendt videre")
    FORWARDING = "forwarding", _("Oversendelse til Ankestyrelsen")
    NOTICE = "notice", _("Brev")


# A decision somebody may complain about: reasons, rules, guidance and a named sender, always.
DECISIONS = frozenset(
    {
        Kind.DECISION_GRANT,
        Kind.DECISION_PARTIAL,
        Kind.DECISION_REFUSAL,
        Kind.DECISION_CHANGE,
        Kind.DECISION_ENDING,
        Kind.REASSESSMENT_CHANGED,
        Kind.REASSESSMENT_PARTLY,
    }
)
# Letters about a right need a person's name under them; only the receipts may go out in the council's name alone.
UNSIGNED = frozenset({Kind.RECEIPT, Kind.COMPLAINT_RECEIPT})


class DispatchState(Codes):
    """How far one recipient's copy has come; follows from the steps done, never set by hand."""

    QUEUED = "queued", _("I kø")
    RENDERING = "rendering", _("Sættes op")
    RENDERED = "rendered", _("Klar til afsendelse")
    SENT = "sent", _("Sendt")
    DELIVERED = "delivered", _("Leveret")
    FAILED = "failed", _("Ikke sendt")
    RETURNED = "returned", _("Kom retur")


class DeliveryKind(Codes):
    """What is known about a copy reaching its recipient."""

    AVAILABLE = "available", _("Tilgængeligt i Digital Post")
    POSTED = "posted", _("Afleveret til posten")
    RECEIVED_EARLIER = "received_earlier", _("Modtaget før det beregnede tidspunkt")
    FAILED = "failed", _("Kom retur eller blev ikke leveret")


class Failure(Codes):
    """Why a copy was given up; never the words of an error, which may quote a letter."""

    REFUSED = "refused", _("Brevet kunne ikke sættes op")
    NOT_TAKEN = "not_taken", _("Forsendelsen blev ikke modtaget")


CHANNELS = (Channel.DIGITAL_POST, Channel.LETTER)  # the ways a letter can go out
