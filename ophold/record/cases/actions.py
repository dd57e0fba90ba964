"""The acts that belong to a case whatever step it is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ophold.record.acting import acting
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import (
    CaseState,
    Channel,
    ClockEnd,
    ClockKind,
    Ending,
    LettersTo,
    PartyRole,
    Urgency,
    WaitsOn,
)
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.cases.queries import open_clocks
from ophold.record.journal.actions import write
from ophold.record.people.models import Account, Citizen, Municipality

NEXT = (
    "next_kind",
    "next_on",
    "waits_on",
    "urgency",
    "next_label",
)  # the case fields `store_clocks` sets; hand them to `write(save=…)`


ENDS_WITH_THE_CASE = (
    ClockKind.NEXT_STEP,
    ClockKind.FOLLOW_UP,
    ClockKind.REVIEW,
    ClockKind.RESPONSE,
    ClockKind.HEARING,
)


class NextDateRefused(Refused):
    """A next date was not set."""


class PartyRefused(Refused):
    """A party was not recorded."""


class NoteRefused(Refused):
    """A note was not written."""


class CloseRefused(Refused):
    """A case was not closed."""


def store_clocks(clocks: OpenClocks) -> tuple[str, ...]:
    """Write what an act started and stopped; the case's fields to save with the journal entry."""
    clocks.settle()
    if clocks.changed:  # first: an old clock is closed before its replacement opens
        Clock.objects.bulk_update(clocks.changed, ["closed_on", "ended", "due_on"])
    if clocks.started:
        Clock.objects.bulk_create(clocks.started)
    return NEXT


def hand_back(*, on: date) -> int:
    """Give cases that waited for somebody else until a day now past back to the municipality's own list; how many.

    Changes no right and no clock, only who is to look at the case next. The worker does it.
    """
    with acting("hand_back"):
        waiting = Case.objects.filter(urgency=Urgency.OTHERS, next_on__lt=on, closed_on=None)
        return waiting.update(urgency=Urgency.OURS, waits_on=WaitsOn.MUNICIPALITY)


def open_case(
    citizen: Citizen,
    municipality: Municipality,
    *,
    reference_letters: str,
    received_on: date,
    channel: Channel,
    standard_version: str,
    acting_confirmed: bool,
    at: datetime,
) -> Case:
    """A new case, inside intake's act. The number follows the municipality's last one, which is locked meanwhile."""
    locked = Municipality.objects.select_for_update().get(pk=municipality.pk)
    locked.last_case_number += 1
    locked.save(update_fields=["last_case_number"])
    return Case.objects.create(
        municipality=locked,
        citizen=citizen,
        reference=f"{reference_letters}-{received_on.year}-{locked.last_case_number:05d}",
        received_on=received_on,
        channel=channel,
        standard_version=standard_version,
        acting_confirmed=acting_confirmed,
        opened_at=at,
    )


@act("take_case")
def take_case(case: Case, *, by: Account, at: datetime, act_key: str) -> None:
    """The caseworker takes the case; from now on somebody in particular answers for it."""
    before = case.caseworker_id
    case.caseworker = by
    if case.state == CaseState.RECEIVED:
        case.state = CaseState.ASSESSING
    write(case, act="take_case", by=by, at=at, act_key=act_key, facts={"before": before}, save=("caseworker", "state"))


@act("note_conversation")
def note_conversation(
    case: Case, *, text: str, held_on: date, channel: Channel, with_whom: str, by: Account, at: datetime, act_key: str
) -> None:
    """Write down a conversation (notatpligt, OFL § 13). Raises NoteRefused."""
    if held_on > at.date():
        raise NoteRefused(_("Notatet blev ikke gemt, fordi samtalen ligger i fremtiden. Ret datoen for samtalen."))
    facts = {"held_on": held_on.isoformat(), "channel": channel.value}
    said = f"Med {with_whom}:\n{text}"  # whom one spoke with is about a person too, and can be erased with the rest
    write(case, act="note_conversation", by=by, at=at, act_key=act_key, facts=facts, text=said)


@act("set_next_date")
def set_next_date(case: Case, *, on: date, label: str, by: Account, at: datetime, act_key: str) -> None:
    """Set by hand what happens next and when; replaces an earlier hand-set date. Raises NextDateRefused."""
    today = at.date()
    if on < today:
        raise NextDateRefused(
            _("Datoen blev ikke gemt, fordi den er passeret. Vælg en dag fra i dag, eller registrer det, der er sket.")
        )
    clocks = open_clocks(case)
    clocks.stop(ClockKind.NEXT_STEP, on=today, ended=ClockEnd.REPLACED)
    clocks.start(ClockKind.NEXT_STEP, starts_on=today, due_on=on, label=label)
    save = store_clocks(clocks)
    write(case, act="set_next_date", by=by, at=at, act_key=act_key, facts={"on": on.isoformat()}, text=label, save=save)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """What is recorded about a party; see `Party`."""

    role: PartyRole
    name: str
    address: str = ""
    phone: str = ""
    letters: LettersTo = LettersTo.NONE
    scope: str = ""
    basis: str = ""
    valid_from: date
    valid_to: date | None = None


@act("add_party")
def add_party(case: Case, *, party: PartyFacts, by: Account, at: datetime, act_key: str) -> Party:
    """Record a guardian, representative, companion or relative. Raises PartyRefused."""
    check_party(party)
    row = Party.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        role=party.role,
        name=party.name,
        address=party.address,
        phone=party.phone,
        letters=party.letters,
        scope=party.scope,
        basis=party.basis,
        valid_from=party.valid_from,
        valid_to=party.valid_to,
    )
    facts = {"party": row.pk, "role": party.role.value, "letters": party.letters.value}
    write(case, act="add_party", by=by, at=at, act_key=act_key, facts=facts, text=party.name)
    return row


def check_party(party: PartyFacts) -> None:
    """Raises PartyRefused for a party that cannot be."""
    if party.letters != LettersTo.NONE and party.role not in (PartyRole.GUARDIAN, PartyRole.REPRESENTATIVE):
        raise PartyRefused(
            _("Parten blev ikke gemt, fordi kun en værge eller partsrepræsentant kan få breve. Vælg ”Får ingen breve”.")
        )
    if party.letters != LettersTo.NONE and not (party.basis and party.address):
        raise PartyRefused(
            _("Parten blev ikke gemt, fordi breve kræver både et grundlag (fuldmagt eller værgemål) og en adresse.")
        )
    if party.valid_to is not None and party.valid_to < party.valid_from:
        raise PartyRefused(_("Parten blev ikke gemt, fordi den slutter, før den begynder. Ret datoerne."))


@act("end_party")
def end_party(case: Case, *, party_id: int, on: date, by: Account, at: datetime, act_key: str) -> None:
    """A party's place in the case ends on a day; the row stays. Raises PartyRefused."""
    row = Party.objects.filter(case=case, pk=party_id).first()
    if row is None or on < row.valid_from:
        raise PartyRefused(_("Parten blev ikke afsluttet, fordi datoen ligger før partens første dag. Ret datoen."))
    row.valid_to = on
    row.save(update_fields=["valid_to"])
    write(case, act="end_party", by=by, at=at, act_key=act_key, facts={"party": row.pk, "on": on.isoformat()})


@act("show_cpr")
def show_cpr(case: Case, *, by: Account, at: datetime, act_key: str) -> None:
    """Journal that somebody asked to see the CPR number; the view then shows it once."""
    write(case, act="show_cpr", by=by, at=at, act_key=act_key)


@act("close_case")
def close_case(case: Case, *, why: str, by: Account, at: datetime, act_key: str) -> None:
    """Close the case. Clocks that still run are no longer needed; the citizen's complaint window runs on.

    Raises CloseRefused while a complaint waits for the municipality.
    """
    clocks = open_clocks(case)
    if clocks.running(ClockKind.REASSESSMENT):
        raise CloseRefused(
            _(
                "Sagen blev ikke afsluttet, fordi en klage ikke er færdigbehandlet. "
                "Genvurder den, eller send den videre."
            )
        )
    facts, save = end(case, clocks, Ending.DONE, on=at.date())
    write(case, act="close_case", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)


def end(case: Case, clocks: OpenClocks, ending: Ending, *, on: date) -> tuple[dict[str, object], tuple[str, ...]]:
    """Close a case inside an act: what the journal says of it, and the case's fields to save.

    Clocks that still run are no longer needed; a complaint window and a reassessment run on.
    """
    stopped = [row for kind in ENDS_WITH_THE_CASE for row in clocks.running(kind)]
    for kind in ENDS_WITH_THE_CASE:
        clocks.stop(kind, on=on, ended=ClockEnd.WAIVED)
    facts: dict[str, object] = {"from": case.state, "ended": ending.value, "clocks": [row.kind for row in stopped]}
    case.state, case.closed_on, case.closed_as = CaseState.CLOSED, on, ending
    return facts, (*store_clocks(clocks), "state", "closed_on", "closed_as")
