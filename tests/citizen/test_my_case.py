"""My case: what it waits for, what I must do, what happened in plain words, and what I can ask for."""

from __future__ import annotations

from datetime import date, datetime
from html import unescape

import pytest
from django.urls import reverse
from pytest_django import Settings

from ophold.journey.intake.actions import notify_delay
from ophold.outlook.citizen.words import HAPPENED, UNTOLD, WAITS
from ophold.record.cases.actions import PartyFacts, add_party, note_conversation, store_clocks, take_case
from ophold.record.cases.choices import CaseState, Channel, ClockKind, PartyRole, WaitsOn
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.cases.transitions import TRANSITIONS
from ophold.record.clock import COPENHAGEN
from ophold.record.journal.models import ReadEntry
from ophold.record.letters import sending
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import apply_to, key
from tests.statements import assert_statements


def page(account: Account, name: str = "my-case", *arguments: str) -> str:
    answer = people.signed_in(account).get(reverse(name, args=arguments))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def my_case(case: Case, account: Account) -> str:
    return page(account, "my-case", case.reference)


def test_one_sentence_says_what_it_waits_for_on_whom_and_until_when(erik: Account) -> None:
    said = my_case(apply_to("ballerup"), erik)
    assert "Din sag venter på, at kommunen svarer på din ansøgning." in said
    assert "fredag 15. maj 2026" in said
    assert "Hvorfor?" in said


def test_without_a_stated_day_it_says_so(erik: Account) -> None:
    assert "Der er ikke sat en dag for svaret." in my_case(apply_to("frederikssund"), erik)


def test_a_passed_day_is_admitted(settings: Settings, erik: Account) -> None:
    case = apply_to("ballerup")
    settings.OPHOLD_TODAY = date(2026, 5, 18)
    assert "Den dag er passeret" in my_case(case, erik)


def test_a_delay_shows_the_new_day_and_the_promised_one(erik: Account, dorte: Account) -> None:
    case = apply_to("ballerup")
    at = datetime(2026, 5, 4, 12, tzinfo=COPENHAGEN)
    notify_delay(case, until=date(2026, 6, 30), why="Lægen tøver.", by=dorte, at=at, act_key=key())
    said = my_case(case, erik)
    assert "tirsdag 30. juni 2026" in said
    assert "Først lovet: fredag 15. maj 2026." in said


def test_an_open_hearing_is_said_first(erik: Account) -> None:
    case = apply_to("ballerup")
    with people.set_up():
        clocks = open_clocks(case)
        clocks.start(ClockKind.HEARING, starts_on=people.TODAY, due_on=date(2026, 3, 12), waits_on=WaitsOn.CITIZEN)
        store_clocks(clocks)
        case.save(update_fields=["next_kind", "next_on", "waits_on"])
    said = my_case(case, erik)
    assert "Du skal" in said
    assert said.index("Du skal") < said.index("Datoer i din sag")
    assert "Senest torsdag 12. marts 2026." in said


def test_what_happened_is_told_without_the_notes_words(erik: Account, dorte: Account) -> None:
    case = apply_to("ballerup")
    take_case(case, by=dorte, at=people.NOON, act_key=key())
    note_conversation(
        case,
        text="Moren virker træt, se tidligere sag.",
        held_on=people.TODAY,
        channel=Channel.PHONE,
        with_whom="moren",
        by=dorte,
        at=people.NOON,
        act_key=key(),
    )
    said = my_case(case, erik)
    assert "Du sendte din ansøgning." in said
    assert "En sagsbehandler tog din sag." in said
    assert "Kommunen skrev et notat om en samtale." in said
    assert "træt" not in said
    assert "Dorte Dam" in said


def test_the_same_on_one_day_is_told_once(erik: Account, dorte: Account) -> None:
    case = apply_to("ballerup")
    for said in ("Først.", "Så."):
        note_conversation(
            case, text=said, held_on=people.TODAY, channel=Channel.PHONE, with_whom="Erik", by=dorte, at=people.NOON,
            act_key=key(),
        )  # fmt: skip
    assert my_case(case, erik).count("Kommunen skrev et notat om en samtale.") == 1


def test_an_open_complaint_window_gives_the_result_first_and_the_way_to_complain(erik: Account) -> None:
    case = people.a_case("ballerup", state=CaseState.REFUSED)
    with people.set_up():
        clocks = open_clocks(case)
        clocks.start(
            ClockKind.COMPLAINT_WINDOW, starts_on=people.TODAY, due_on=date(2026, 3, 30), waits_on=WaitsOn.CITIZEN
        )
        store_clocks(clocks)
        case.save(update_fields=["next_kind", "next_on", "waits_on"])
    said = my_case(case, erik)
    assert "Kommunen har givet afslag på din ansøgning. Du kan klage, hvis du er uenig. Til og med" in said
    assert said.count(reverse("complain", args=[case.reference])) == 2


def test_a_letter_is_there_once_it_was_sent_and_opens(erik: Account) -> None:
    case = apply_to("ballerup")
    address = reverse("my-letter", args=[case.reference, 1])
    assert address not in my_case(case, erik)
    assert people.signed_in(erik).get(address).status_code == 404
    sending.sweep(now=lambda: people.NOON)
    said = my_case(case, erik)
    assert "Kvittering for ansøgning" in said
    assert address in said
    assert people.signed_in(erik).get(address).status_code == 200


def test_people_and_rights_are_there(erik: Account, dorte: Account) -> None:
    case = apply_to("lejre")
    lise = people.staff("lise", "Lise Lund", key="lejre")
    party = PartyFacts(role=PartyRole.COMPANION, name="Bente Bisidder", valid_from=people.TODAY)
    add_party(case, party=party, by=lise, at=people.NOON, act_key=key())
    said = my_case(case, erik)
    assert "Bente Bisidder, bisidder" in said
    assert "aktindsigt" in said
    assert "7 arbejdsdage" in said
    assert "Når du får en afgørelse, står der i brevet, hvordan du klager." in said


def test_the_list_has_every_case_and_every_unsent_application(erik: Account) -> None:
    first, second = apply_to("ballerup"), apply_to("hjoerring")
    people.municipality("lejre")
    people.signed_in(erik).post(reverse("apply", args=["lejre", "sted"]), {"place": "Ro"})
    said = page(erik, "my-cases")
    assert "Ansøgninger, du ikke har sendt" in said
    assert first.reference in said
    assert second.reference in said
    assert ReadEntry.objects.filter(page="my-cases").count() == 2  # one for each municipality


def test_an_empty_list_says_what_will_be_here(erik: Account) -> None:
    assert "Når du har søgt, kan du følge din sag her." in page(erik, "my-cases")


def test_a_stranger_and_staff_do_not_meet_the_page(erik: Account, gert: Account, dorte: Account) -> None:
    case = apply_to("ballerup")
    for account in (gert, dorte):
        assert people.signed_in(account).get(reverse("my-case", args=[case.reference])).status_code == 404


def test_every_act_has_a_plain_sentence_or_is_the_houses_own() -> None:
    assert TRANSITIONS.keys() - HAPPENED.keys() - UNTOLD == set()
    assert set(ClockKind) - WAITS.keys() == set()


@pytest.mark.parametrize("state", CaseState)
def test_a_case_in_any_state_has_a_page(state: CaseState, erik: Account) -> None:
    assert "Din sag" in my_case(people.a_case(state=state), erik)


def test_the_page_asks_little_of_the_database(erik: Account) -> None:
    case, browser = apply_to("ballerup"), people.signed_in(erik)
    with assert_statements(8):
        browser.get(reverse("my-case", args=[case.reference]))
