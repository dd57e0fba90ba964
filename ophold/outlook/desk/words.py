"""Human words for what a case waits for and for what has happened in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from ophold.law import wording
from ophold.record.cases.choices import CaseState, Channel, ClockKind
from ophold.record.cases.transitions import TRANSITIONS

_NEXT: Mapping[str, Promise] = {
    ClockKind.RESPONSE: gettext_lazy("Svar på ansøgningen"),
    ClockKind.HEARING: gettext_lazy("Afvent svar på partshøringen"),
    ClockKind.COMPLAINT_WINDOW: gettext_lazy("Klagefristen løber"),
    ClockKind.REASSESSMENT: gettext_lazy("Genvurder klagen"),
    ClockKind.FOLLOW_UP: gettext_lazy("Hold opfølgning"),
    ClockKind.REVIEW: gettext_lazy("Gennemgå bevillingen"),
    ClockKind.NEXT_STEP: gettext_lazy("Tag næste skridt"),
}
_PASSED: Mapping[str, Promise] = {
    ClockKind.HEARING: gettext_lazy("Træf afgørelse"),
    ClockKind.COMPLAINT_WINDOW: gettext_lazy("Klagefristen er ovre: afslut sagen, eller sæt en næste dato"),
}
_DONE: Mapping[str, Promise] = {
    "apply": gettext_lazy("søgte om midlertidigt ophold"),
    "register_application": gettext_lazy("registrerede ansøgningen"),
    "take_case": gettext_lazy("tog sagen"),
    "note_conversation": gettext_lazy("skrev notat om en samtale"),
    "set_next_date": gettext_lazy("satte næste dato"),
    "add_party": gettext_lazy("tilføjede en part"),
    "end_party": gettext_lazy("afsluttede en part"),
    "show_cpr": gettext_lazy("så CPR-nummeret"),
    "rate_theme": gettext_lazy("udredte et tema"),
    "conclude_assessment": gettext_lazy("skrev den samlede vurdering"),
    "record_consent": gettext_lazy("noterede et samtykke"),
    "withdraw_consent": gettext_lazy("noterede, at et samtykke er trukket tilbage"),
    "request_information": gettext_lazy("bad om oplysninger"),
    "chase_information": gettext_lazy("rykkede for oplysninger"),
    "register_information": gettext_lazy("noterede et svar på oplysninger"),
    "record_limb": gettext_lazy("vurderede en betingelse i § 107"),
    "send_hearing": gettext_lazy("sendte udkastet i partshøring"),
    "exempt_hearing": gettext_lazy("undtog sagen fra partshøring"),
    "reply_hearing": gettext_lazy("svarede på partshøringen"),
    "register_remarks": gettext_lazy("registrerede bemærkninger til partshøringen"),
    "decide": gettext_lazy("traf afgørelse"),
    "notify_delay": gettext_lazy("gav besked om en ny dato"),
    "move_version": gettext_lazy("flyttede sagen til en anden udgave af standarden"),
    "register_delivery": gettext_lazy("registrerede, at et brev er leveret"),
    "begin_stay": gettext_lazy("registrerede indflytningen"),
    "hold_follow_up": gettext_lazy("registrerede en opfølgning"),
    "complain": gettext_lazy("klagede over afgørelsen"),
    "register_complaint": gettext_lazy("registrerede en klage"),
    "reassess": gettext_lazy("genvurderede klagen"),
    "record_authority": gettext_lazy("registrerede fuldmagt til klagen"),
    "delay_reassessment": gettext_lazy("gav besked om, at klagen tager længere tid"),
    "decide_anew": gettext_lazy("traf en ny afgørelse"),
    "forward_complaint": gettext_lazy("sendte klagen til Ankestyrelsen"),
    "close_case": gettext_lazy("afsluttede sagen"),
    "reassign": gettext_lazy("gav sagen til en kollega"),
    "withdraw": gettext_lazy("trak ansøgningen tilbage"),
    "register_withdrawal": gettext_lazy("registrerede, at ansøgningen er trukket tilbage"),
    "register_death": gettext_lazy("registrerede et dødsfald"),
    "register_move": gettext_lazy("registrerede en flytning til en anden kommune"),
    "annul_case": gettext_lazy("noterede, at sagen er oprettet ved en fejl"),
    "correct_received": gettext_lazy("rettede modtagelsesdagen"),
    "correct_party": gettext_lazy("rettede en part"),
    "reopen_case": gettext_lazy("genåbnede sagen"),
    "send_letter": gettext_lazy("sendte et brev"),
    "letter_not_sent": gettext_lazy("kunne ikke sende et brev"),
    "retry_letter": gettext_lazy("lagde et brev i kø igen"),
}
_FROM_CITIZEN = frozenset({"apply", "reply_hearing", "complain", "withdraw"})
_ON_BEHALF = frozenset({"register_application", "register_remarks", "register_complaint", "register_withdrawal"})
_DECIDED = frozenset({"decide", "decide_anew", "reassess", "forward_complaint"})
_JUDGED = _DECIDED | {"rate_theme", "conclude_assessment", "record_limb", "send_hearing", "exempt_hearing"}
KINDS: tuple[tuple[str, Promise, frozenset[str]], ...] = (
    ("samtaler", gettext_lazy("Samtaler"), frozenset({"note_conversation"})),
    ("borgeren", gettext_lazy("Fra borgeren"), _FROM_CITIZEN | _ON_BEHALF),
    ("afgoerelse", gettext_lazy("Vurdering og afgørelse"), _JUDGED),
)


def next_verb(state: str, kind: str, label: str, *, assigned: bool, passed: bool) -> str:
    """What is to be done next, as a verb; `passed` when the day it waited for is behind us."""
    if state == CaseState.RECEIVED and not assigned:
        return _("Tag sagen")
    if label:
        return label
    if passed and kind in _PASSED:
        return str(_PASSED[kind])
    return str(_NEXT[kind]) if kind else _("Sæt en næste dato")


def done(act: str) -> str:
    """What somebody did, as it reads after a name."""
    if act in _DONE:
        return str(_DONE[act])
    return str(TRANSITIONS[act].verb).lower() if act in TRANSITIONS else act.replace("_", " ")


def circumstances(facts: Mapping[str, Any]) -> str:
    """What an entry's facts add, where they say something to a person."""
    said = [str(Channel(facts["channel"]).label)] if facts.get("channel") in Channel.values else []
    if "received_before" in facts:
        said.append(_("før stod %(day)s") % {"day": _day(facts["received_before"])})
        if facts.get("promise_stays"):
            said.append(_("den lovede dag står ved magt"))
    if papers := len(facts.get("papers", ())):
        said.append(ngettext("%(num)s bilag", "%(num)s bilag", papers) % {"num": papers})
    if facts.get("clocks"):
        kinds = ", ".join(str(ClockKind(kind).label).lower() for kind in facts["clocks"] if kind in ClockKind.values)
        said.append((_("løber igen: %(clocks)s") if "to" in facts else _("stoppede: %(clocks)s")) % {"clocks": kinds})
    return "; ".join(said)


def _day(iso: str) -> str:
    on = date.fromisoformat(iso)
    return wording.day_en(on) if (get_language() or "da").startswith("en") else wording.day(on)
