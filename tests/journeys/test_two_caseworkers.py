"""Two caseworkers at one case: the second is told, sees both texts, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ophold.journey.assessment.models import LimbFinding
from ophold.journey.decisions.models import Decision, Hearing
from ophold.journey.placements.models import Stay
from ophold.record.cases.models import Case
from ophold.record.journal.verify import verify
from ophold.record.people.models import Account
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.person import Person
from tests.journeys.rows import nothing_written
from tests.journeys.sheets import Answer
from tests.people import TODAY, a_case

pytestmark = pytest.mark.django_db

ANNAS = "Annas vurdering: funktionsevnen er betydeligt nedsat."
BOS = "Bos vurdering: der er brug for døgnstøtte."


@pytest.fixture
def case(anna: Account) -> Case:
    made = a_case()
    Person(anna).press(Person(anna).open("case", made.reference), "tag")
    return made


def test_the_second_to_save_a_limb_is_told_and_sees_both_texts(case: Case, anna: Account, bo: Account) -> None:
    one, other = Person(anna), Person(bo)
    hers, his = (each.open("assess", case.reference) for each in (one, other))
    told: dict[str, Answer] = {"outcome": "met", "source": "Samtale", "source_on": TODAY}
    one.send(hers, reason=ANNAS, **told).says("Opfyldt")
    refused = other.send(his, reason=BOS, **told)
    refused.says("Det står der nu", ANNAS, "Anna Andersen", "Din tekst")
    assert refused.errors
    assert refused.form("reason").drawn()["reason"] == [BOS]
    assert [each.reason for each in LimbFinding.objects.filter(case=case)] == [ANNAS]
    other.send(refused, reason=BOS)
    assert [each.reason for each in LimbFinding.objects.filter(case=case).order_by("version")] == [ANNAS, BOS]
    assert not verify().faults


def test_two_notes_at_once_are_both_kept(case: Case, anna: Account, bo: Account) -> None:
    pages = [(Person(who), Person(who).open("note", case.reference)) for who in (anna, bo)]
    for who, page in pages:
        assert who.account is not None
        text = f"Skrevet af {who.account.name}"
        who.send(page, text=text, with_whom="borgeren", channel="phone", held_on=TODAY)
    Person(anna).open("case", case.reference).says("Skrevet af Anna Andersen", "Skrevet af Bo Bertelsen")


def test_taking_a_case_twice_by_a_double_click_is_taking_it_once(case: Case, bo: Account) -> None:
    before = case.entries.count()
    other = Person(bo, twice=True)
    other.press(other.open("case", case.reference), "tag").says("Bo Bertelsen")
    assert case.entries.count() == before + 1


@pytest.fixture
def cast() -> Cast:
    return cast_of("hjoerring")


def test_the_second_decision_is_told_of_the_first_and_keeps_its_words(cast: Cast) -> None:
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, steps.MET)
    shown = []
    for who, reasons in ((cast.caseworker, ANNAS), (cast.colleague, BOS)):
        said: dict[str, Answer] = {**steps.WRITTEN, **steps.GRANTED, "reasons": reasons, "next_on": TODAY}
        shown.append(who.send(who.open("decide", reference), "show", outcome="grant", **said))
    steps.done(cast.caseworker.send(shown[0], "decide"))
    with nothing_written():
        told = cast.colleague.send(shown[1], "decide")
    told.says("Det kan ikke lade sig gøre nu", "Den afgørelse, der er truffet", ANNAS, "Sanne Sand")
    told.says("Det skrev du", "ikke gået tabt", BOS)
    assert Decision.objects.count() == 1


def test_the_second_draft_is_stopped_and_can_still_be_sent_on_purpose(cast: Cast) -> None:
    reference = steps.arrived(cast)
    shown = [(who, who.open("send-hearing", reference)) for who in (cast.caseworker, cast.colleague)]
    rest: dict[str, Answer] = {"duty": "yes", "adverse": "Noget.", "answer_by": TODAY + timedelta(days=14)}
    (one, hers), (other, his) = shown
    steps.done(one.send(hers, draft="Sannes udkast.", **rest))
    with nothing_written():
        told = other.send(his, draft="Mads' udkast.", **rest)
    assert "fordi en anden har sendt et udkast, mens du skrev" in told.errors[0]
    told.says("Udkast sendt", "Sannes udkast.")
    assert told.form("draft").drawn()["draft"] == ["Mads' udkast."]
    steps.done(other.send(told, draft="Mads' udkast."))
    assert Hearing.objects.count() == 2


def test_a_reply_written_while_the_decision_is_made_is_not_lost(cast: Cast) -> None:
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, steps.MET)
    steps.send_hearing(cast, reference, duty="yes", answer_by=TODAY + timedelta(days=14))
    replying = cast.citizen.open("hearing-reply", reference)
    steps.decide(cast, reference, "grant", next_on=TODAY)
    with nothing_written():
        told = cast.citizen.send(replying, whole="Jeg nåede det ikke.")
    told.says("Høringen er slut", "Det skrev du", "Jeg nåede det ikke.")


def test_the_second_reassessment_sees_the_first_and_keeps_its_reasons(cast: Cast) -> None:
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, steps.MET)
    steps.decide(cast, reference, "grant", next_on=TODAY)
    steps.complain(cast, reference)
    shown = [(who, who.open("complaint", reference, 1)) for who in (cast.appeals, cast.leader)]
    (one, hers), (other, his) = shown
    steps.done(one.send(hers, "outcome=upheld", reasons=ANNAS))
    with nothing_written():
        told = other.send(his, "outcome=changed", reasons=BOS)
    told.says("Genvurderingen blev ikke gemt", ANNAS, "Vita Vang", "Det skrev du", BOS)


def test_the_second_to_move_somebody_in_is_told(cast: Cast) -> None:
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, steps.MET)
    steps.decide(cast, reference, "grant", next_on=TODAY)
    shown = [(who, who.open("begin-stay", reference)) for who in (cast.caseworker, cast.colleague)]
    rest: dict[str, Answer] = {"began_on": TODAY, "accepted_by": "citizen"}
    (one, hers), (other, his) = shown
    steps.done(one.send(hers, facility="Birkely", **rest))
    with nothing_written():
        told = other.send(his, facility="Skovbo", **rest)
    told.says("Ophold i gang", "Det skrev du", "Skovbo")
    assert [stay.facility for stay in Stay.objects.all()] == ["Birkely"]
