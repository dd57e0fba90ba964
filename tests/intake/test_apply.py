"""The citizen applies: one case, the clock of the standard in force, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.intake.actions import ApplicationRefused, apply, save_draft
from ophold.journey.intake.answers import unsealed
from ophold.journey.intake.models import ANSWERS_CONTEXT, Application, Draft
from ophold.record.cases.choices import CaseState, Channel, ClockKind, LettersTo, Urgency
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.clock import COPENHAGEN
from ophold.record.journal.models import Entry
from ophold.record.people import cpr
from ophold.record.people.models import Account, Citizen
from tests import people
from tests.intake.examples import ANSWERS, apply_to, key, sixth_municipality

PROMISED = {
    "lejre": ("settled", date(2026, 4, 13)),
    "ballerup": ("settled", date(2026, 5, 15)),
    "hjoerring": ("settled", date(2026, 5, 25)),
    "frederikssund": ("silent", None),
    "ishoej": ("elsewhere", None),
}


def response(case: Case) -> Clock:
    return Clock.objects.get(case=case, kind=ClockKind.RESPONSE)


@pytest.mark.parametrize("municipality", PROMISED)
def test_the_answer_is_promised_on_the_day_the_standard_says_or_honestly_on_none(
    municipality: str, erik: Account
) -> None:
    case = apply_to(municipality)
    clock, (status, day) = response(case), PROMISED[municipality]
    assert (clock.finding["status"], clock.due_on, clock.promised_on) == (status, day, day)
    assert clock.starts_on == people.TODAY
    assert clock.finding["because"]
    assert (case.next_on, case.urgency) == (day, Urgency.OURS if day else Urgency.UNDATED)


def test_ballerup_keeps_the_other_readings_beside_the_binding_one(erik: Account) -> None:
    days = [reading["value"] for reading in response(apply_to("ballerup")).finding["readings"]]
    assert days == ["2026-05-15", "2026-05-18", "2026-06-01"]


def test_a_sixth_municipality_needs_two_files_and_no_code(tmp_path: Path, settings: Settings, erik: Account) -> None:
    case = apply_to(sixth_municipality(tmp_path, settings))
    assert case.reference.startswith("NBY-2026-")
    assert response(case).due_on == date(2026, 3, 12)


def test_the_case_is_opened_and_what_was_written_is_kept_sealed(erik: Account) -> None:
    case = apply_to("ballerup", items=("stay", "respite"))
    application = Application.objects.get(case=case)
    assert (case.state, case.standard_version, case.acting_confirmed) == (CaseState.RECEIVED, "undated-1", True)
    assert (application.channel, application.entered_by) == (Channel.SELF_SERVICE, None)
    assert sorted(application.items.values_list("item", flat=True)) == ["respite", "stay"]
    assert "overskue" not in bytes(application.answers_sealed).decode("latin-1")
    assert unsealed(bytes(application.answers_sealed), ANSWERS_CONTEXT).need == ANSWERS.need


def test_the_citizen_becomes_known_to_that_municipality_alone(erik: Account) -> None:
    apply_to("ballerup")
    known = Citizen.objects.get(account=erik)
    assert (known.municipality.key, known.name, known.address) == ("ballerup", "Erik Eriksen", ANSWERS.address)


def test_somebody_the_municipality_knows_already_is_found_again(erik: Account) -> None:
    known = people.a_citizen("ballerup", account=None, digits=people.ERIKS_CPR)
    assert apply_to("ballerup").citizen_id == known.pk


def test_a_double_click_gives_one_case(erik: Account) -> None:
    home, again = people.municipality("ballerup"), key()
    first = apply(municipality=home, answers=ANSWERS, by=erik, at=people.NOON, act_key=again)
    second = apply(municipality=home, answers=ANSWERS, by=erik, at=people.NOON, act_key=again)
    assert first.pk == second.pk
    assert Case.objects.count() == 1


def test_the_draft_is_gone_when_it_is_sent(erik: Account) -> None:
    save_draft(
        municipality=people.municipality("ballerup"), told={"need": ANSWERS.need}, reached=5, by=erik, at=people.NOON
    )
    apply_to("ballerup")
    assert not Draft.objects.exists()


def test_the_act_is_journalled_without_the_citizens_words(erik: Account) -> None:
    entry = Entry.objects.get(case=apply_to("ballerup"))
    assert (entry.act, entry.actor, entry.number) == ("apply", erik, 1)
    assert entry.facts["promised_on"] == "2026-05-15"
    assert "overskue" not in str(entry.facts)


def test_under_18_is_accepted_and_flagged(erik: Account) -> None:
    with people.set_up():
        young = people.citizen_account("ida", "Ida Isaksen", cpr_sealed=cpr.seal_cpr("6203094234"))
    case = apply(municipality=people.municipality("lejre"), answers=ANSWERS, by=young, at=people.NOON, act_key=key())
    assert Application.objects.get(case=case).under_age


@pytest.mark.parametrize(("lives_here", "confirmed"), [("yes", True), ("no", False), ("unsure", False), ("", False)])
def test_a_doubt_about_the_acting_municipality_is_recorded_and_stops_nothing(
    lives_here: str, confirmed: bool, erik: Account
) -> None:
    assert apply_to("ballerup", lives_here=lives_here).acting_confirmed is confirmed


def test_who_applies_for_the_citizen_is_a_party_without_letters(erik: Account) -> None:
    case = apply_to("ballerup", applicant="guardian", helper_name="Fatma Farah", helper_basis="Værgemål af 2. maj 2024")
    party = Party.objects.get(case=case)
    assert (party.role, party.name, party.letters) == ("guardian", "Fatma Farah", LettersTo.NONE)


def test_an_application_that_asks_for_nothing_is_refused_and_nothing_is_written(erik: Account) -> None:
    for missing in (replace(ANSWERS, items=()), replace(ANSWERS, need="  ")):
        with pytest.raises(ApplicationRefused, match="mangler noget"):
            apply(municipality=people.municipality("ballerup"), answers=missing, by=erik, at=people.NOON, act_key=key())
    assert not Case.objects.exists()
    assert not Citizen.objects.exists()


def test_somebody_without_a_cpr_number_is_told_to_call(fatma: Account) -> None:
    with pytest.raises(ApplicationRefused, match="Ring til kommunen"):
        apply(municipality=people.municipality("lejre"), answers=ANSWERS, by=fatma, at=people.NOON, act_key=key())


def test_staff_do_not_apply_as_citizens(dorte: Account) -> None:
    with pytest.raises(ApplicationRefused):
        apply(municipality=people.municipality("ballerup"), answers=ANSWERS, by=dorte, at=people.NOON, act_key=key())


def test_before_the_first_version_of_a_standard_the_refusal_says_so(erik: Account) -> None:
    long_ago = datetime(2014, 3, 3, 12, tzinfo=COPENHAGEN)
    with pytest.raises(ApplicationRefused, match="den første gælder fra 30"):
        apply(municipality=people.municipality("lejre"), answers=ANSWERS, by=erik, at=long_ago, act_key=key())
