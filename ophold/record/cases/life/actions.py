"""Acts that change whose a case is, end it early, correct it, or open it again.

None of them ends a right: a granted stay ends by a decision (docs/decisions/0131-a-case-that-ends-early.md). Each says
in the journal which clocks it stopped or started. Not here: closing a case that is done (`cases.actions.close_case`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ophold.record.acting import acting
from ophold.record.cases.actions import PartyFacts, check_party, end, store_clocks
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import ActingAfterMove, CaseState, Channel, ClockEnd, ClockKind, Ending
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.life.queries import state_before_closing, stopped_at_closing
from ophold.record.cases.models import Absence, Case, Party
from ophold.record.cases.queries import open_clocks
from ophold.record.journal.actions import write, write_municipal
from ophold.record.people.access import colleagues
from ophold.record.people.models import Account, Municipality

SETTLE_ACTING = "Afklar, hvem der er handlekommune"  # stored, so in Danish
HAND_OVER = "Aftal overtagelsen med den nye kommune"
UNDECIDED = frozenset({CaseState.RECEIVED, CaseState.ASSESSING, CaseState.HEARING})


class ReassignRefused(Refused):
    """A case did not change hands."""


class AbsenceRefused(Refused):
    """An absence was not recorded."""


class WithdrawalRefused(Refused):
    """A withdrawal was not registered."""


class DeathRefused(Refused):
    """A death was not registered."""


class MoveRefused(Refused):
    """A move was not registered."""


class CorrectionRefused(Refused):
    """Nothing was corrected."""


class ReopenRefused(Refused):
    """A case was not opened again."""


@act("reassign")
def reassign(case: Case, *, to: int, why: str, by: Account, at: datetime, act_key: str) -> None:
    """Give the case to a colleague (an account's number), with the reason. Raises ReassignRefused."""
    colleague = colleagues(case.municipality_id).filter(pk=to).first()
    if colleague is None:
        raise ReassignRefused(
            _("Sagen skiftede ikke hænder, fordi kollegaen ikke kan have sager i kommunen. Vælg en anden.")
        )
    if colleague.pk == case.caseworker_id:
        raise ReassignRefused(_("Sagen skiftede ikke hænder, fordi kollegaen allerede har den. Vælg en anden."))
    facts = {"before": case.caseworker_id, "to": colleague.pk}
    case.caseworker = colleague
    save = ["caseworker"]
    if case.state == CaseState.RECEIVED:
        case.state = CaseState.ASSESSING
        save.append("state")
    write(case, act="reassign", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)


# -- cover: about no case in particular, so it stands in the municipality's own chain --------------------------------


def record_absence(
    municipality: Municipality, *, away: int, covered_by: int, from_on: date, to_on: date, by: Account, at: datetime
) -> Absence:
    """A colleague covers a caseworker from one day to another. Raises AbsenceRefused."""
    with acting("record_absence"):
        Municipality.objects.select_for_update().get(pk=municipality.pk)
        if colleagues(municipality.pk).filter(pk__in={away, covered_by}).count() != 2:
            raise AbsenceRefused(
                _("Fraværet blev ikke gemt, fordi der skal vælges to forskellige kolleger. Ret valget.")
            )
        if to_on < from_on or to_on < at.date():
            raise AbsenceRefused(
                _("Fraværet blev ikke gemt, fordi sidste dag ligger før den første eller er passeret. Ret datoerne.")
            )
        if Absence.objects.filter(
            municipality=municipality, away_id__in={away, covered_by}, from_on__lte=to_on, to_on__gte=from_on
        ).exists():
            raise AbsenceRefused(
                _(
                    "Fraværet blev ikke gemt, fordi en af de to allerede er fraværende i de dage. "
                    "Ret dagene eller valget."
                )
            )
        row = Absence.objects.create(
            municipality=municipality, away_id=away, covered_by_id=covered_by, from_on=from_on, to_on=to_on
        )
        facts = {
            "away": away,
            "covered_by": covered_by,
            "from_on": from_on.isoformat(),
            "to_on": to_on.isoformat(),
        }
        write_municipal(municipality, act="record_absence", by=by, at=at, facts=facts)
        return row


def end_absence(absence: Absence, *, by: Account, at: datetime) -> None:
    """The caseworker is back: cover ends yesterday; an absence that had not begun, or began today, is taken away."""
    with acting("end_absence"):
        Municipality.objects.select_for_update().get(pk=absence.municipality_id)
        row = Absence.objects.filter(pk=absence.pk).first()
        if row is None or row.to_on < at.date():
            return
        facts = {"away": row.away_id, "covered_by": row.covered_by_id, "to_on": row.to_on.isoformat()}
        if row.from_on >= at.date():
            row.delete()
        else:
            row.to_on = date.fromordinal(at.date().toordinal() - 1)
            row.save(update_fields=["to_on"])
        write_municipal(absence.municipality, act="end_absence", by=by, at=at, facts=facts)


# -- ending early -----------------------------------------------------------------------------------------------------


@act("withdraw")
def withdraw(case: Case, *, why: str, by: Account, at: datetime, act_key: str) -> None:
    """The citizen takes the application back. Saying no to a place is not this."""
    facts, save = end(case, open_clocks(case), Ending.WITHDRAWN, on=at.date())
    facts |= {"channel": Channel.SELF_SERVICE.value}
    write(case, act="withdraw", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)


@act("register_withdrawal")
def register_withdrawal(
    case: Case, *, said_on: date, channel: Channel, why: str, by: Account, at: datetime, act_key: str
) -> None:
    """The citizen said so by other means than self-service. Raises WithdrawalRefused."""
    if not case.received_on <= said_on <= at.date():
        raise WithdrawalRefused(
            _("Sagen blev ikke afsluttet, fordi dagen ligger før ansøgningen eller i fremtiden. Ret dagen.")
        )
    facts, save = end(case, open_clocks(case), Ending.WITHDRAWN, on=at.date())
    facts |= {"said_on": said_on.isoformat(), "channel": channel.value}
    write(case, act="register_withdrawal", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)


@act("register_death")
def register_death(case: Case, *, died_on: date, source: str, by: Account, at: datetime, act_key: str) -> None:
    """The citizen has died. The case closes, unless a complaint waits: whether it goes on is the estate's to say.

    Raises DeathRefused.
    """
    if not case.citizen.born_on <= died_on <= at.date():
        raise DeathRefused(
            _("Dødsfaldet blev ikke registreret, fordi dagen ligger før fødslen eller i fremtiden. Ret dagen.")
        )
    case.citizen.died_on = died_on
    case.citizen.save(update_fields=["died_on"])
    clocks = open_clocks(case)
    facts: dict[str, object] = {"died_on": died_on.isoformat()}
    save: tuple[str, ...] = ()
    if not clocks.running(ClockKind.REASSESSMENT):
        more, save = end(case, clocks, Ending.DIED, on=at.date())
        facts |= more
    write(case, act="register_death", by=by, at=at, act_key=act_key, facts=facts, text=source, save=save)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where the citizen moved, and who acts from now on."""

    moved_on: date
    to: str
    acting: ActingAfterMove
    said: str
    next_on: date | None = None


@act("register_move")
def register_move(case: Case, *, move: Move, by: Account, at: datetime, act_key: str) -> None:
    """The citizen has moved to another municipality (RSL § 9). Raises MoveRefused.

    The case closes only where the new municipality acts and nothing has been granted here. A right that was granted
    stays until a decision; until the new municipality has taken over, the case keeps a next date.
    """
    today = at.date()
    if move.moved_on < case.citizen.born_on or move.moved_on > today:
        raise MoveRefused(_("Flytningen blev ikke registreret, fordi dagen ligger i fremtiden. Ret dagen."))
    clocks = open_clocks(case)
    closes = (
        move.acting == ActingAfterMove.OTHER
        and case.state in {*UNDECIDED, CaseState.REFUSED}
        and not clocks.running(ClockKind.REASSESSMENT)
    )
    facts: dict[str, object] = {"moved_on": move.moved_on.isoformat(), "acting": move.acting.value}
    if closes:
        more, save = end(case, clocks, Ending.MOVED, on=today)
        facts |= more
    else:
        save = _stays(case, clocks, move, today, facts)
    text = f"{move.to}\n{move.said}"
    write(case, act="register_move", by=by, at=at, act_key=act_key, facts=facts, text=text, save=save)


def _stays(case: Case, clocks: OpenClocks, move: Move, today: date, facts: dict[str, object]) -> tuple[str, ...]:
    case.acting_confirmed = move.acting != ActingAfterMove.DOUBTFUL
    if move.acting == ActingAfterMove.SAME:
        return ("acting_confirmed",)
    if move.next_on is None or move.next_on < today:
        raise MoveRefused(
            _(
                "Flytningen blev ikke registreret, fordi sagen bliver her så længe og mangler en næste dato. "
                "Skriv, hvornår I ser på den igen."
            )
        )
    label = SETTLE_ACTING if move.acting == ActingAfterMove.DOUBTFUL else HAND_OVER
    clocks.stop(ClockKind.NEXT_STEP, on=today, ended=ClockEnd.REPLACED)
    clocks.start(ClockKind.NEXT_STEP, starts_on=today, due_on=move.next_on, label=label)
    facts["next_on"] = move.next_on.isoformat()
    return (*store_clocks(clocks), "acting_confirmed")


@act("annul_case")
def annul_case(case: Case, *, why: str, by: Account, at: datetime, act_key: str) -> None:
    """The case should never have been made. It is kept and can be found by its number, and stands in no list."""
    facts, save = end(case, open_clocks(case), Ending.ERROR, on=at.date())
    write(case, act="annul_case", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)


# -- correcting and opening again -------------------------------------------------------------------------------------


@act("correct_party")
def correct_party(
    case: Case, *, party_id: int, party: PartyFacts, why: str, by: Account, at: datetime, act_key: str
) -> None:
    """Right what was written about a party; what stood before stays in the journal. Raises PartyRefused."""
    row = Party.objects.filter(case=case, pk=party_id).first()
    if row is None:
        raise CorrectionRefused(_("Parten blev ikke rettet, fordi den ikke står på sagen. Åbn sagen igen."))
    check_party(party)
    before = f"{row.name}, {row.get_role_display()}. {row.basis} {row.scope}".strip()
    facts = {"party": row.pk, "role": party.role.value, "letters": party.letters.value, "before": row.role}
    row.role, row.name, row.address, row.phone = party.role, party.name, party.address, party.phone
    row.letters, row.scope, row.basis = party.letters, party.scope, party.basis
    row.valid_from, row.valid_to = party.valid_from, party.valid_to
    row.save()
    text = f"Før: {before}\nNu: {party.name}\n{why}"
    write(case, act="correct_party", by=by, at=at, act_key=act_key, facts=facts, text=text)


@act("reopen_case")
def reopen_case(
    case: Case, *, why: str, label: str, on: date, is_alive: bool, by: Account, at: datetime, act_key: str
) -> None:
    """Open a closed case where it stood; clocks that stopped with it run again to the same days.

    `label` and `on` say what happens now. Raises ReopenRefused.
    """
    today = at.date()
    if on < today:
        raise ReopenRefused(_("Sagen blev ikke genåbnet, fordi den næste dato er passeret. Vælg en dag fra i dag."))
    clocks = open_clocks(case)
    again = stopped_at_closing(case)
    for old in again:
        row = clocks.start(
            ClockKind(old.kind), starts_on=old.starts_on, due_on=old.due_on, earliest_on=old.earliest_on,
            subject=old.subject, label=old.label,
        )  # fmt: skip
        row.waits_on, row.promised_on = old.waits_on, old.promised_on
        row.finding, row.standard_version = old.finding, old.standard_version
    clocks.stop(ClockKind.NEXT_STEP, on=today, ended=ClockEnd.REPLACED)
    clocks.start(ClockKind.NEXT_STEP, starts_on=today, due_on=on, label=label)
    state = state_before_closing(case)
    facts = {"ended": case.closed_as, "to": state.value, "clocks": [old.kind for old in again], "is_alive": is_alive}
    case.state, case.closed_on, case.closed_as = state, None, ""
    if is_alive and case.citizen.died_on is not None:
        case.citizen.died_on = None
        case.citizen.save(update_fields=["died_on"])
    save = (*store_clocks(clocks), "state", "closed_on", "closed_as")
    write(case, act="reopen_case", by=by, at=at, act_key=act_key, facts=facts, text=why, save=save)
