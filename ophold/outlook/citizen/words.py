"""Plain sentences for the citizen: what the case waits for, and what has happened in it.

What staff wrote for themselves is never quoted here. An act without a sentence is the house's own and is not told.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ophold.record.cases.choices import CaseState, ClockKind, WaitsOn

WAITS: Mapping[str, Promise] = {
    ClockKind.RESPONSE: gettext_lazy("Din sag venter på, at kommunen svarer på din ansøgning."),
    ClockKind.HEARING: gettext_lazy("Din sag venter på dit svar på kommunens udkast til afgørelse."),
    ClockKind.COMPLAINT_WINDOW: gettext_lazy("Du kan klage, hvis du er uenig."),
    ClockKind.REASSESSMENT: gettext_lazy("Din sag venter på, at kommunen ser på afgørelsen igen, fordi du har klaget."),
    ClockKind.FOLLOW_UP: gettext_lazy("Det næste er en opfølgning på dit ophold."),
    ClockKind.REVIEW: gettext_lazy("Det næste er, at kommunen ser på bevillingen sammen med dig. Opholdet fortsætter."),
    ClockKind.NEXT_STEP: gettext_lazy("Din sag venter på kommunens næste skridt."),
}
STANDS: Mapping[str, Promise] = {
    CaseState.RECEIVED: gettext_lazy("Din ansøgning venter på en sagsbehandler."),
    CaseState.ASSESSING: gettext_lazy("Din sag venter på kommunen."),
    CaseState.HEARING: gettext_lazy("Din sag venter på, at partshøringen bliver færdig."),
    CaseState.GRANTED: gettext_lazy("Kommunen har givet dig en bevilling. I brevet står, hvad du får."),
    CaseState.REFUSED: gettext_lazy("Kommunen har givet afslag på din ansøgning."),
    CaseState.STAYING: gettext_lazy("Dit ophold er i gang."),
    CaseState.CLOSED: gettext_lazy("Din sag er afsluttet."),
}
HAPPENED: Mapping[str, Promise] = {
    "apply": gettext_lazy("Du sendte din ansøgning."),
    "register_application": gettext_lazy("Kommunen skrev din ansøgning ned."),
    "take_case": gettext_lazy("En sagsbehandler tog din sag."),
    "note_conversation": gettext_lazy("Kommunen skrev et notat om en samtale."),
    "add_party": gettext_lazy("Kommunen skrev en person på din sag."),
    "end_party": gettext_lazy("En person står ikke længere på din sag."),
    "show_cpr": gettext_lazy("En medarbejder så dit CPR-nummer."),
    "rate_theme": gettext_lazy("Sagsbehandleren skrev om et tema i udredningen af dit behov."),
    "conclude_assessment": gettext_lazy("Sagsbehandleren skrev en samlet vurdering af dit behov for støtte."),
    "record_consent": gettext_lazy("Kommunen noterede, at der er givet samtykke til at hente oplysninger."),
    "withdraw_consent": gettext_lazy("Kommunen noterede, at et samtykke er trukket tilbage."),
    "request_information": gettext_lazy("Kommunen bad andre om oplysninger til din sag."),
    "chase_information": gettext_lazy("Kommunen rykkede for oplysninger til din sag."),
    "register_information": gettext_lazy("Kommunen noterede svar på oplysninger til din sag."),
    "record_limb": gettext_lazy("Sagsbehandleren vurderede din sag efter serviceloven § 107."),
    "send_hearing": gettext_lazy("Kommunen sendte dig et udkast til afgørelse, som du kan svare på."),
    "exempt_hearing": gettext_lazy("Kommunen besluttede, at loven ikke kræver et udkast til dig først."),
    "reply_hearing": gettext_lazy("Du svarede på kommunens udkast."),
    "register_remarks": gettext_lazy("Kommunen skrev dine bemærkninger til udkastet ned."),
    "decide": gettext_lazy("Kommunen traf afgørelse."),
    "decide_anew": gettext_lazy("Kommunen traf en ny afgørelse."),
    "notify_delay": gettext_lazy("Kommunen skrev til dig, at svaret kommer senere."),
    "move_version": gettext_lazy("Din sag følger nu en anden udgave af kommunens kvalitetsstandard."),
    "register_delivery": gettext_lazy("Kommunen noterede, hvornår du fik et brev."),
    "begin_stay": gettext_lazy("Du flyttede ind."),
    "hold_follow_up": gettext_lazy("Der blev holdt opfølgning på dit ophold."),
    "complain": gettext_lazy("Du klagede."),
    "register_complaint": gettext_lazy("Kommunen skrev din klage ned."),
    "record_authority": gettext_lazy("Kommunen noterede en fuldmagt til klagen."),
    "delay_reassessment": gettext_lazy("Kommunen skrev til dig, at din klage tager længere tid."),
    "reassess": gettext_lazy("Kommunen så på afgørelsen igen."),
    "forward_complaint": gettext_lazy("Kommunen sendte din klage til Ankestyrelsen."),
    "close_case": gettext_lazy("Kommunen afsluttede din sag."),
    "reassign": gettext_lazy("Din sag fik en anden sagsbehandler."),
    "withdraw": gettext_lazy("Du trak din ansøgning tilbage."),
    "register_withdrawal": gettext_lazy("Kommunen skrev ned, at du trak din ansøgning tilbage."),
    "register_move": gettext_lazy("Kommunen skrev ned, at du er flyttet til en anden kommune."),
    "annul_case": gettext_lazy("Kommunen lukkede sagen, fordi den var oprettet ved en fejl."),
    "correct_received": gettext_lazy("Kommunen rettede den dag, din ansøgning kom."),
    "correct_party": gettext_lazy("Kommunen rettede, hvad der står om en person på din sag."),
    "reopen_case": gettext_lazy("Kommunen åbnede din sag igen."),
}
# the house's own order; and what is sent stands among the letters
UNTOLD = frozenset({"set_next_date", "register_death", "send_letter", "letter_not_sent", "retry_letter"})


def waits(state: str, kind: str, dated: bool, waits_on: str = "") -> str:
    """One sentence: what the case waits for, and on whom."""
    if waits_on == WaitsOn.ANKESTYRELSEN:
        return _("Din klage ligger hos Ankestyrelsen. De skriver til dig. Kommunen ser til sagen igen:")
    if kind == ClockKind.RESPONSE and not dated:
        return _("Din sag venter på, at kommunen svarer. Der er ikke sat en dag for svaret.")
    if kind == ClockKind.COMPLAINT_WINDOW:
        return f"{STANDS[state]} {WAITS[kind]}"  # the result first
    return str(WAITS[kind]) if kind else str(STANDS[state])


def until(kind: str) -> str:
    """The word before the day the case waits until."""
    if kind in (ClockKind.RESPONSE, ClockKind.HEARING, ClockKind.REASSESSMENT):
        return _("Senest")
    return _("Til og med") if kind == ClockKind.COMPLAINT_WINDOW else ""
