"""Stored codes of hearings and decisions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class HearingReason(Codes):
    """Why a draft was sent in hearing."""

    ALWAYS = "always_by_standard", _("Kommunen har lovet altid at sende udkastet")
    STATUTE = "statute", _("Loven kræver det")
    CHOSEN = "chosen", _("Sagsbehandleren har valgt det")


class Ground(Codes):
    """The grounds for deciding without a hearing, in our own short words; the same codes as the rule's."""

    PLAIN = "19_2_1", _("Nr. 1: Oplysningerne og sagen er sådan, at det er ubetænkeligt at afgøre den uden høring")
    STATUTORY_DEADLINE = "19_2_2", _("Nr. 2: En frist i loven for afgørelsen ville blive overskredet")
    WEIGHTIER_INTEREST = "19_2_3", _("Nr. 3: Væsentlige hensyn til andre eller det offentlige vejer tungere")
    NO_ACCESS = "19_2_4", _("Nr. 4: Borgeren har ikke ret til aktindsigt i oplysningerne")
    WIDE_CIRCLE = "19_2_5", _("Nr. 5: Afgørelsen rammer en bred, ubestemt kreds, og høring ville være meget svær")
    HEARD_OTHERWISE = (
        "19_2_6",
        _("Nr. 6: Andre regler sikrer allerede, at borgeren kender grundlaget og kan udtale sig"),
    )


class Outcome(Codes):
    """What was decided, seen against what was applied for."""

    GRANT = "grant", _("Bevilling")
    PARTIAL = "partial", _("Delvist afslag")
    REFUSAL = "refusal", _("Afslag")


GRANTING = (Outcome.GRANT, Outcome.PARTIAL)


class PlanOffer(Codes):
    """What came of offering an action plan (SEL § 141, stk. 2)."""

    ACCEPTED = "accepted", _("Tilbudt – borgeren siger ja")
    DECLINED = "declined", _("Tilbudt – borgeren siger nej")
    THINKING = "thinking", _("Tilbudt – borgeren har ikke svaret endnu")


class HearingDuty(Codes):
    """What the decision says about statute's hearing question."""

    ALWAYS = "always", _("Kommunen sender altid udkastet i høring")
    REQUIRED = "required", _("Loven kræver høring")
    NOT_REQUIRED = "not_required", _("Loven kræver ikke høring")
    NOT_ASKED = "not_asked", _("Ikke relevant: afgørelsen er ikke til ugunst")
