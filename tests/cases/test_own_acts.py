"""The acts that belong to a case whatever step it is in: what each writes, refuses, and does once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ophold.record.cases import actions
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, Channel, ClockEnd, ClockKind, LettersTo, PartyRole, Urgency
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.journal.models import Entry
from tests.people import NOON, TODAY, a_case, anna, bo, clara, erik

pytestmark = pytest.mark.django_db


def acts(case: Case) -> list[str]:
    """What the journal says was done, after the first entry."""
    return list(Entry.objects.filter(case=case, number__gt=1).order_by("number").values_list("act", flat=True))


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def in_hand(**fields: Any) -> Case:
    """A case Anna works on."""
    return a_case(caseworker=anna(), state=fields.pop("state", CaseState.ASSESSING), **fields)


# -- taking a case ----------------------------------------------------------------------------------------------------


def test_taking_a_case_makes_somebody_answer_for_it() -> None:
    case = a_case()
    actions.take_case(case, by=anna(), at=NOON, act_key="a")
    assert (fresh(case).caseworker, fresh(case).state) == (anna(), CaseState.ASSESSING)
    assert acts(case) == ["take_case"]


def test_a_colleague_can_take_over_and_the_state_stays() -> None:
    case = in_hand(state=CaseState.HEARING)
    actions.take_case(case, by=bo(), at=NOON, act_key="a")
    assert (fresh(case).caseworker, fresh(case).state) == (bo(), CaseState.HEARING)


def test_a_decided_case_is_not_taken() -> None:
    case = in_hand(state=CaseState.REFUSED)
    with pytest.raises(NotPossible, match="Afslag givet"):
        actions.take_case(case, by=bo(), at=NOON, act_key="a")
    assert fresh(case).caseworker == anna()
    assert acts(case) == []


def test_a_citizen_takes_no_case() -> None:
    case = a_case()
    with pytest.raises(NotPossible, match="din rolle"):
        actions.take_case(case, by=erik(), at=NOON, act_key="a")


def test_a_double_click_does_an_act_once() -> None:
    case = a_case()
    for _click in range(2):
        actions.take_case(case, by=anna(), at=NOON, act_key="the same")
    assert acts(case) == ["take_case"]


# -- notes ------------------------------------------------------------------------------------------------------------


def note(case: Case, **fields: Any) -> None:
    said: dict[str, Any] = {"text": "Ringede.", "held_on": TODAY, "channel": Channel.PHONE, "with_whom": "borgeren"}
    actions.note_conversation(case, by=anna(), at=NOON, act_key="n", **(said | fields))


def test_a_note_is_in_the_journal() -> None:
    case = in_hand()
    note(case)
    assert acts(case) == ["note_conversation"]


def test_a_conversation_in_the_future_is_refused_and_nothing_is_written() -> None:
    case = in_hand()
    with pytest.raises(actions.NoteRefused, match="fremtiden"):
        note(case, held_on=TODAY + timedelta(days=1))
    assert acts(case) == []


# -- the next date ----------------------------------------------------------------------------------------------------


def set_date(case: Case, on: date, key: str = "d") -> None:
    actions.set_next_date(case, on=on, label="Ring til Erik", by=anna(), at=NOON, act_key=key)


def test_a_next_date_is_what_the_case_waits_for() -> None:
    case = in_hand()
    set_date(case, TODAY + timedelta(days=3))
    found = fresh(case)
    assert (found.next_on, found.next_label, found.urgency) == (
        TODAY + timedelta(days=3), "Ring til Erik", Urgency.OURS,
    )  # fmt: skip


def test_a_new_next_date_replaces_the_earlier_one() -> None:
    case = in_hand()
    set_date(case, TODAY, "one")
    set_date(case, TODAY + timedelta(days=1), "two")
    ended = Clock.objects.filter(case=case, kind=ClockKind.NEXT_STEP).order_by("pk").values_list("ended", flat=True)
    assert list(ended) == [ClockEnd.REPLACED, ""]


def test_a_next_date_in_the_past_is_refused() -> None:
    case = in_hand()
    with pytest.raises(actions.NextDateRefused, match="passeret"):
        set_date(case, TODAY - timedelta(days=1))
    assert not Clock.objects.filter(case=case).exists()


# -- parties ----------------------------------------------------------------------------------------------------------


def add(case: Case, **fields: Any) -> Party | None:
    facts: dict[str, Any] = {"role": PartyRole.GUARDIAN, "name": "Fatma Farah", "valid_from": TODAY} | fields
    return actions.add_party(case, party=actions.PartyFacts(**facts), by=anna(), at=NOON, act_key="p")


def test_a_guardian_with_basis_and_address_may_get_letters() -> None:
    case = in_hand()
    party = add(case, letters=LettersTo.INSTEAD, basis="Værgemål af 1. maj 2024", address="Vejen 1")
    assert party is not None
    assert (party.case, party.letters) == (case, LettersTo.INSTEAD)
    assert acts(case) == ["add_party"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"role": PartyRole.COMPANION, "letters": LettersTo.BESIDE, "basis": "x", "address": "y"}, "kun en værge"),
        ({"letters": LettersTo.BESIDE, "basis": "", "address": "y"}, "grundlag"),
        ({"letters": LettersTo.BESIDE, "basis": "x", "address": ""}, "adresse"),
        ({"valid_to": TODAY - timedelta(days=1)}, "før den begynder"),
    ],
)
def test_a_party_that_cannot_be_is_refused_and_not_written(fields: dict[str, Any], why: str) -> None:
    case = in_hand()
    with pytest.raises(actions.PartyRefused, match=why):
        add(case, **fields)
    assert not Party.objects.filter(case=case).exists()
    assert acts(case) == []


def test_a_companion_gets_no_letters_by_default() -> None:
    party = add(in_hand(), role=PartyRole.COMPANION)
    assert party is not None
    assert party.letters == LettersTo.NONE


def test_a_partys_place_ends_on_a_day_and_the_row_stays() -> None:
    case = in_hand()
    party = add(case)
    assert party is not None
    actions.end_party(case, party_id=party.pk, on=TODAY, by=anna(), at=NOON, act_key="e")
    assert Party.objects.get(pk=party.pk).valid_to == TODAY


@pytest.mark.parametrize("days", [-1, None])
def test_a_party_ends_neither_before_it_began_nor_in_another_case(days: int | None) -> None:
    case, other = in_hand(), in_hand()
    party = add(case if days else other)
    assert party is not None
    on = TODAY + timedelta(days=days or 0)
    with pytest.raises(actions.PartyRefused):
        actions.end_party(case, party_id=party.pk, on=on, by=anna(), at=NOON, act_key="e")
    assert Party.objects.get(pk=party.pk).valid_to is None


# -- CPR and closing --------------------------------------------------------------------------------------------------


def test_asking_for_a_cpr_number_is_in_the_journal() -> None:
    case = in_hand()
    actions.show_cpr(case, by=clara(), at=NOON, act_key="c")
    assert acts(case) == ["show_cpr"]


def test_closing_a_refused_case_stops_what_is_no_longer_needed_and_leaves_the_complaint_window() -> None:
    case = in_hand(state=CaseState.REFUSED)
    set_date(case, TODAY + timedelta(days=3))
    actions.close_case(case, why="Klagefristen er udløbet.", by=anna(), at=NOON, act_key="x")
    found = fresh(case)
    assert (found.state, found.closed_on, found.next_on) == (CaseState.CLOSED, TODAY, None)
    assert Clock.objects.get(case=case).ended == ClockEnd.WAIVED


@pytest.mark.parametrize("state", [CaseState.RECEIVED, CaseState.ASSESSING, CaseState.HEARING])
def test_an_undecided_case_is_not_closed(state: CaseState) -> None:
    case = in_hand(state=state)
    with pytest.raises(NotPossible):
        actions.close_case(case, why="", by=anna(), at=NOON, act_key="x")
    assert fresh(case).closed_on is None
