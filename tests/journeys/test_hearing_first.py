"""No adverse decision before the hearing is over or exempted, by whatever way it is sent in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from ophold.journey.decisions.models import Decision, Exemption
from ophold.record.cases.choices import ClockKind
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.person import Page, Person
from tests.journeys.rows import nothing_written
from tests.journeys.sheets import Answer
from tests.journeys.steps import NOT_MET, on

pytestmark = pytest.mark.django_db

PROMISED = "Kommunen har lovet altid at sende udkastet"
RUNNING = "Partshøringen er ikke slut"
QUESTION = "Svar på, om der er oplysninger til ugunst"
REQUIRED = "Loven kræver partshøring"
WHY_NOT = "Skriv, hvorfor loven ikke kræver partshøring"
UNWEIGHED = "Der er kommet bemærkninger til udkastet"
REMARK = "Jeg klarer ikke morgenerne selv; det er min mor, der kommer."


def assessed(key: str) -> tuple[Cast, str]:
    """A case in which no limb is met; the day is 9 March 2026."""
    cast = cast_of(key)
    reference = steps.arrived(cast)
    on(date(2026, 3, 9))
    steps.weigh_limbs(cast.caseworker, reference, NOT_MET, NOT_MET, NOT_MET)
    return cast, reference


def forged(who: Person, reference: str, outcome: str = "refusal", **more: Answer) -> Page:
    """A decision posted straight at the address, with every field the page might have hidden."""
    sent: Mapping[str, object] = {
        **steps.WRITTEN, **steps.GRANTED,
        "act_key": str(uuid4()), "outcome": outcome, "applied_for": "Ophold", "rules": "Serviceloven § 107",
        "duty": "no", "duty_reason": "Ingen oplysninger til ugunst.", "remarks_weighed": "Ingen.",
        "next_on_0": "1", "next_on_1": "6", "next_on_2": "2026", "decide": "1",
        "hearing_over": "true", "exemption": "19_2_1", "always_by": "", **more,
    }  # fmt: skip
    return who.post(reverse("decide", args=[reference]), sent)


def refused(page: Page, *words: str) -> None:
    """The decision was not made, and the page says why."""
    page.says(*words)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("outcome", ["refusal", "partial", "grant"])
def test_ballerup_sends_the_draft_before_every_decision(outcome: str) -> None:
    cast, reference = assessed("ballerup")
    if outcome != "refusal":
        steps.weigh_limbs(cast.caseworker, reference, steps.MET, NOT_MET, NOT_MET)
    with nothing_written():
        refused(steps.try_to_decide(cast.caseworker, reference, outcome, next_on=date(2026, 6, 1)), PROMISED)
        refused(forged(cast.caseworker, reference, outcome), PROMISED)
        refused(forged(cast.leader, reference, outcome), PROMISED)


def test_the_hearing_lasts_to_the_end_of_its_last_day() -> None:
    cast, reference = assessed("ballerup")
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    assert steps.running(reference, ClockKind.HEARING).due_on == date(2026, 3, 19)
    for day in (date(2026, 3, 9), date(2026, 3, 19)):
        on(day)
        with nothing_written():
            refused(steps.try_to_decide(cast.caseworker, reference, "refusal"), RUNNING)
            refused(forged(cast.caseworker, reference), RUNNING)
    on(date(2026, 3, 20))
    steps.decide(cast, reference, "refusal")
    assert Decision.objects.get().hearing_duty == "always"


def test_the_hearing_is_over_when_the_citizen_says_so() -> None:
    cast, reference = assessed("ballerup")
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    on(date(2026, 3, 11))
    cast.citizen.send(cast.citizen.open("hearing-reply", reference), "nothing").says("Du har sagt, at du er færdig")
    steps.decide(cast, reference, "refusal")


def test_a_remark_alone_does_not_end_the_hearing() -> None:
    cast, reference = assessed("ballerup")
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    steps.reply(cast, reference, whole=REMARK)
    with nothing_written():
        refused(steps.try_to_decide(cast.caseworker, reference, "refusal", remarks_weighed="Læst."), RUNNING)


def test_an_exemption_never_lifts_ballerups_promise() -> None:
    cast, reference = assessed("ballerup")
    cast.caseworker.open("exempt-hearing", reference).says("Udkastet skal altid sendes her", "B15")
    sent = {"act_key": str(uuid4()), "ground": "19_2_1", "reason": "Det haster."}
    with nothing_written():
        page = cast.caseworker.post(reverse("exempt-hearing", args=[reference]), sent)
        refused(forged(cast.caseworker, reference), PROMISED)
    page.says("Udkastet skal altid sendes her")
    assert not Exemption.objects.exists()


@pytest.mark.parametrize("key", ["hjoerring", "lejre", "ishoej", "frederikssund"])
@pytest.mark.parametrize("outcome", ["refusal", "partial"])
def test_elsewhere_statutes_question_is_asked_of_every_adverse_decision(key: str, outcome: str) -> None:
    cast, reference = assessed(key)
    if outcome == "partial":
        steps.weigh_limbs(cast.caseworker, reference, steps.MET, NOT_MET, NOT_MET)
    more: dict[str, Answer] = {"next_on": date(2026, 6, 1)} if outcome == "partial" else {}
    with nothing_written():
        refused(steps.try_to_decide(cast.caseworker, reference, outcome, **more), QUESTION)
        refused(steps.try_to_decide(cast.caseworker, reference, outcome, duty="yes", **more), REQUIRED)
        refused(
            steps.try_to_decide(cast.caseworker, reference, outcome, duty="no", **more), "Skriv, hvorfor loven ikke"
        )


def test_an_exemption_with_its_ground_stands_for_the_hearing() -> None:
    cast, reference = assessed("hjoerring")
    page = cast.caseworker.open("exempt-hearing", reference)
    with nothing_written():
        assert cast.caseworker.send(page, reason="Oplysningerne er borgerens egne.").errors  # no ground
    steps.done(cast.caseworker.send(page, ground="19_2_1", reason="Oplysningerne er borgerens egne."))
    assert Exemption.objects.get().ground == "19_2_1"
    cast.caseworker.open("case", reference).says("undtog sagen fra partshøring", "Oplysningerne er borgerens egne.")
    steps.decide(cast, reference, "refusal")


def test_a_late_reply_before_the_decision_is_weighed() -> None:
    cast, reference = assessed("ballerup")
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    on(date(2026, 3, 24))
    steps.reply(cast, reference, whole=REMARK)
    with nothing_written():
        refused(steps.try_to_decide(cast.caseworker, reference, "refusal"), UNWEIGHED)
    cast.caseworker.open("decide", reference).says("efter fristen", REMARK)
    steps.decide(cast, reference, "refusal", remarks_weighed="Vi har talt med din mor om morgenerne.")
    said = steps.content(steps.newest_letter(reference))
    assert "Vi har talt med din mor om morgenerne." in str(said)


def test_a_reply_that_comes_while_the_decision_is_written_stops_it() -> None:
    cast, reference = assessed("ballerup")
    steps.send_hearing(cast, reference)
    steps.worker_runs()
    on(date(2026, 3, 24))
    steps.reply(cast, reference, whole=REMARK)
    who = cast.caseworker
    shown = who.send(
        who.open("decide", reference), "show", outcome="refusal", **steps.WRITTEN, remarks_weighed="Vi har talt om det."
    )
    steps.reply(cast, reference, whole="Og så er jeg blevet opsagt i dag.")
    with nothing_written():
        again = who.send(shown, "decide")
        refused(again, "Der er kommet nye bemærkninger, mens du skrev", "Og så er jeg blevet opsagt i dag.")
    steps.done(who.send(again, "decide", remarks_weighed="Vi har talt om morgenerne og om opsigelsen."))
    assert Decision.objects.count() == 1


def test_an_appeals_officer_does_not_decide_and_strangers_find_nothing() -> None:
    cast, reference = assessed("hjoerring")
    with nothing_written():
        refused(forged(cast.appeals, reference), "din rolle")
        for name in ("send-hearing", "exempt-hearing", "register-remarks", "decide", "hearing-reply"):
            for stranger in cast.strangers:
                assert {stranger.status(name, reference, post=post) for post in (True, False)} == {404}, name
        assert cast.caseworker.status("hearing-reply", reference, post=True) == 404
        assert cast.citizen.status("decide", reference, post=True) == 404
