"""Stored codes of the letters room: kinds, channels, states, delivery events."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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
