"""Which act is the next one, which others are possible, and why the rest are not. It advises; a person chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.urls import NoReverseMatch, reverse

from ophold.journey.decisions.deadline import always_by
from ophold.record.cases.acts import role_of, why_not
from ophold.record.cases.choices import CaseState, ClockKind
from ophold.record.cases.facts import Fact
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.standards import standard_of
from ophold.record.cases.transitions import TRANSITIONS
from ophold.record.people.models import Account

LIMBS = 3
PAGES = {
    "take_case": "take-case",
    "note_conversation": "note",
    "set_next_date": "next-date",
    "add_party": "add-party",
    "rate_theme": "themes",
    "request_information": "information",
    "record_limb": "assess",
    "send_hearing": "send-hearing",
    "exempt_hearing": "exempt-hearing",
    "register_remarks": "register-remarks",
    "decide": "decide",
    "notify_delay": "notify-delay",
    "move_version": "move-version",
    "begin_stay": "begin-stay",
    "hold_follow_up": "hold-follow-up",
    "register_complaint": "register-complaint",
    "reassess": "reassess",
    "forward_complaint": "forward-complaint",
    "reassign": "reassign",
    "correct_received": "correct-received",
    "register_withdrawal": "register-withdrawal",
    "register_move": "register-move",
    "register_death": "register-death",
    "annul_case": "annul-case",
    "close_case": "close-case",
    "reopen_case": "reopen-case",
}
SELDOM = frozenset(
    {
        "move_version",
        "reassign",
        "correct_received",
        "register_withdrawal",
        "register_move",
        "register_death",
        "annul_case",
    }
)
BY_BUTTON = frozenset({"take_case"})  # done at once; the others open a page first


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One act on the case page."""

    act: str
    verb: str
    href: str
    why_not: str
    by_button: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The acts of the page: one first, those of the day, those done seldom, and the rest with their reasons."""

    first: Choice | None
    possible: list[Choice]
    seldom: list[Choice]
    impossible: list[Choice]


def offered(
    case: Case, account: Account, facts: Mapping[str, Sequence[Fact]], clocks: Sequence[Clock], on: date
) -> Offered:
    """Every act with a page that the account's role has at all."""
    asked = any(clock.kind == ClockKind.REASSESSMENT for clock in clocks)
    acts = [act for act in PAGES if asked or act != "reassess"]  # without a complaint there is nothing to reassess
    closed = case.state == CaseState.CLOSED
    acts = [act for act in acts if closed or act != "reopen_case"]
    choices = [choice for act in acts if (choice := _choice(act, case, account)) is not None]
    possible = [choice for choice in choices if not choice.why_not]
    wanted = next_act(case, facts, clocks, on)
    first = next((choice for choice in possible if choice.act == wanted), None)
    return Offered(
        first=first,
        possible=[choice for choice in possible if choice is not first and choice.act not in SELDOM],
        seldom=[choice for choice in possible if choice is not first and choice.act in SELDOM],
        impossible=[choice for choice in choices if choice.why_not],
    )


def next_act(case: Case, facts: Mapping[str, Sequence[Fact]], clocks: Sequence[Clock], on: date) -> str:
    """The act the case most plainly waits for; the empty string when it waits for somebody else."""
    if any(clock.kind == ClockKind.REASSESSMENT for clock in clocks):
        return "reassess"
    if case.caseworker_id is None:
        return "take_case"
    if case.state in (CaseState.RECEIVED, CaseState.ASSESSING):
        if len({limb.label for limb in facts.get("limb", ())}) < LIMBS and not _met(facts):
            return "record_limb"
        heard_first = always_by(standard_of(case)) is not None or not (_met(facts) or facts.get("exemption"))
        return "send_hearing" if heard_first else "decide"
    if case.state == CaseState.HEARING:
        running = [
            clock for clock in clocks if clock.kind == ClockKind.HEARING and (not clock.due_on or clock.due_on >= on)
        ]
        return "" if running else "decide"
    if case.state == CaseState.GRANTED:
        return "begin_stay"
    return "hold_follow_up" if case.state == CaseState.STAYING else ""


def _met(facts: Mapping[str, Sequence[Fact]]) -> bool:
    return any(limb.state == "met" for limb in facts.get("limb", ()))


def _choice(act: str, case: Case, account: Account) -> Choice | None:
    row = TRANSITIONS[act]
    if role_of(account) not in row.roles or (act == "take_case" and case.caseworker_id == account.pk):
        return None
    address = _address(act)
    if not address:
        return None
    return Choice(
        act=act,
        verb=str(row.verb),
        href=address.replace("REFERENCE", case.reference),
        why_not=why_not(act, case, account),
        by_button=act in BY_BUTTON,
    )


@cache
def _address(act: str) -> str:
    """Where an act's page is, with the reference still to be put in; empty where it needs more than the case."""
    try:
        return reverse(PAGES[act], args=["REFERENCE"])
    except NoReverseMatch:
        return ""
