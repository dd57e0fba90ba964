"""Stored codes of the assessment, the same as the rule's (`ophold.law.limbs`), and its questions in plain words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class Limb(Codes):
    """The three ways into a temporary stay, in the order they are tested (law.md § 12, 15)."""

    SHALL_HELP_OR_TREATMENT = "107_2_1", _("§ 107, stk. 2, nr. 1")
    SHALL_CARE = "107_2_2", _("§ 107, stk. 2, nr. 2")
    MAY = "107_1", _("§ 107, stk. 1")


class Outcome(Codes):
    """What testing a limb came to; unclear is an answer, not a gap."""

    MET = "met", _("Opfyldt")
    NOT_MET = "not_met", _("Ikke opfyldt")
    UNCLEAR = "unclear", _("Uafklaret")


QUESTIONS = {
    Limb.SHALL_HELP_OR_TREATMENT: _(
        "Er borgerens fysiske eller psykiske funktionsevne betydeligt nedsat, så der er brug for omfattende hjælp til "
        "hverdagens almindelige gøremål eller pleje – eller i en periode for særlig støtte til behandling?"
    ),
    Limb.SHALL_CARE: _(
        "Har borgeren nedsat psykisk funktionsevne eller særlige sociale problemer og brug for pleje eller behandling, "
        "og kan borgeren derfor ikke klare sig uden støtte?"
    ),
    Limb.MAY: _(
        "Har borgeren i øvrigt brug for et midlertidigt ophold, fordi funktionsevnen er betydeligt nedsat, eller fordi "
        "der er særlige sociale problemer?"
    ),
}
DUTIES = {
    Limb.SHALL_HELP_OR_TREATMENT: _("Er svaret ja, skal kommunen tilbyde et midlertidigt ophold."),
    Limb.SHALL_CARE: _("Er svaret ja, skal kommunen tilbyde et midlertidigt ophold."),
    Limb.MAY: _(
        "Er svaret ja, kan kommunen tilbyde et midlertidigt ophold. Et nej kræver en konkret grund i netop denne sag."
    ),
}
ADDRESSES = {
    Limb.SHALL_HELP_OR_TREATMENT: "stk-2-nr-1",
    Limb.SHALL_CARE: "stk-2-nr-2",
    Limb.MAY: "stk-1",
}
