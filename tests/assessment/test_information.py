"""Asking others for information: never without leave, never outside the clock, and nothing follows from silence."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.urls import reverse

from ophold.journey.assessment.choices import Limb
from ophold.journey.assessment.information import queries
from ophold.journey.assessment.information.actions import (
    Asked,
    ConsentFacts,
    InformationRefused,
    chase_information,
    record_consent,
    register_information,
    request_information,
    withdraw_consent,
)
from ophold.journey.assessment.information.choices import Came, Ground, Informant
from ophold.journey.assessment.information.models import Consent, Information, InformationRequest
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import CaseState, Channel, ClockKind
from ophold.record.cases.facts import read
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters import sending
from ophold.record.letters.choices import DispatchState, Kind
from ophold.record.letters.content import LetterContent, LetterRefused
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.letters.sealed import content as opened
from ophold.record.people.models import Account
from tests import people
from tests.intake.examples import apply_to, key
from tests.people import NOON, TODAY, signed_in

TWO_WEEKS = TODAY + timedelta(14)


@pytest.fixture
def case(anna: Account) -> Case:
    return people.a_case(state=CaseState.ASSESSING, caseworker=anna, standard_version="2022-06-22")


def consent(case: Case, by: Account) -> Consent:
    facts = ConsentFacts(scope="Egen læge", given_by="Erik", channel=Channel.PHONE, given_on=TODAY)
    row = record_consent(case, consent=facts, by=by, at=NOON, act_key=key())
    assert row is not None
    return row


def asked(**changed: Any) -> Asked:
    fields: dict[str, Any] = {
        "informant": Informant.DOCTOR,
        "name": "Lægehuset",
        "address": "Torvet 1\n9800 Hjørring",
        "about": "Hvilken behandling får Erik?",
        "serves": Limb.SHALL_HELP_OR_TREATMENT,
        "ground": Ground.CONSENT,
        "consent_id": None,
        "provision": "",
        "wanted_by": TWO_WEEKS,
    }
    return Asked(**fields | changed)


def ask(case: Case, by: Account, **changed: Any) -> InformationRequest:
    row = request_information(case, asked=asked(**changed), by=by, at=NOON, act_key=key())
    assert row is not None
    return row


def letter_of(row: InformationRequest) -> LetterContent:
    return opened(Letter.objects.get(pk=row.letter_id))


def test_with_consent_a_letter_goes_to_whoever_is_asked_and_says_no_more_than_needed(anna: Account, case: Case) -> None:
    row = ask(case, anna, consent_id=consent(case, anna).pk)
    content = letter_of(row)
    assert content.kind == Kind.INFORMATION_REQUEST
    said = content.to_bytes().decode()
    assert "Hvilken behandling får Erik?" in said
    assert "samtykke" in said
    assert case.citizen.address not in said
    sending.sweep(now=lambda: NOON)
    sent = Dispatch.objects.get(letter=row.letter_id)
    assert (sent.state, sent.channel, sent.citizen_id) == (DispatchState.SENT, Channel.LETTER, None)
    assert [(fact.kind, fact.label, fact.state) for fact in read(queries.facts(case))] == [
        ("information", "doctor", "waiting")
    ]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, "mangler et samtykke"),
        ({"ground": Ground.LEGAL}, "bestemmelsen ikke er nævnt"),
        ({"ground": Ground.OWN_ADVISER}, "kun kommunens egen konsulent"),
        ({"ground": Ground.LEGAL, "provision": "RSL § 11 c", "wanted_by": TODAY}, "svardagen"),
    ],
)
def test_nothing_goes_out_without_leave(anna: Account, case: Case, changed: dict[str, Any], why: str) -> None:
    with pytest.raises(InformationRefused, match=why):
        ask(case, anna, **changed)
    assert not InformationRequest.objects.exists()
    assert not Letter.objects.exists()


def test_a_withdrawn_consent_and_another_cases_consent_give_no_leave(anna: Account, case: Case) -> None:
    held = consent(case, anna)
    withdraw_consent(case, consent_id=held.pk, by=anna, at=NOON, act_key=key())
    other = people.a_case(state=CaseState.ASSESSING, caseworker=anna, standard_version="2022-06-22")
    for row in (held, consent(other, anna)):
        with pytest.raises(InformationRefused, match="mangler et samtykke"):
            ask(case, anna, consent_id=row.pk)
    held.refresh_from_db()
    assert held.withdrawn_on == TODAY


def test_a_named_provision_and_the_own_consultant_need_no_consent(anna: Account, case: Case) -> None:
    by_law = ask(case, anna, ground=Ground.LEGAL, provision="Retssikkerhedsloven § 11 c", informant=Informant.AUTHORITY)
    assert "Retssikkerhedsloven § 11 c" in letter_of(by_law).rules
    own = ask(case, anna, ground=Ground.OWN_ADVISER, informant=Informant.MEDICAL_CONSULTANT)
    assert own.consent_id is None


def test_without_an_address_no_letter_is_made(anna: Account, case: Case) -> None:
    with pytest.raises(LetterRefused):
        ask(case, anna, ground=Ground.OWN_ADVISER, informant=Informant.MEDICAL_CONSULTANT, address="")
    assert not Entry.objects.filter(act="request_information").exists()


def test_the_database_refuses_a_request_without_leave(anna: Account, case: Case) -> None:
    row = ask(case, anna, consent_id=consent(case, anna).pk)
    with people.set_up(), pytest.raises(IntegrityError):
        InformationRequest.objects.filter(pk=row.pk).update(consent=None)


def test_the_response_clock_runs_on_and_the_wanted_day_is_looked_at(dorte: Account) -> None:
    case = apply_to("ballerup")
    before = Clock.objects.get(case=case, kind=ClockKind.RESPONSE)
    with people.set_up():
        Case.objects.filter(pk=case.pk).update(state=CaseState.ASSESSING, caseworker=dorte)
    ask(case, dorte, ground=Ground.OWN_ADVISER, informant=Informant.MEDICAL_CONSULTANT)
    after = Clock.objects.get(case=case, kind=ClockKind.RESPONSE)
    assert (after.due_on, after.closed_on) == (before.due_on, None)
    case.refresh_from_db()
    assert case.next_on == TWO_WEEKS
    assert "Er oplysningerne kommet" in case.next_label


def test_a_sooner_date_is_left_alone(anna: Account, case: Case) -> None:
    ask(case, anna, ground=Ground.OWN_ADVISER, informant=Informant.MEDICAL_CONSULTANT, wanted_by=TODAY + timedelta(3))
    ask(case, anna, ground=Ground.OWN_ADVISER, informant=Informant.MEDICAL_CONSULTANT, wanted_by=TWO_WEEKS)
    case.refresh_from_db()
    assert case.next_on == TODAY + timedelta(3)


def test_a_chaser_goes_to_the_same_and_its_day_counts(anna: Account, case: Case) -> None:
    row = ask(case, anna, consent_id=consent(case, anna).pk)
    chase_information(
        case, request_id=row.pk, address="Torvet 1", wanted_by=TODAY + timedelta(21), by=anna, at=NOON, act_key=key()
    )
    assert Letter.objects.filter(kind=Kind.INFORMATION_REQUEST).count() == 2
    assert [chaser.wanted_by for chaser in queries.requests(case)[0].chasers.all()] == [TODAY + timedelta(21)]


@pytest.mark.parametrize("came", Came)
def test_what_came_is_written_once_and_decides_nothing(anna: Account, case: Case, came: Came) -> None:
    row = ask(case, anna, consent_id=consent(case, anna).pk)
    told: dict[str, Any] = {"came": came, "text": "Behandlingen fortsætter.", "received_on": TODAY}
    register_information(case, request_id=row.pk, by=anna, at=NOON, act_key=key(), **told)
    with pytest.raises(InformationRefused, match="allerede er noteret"):
        register_information(case, request_id=row.pk, by=anna, at=NOON, act_key=key(), **told)
    with pytest.raises(InformationRefused, match="allerede er noteret"):
        chase_information(case, request_id=row.pk, address="A", wanted_by=TWO_WEEKS, by=anna, at=NOON, act_key=key())
    assert Information.objects.get().text == "Behandlingen fortsætter."
    case.refresh_from_db()
    assert case.state == CaseState.ASSESSING
    assert [fact.state for fact in read(queries.facts(case))] == [came.value]


def test_an_answer_lies_between_the_question_and_today(anna: Account, case: Case) -> None:
    row = ask(case, anna, consent_id=consent(case, anna).pk)
    for day in (TODAY - timedelta(1), TODAY + timedelta(1)):
        with pytest.raises(InformationRefused, match="Ret datoen"):
            register_information(
                case, request_id=row.pk, came=Came.ANSWERED, text="x", received_on=day, by=anna, at=NOON, act_key=key()
            )


def test_a_case_nobody_has_taken_asks_nobody(anna: Account) -> None:
    with pytest.raises(NotPossible):
        ask(people.a_case(), anna, ground=Ground.OWN_ADVISER, informant=Informant.MEDICAL_CONSULTANT)


def test_from_consent_to_answer_by_the_pages(anna: Account, case: Case) -> None:
    browser, here = signed_in(anna), [case.reference]
    day = {"0": "2", "1": "3", "2": "2026"}
    told = {"act_key": key(), "scope": "Egen læge", "given_by": "Erik", "channel": "phone"}
    told |= {f"given_on_{part}": value for part, value in day.items()}
    assert browser.post(reverse("record-consent", args=here), told).status_code == 302
    wanted = {"wanted_by_0": "16", "wanted_by_1": "3", "wanted_by_2": "2026"}
    form = {
        "act_key": key(), "informant": "doctor", "name": "Lægehuset", "address": "Torvet 1", "about": "Hvad nu?",
        "serves": "", "ground": "consent", "consent": str(Consent.objects.get().pk), "provision": "",
    }  # fmt: skip
    refused = browser.post(reverse("request-information", args=here), form | wanted | {"consent": ""})
    assert "mangler et samtykke" in refused.text
    assert "Hvad nu?" in refused.text
    assert browser.post(reverse("request-information", args=here), form | wanted).status_code == 302
    row = InformationRequest.objects.get()
    assert "mandag 16. marts 2026" in browser.get(reverse("information", args=here)).text
    told = {"act_key": key(), "came": "answered", "text": "Han er i behandling."}
    told |= {f"received_on_{part}": value for part, value in day.items()}
    assert browser.post(reverse("register-information", args=[*here, row.pk]), told).status_code == 302
    assert "Han er i behandling." in browser.get(reverse("information", args=here)).text


@pytest.mark.parametrize("stranger", [people.dorte, people.erik, people.fatma, people.gert])
def test_strangers_and_the_citizen_find_no_page(anna: Account, case: Case, stranger: object) -> None:
    assert callable(stranger)
    row = ask(case, anna, consent_id=consent(case, anna).pk)
    browser = signed_in(stranger())
    for name in ("information", "record-consent", "request-information"):
        assert browser.get(reverse(name, args=[case.reference])).status_code == 404
    for name in ("chase-information", "register-information"):
        assert browser.get(reverse(name, args=[case.reference, row.pk])).status_code == 404
        assert browser.post(reverse(name, args=[case.reference, row.pk]), {}).status_code == 404


def test_a_request_of_another_case_is_absent(anna: Account, case: Case) -> None:
    row = ask(case, anna, consent_id=consent(case, anna).pk)
    other = people.a_case(state=CaseState.ASSESSING, caseworker=anna, standard_version="2022-06-22")
    assert signed_in(anna).get(reverse("chase-information", args=[other.reference, row.pk])).status_code == 404
