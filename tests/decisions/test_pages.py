"""The pages of this room: what they say, what they do, and to whom they do not exist."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings

from ophold.journey.decisions.actions import register_remarks
from ophold.journey.decisions.models import Decision, Exemption, Hearing, HearingParty, Remark
from ophold.journey.decisions.words import RemarkWords
from ophold.record.cases.actions import take_case
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.journal.models import ReadEntry
from ophold.record.letters.models import Letter
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.decisions import ready
from tests.intake.examples import apply_to, key, newer_lejre
from tests.people import NOON, TODAY, signed_in
from tests.statements import assert_statements

STAFF_PAGES = ("partshoering", "undtagelse", "bemaerkninger", "afgoerelse")
HEARING = {
    "act_key": "h",
    "duty": "yes",
    "draft": "Vi overvejer afslag.\n\nDu klarer dig hjemme.",
    "adverse": "Udtalelsen taler imod.",
    "answer_by_0": "16",
    "answer_by_1": "3",
    "answer_by_2": "2026",
}
GRANT = {
    "act_key": "d",
    "outcome": "grant",
    "applied_for": "Et ophold",
    "granted": "Et midlertidigt ophold",
    "reasons": "Du har brug for hjælp hele dagen.",
    "considerations": "Din egen beskrivelse vejer tungest.",
    "facts": "Udredning",
    "rules": "Serviceloven § 107",
    "place_free": "yes",
    "next_on_0": "1",
    "next_on_1": "4",
    "next_on_2": "2026",
    "plan_offer": "accepted",
}


def at(case: Case, page: str) -> str:
    return f"/sag/{case.reference}/{page}/"


def mine(case: Case) -> str:
    return f"/min-sag/{case.reference}/partshoering/"


# -- the hearing ------------------------------------------------------------------------------------------------------


def test_sending_a_draft_leads_back_to_the_case(anna: Account) -> None:
    case = ready.not_met()
    answer = signed_in(anna).post(at(case, "partshoering"), HEARING)
    assert answer.headers["Location"] == f"/sag/{case.reference}/"
    assert Hearing.objects.get().reason == "statute"


def test_ballerup_is_not_asked_statutes_question_and_shows_its_promise(dorte: Account) -> None:
    html = signed_in(dorte).get(at(ready.not_met("ballerup"), "partshoering")).text
    assert 'name="duty"' not in html
    assert "10 dage" in html
    assert "12. marts 2026" in html


def test_elsewhere_the_question_is_asked_and_no_length_is_fixed(anna: Account) -> None:
    html = signed_in(anna).get(at(ready.not_met(), "partshoering")).text
    assert 'name="duty"' in html
    assert "Det afgøres i hver enkelt sag" in html


def test_a_refused_draft_keeps_what_was_written(anna: Account) -> None:
    case = ready.not_met()
    answer = signed_in(anna).post(at(case, "partshoering"), HEARING | {"answer_by_0": "1"})
    assert answer.status_code == 200
    assert "Vælg en senere dag" in answer.text
    assert "Du klarer dig hjemme." in answer.text
    assert not Hearing.objects.exists()


def test_an_exemption_is_recorded_and_in_ballerup_there_is_no_form(anna: Account, dorte: Account) -> None:
    case = ready.not_met()
    signed_in(anna).post(at(case, "undtagelse"), {"act_key": "e", "ground": "19_2_1", "reason": "Hun skrev det selv."})
    assert Exemption.objects.get().ground == "19_2_1"
    html = signed_in(dorte).get(at(ready.not_met("ballerup"), "undtagelse")).text
    assert "B15" in html
    assert 'name="ground"' not in html


def test_remarks_by_phone_are_entered(anna: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    row = HearingParty.objects.get()
    said = {"act_key": "r", "heard": str(row.pk), "channel": "phone", "text": "Hun er uenig."}
    said |= {"received_on_0": "2", "received_on_1": "3", "received_on_2": "2026", "finished": "on"}
    assert signed_in(anna).post(at(case, "bemaerkninger"), said).status_code == 302
    assert Remark.objects.get().text == "Hun er uenig."
    row.refresh_from_db()
    assert row.finished_on == TODAY


# -- the citizen's reply ----------------------------------------------------------------------------------------------


def test_the_citizen_reads_the_draft_by_paragraph_and_answers(anna: Account, erik: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    browser = signed_in(erik)
    html = browser.get(mine(case)).text
    assert "Du klarer dig med støtte hjemme." in html
    assert "Udtalelsen fra distriktspsykiatrien taler imod." in html
    assert 'name="paragraph_2"' in html
    answer = browser.post(mine(case), {"act_key": "r", "paragraph_2": "Nej.", "whole": "Spørg min mor."}, follow=True)
    assert "Vi har fået dit svar" in answer.text
    assert {(remark.about, remark.text) for remark in Remark.objects.all()} == {(2, "Nej."), (0, "Spørg min mor.")}


def test_no_remarks_finishes(anna: Account, erik: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    answer = signed_in(erik).post(mine(case), {"act_key": "r", "nothing": "1"}, follow=True)
    assert "Du har sagt, at du er færdig" in answer.text
    assert HearingParty.objects.get().finished_on == TODAY


def test_an_empty_reply_says_what_to_do(anna: Account, erik: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    assert "Dit svar blev ikke sendt" in signed_in(erik).post(mine(case), {"act_key": "r"}).text


def test_without_a_hearing_the_page_says_so_and_takes_no_reply(anna: Account, erik: Account) -> None:
    case = ready.not_met()
    assert "ikke sendt et udkast" in signed_in(erik).get(mine(case)).text
    signed_in(erik).post(mine(case), {"act_key": "r", "whole": "Hej"})
    assert not Remark.objects.exists()


def test_the_reply_page_is_the_citizens_alone(anna: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    for somebody in (anna, people.dorte(), people.fatma(), people.gert()):
        assert signed_in(somebody).get(mine(case)).status_code == 404


# -- the decision -----------------------------------------------------------------------------------------------------


def test_the_page_begins_with_what_is_known_and_what_is_missing(anna: Account) -> None:
    html = signed_in(anna).get(at(ready.met(), "afgoerelse")).text
    assert "Serviceloven (SEL)" not in html
    assert "Serviceloven § 107, stk. 2, nr. 1" in html
    assert "Skriv begrundelsen." in html


def test_the_letter_is_shown_without_being_sent(anna: Account) -> None:
    case = ready.met()
    html = signed_in(anna).post(at(case, "afgoerelse"), GRANT | {"show": "1"}).text
    assert "Sådan læser borgeren brevet" in html
    assert "Du får det midlertidige ophold, du har søgt om" in html
    assert "Intet. Læs brevet igennem" in html
    assert "LIX-tal" in html
    assert not Letter.objects.exists()


def test_deciding_sends_the_letter_and_leads_to_the_case(anna: Account) -> None:
    case = ready.met()
    answer = signed_in(anna).post(at(case, "afgoerelse"), GRANT | {"decide": "1"})
    assert answer.headers["Location"] == f"/sag/{case.reference}/"
    assert (Decision.objects.count(), Letter.objects.count()) == (1, 1)


def test_what_is_missing_is_listed_with_a_link_and_nothing_is_lost(anna: Account) -> None:
    case = ready.not_met()
    html = signed_in(anna).post(at(case, "afgoerelse"), GRANT | {"outcome": "refusal", "decide": "1"}).text
    assert "Afgørelsen blev ikke truffet" in html
    assert 'href="#id_duty_0"' in html
    assert "Din egen beskrivelse vejer tungest." in html
    assert not Decision.objects.exists()


def test_the_remarks_stand_beside_and_must_be_weighed(anna: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    words = RemarkWords(texts=((0, "Hun er uenig."),), finished=True, received_on=TODAY, channel=Channel.PHONE)
    register_remarks(case, heard_id=HearingParty.objects.get().pk, words=words, by=anna, at=NOON, act_key="r")
    refusal = GRANT | {"outcome": "refusal", "show": "1"}
    html = signed_in(anna).post(at(case, "afgoerelse"), refusal).text
    assert "Hun er uenig." in html
    assert 'href="#id_remarks_weighed"' in html


def test_the_pdf_can_be_seen_before_it_is_sent(anna: Account) -> None:
    answer = signed_in(anna).post(at(ready.met(), "afgoerelse"), GRANT | {"pdf": "1"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert not Letter.objects.exists()


def test_a_pdf_that_cannot_be_made_says_why(anna: Account) -> None:
    answer = signed_in(anna).post(
        at(ready.met(), "afgoerelse"), GRANT | {"pdf": "1", "reasons": "", "considerations": ""}
    )
    assert "Brevet blev ikke lavet" in answer.text


def test_a_decision_with_its_letter_takes_twelve_statements(anna: Account) -> None:
    case, browser = ready.met(), signed_in(anna)
    with assert_statements(12):
        assert browser.post(at(case, "afgoerelse"), GRANT | {"decide": "1"}).status_code == 302


def test_the_page_takes_few_statements_and_its_read_is_journalled(anna: Account) -> None:
    case, browser = ready.not_met(), signed_in(anna)
    ready.heard(case)
    with assert_statements(8):
        browser.get(at(case, "afgoerelse"))
    assert ReadEntry.objects.get().page == "decide"


# -- to whom the pages do not exist -----------------------------------------------------------------------------------


@pytest.mark.parametrize("page", STAFF_PAGES)
@pytest.mark.parametrize("stranger", [people.dorte, people.erik, people.fatma, people.gert])
def test_strangers_and_the_citizen_find_no_page(anna: Account, page: str, stranger: Callable[[], Account]) -> None:
    case = ready.not_met()
    browser = signed_in(stranger())
    assert browser.get(at(case, page)).status_code == 404
    assert browser.post(at(case, page), HEARING | GRANT).status_code == 404


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_an_appeals_officer_reads_that_it_is_not_theirs_to_do(anna: Account, page: str) -> None:
    officer = people.staff("hans", "Hans Holm", key="hjoerring", role=Role.APPEALS_OFFICER)
    case = ready.not_met()
    assert "din rolle" in signed_in(officer).get(at(case, page)).text
    signed_in(officer).post(at(case, page), HEARING | GRANT | {"decide": "1", "ground": "19_2_1", "reason": "x"})
    assert [model.objects.count() for model in (Hearing, Exemption, Decision)] == [0, 0, 0]


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_without_signing_in_one_is_sent_to_sign_in(client: people.Browser, anna: Account, page: str) -> None:
    assert client.post(at(ready.not_met(), page), HEARING).headers["Location"].startswith("/log-ind/")


def test_a_colleague_sees_the_same_page_as_anna(bo: Account) -> None:
    assert signed_in(bo).get(at(ready.met(), "afgoerelse")).status_code == 200


def test_a_late_reply_is_marked_beside_the_decision(anna: Account) -> None:
    case = ready.not_met()
    ready.heard(case)
    later = TODAY + timedelta(days=20)
    words = RemarkWords(texts=((0, "Undskyld, jeg var syg."),), received_on=later, channel=Channel.PHONE)
    row = HearingParty.objects.get()
    register_remarks(case, heard_id=row.pk, words=words, by=anna, at=ready.noon(later), act_key="r")
    assert "efter fristen" in signed_in(anna).get(at(case, "afgoerelse")).text


def test_another_version_in_force_is_told_before_anything_is_decided(
    tmp_path: Path, settings: Settings, erik: Account
) -> None:
    newer_lejre(tmp_path, settings, version="2026-06-01", within="within: {value: 4, unit: weeks}")
    case, lise = apply_to("lejre"), people.staff("lise", "Lise Lund", key="lejre")
    take_case(case, by=lise, at=people.NOON, act_key=key())
    page = reverse("decide", args=[case.reference])
    told = "Der gælder nu en anden udgave"
    assert told not in people.signed_in(lise).get(page).text
    settings.OPHOLD_TODAY = date(2026, 6, 1)
    said = people.signed_in(lise).get(page).text
    assert told in said
    assert reverse("move-version", args=[case.reference]) in said
