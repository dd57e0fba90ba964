"""The pages of a complaint: the citizen's one, staff's register, the reassessment, and sending it on."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ophold.journey.complaints.choices import ComplaintState, Timeliness
from ophold.journey.complaints.models import Complaint, Forwarding
from ophold.journey.decisions.choices import Outcome as DecisionOutcome
from ophold.journey.decisions.models import Decision
from ophold.record.cases.choices import CaseState
from ophold.record.cases.models import Case
from ophold.record.journal.models import ReadEntry
from ophold.record.letters.choices import Kind
from ophold.record.letters.models import Letter
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import a_decision, digital_post
from tests.complaints.test_complain import delivered
from tests.complaints.test_decide_anew import to_be_changed
from tests.complaints.test_forward_complaint import forward
from tests.complaints.test_reassess import complained, judge
from tests.people import signed_in
from tests.statements import assert_statements

DAY = {"received_on_0": "2", "received_on_1": "3", "received_on_2": "2026"}


def at(name: str, case: Case, *more: object) -> str:
    return reverse(name, args=[case.reference, *more])


# -- the citizen ------------------------------------------------------------------------------------------------------


def test_the_citizen_complains_without_a_word_and_is_told_the_four_week_date(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    browser = signed_in(erik)
    html = browser.get(at("complain", case)).text
    assert "mandag 30. marts 2026" in html
    assert "Du kan også ringe" in html
    answer = browser.post(at("complain", case), {"act_key": "k", "decision": decision.pk}, follow=True)
    assert "Vi har modtaget din klage" in answer.text
    assert "mandag 30. marts 2026" in answer.text
    assert Complaint.objects.get().text == ""


def test_sending_twice_gives_one_complaint_and_the_same_receipt(anna: Account, erik: Account) -> None:
    case, decision = delivered(anna)
    browser = signed_in(erik)
    answers = [browser.post(at("complain", case), {"act_key": "k", "decision": decision.pk}) for _time in range(2)]
    assert {answer["Location"] for answer in answers} == {at("complaint-receipt", case, 1)}
    assert Complaint.objects.count() == 1


def test_before_the_letter_has_arrived_the_page_says_that_the_window_has_not_started(
    anna: Account, erik: Account
) -> None:
    case, _decision = a_decision(anna)
    html = signed_in(erik).get(at("complain", case)).text
    assert "Klagefristen er ikke begyndt. Du kan klage nu." in html


def test_before_a_decision_there_is_nothing_to_complain_about(erik: Account) -> None:
    case = people.a_case(state=CaseState.ASSESSING)
    html = signed_in(erik).get(at("complain", case)).text
    assert "Der er ikke noget at klage over endnu" in html
    assert "<textarea" not in html


def test_the_receipt_is_the_citizen_s_alone(anna: Account, erik: Account, gert: Account) -> None:
    case = complained(anna)
    assert signed_in(erik).get(at("complaint-receipt", case, 1)).status_code == 200
    assert signed_in(erik).get(at("complaint-receipt", case, 2)).status_code == 404
    assert signed_in(gert).get(at("complaint-receipt", case, 1)).status_code == 404
    assert signed_in(anna).get(at("complaint-receipt", case, 1)).status_code == 404


def test_until_the_letter_is_delivered_both_pages_say_that_the_window_has_not_started(
    anna: Account, erik: Account
) -> None:
    case, decision = a_decision(anna)
    pages = ((anna, "case"), (erik, "my-case"))
    for who, name in pages:
        assert "Klagefristen er ikke begyndt" in signed_in(who).get(at(name, case)).text
    digital_post(case, decision, on=people.TODAY)
    for who, name in pages:
        assert "Klagefristen er ikke begyndt" not in signed_in(who).get(at(name, case)).text


def test_once_it_is_sent_on_the_citizen_reads_where_it_lies(anna: Account, erik: Account) -> None:
    case = complained(anna)
    judge(case, anna)
    forward(case, anna)
    assert "Din klage ligger hos Ankestyrelsen" in signed_in(erik).get(at("my-case", case)).text


# -- staff ------------------------------------------------------------------------------------------------------------


def test_an_oral_complaint_is_registered_with_its_own_day(anna: Account) -> None:
    case, decision = delivered(anna)
    said = DAY | {"act_key": "k", "decision": decision.pk, "channel": "phone", "from_whom": "citizen", "text": "Nej!"}
    answer = signed_in(anna).post(at("register-complaint", case), said)
    assert answer["Location"] == at("case", case)
    complaint = Complaint.objects.get()
    assert (complaint.channel, complaint.timeliness, complaint.text) == ("phone", Timeliness.IN_TIME, "Nej!")


def test_a_form_with_gaps_keeps_what_was_written(anna: Account) -> None:
    case, decision = delivered(anna)
    said = DAY | {"act_key": "k", "decision": decision.pk, "from_whom": "somebody", "text": "Det er forkert"}
    answer = signed_in(anna).post(at("register-complaint", case), said)
    assert answer.status_code == 200
    assert "Det er forkert" in answer.text
    answer = signed_in(anna).post(at("register-complaint", case), said | {"channel": "letter"})
    assert "klagerens navn mangler" in answer.text
    assert not Complaint.objects.exists()


def test_the_complaint_page_shows_one_clock_the_old_reasons_and_three_outcomes(anna: Account) -> None:
    case = complained(anna)
    html = signed_in(anna).get(at("complaint", case, 1)).text
    assert "mandag 30. marts 2026" in html
    assert "Vi lægger vægt på udredningen." in html
    for outcome in ("changed", "partly", "upheld"):
        assert f'name="outcome" value="{outcome}"' in html
    assert "Afvis" not in html


def test_a_button_is_the_outcome_and_the_next_step_is_offered(anna: Account) -> None:
    case = complained(anna)
    said = {"act_key": "k", "outcome": "upheld", "reasons": "Intet nyt."}
    answer = signed_in(anna).post(at("complaint", case, 1), said, follow=True)
    assert "Send klagen til Ankestyrelsen" in answer.text
    assert Complaint.objects.get().state == ComplaintState.UPHELD


def test_an_outcome_without_reasons_is_asked_for_them(anna: Account) -> None:
    case = complained(anna)
    answer = signed_in(anna).post(at("complaint", case, 1), {"act_key": "k", "outcome": "upheld", "reasons": ""})
    assert answer.status_code == 200
    assert "Genvurderingen blev ikke gemt" in answer.text
    assert Complaint.objects.get().state == ComplaintState.RECEIVED


def test_sending_it_on_lists_what_went_along(anna: Account) -> None:
    case = complained(anna)
    browser = signed_in(anna)
    browser.post(at("complaint", case, 1), {"act_key": "k", "outcome": "upheld", "reasons": "Intet nyt."})
    said = {"act_key": "f", "note": "", "next_on_0": "1", "next_on_1": "6", "next_on_2": "2026"}
    assert browser.post(at("forward-complaint", case, 1), said).status_code == 302
    html = browser.get(at("complaint", case, 1)).text
    for item in Forwarding.objects.get().contents:
        assert item["label"] in html
    assert Letter.objects.filter(kind=Kind.FORWARDING).exists()


WRITTEN = {
    "act_key": "n",
    "outcome": "grant",
    "applied_for": "Midlertidigt ophold i botilbud",
    "granted": "Et midlertidigt ophold",
    "reasons": "Den nye udtalelse viser, at du har brug for hjælp.",
    "considerations": "Hjemmet kan ikke rumme hjælpen.",
    "facts": "Udtalelse af 2. marts 2026",
    "rules": "Serviceloven § 107, stk. 2, nr. 1",
    "place_free": "yes",
    "plan_offer": "thinking",
    "next_on_0": "1",
    "next_on_1": "4",
    "next_on_2": "2026",
    "remarks_seen": "0",
}


def test_the_new_decision_is_written_seen_and_made(anna: Account) -> None:
    case = to_be_changed(anna)
    browser = signed_in(anna)
    assert "Træf ny afgørelse efter klagen" in browser.get(at("decide-anew", case, 1)).text
    shown = browser.post(at("decide-anew", case, 1), WRITTEN | {"show": "1"}).text
    assert "Sådan læser borgeren brevet" in shown
    assert Decision.objects.count() == 1
    answer = browser.post(at("decide-anew", case, 1), WRITTEN | {"decide": "1"}, follow=True)
    assert "Læs den nye afgørelse" in answer.text
    assert Complaint.objects.get().state == ComplaintState.SETTLED


def test_a_new_decision_that_is_worse_is_refused_on_the_page(anna: Account) -> None:
    case = to_be_changed(anna, before=DecisionOutcome.GRANT)
    said = WRITTEN | {"decide": "1", "outcome": "refusal"}
    assert "dårligere for borgeren" in signed_in(anna).post(at("decide-anew", case, 1), said).text
    assert Decision.objects.count() == 1


def test_no_new_decision_is_written_before_the_reassessment(anna: Account) -> None:
    case = complained(anna)
    assert "Genvurder klagen først" in signed_in(anna).get(at("decide-anew", case, 1)).text


def test_from_the_case_page_one_comes_to_the_complaint_that_waits(anna: Account) -> None:
    case = complained(anna)
    assert signed_in(anna).get(at("reassess", case))["Location"] == at("complaint", case, 1)
    quiet, _decision = delivered(anna)
    assert signed_in(anna).get(at("reassess", quiet))["Location"] == at("case", quiet)


def test_reading_is_journalled_and_takes_few_statements(anna: Account, erik: Account) -> None:
    case = complained(anna)
    staff, citizen = signed_in(anna), signed_in(erik)
    with assert_statements(8):
        staff.get(at("complaint", case, 1))
    with assert_statements(8):
        citizen.get(at("complain", case))
    with assert_statements(8):
        citizen.get(at("complaint-receipt", case, 1))
    assert [entry.page for entry in ReadEntry.objects.order_by("pk")] == ["complaint", "complain", "complaint-receipt"]


@pytest.mark.parametrize("stranger", [people.dorte, people.erik, people.fatma, people.gert])
def test_strangers_and_the_citizen_find_no_page_for_staff(anna: Account, stranger: object) -> None:
    case = complained(anna)
    assert callable(stranger)
    browser = signed_in(stranger())
    for name, more in (("register-complaint", ()), ("complaint", (1,)), ("forward-complaint", (1,)), ("reassess", ())):
        assert browser.get(at(name, case, *more)).status_code == 404
        assert browser.post(at(name, case, *more), {"act_key": "k"}).status_code in (404, 405)


def test_without_signing_in_one_is_sent_to_sign_in(client: people.Browser, anna: Account) -> None:
    case = complained(anna)
    for name, more in (("complain", ()), ("register-complaint", ()), ("complaint", (1,))):
        assert client.get(at(name, case, *more))["Location"].startswith("/log-ind/")
