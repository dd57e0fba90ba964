"""Ballerup: the draft is always heard for 10 days from receipt; follow-up after 3 months, then every half year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from ophold.journey.complaints.models import Complaint, Forwarding
from ophold.journey.decisions.models import Decision
from ophold.journey.placements.models import Stay
from ophold.record.cases.choices import CaseState, ClockEnd, ClockKind
from ophold.record.journal.models import Entry
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from ophold.record.letters.models import Letter
from tests.journeys import papers, steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.steps import MET, NOT_MET, on

pytestmark = pytest.mark.django_db

REMARK = "Jeg klarer ikke morgenerne selv."
WEIGHED = "Vi har talt med din mor; morgenerne klarer du nu selv."


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("ballerup")


@pytest.fixture
def cast_that_clicks_twice(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("ballerup", twice=True)


def to_refusal(cast: Cast) -> str:
    """Applied 2 March, heard 9 March, refused 20 March."""
    reference, _receipt = steps.apply(cast)
    steps.take(cast, reference).says("Venter på kommunen", date(2026, 5, 15))
    on(date(2026, 3, 4))
    steps.weigh_limbs(cast.caseworker, reference, NOT_MET, NOT_MET, NOT_MET)
    on(date(2026, 3, 9))
    steps.send_hearing(cast, reference).says("I partshøring")
    steps.worker_runs()
    on(date(2026, 3, 12))
    steps.reply(cast, reference, whole=REMARK)
    on(date(2026, 3, 20))
    steps.decide(cast, reference, "refusal", remarks_weighed=WEIGHED).says("Afslag givet")
    return reference


def to_ankestyrelsen(cast: Cast, reference: str) -> None:
    """Complained 30 March, upheld and sent 8 April."""
    on(date(2026, 3, 30))
    steps.complain(cast, reference)
    on(date(2026, 4, 8))
    steps.reassess(cast.appeals, reference, "upheld", "Udredningen peger stadig på støtte i eget hjem.")
    steps.forward(cast.appeals, reference, next_on=date(2026, 6, 1), note="Borgeren ønsker et møde.")


def test_a_refusal_from_application_to_ankestyrelsen(cast: Cast, tmp_path: Path) -> None:
    reference = to_refusal(cast)
    (hearing,) = steps.clocks(reference, ClockKind.HEARING)
    assert (hearing.starts_on, hearing.due_on) == (date(2026, 3, 9), date(2026, 3, 19))
    (response,) = steps.clocks(reference, ClockKind.RESPONSE)
    assert (response.due_on, response.closed_on, response.ended) == (
        date(2026, 5, 15), date(2026, 3, 20), ClockEnd.MET,
    )  # fmt: skip
    assert not steps.clocks(reference, ClockKind.COMPLAINT_WINDOW)  # decided, and not yet delivered
    cast.citizen.open("complain", reference).says("Klagefristen er ikke begyndt")

    assert steps.worker_runs() == 1
    window = steps.running(reference, ClockKind.COMPLAINT_WINDOW)
    assert (window.starts_on, window.due_on) == (date(2026, 3, 20), date(2026, 4, 17))
    cast.citizen.open("my-case", reference).says("Klagefrist", date(2026, 4, 17), "Afgørelse: afslag")
    assert_the_letter_left_as_written(reference, tmp_path)

    to_ankestyrelsen(cast, reference)
    assert_it_was_sent_on(cast, reference)
    assert steps.worker_runs() == 3  # the receipt, to Ankestyrelsen, and to the citizen
    assert not verify().faults


def assert_the_letter_left_as_written(reference: str, postbox: Path) -> None:
    letter = steps.newest_letter(reference, Kind.DECISION_REFUSAL)
    (copy,) = steps.copies(letter)
    pdf = papers.in_the_postbox(postbox, copy)
    assert papers.is_accessible(pdf)
    printed = papers.words(pdf)
    for words in (
        "Du får ikke det midlertidige ophold, du har søgt om",
        "Vi har set på dine dage & nætter – støtten skal passe til dig.",
        "Vi lægger mest vægt på, at du klarer morgenerne selv.",
        WEIGHED,
        "Lægeerklæring af 2. marts 2026",
        "Center for Voksne og Sundhed",
        "Hold-an Vej 7",
        "4 uger",
        "Sanne Sand",
    ):
        assert papers.close(words) in printed, words


def assert_it_was_sent_on(cast: Cast, reference: str) -> None:
    (clock,) = steps.clocks(reference, ClockKind.REASSESSMENT)
    assert (clock.starts_on, clock.due_on) == (date(2026, 3, 30), date(2026, 4, 27))
    assert (clock.closed_on, clock.ended) == (date(2026, 4, 8), ClockEnd.MET)
    assert steps.running(reference, ClockKind.NEXT_STEP).due_on == date(2026, 6, 1)
    sent = Forwarding.objects.get()
    what = [item["what"] for item in sent.contents]
    assert what[:3] == ["complaint", "decision", "reassessment"]
    assert what.count("letter") == 3  # the receipts of application and complaint, and the draft
    cast.citizen.open("complaint-receipt", reference, 1).says("Sendt til Ankestyrelsen")
    told = steps.content(steps.newest_letter(reference, Kind.REASSESSMENT_UPHELD_FORWARDED))
    assert "Udredningen peger stadig på støtte i eget hjem." in told.reasons
    assert "Genvurderingen af 8. april 2026 med begrundelse" in str(told)
    cast.caseworker.open("case", reference).says("Ankestyrelsen")


def test_every_form_sent_twice_is_one_of_each(cast_that_clicks_twice: Cast) -> None:
    cast = cast_that_clicks_twice
    reference = to_refusal(cast)
    steps.worker_runs()
    to_ankestyrelsen(cast, reference)
    steps.worker_runs()
    assert steps.worker_runs() == 0
    counts = (Decision.objects.count(), Complaint.objects.count(), Forwarding.objects.count())
    assert counts == (1, 1, 1)
    kinds = Letter.objects.filter(case__reference=reference).order_by("number").values_list("kind", flat=True)
    assert list(kinds) == [
        Kind.RECEIPT, Kind.HEARING, Kind.DECISION_REFUSAL, Kind.COMPLAINT_RECEIPT, Kind.FORWARDING,
        Kind.REASSESSMENT_UPHELD_FORWARDED,
    ]  # fmt: skip
    assert all(len(steps.copies(letter)) == 1 for letter in Letter.objects.all())
    for kind in (ClockKind.RESPONSE, ClockKind.HEARING, ClockKind.COMPLAINT_WINDOW, ClockKind.REASSESSMENT):
        assert len(steps.clocks(reference, kind)) == 1, kind
    acts = list(Entry.objects.filter(case__reference=reference).order_by("number").values_list("act", flat=True))
    assert [act for act in acts if act != "send_letter"] == [
        "apply", "take_case", "record_limb", "record_limb", "record_limb", "send_hearing", "reply_hearing", "decide",
        "complain", "reassess", "forward_complaint",
    ]  # fmt: skip
    assert acts.count("send_letter") == 6
    assert not verify().faults


def test_others_find_nothing_all_along(cast: Cast) -> None:
    reference = to_refusal(cast)
    steps.worker_runs()
    to_ankestyrelsen(cast, reference)
    number = steps.newest_letter(reference, Kind.DECISION_REFUSAL).number
    theirs: list[tuple[Any, ...]] = [
        ("my-case",),
        ("complain",),
        ("complaint-receipt", 1),
        ("my-letter", number),
        ("hearing-reply",),
    ]
    ours: list[tuple[Any, ...]] = [
        ("case",),
        ("assess",),
        ("decide",),
        ("complaint", 1),
        ("forward-complaint", 1),
        ("letter", number),
    ]
    for name, *rest in (*theirs, *ours):
        for stranger in cast.strangers:
            assert stranger.status(name, reference, *rest) == 404, (name, stranger.account)
    for name, *rest in theirs:
        assert cast.caseworker.status(name, reference, *rest) == 404, name
    for name, *rest in ours:
        assert cast.citizen.status(name, reference, *rest) == 404, name
    for stranger in cast.strangers[:2]:
        stranger.open("work-list").hides("Karen Kvist", reference)


def test_a_grant_is_followed_up_after_three_months_then_half_yearly_and_never_ends_by_itself(cast: Cast) -> None:
    reference, _receipt = steps.apply(cast)
    steps.take(cast, reference)
    steps.weigh_limbs(cast.caseworker, reference, MET, NOT_MET, NOT_MET)
    steps.send_hearing(cast, reference, draft="Vi regner med at give dig et ophold.", adverse="")
    steps.worker_runs()
    cast.citizen.send(cast.citizen.open("hearing-reply", reference), "nothing")
    steps.decide(cast, reference, "grant", next_on=date(2026, 5, 1)).says("Bevilget")
    steps.worker_runs()

    on(date(2026, 5, 1))
    steps.done(steps.move_in(cast, reference, date(2026, 5, 1)))
    first = steps.running(reference, ClockKind.FOLLOW_UP)
    assert (first.earliest_on, first.due_on) == (date(2026, 8, 1), None)
    assert steps.running(reference, ClockKind.REVIEW).due_on == date(2028, 5, 1)
    cast.citizen.open("my-case", reference).says("Opfølgning", "Tidligst", date(2026, 8, 1), date(2028, 5, 1))

    on(date(2026, 8, 3))
    steps.done(steps.follow_up(cast, reference, date(2026, 8, 3)))
    then = steps.running(reference, ClockKind.FOLLOW_UP)
    assert (then.earliest_on, then.due_on) == (None, date(2027, 2, 3))

    on(date(2028, 5, 2))  # a day after the two years
    assert Stay.objects.get().ended_on is None
    assert steps.case_of(reference).state == CaseState.STAYING
    cast.citizen.open("my-case", reference).says("Ophold")
    steps.done(steps.follow_up(cast, reference, date(2028, 5, 2), reviewed=True))
    assert steps.running(reference, ClockKind.REVIEW).due_on == date(2030, 5, 2)
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == date(2028, 11, 2)
    assert not verify().faults
