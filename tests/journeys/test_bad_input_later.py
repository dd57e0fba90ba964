"""What cannot be, later in a case: hearing, decision, stay, follow-up, complaint. One sentence, nothing written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from ophold.journey.decisions.models import HearingParty
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.person import Page
from tests.journeys.rows import nothing_written
from tests.journeys.sheets import Answer
from tests.journeys.steps import MET, on
from tests.people import TODAY

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
TOMORROW = TODAY + DAY
BY_PHONE: Mapping[str, Answer] = {
    "digits": "700986-1234", "name": "Karen Kvist", "channel": "phone", "received_on": TODAY, "items": ["stay"],
    "need": steps.NEED,
}  # fmt: skip
DRAFT: Mapping[str, Answer] = {"duty": "yes", "draft": steps.DRAFT, "adverse": steps.ADVERSE}
STAY: Mapping[str, Answer] = {"facility": "Birkely", "accepted_by": "citizen"}
LONG = "æ" * 20_001


def one_sentence(page: Page, *words: str) -> None:
    """The page says one thing, and says what to do."""
    assert len(page.errors) == 1, page.errors
    assert page.errors[0].endswith("."), page.errors
    page.says(*words)


@pytest.fixture
def cast() -> Cast:
    return cast_of("hjoerring")


@pytest.fixture
def granted(cast: Cast) -> str:
    """Decided today; nobody has moved in."""
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, MET)
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 1))
    return reference


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"received_on": TOMORROW}, "fordi den er modtaget i fremtiden. Ret den dag, den kom ind."),
        ({"received_on": date(1986, 1, 1)}, "fordi dagen ligger for langt tilbage"),
        ({"digits": "7009"}, "det skal have 10 cifre"),
        ({"digits": "9913861234"}, "de første seks cifre ikke er en dato"),
        ({"items": []}, "Vælg mindst én ting, du søger om."),
        ({"need": " "}, "Et par ord er nok."),
        ({"need": LONG}, "20001"),
        ({"need": "Hjælp\x00"}, "Hvad har du brug for hjælp til?"),
    ],
)
def test_an_application_at_the_counter(cast: Cast, wrong: Mapping[str, Answer], words: str) -> None:
    page = cast.caseworker.open("register")
    with nothing_written():
        one_sentence(cast.caseworker.send(page, **{**BY_PHONE, **wrong}), words)


def test_a_draft_of_an_application_keeps_nothing_it_refused(cast: Cast) -> None:
    page = cast.citizen.open("apply", "hjoerring", "behov")
    with nothing_written():
        one_sentence(cast.citizen.send(page, items=[], need="Hjælp."), "Vælg mindst én ting, du søger om.")
        one_sentence(cast.citizen.send(page, items=["stay"], need=""), "Et par ord er nok.")


@pytest.mark.parametrize(
    ("page", "wrong", "words"),
    [
        ("notify-delay", {"until": date(2026, 5, 25), "why": "Ferie."}, "fordi den nye dato ikke er senere"),
        ("send-hearing", {**DRAFT, "answer_by": TODAY}, "ligger ikke efter afsendelsen"),
        ("send-hearing", {**DRAFT, "answer_by": TODAY - DAY}, "ligger ikke efter afsendelsen"),
        ("send-hearing", {**DRAFT, "answer_by": TODAY + DAY * 14, "adverse": ""}, "Skriv de oplysninger"),
    ],
)
def test_before_the_decision(cast: Cast, page: str, wrong: Mapping[str, Answer], words: str) -> None:
    reference = steps.arrived(cast)
    drawn = cast.caseworker.open(page, reference)
    with nothing_written():
        one_sentence(cast.caseworker.send(drawn, **wrong), words)


def test_remarks_come_on_a_day_after_the_draft_and_not_tomorrow(cast: Cast) -> None:
    reference = steps.arrived(cast)
    steps.send_hearing(cast, reference, duty="yes", answer_by=TODAY + DAY * 14)
    drawn = cast.caseworker.open("register-remarks", reference)
    said: Mapping[str, Answer] = {"channel": "phone", "text": "Enig.", "heard": HearingParty.objects.get().pk}
    with nothing_written():
        one_sentence(cast.caseworker.send(drawn, **said, received_on=TOMORROW), "fordi dagen ligger i fremtiden")
        one_sentence(cast.caseworker.send(drawn, **said, received_on=TODAY - DAY), "før udkastet blev sendt")
        one_sentence(cast.caseworker.send(drawn, channel="phone", text="", received_on=TODAY), "fordi det er tomt")
        one_sentence(cast.citizen.fill("hearing-reply", reference, whole=" "), "fordi det er tomt")


def test_a_decision_with_a_day_that_has_passed(cast: Cast) -> None:
    reference = steps.arrived(cast)
    steps.weigh_limbs(cast.caseworker, reference, MET)
    with nothing_written():
        page = steps.try_to_decide(cast.caseworker, reference, "grant", next_on=TODAY - DAY)
    page.says("Næste dato er passeret. Vælg en dag fra i dag.")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"began_on": TOMORROW}, "fordi datoen ligger i fremtiden"),
        ({"began_on": TODAY - DAY}, "fordi datoen ligger før afgørelsen (2. marts 2026)"),
        ({"began_on": TODAY, "accepted_by": "guardian"}, "hvem der har sagt ja til stedet"),
        ({"began_on": TODAY, "next_on": TODAY + DAY}, "standarden lægger næste opfølgning tidligst 2. juni 2026"),
    ],
)
def test_moving_in(cast: Cast, granted: str, wrong: Mapping[str, Answer], words: str) -> None:
    drawn = cast.caseworker.open("begin-stay", granted)
    with nothing_written():
        one_sentence(cast.caseworker.send(drawn, **{**STAY, **wrong}), words)


def test_a_follow_up_before_moving_in_is_refused_also_when_posted_straight(cast: Cast, granted: str) -> None:
    cast.caseworker.open("hold-follow-up", granted).says("Det kan ikke lade sig gøre nu", "fordi sagen er ”Bevilget”")
    sent = {"act_key": str(uuid4()), "held_on_0": "2", "held_on_1": "3", "held_on_2": "2026", "result": "Fint."}
    with nothing_written():
        page = cast.caseworker.post(reverse("hold-follow-up", args=[granted]), sent)
    page.says("”Registrer opfølgning” blev ikke udført, fordi sagen er ”Bevilget”", "Fint.")


def test_a_follow_up_on_a_day_that_cannot_be(cast: Cast, granted: str) -> None:
    on(date(2026, 3, 10))
    steps.done(steps.move_in(cast, granted, date(2026, 3, 10)))
    drawn = cast.caseworker.open("hold-follow-up", granted)
    for day, words in (
        (date(2026, 3, 11), "fordi datoen ligger i fremtiden"),
        (date(2026, 3, 9), "fordi den ligger før indflytningen 10. marts 2026"),
    ):
        with nothing_written():
            one_sentence(cast.caseworker.send(drawn, held_on=day, result="Fint."), words)


def test_a_complaint_on_a_day_that_cannot_be(cast: Cast, granted: str) -> None:
    drawn = cast.appeals.open("register-complaint", granted)
    said: Mapping[str, Answer] = {"channel": "phone", "from_whom": "citizen"}
    with nothing_written():
        one_sentence(cast.appeals.send(drawn, **said, received_on=TOMORROW), "fordi dagen ligger i fremtiden")
        one_sentence(cast.appeals.send(drawn, **said, received_on=TODAY - DAY), "før afgørelsen (2. marts 2026)")
        one_sentence(
            cast.appeals.send(drawn, channel="phone", from_whom="somebody", received_on=TODAY), "klagerens navn mangler"
        )


def test_sent_on_unreassessed_or_with_a_day_that_has_passed(cast: Cast, granted: str) -> None:
    steps.worker_runs()
    steps.complain(cast, granted)
    drawn = cast.appeals.open("forward-complaint", granted, 1)
    with nothing_written():
        one_sentence(cast.appeals.send(drawn, next_on=TOMORROW), "fordi afgørelsen ikke er genvurderet")
    steps.reassess(cast.appeals, granted, "upheld", "Som før.")
    with nothing_written():
        one_sentence(cast.appeals.send(drawn, next_on=TODAY), "ikke ligger efter i dag")
