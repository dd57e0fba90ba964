"""A case changes hands, ends early, is corrected and opened again: what each act writes, refuses, and never does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ophold.journey.intake.actions import CorrectionRefused, correct_received
from ophold.outlook.desk.search import search
from ophold.outlook.desk.worklist import Tab, work_list
from ophold.record.cases.actions import PartyFacts, add_party, close_case
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import ActingAfterMove, CaseState, Channel, ClockEnd, ClockKind, Ending, PartyRole
from ophold.record.cases.life import actions
from ophold.record.cases.models import Absence, Case, Clock, Party
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests.intake.examples import apply_to
from tests.people import NOON, TODAY, a_case, anna, bo, clara, dorte, erik, municipality, set_up, signed_in
from tests.statements import assert_statements

pytestmark = pytest.mark.django_db
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def fresh(case: Case) -> Case:
    return Case.objects.select_related("citizen").get(pk=case.pk)


def last(case: Case) -> Entry:
    return Entry.objects.filter(case=case).latest("number")


def applied() -> Case:
    """Erik has applied; a response clock runs."""
    return apply_to("hjoerring")


def response(case: Case) -> Clock:
    return Clock.objects.filter(case=case, kind=ClockKind.RESPONSE).latest("pk")


def shown(case: Case) -> str:
    return signed_in(anna()).get(f"/sag/{case.reference}/").content.decode()


# -- reassign and cover -----------------------------------------------------------------------------------------------


def test_a_case_goes_to_a_colleague_with_the_reason_in_the_journal() -> None:
    case = a_case(caseworker=anna(), state=CaseState.HEARING)
    actions.reassign(case, to=bo().pk, why="Anna skal på barsel.", by=clara(), at=NOON, act_key="r")
    assert (fresh(case).caseworker, fresh(case).state) == (bo(), CaseState.HEARING)
    assert (last(case).act, last(case).facts) == ("reassign", {"before": anna().pk, "to": bo().pk})


@pytest.mark.parametrize("to", [dorte, erik, anna])
def test_a_case_goes_to_nobody_who_cannot_have_it(to: Any) -> None:
    case = a_case(caseworker=anna(), state=CaseState.ASSESSING)
    with pytest.raises(actions.ReassignRefused):
        actions.reassign(case, to=to().pk, why="x", by=anna(), at=NOON, act_key="r")


def away(who: Account, covered_by: Account, from_on: date = TODAY, to_on: date = TOMORROW) -> Absence:
    return actions.record_absence(
        municipality("hjoerring"), away=who.pk, covered_by=covered_by.pk, from_on=from_on, to_on=to_on,
        by=clara(), at=NOON,
    )  # fmt: skip


def listed(account: Account, on: date = TODAY) -> list[str]:
    return work_list(account, tab=Tab.MINE, state="", after="", on=on).references


def test_who_is_away_is_covered_on_those_days_and_the_case_stays_theirs() -> None:
    case = a_case(caseworker=anna(), state=CaseState.ASSESSING)
    row, covering = away(anna(), bo()), bo()
    with assert_statements(1):
        assert listed(covering) == [case.reference]
    assert listed(anna()) == [case.reference]
    assert listed(bo(), YESTERDAY) == listed(bo(), TOMORROW + timedelta(days=1)) == []
    assert fresh(case).caseworker == anna()
    assert "for Anna Andersen" in signed_in(bo()).get("/arbejdsliste/").content.decode()
    actions.end_absence(row, by=clara(), at=NOON)
    assert listed(bo()) == []
    done = Entry.objects.filter(case=None, municipality=municipality("hjoerring")).order_by("number")
    assert list(done.values_list("act", flat=True)) == ["record_absence", "end_absence"]


@pytest.mark.parametrize(
    ("who", "covers", "from_on", "to_on"),
    [(anna, anna, TODAY, TOMORROW), (anna, dorte, TODAY, TOMORROW), (anna, bo, TOMORROW, TODAY)],
)
def test_an_absence_that_cannot_be_is_refused(who: Any, covers: Any, from_on: date, to_on: date) -> None:
    with pytest.raises(actions.AbsenceRefused):
        away(who(), covers(), from_on, to_on)
    assert not Absence.objects.exists()


def test_the_leader_writes_absence_on_a_page_and_nobody_else_does() -> None:
    day = {f"{name}_{box}": str(part) for name in ("from_on", "to_on") for box, part in enumerate((3, 3, 2026))}
    said = {"act_key": "k", "away": anna().pk, "covered_by": bo().pk, **day}
    assert signed_in(anna()).post("/fravaer/", said).status_code == 404
    assert signed_in(clara()).post("/fravaer/", said).status_code == 302
    row = Absence.objects.get()
    assert signed_in(anna()).post(f"/fravaer/{row.pk}/tilbage/").status_code == 404
    assert signed_in(clara()).post(f"/fravaer/{row.pk}/tilbage/").status_code == 302
    assert not Absence.objects.exists()


# -- ending early -----------------------------------------------------------------------------------------------------


def test_the_citizen_takes_the_application_back_and_the_clock_stops_visibly() -> None:
    case = applied()
    address = f"/min-sag/{case.reference}/traek-tilbage/"
    assert address in signed_in(erik()).get(f"/min-sag/{case.reference}/").content.decode()
    assert signed_in(erik()).post(address, {"act_key": "k"}).status_code == 200  # not sure
    assert signed_in(erik()).post(address, {"act_key": "k", "sure": "on"}).status_code == 302
    found = fresh(case)
    assert (found.state, found.closed_as, found.closed_on) == (CaseState.CLOSED, Ending.WITHDRAWN, TODAY)
    assert (response(case).ended, response(case).closed_on) == (ClockEnd.WAIVED, TODAY)
    assert "stoppede: svar på ansøgningen" in shown(case)
    assert address not in signed_in(erik()).get(f"/min-sag/{case.reference}/").content.decode()


@pytest.mark.parametrize("said_on", [TODAY - timedelta(days=400), TOMORROW])
def test_a_withdrawal_is_registered_with_its_day_and_way_and_not_on_an_impossible_day(said_on: date) -> None:
    case = applied()
    said: dict[str, Any] = {"channel": Channel.PHONE, "why": "x", "by": anna(), "at": NOON, "act_key": "w"}
    with pytest.raises(actions.WithdrawalRefused):
        actions.register_withdrawal(case, said_on=said_on, **said)
    actions.register_withdrawal(case, said_on=TODAY, **said)
    assert (fresh(case).closed_as, last(case).facts["channel"]) == (Ending.WITHDRAWN, "phone")


@pytest.mark.parametrize("state", [CaseState.GRANTED, CaseState.STAYING, CaseState.REFUSED])
def test_nothing_decided_is_withdrawn(state: CaseState) -> None:
    with pytest.raises(NotPossible):
        actions.withdraw(a_case(state=state), why="", by=erik(), at=NOON, act_key="w")


def died(case: Case, on: date = TODAY) -> None:
    actions.register_death(case, died_on=on, source="CPR", by=anna(), at=NOON, act_key="d")


def test_a_death_closes_the_case_and_stands_on_the_citizen_until_it_is_taken_back() -> None:
    case = applied()
    with pytest.raises(actions.DeathRefused):
        died(case, TOMORROW)
    died(case)
    assert (fresh(case).closed_as, fresh(case).citizen.died_on) == (Ending.DIED, TODAY)
    assert "Død 2. marts 2026" in shown(case)
    reopen(case, is_alive=True)
    assert fresh(case).citizen.died_on is None


def test_a_complaint_that_waits_keeps_the_case_open() -> None:
    case = a_case(caseworker=anna(), state=CaseState.REFUSED)
    kind = ClockKind.REASSESSMENT
    with set_up():
        Clock.objects.create(municipality=case.municipality, case=case, kind=kind, starts_on=TODAY, due_on=TOMORROW)
    died(case)
    assert (fresh(case).state, fresh(case).citizen.died_on) == (CaseState.REFUSED, TODAY)


def moved(case: Case, acting: ActingAfterMove, next_on: date | None = None) -> None:
    move = actions.Move(moved_on=TODAY, to="Nabokommunen", acting=acting, said="Talt med Ib.", next_on=next_on)
    actions.register_move(case, move=move, by=anna(), at=NOON, act_key="m")


def test_who_acts_after_a_move_decides_whether_an_undecided_case_closes() -> None:
    case = applied()
    moved(case, ActingAfterMove.SAME)
    assert (fresh(case).state, response(case).closed_on) == (CaseState.RECEIVED, None)
    other = applied_again()
    moved(other, ActingAfterMove.OTHER)
    assert (fresh(other).closed_as, response(other).ended) == (Ending.MOVED, ClockEnd.WAIVED)


def applied_again() -> Case:
    case = a_case(caseworker=anna(), state=CaseState.ASSESSING)
    kind = ClockKind.RESPONSE
    with set_up():
        Clock.objects.create(municipality=case.municipality, case=case, kind=kind, starts_on=TODAY, due_on=TOMORROW)
    return case


@pytest.mark.parametrize("state", [CaseState.GRANTED, CaseState.STAYING])
def test_a_move_ends_no_right(state: CaseState) -> None:
    case = a_case(caseworker=anna(), state=state)
    with pytest.raises(actions.MoveRefused, match="næste dato"):
        moved(case, ActingAfterMove.OTHER)
    moved(case, ActingAfterMove.OTHER, TOMORROW)
    assert (fresh(case).state, fresh(case).next_on) == (state, TOMORROW)


def test_doubt_about_who_acts_keeps_the_case_and_marks_it() -> None:
    case = applied()
    moved(case, ActingAfterMove.DOUBTFUL, TOMORROW)
    assert (fresh(case).state, fresh(case).acting_confirmed) == (CaseState.RECEIVED, False)
    assert response(case).closed_on is None


def annul(case: Case) -> None:
    actions.annul_case(case, why="To sager om det samme", by=anna(), at=NOON, act_key="a")


def test_a_case_made_in_error_is_kept_and_found_by_its_number_alone() -> None:
    case = applied()
    annul(case)
    assert fresh(case).closed_as == Ending.ERROR
    assert search(anna(), case.reference).references == [case.reference]
    assert search(anna(), "erik").references == []
    assert case.reference not in signed_in(erik()).get("/min-sag/").content.decode()
    with pytest.raises(NotPossible):
        annul(a_case(state=CaseState.HEARING))


# -- corrected and opened again ---------------------------------------------------------------------------------------


def correct(case: Case, on: date, key: str = "c") -> None:
    correct_received(case, received_on=on, why="Brevet lå i et andet hus.", by=anna(), at=NOON, act_key=key)


def test_a_corrected_day_moves_a_promise_earlier_and_never_later_and_the_journal_says_so() -> None:
    case, week = applied(), timedelta(days=7)
    before = response(case)
    correct(case, TODAY - week)
    promised = response(case).due_on
    assert before.due_on is not None
    assert promised == response(case).promised_on == before.due_on - week
    assert Clock.objects.get(pk=before.pk).ended == ClockEnd.REPLACED
    correct(case, TODAY, "again")
    assert (response(case).due_on, fresh(case).received_on) == (promised, TODAY)
    assert "før stod 23. februar 2026; den lovede dag står ved magt" in shown(case)


@pytest.mark.parametrize("on", [TODAY, TOMORROW])
def test_the_same_day_and_a_day_to_come_are_refused(on: date) -> None:
    with pytest.raises(CorrectionRefused):
        correct(applied(), on)


def test_a_party_is_corrected_and_what_stood_before_stays_in_the_journal() -> None:
    case = a_case(caseworker=anna(), state=CaseState.ASSESSING)
    wrong = PartyFacts(role=PartyRole.RELATIVE, name="Fatima Fejl", valid_from=TODAY)
    party = add_party(case, party=wrong, by=anna(), at=NOON, act_key="p")
    assert party is not None
    right = PartyFacts(role=PartyRole.GUARDIAN, name="Fatma Farah", valid_from=TODAY)
    actions.correct_party(case, party_id=party.pk, party=right, why="Fejl", by=anna(), at=NOON, act_key="q")
    assert Party.objects.get(pk=party.pk).name == "Fatma Farah"
    assert "Før: Fatima Fejl, Pårørende" in shown(case)


def reopen(case: Case, *, on: date = TOMORROW, is_alive: bool = False) -> None:
    actions.reopen_case(
        case, why="Erik fortrød.", label="Ring til Erik", on=on, is_alive=is_alive, by=anna(), at=NOON, act_key="o"
    )


def test_a_reopened_case_stands_where_it_stood_and_its_clocks_run_to_the_same_days() -> None:
    case = applied()
    before = response(case)
    with pytest.raises(NotPossible):
        reopen(case)
    for _click in range(2):
        actions.withdraw(case, why="", by=erik(), at=NOON, act_key="w")
    with pytest.raises(actions.ReopenRefused):
        reopen(case, on=YESTERDAY)
    reopen(case)
    found, after = fresh(case), response(case)
    assert (found.state, found.closed_on, found.closed_as) == (CaseState.RECEIVED, None, "")
    assert (after.due_on, after.promised_on, after.closed_on) == (before.due_on, before.promised_on, None)
    assert (found.next_on, found.next_label) == (TOMORROW, "Ring til Erik")


@pytest.mark.parametrize("state", [CaseState.GRANTED, CaseState.REFUSED, CaseState.STAYING])
def test_a_case_closed_in_the_ordinary_way_comes_back_to_its_own_state(state: CaseState) -> None:
    case = a_case(caseworker=anna(), state=state)
    close_case(case, why="Færdig", by=anna(), at=NOON, act_key="x")
    reopen(case)
    assert fresh(case).state == state
