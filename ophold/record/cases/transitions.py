"""From which state which role may do which act. One table: it drives buttons, refusals, the access matrix and docs.

States of the hearing, the complaint and the letter have tables of their own beside their models.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ophold.record.cases.choices import CaseState as S
from ophold.record.people.choices import Role

CITIZEN = "citizen"
_CASEWORK = frozenset({Role.CASEWORKER.value, Role.TEAM_LEADER.value})
_APPEALS = _CASEWORK | {Role.APPEALS_OFFICER.value}
_CITIZEN = frozenset({CITIZEN})
_UNDECIDED = frozenset({S.RECEIVED, S.ASSESSING, S.HEARING})
_DECIDED = frozenset({S.GRANTED, S.REFUSED, S.STAYING, S.CLOSED})
_OPEN = frozenset(S) - {S.CLOSED}
_ALL = frozenset(S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One act: its verb, who may do it, from which states, and the state it leads to (None: stays)."""

    act: str
    verb: Promise
    roles: frozenset[str]
    states: frozenset[S]
    to: S | None = None
    also_to: frozenset[S] = frozenset()  # other states the act may choose, by what was decided


def _table(*rows: Transition) -> Mapping[str, Transition]:
    return {row.act: row for row in rows}


TRANSITIONS = _table(
    Transition(
        act="take_case",
        verb=_("Tag sagen"),
        roles=_CASEWORK,
        states=_UNDECIDED,
        to=S.ASSESSING,
        also_to=frozenset({S.HEARING}),
    ),
    Transition(act="reassign", verb=_("Giv sagen til en kollega"), roles=_CASEWORK, states=_OPEN),
    Transition(act="note_conversation", verb=_("Skriv notat om samtale"), roles=_APPEALS, states=_ALL),
    Transition(act="add_party", verb=_("Tilføj part"), roles=_CASEWORK, states=_OPEN),
    Transition(act="end_party", verb=_("Afslut part"), roles=_CASEWORK, states=_OPEN),
    Transition(act="correct_party", verb=_("Ret en part"), roles=_CASEWORK, states=_OPEN),
    Transition(act="rate_theme", verb=_("Udred temaerne"), roles=_CASEWORK, states=_OPEN - {S.RECEIVED}),
    Transition(
        act="conclude_assessment", verb=_("Skriv samlet vurdering"), roles=_CASEWORK, states=_OPEN - {S.RECEIVED}
    ),
    Transition(act="record_consent", verb=_("Notér et samtykke"), roles=_CASEWORK, states=_OPEN),
    Transition(act="withdraw_consent", verb=_("Træk et samtykke tilbage"), roles=_CASEWORK, states=_OPEN),
    Transition(act="request_information", verb=_("Bed om oplysninger"), roles=_CASEWORK, states=_OPEN - {S.RECEIVED}),
    Transition(act="chase_information", verb=_("Ryk for svar"), roles=_CASEWORK, states=_OPEN),
    Transition(act="register_information", verb=_("Notér et svar"), roles=_CASEWORK, states=_OPEN),
    Transition(
        act="record_limb",
        verb=_("Vurder efter § 107"),
        roles=_CASEWORK,
        states=frozenset({S.ASSESSING, S.HEARING, S.REFUSED}),  # refused: what a complaint brings to light
    ),
    Transition(
        act="send_hearing",
        verb=_("Send partshøring"),
        roles=_CASEWORK,
        states=frozenset({S.ASSESSING, S.HEARING}),
        to=S.HEARING,
    ),
    Transition(
        act="exempt_hearing",
        verb=_("Undtag fra partshøring"),
        roles=_CASEWORK,
        states=frozenset({S.ASSESSING, S.HEARING}),
    ),
    Transition(
        act="register_remarks", verb=_("Registrer bemærkninger"), roles=_CASEWORK, states=frozenset({S.HEARING})
    ),
    Transition(act="reply_hearing", verb=_("Svar på partshøring"), roles=_CITIZEN, states=frozenset({S.HEARING})),
    Transition(
        act="decide",
        verb=_("Træf afgørelse"),
        roles=_CASEWORK,
        states=frozenset({S.ASSESSING, S.HEARING}),
        to=S.GRANTED,
        also_to=frozenset({S.REFUSED}),
    ),
    Transition(act="correct_received", verb=_("Ret modtagelsesdagen"), roles=_CASEWORK, states=_UNDECIDED),
    Transition(act="notify_delay", verb=_("Giv besked om forsinkelse"), roles=_CASEWORK, states=_UNDECIDED),
    Transition(
        act="move_version", verb=_("Flyt til anden udgave af kvalitetsstandarden"), roles=_CASEWORK, states=_OPEN
    ),
    Transition(act="set_next_date", verb=_("Sæt næste dato"), roles=_APPEALS, states=_OPEN),
    Transition(act="register_delivery", verb=_("Registrer levering"), roles=_APPEALS, states=_ALL),
    Transition(act="retry_letter", verb=_("Send brevet igen"), roles=_APPEALS, states=_ALL),
    Transition(
        act="begin_stay", verb=_("Registrer indflytning"), roles=_CASEWORK, states=frozenset({S.GRANTED}), to=S.STAYING
    ),
    Transition(act="hold_follow_up", verb=_("Registrer opfølgning"), roles=_CASEWORK, states=frozenset({S.STAYING})),
    # a complaint opens a closed case again, so that somebody sees it
    Transition(
        act="complain",
        verb=_("Klag over afgørelsen"),
        roles=_CITIZEN,
        states=_DECIDED,
        also_to=frozenset({S.GRANTED, S.REFUSED}),
    ),
    Transition(
        act="register_complaint",
        verb=_("Registrer klage"),
        roles=_APPEALS,
        states=_DECIDED,
        also_to=frozenset({S.GRANTED, S.REFUSED}),
    ),
    Transition(act="record_authority", verb=_("Registrer fuldmagt til klagen"), roles=_APPEALS, states=_DECIDED),
    Transition(
        act="delay_reassessment", verb=_("Giv besked om, at klagen tager længere tid"), roles=_APPEALS, states=_DECIDED
    ),
    Transition(act="reassess", verb=_("Genvurder"), roles=_APPEALS, states=_DECIDED),
    Transition(
        act="decide_anew",
        verb=_("Træf ny afgørelse"),
        roles=_APPEALS,
        states=_DECIDED,
        also_to=frozenset({S.GRANTED}),
    ),
    Transition(act="forward_complaint", verb=_("Send klagen til Ankestyrelsen"), roles=_APPEALS, states=_DECIDED),
    Transition(act="show_cpr", verb=_("Vis CPR-nummer"), roles=_APPEALS, states=_ALL),
    Transition(
        act="close_case",
        verb=_("Afslut sagen"),
        roles=_CASEWORK,
        states=frozenset({S.REFUSED, S.GRANTED, S.STAYING}),
        to=S.CLOSED,
    ),
    Transition(act="withdraw", verb=_("Træk ansøgningen tilbage"), roles=_CITIZEN, states=_UNDECIDED, to=S.CLOSED),
    Transition(
        act="register_withdrawal",
        verb=_("Registrer, at ansøgningen er trukket tilbage"),
        roles=_CASEWORK,
        states=_UNDECIDED,
        to=S.CLOSED,
    ),
    # these two close only where nobody waits for an answer any more
    Transition(
        act="register_death",
        verb=_("Registrer dødsfald"),
        roles=_APPEALS,
        states=_OPEN,
        also_to=frozenset({S.CLOSED}),
    ),
    Transition(
        act="register_move",
        verb=_("Registrer flytning til en anden kommune"),
        roles=_CASEWORK,
        states=_OPEN,
        also_to=frozenset({S.CLOSED}),
    ),
    Transition(
        act="annul_case",
        verb=_("Sagen er oprettet ved en fejl"),
        roles=_CASEWORK,
        states=frozenset({S.RECEIVED, S.ASSESSING}),
        to=S.CLOSED,
    ),
    Transition(
        act="reopen_case",
        verb=_("Genåbn sagen"),
        roles=_CASEWORK,
        states=frozenset({S.CLOSED}),
        also_to=_OPEN,
    ),
)
