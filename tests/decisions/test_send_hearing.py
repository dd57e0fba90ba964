"""Sending a draft in hearing: to whom, until when, and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ophold.journey.decisions.actions import HearingRefused, send_hearing
from ophold.journey.decisions.models import Hearing, HearingParty
from ophold.journey.decisions.words import HearingWords
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, ClockKind, WaitsOn
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.letters.sealed import content
from ophold.record.people.models import Account
from tests import people
from tests.decisions import ready
from tests.people import NOON, TODAY

CHOSEN = TODAY + timedelta(days=14)


def clocks(case: Case) -> list[Clock]:
    return list(Clock.objects.filter(case=case, kind=ClockKind.HEARING).order_by("pk"))


def test_ballerup_gives_ten_days_from_receipt_whatever_is_chosen_shorter(dorte: Account) -> None:
    case = ready.not_met("ballerup")
    hearing = ready.heard(case, answer_by=TODAY + timedelta(days=2), duty=None)
    assert hearing.reason == "always_by_standard"
    assert [party.due_on for party in hearing.parties.all()] == [date(2026, 3, 12)]
    clock = clocks(case)[0]
    assert (clock.due_on, clock.waits_on) == (date(2026, 3, 12), WaitsOn.CITIZEN)
    assert clock.finding["status"] == "settled"


def test_ballerups_ten_days_run_from_the_presumed_receipt_of_a_letter_on_paper(dorte: Account) -> None:
    case = ready.not_met("ballerup")
    with people.set_up():
        case.citizen.digital_post = False
        case.citizen.save()
    hearing = ready.heard(case, answer_by=None)
    # six working days from 2 March is 10 March; ten days on is 20 March
    assert hearing.parties.get().due_on == date(2026, 3, 20)


def test_a_longer_time_than_promised_can_be_given(dorte: Account) -> None:
    assert ready.heard(ready.not_met("ballerup"), answer_by=date(2026, 4, 1)).parties.get().due_on == date(2026, 4, 1)


def test_elsewhere_the_caseworker_chooses_the_day(anna: Account) -> None:
    case = ready.not_met()
    hearing = ready.heard(case)
    assert hearing.reason == "statute"
    assert hearing.parties.get().due_on == CHOSEN
    case.refresh_from_db()
    assert (case.state, case.next_kind, case.next_on) == (CaseState.HEARING, ClockKind.HEARING, CHOSEN)


def test_elsewhere_a_day_must_be_chosen(anna: Account) -> None:
    with pytest.raises(HearingRefused, match="Vælg den dag"):
        ready.heard(ready.not_met(), answer_by=None)


def test_a_day_that_is_not_after_the_sending_is_refused(anna: Account) -> None:
    with pytest.raises(HearingRefused, match="Vælg en senere dag"):
        ready.heard(ready.not_met(), answer_by=TODAY)


def test_a_caseworker_can_choose_to_hear_where_nothing_requires_it(anna: Account) -> None:
    assert ready.heard(ready.not_met(), duty=False, adverse="").reason == "chosen"


@pytest.mark.parametrize("gap", [{"draft": " \n\n "}, {"adverse": ""}])
def test_the_draft_and_what_speaks_against_are_needed(anna: Account, gap: dict[str, str]) -> None:
    case = ready.not_met()
    with pytest.raises(HearingRefused, match="blev ikke sendt"):
        ready.heard(case, **gap)
    assert not Hearing.objects.exists()
    assert not Letter.objects.exists()


def test_the_response_clock_runs_on(anna: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    assert Clock.objects.get(case=case, kind=ClockKind.RESPONSE).closed_on is None


def test_each_recipient_has_an_own_copy_day_and_clock(anna: Account) -> None:
    case = ready.not_met()
    ready.guardian(case)
    hearing = ready.heard(case)
    assert Dispatch.objects.filter(letter=hearing.letter).count() == 2
    assert [row.party_id is None for row in HearingParty.objects.order_by("pk")] == [True, False]
    assert [clock.waits_on for clock in clocks(case)] == [WaitsOn.CITIZEN, WaitsOn.PARTY]


def test_the_letter_says_the_day_the_draft_and_what_speaks_against(anna: Account) -> None:
    letter = content(ready.heard(ready.not_met()).letter)
    assert "mandag den 16. marts 2026" in letter.lead or "16. marts 2026" in letter.lead
    texts = [text for section in letter.sections for text in section.paragraphs]
    assert "Du klarer dig med støtte hjemme." in texts
    assert "Udtalelsen fra distriktspsykiatrien taler imod." in texts


def test_pressing_twice_sends_once(anna: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    said = HearingWords(draft="Udkast", duty=False, answer_by=CHOSEN)
    assert send_hearing(case, words=said, by=anna, at=NOON, act_key="hearing") is None
    assert (Hearing.objects.count(), Letter.objects.count()) == (1, 1)


@pytest.mark.parametrize("state", [CaseState.RECEIVED, CaseState.GRANTED, CaseState.CLOSED])
def test_only_while_the_case_is_assessed_or_heard(anna: Account, state: CaseState) -> None:
    with pytest.raises(NotPossible):
        ready.heard(people.a_case(state=state, standard_version="2022-06-22"))


def test_a_citizen_cannot(anna: Account, erik: Account) -> None:
    said = HearingWords(draft="Udkast", answer_by=CHOSEN)
    with pytest.raises(NotPossible, match="rolle"):
        send_hearing(ready.a_case(), words=said, by=erik, at=NOON, act_key="a")


def test_it_is_journalled_without_the_drafts_words(anna: Account) -> None:
    case = ready.not_met()
    hearing = ready.heard(case)
    entry = Entry.objects.get(case=case, act="send_hearing")
    assert entry.facts == {"hearing": hearing.pk, "reason": "statute", "due_on": "2026-03-16", "parties": 1}
