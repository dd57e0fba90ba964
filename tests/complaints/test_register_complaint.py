"""Staff enter a complaint that came by word of mouth, letter or mail: on its own day, from whomever it came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404

from ophold.journey.complaints.actions import ComplaintRefused, register_complaint
from ophold.journey.complaints.choices import Complainant, Timeliness
from ophold.journey.complaints.models import Complaint
from ophold.journey.complaints.words import Words
from ophold.journey.decisions.models import Decision
from ophold.record.cases import access
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import Channel, ClockKind, LettersTo, PartyRole
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.journal.models import Entry
from ophold.record.letters import sealed
from ophold.record.letters.choices import DeliveryKind, Kind
from ophold.record.letters.content import texts
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.people.choices import Role
from ophold.record.people.models import Account
from tests import people
from tests.complaints.decided import a_decision, digital_post, make_sent, noon, register
from tests.people import TODAY

LATER = date(2026, 4, 2)  # the citizen's window ended 30 March, the guardian's runs to 7 April


def delivered(by: Account, **fields: Any) -> tuple[Case, Decision]:
    case, decision = a_decision(by, **fields)
    digital_post(case, decision, on=TODAY)
    return case, decision


def words(decision: Decision, **changed: Any) -> Words:
    plain = Words(decision_id=decision.pk, received_on=TODAY, channel=Channel.PHONE, text="Han vil ikke bo alene.")
    return replace(plain, **changed)


def enter(case: Case, said: Words, by: Account) -> Complaint | None:
    at = noon(max(TODAY, said.received_on))
    return register_complaint(case, words=said, by=by, at=at, act_key=f"{said.received_on}-{said.name}")


def test_an_oral_complaint_is_confirmed_in_writing_with_what_was_said(anna: Account) -> None:
    case, decision = delivered(anna)
    enter(case, words(decision), anna)
    said = texts(sealed.content(Letter.objects.get(case=case, kind=Kind.COMPLAINT_RECEIPT)))
    assert "Han vil ikke bo alene." in said
    assert "Sådan har vi forstået klagen" in said


def test_the_clock_runs_from_the_day_it_came_not_from_the_day_it_was_entered(anna: Account) -> None:
    case, decision = a_decision(anna, decided_on=date(2026, 2, 16))
    digital_post(case, decision, on=date(2026, 2, 16))
    enter(case, words(decision, received_on=date(2026, 2, 20)), anna)
    clock = Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)
    assert (clock.starts_on, clock.due_on) == (date(2026, 2, 20), date(2026, 3, 20))


def test_a_guardian_is_measured_by_their_own_window(anna: Account) -> None:
    case, decision = delivered(anna, guardian=LettersTo.BESIDE)
    copy = Dispatch.objects.select_related("letter").get(letter=decision.letter, party__isnull=False)
    make_sent(case, copy, at=noon(TODAY), available_on=None)
    register(case, copy, DeliveryKind.POSTED, on=TODAY, by=anna)
    fatma = Party.objects.get(case=case)
    theirs = enter(case, words(decision, received_on=LATER, complainant=Complainant.PARTY, party_id=fatma.pk), anna)
    citizens = enter(case, words(decision, received_on=LATER, name="x"), anna)
    assert theirs is not None
    assert citizens is not None
    assert (theirs.timeliness, citizens.timeliness) == (Timeliness.IN_TIME, Timeliness.LATE)
    assert theirs.authority_missing is False


def test_a_relative_without_authority_is_registered_and_asked_for_it(anna: Account) -> None:
    case, decision = delivered(anna)
    with people.set_up():
        mother = Party.objects.create(
            municipality=case.municipality, case=case, role=PartyRole.RELATIVE, name="Mona", valid_from=TODAY
        )
    complaint = enter(case, words(decision, complainant=Complainant.PARTY, party_id=mother.pk), anna)
    assert complaint is not None
    assert complaint.authority_missing
    said = " ".join(texts(sealed.content(Letter.objects.get(case=case, kind=Kind.COMPLAINT_RECEIPT))))
    assert "Vi mangler en fuldmagt" in said
    assert "også hvis vi ikke får fuldmagten" in said


def test_somebody_unknown_is_registered_by_name(anna: Account) -> None:
    case, decision = delivered(anna)
    complaint = enter(case, words(decision, complainant=Complainant.SOMEBODY, name="Nabo Nielsen"), anna)
    assert complaint is not None
    assert (complaint.name, complaint.authority_missing) == ("Nabo Nielsen", True)


def test_a_late_one_keeps_the_excuse(anna: Account) -> None:
    case, decision = delivered(anna)
    complaint = enter(case, words(decision, received_on=LATER, excuse="Jeg lå på sygehuset."), anna)
    assert complaint is not None
    assert (complaint.timeliness, complaint.excuse) == (Timeliness.LATE, "Jeg lå på sygehuset.")


@pytest.mark.parametrize(
    ("unfit", "why"),
    [
        ({"received_on": TODAY + timedelta(days=1)}, "i fremtiden"),
        ({"received_on": TODAY - timedelta(days=1)}, "før afgørelsen"),
        ({"channel": Channel.SELF_SERVICE}, "selvbetjening"),
        ({"complainant": Complainant.SOMEBODY, "name": " "}, "klagerens navn"),
        ({"complainant": Complainant.PARTY}, "hvem der klager"),
        ({"decision_id": 0}, "ikke hører til sagen"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(anna: Account, unfit: dict[str, Any], why: str) -> None:
    case, decision = delivered(anna)
    with pytest.raises(ComplaintRefused, match=why):
        register_complaint(case, words=words(decision, **unfit), by=anna, at=noon(TODAY), act_key="k")
    assert not Complaint.objects.exists()
    assert not Clock.objects.filter(kind=ClockKind.REASSESSMENT).exists()


def test_an_appeals_officer_and_a_colleague_may(anna: Account, bo: Account) -> None:
    case, decision = delivered(anna)
    officer = people.staff("ole", "Ole Olsen", key="hjoerring", role=Role.APPEALS_OFFICER)
    assert enter(case, words(decision), officer) is not None
    assert enter(case, words(decision, name="x"), bo) is not None


def test_the_citizen_and_a_policy_officer_may_not_and_another_municipality_finds_no_case(
    anna: Account, erik: Account, dorte: Account
) -> None:
    case, decision = delivered(anna)
    for who in (erik, people.staff("hanne", "Hanne Holm", key="hjoerring", role=Role.POLICY_OFFICER)):
        with pytest.raises(NotPossible):
            enter(case, words(decision), who)
    with pytest.raises(Http404):
        access.case(dorte, case.reference)


def test_done_twice_is_done_once(anna: Account) -> None:
    case, decision = delivered(anna)
    enter(case, words(decision), anna)
    assert enter(case, words(decision), anna) is None
    assert Complaint.objects.count() == 1


def test_journalled_with_the_channel_and_no_words(anna: Account) -> None:
    case, decision = delivered(anna)
    enter(case, words(decision), anna)
    entry = Entry.objects.get(case=case, act="register_complaint")
    assert (entry.facts["channel"], entry.facts["complaint"]) == ("phone", 1)
    assert "bo alene" not in str(entry.facts)
