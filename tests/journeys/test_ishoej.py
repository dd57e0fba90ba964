"""Ishøj: the day stands elsewhere, a grant names its facility, a partial one is heard, and part of it is changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.journey.complaints.models import Complaint, Forwarding
from ophold.journey.decisions.models import Decision
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from tests.journeys import papers, steps
from tests.journeys.cast import Cast, cast_of, nobody_else
from tests.journeys.rows import nothing_written
from tests.journeys.sheets import Answer
from tests.journeys.steps import MET, NOT_MET, on

pytestmark = pytest.mark.django_db

REMARK = "Jeg vil gerne bo tættere på min søn."
PARTIAL: dict[str, Answer] = {
    "granted": "Et midlertidigt ophold på hverdage.",
    "remarks_weighed": "Strandgården ligger ti minutter fra din søn.",
    "next_on": date(2026, 5, 1),
    "follow_up_every_months": 6,
}
PLACE: dict[str, Answer] = {
    "facility": "Strandgården",
    "facility_accepted_on": date(2026, 3, 16),
    "citizen_accepted_on": date(2026, 3, 17),
}


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("ishoej")


def test_a_partial_grant_from_application_to_follow_up(cast: Cast, tmp_path: Path) -> None:
    reference, _receipt = steps.apply(cast)
    steps.take(cast, reference)
    on(date(2026, 3, 9))
    steps.weigh_limbs(cast.caseworker, reference, MET, NOT_MET, NOT_MET)
    steps.send_hearing(cast, reference, duty="yes", answer_by=date(2026, 3, 19))
    steps.worker_runs()
    on(date(2026, 3, 17))
    steps.reply(cast, reference, whole=REMARK, finished=True)
    decided(cast, reference, tmp_path)
    partly_changed(cast, reference)
    moved_in(cast, reference)
    nobody_else(cast, reference)
    assert not verify().faults


def decided(cast: Cast, reference: str, postbox: Path) -> None:
    """The grant must name a facility that has said yes, and the citizen too."""
    on(date(2026, 3, 18))
    with nothing_written():
        page = steps.try_to_decide(cast.caseworker, reference, "partial", **PARTIAL)
        page.says("Kommunens standard lover, at bevillingen nævner botilbuddet")
        page = steps.try_to_decide(cast.caseworker, reference, "partial", **PARTIAL, facility="Strandgården")
        page.says("Skriv, hvornår botilbuddet har sagt ja", "Skriv, hvornår borgeren eller værgen har sagt ja")
    steps.decide(cast, reference, "partial", **PARTIAL, **PLACE).says("Bevilget")
    steps.worker_runs()
    (copy,) = steps.copies(steps.newest_letter(reference, Kind.DECISION_PARTIAL))
    pdf = papers.in_the_postbox(postbox, copy)
    assert papers.is_accessible(pdf)
    for words in ("Strandgården", "en del af det, du har søgt om", "Social Myndighed", "Mindst hver 6. måned"):
        assert papers.close(words) in papers.words(pdf), words
    assert steps.running(reference, ClockKind.COMPLAINT_WINDOW).due_on == date(2026, 4, 15)


def partly_changed(cast: Cast, reference: str) -> None:
    """Partly changed: a new decision for that part and the rest sent on, both within the one clock."""
    on(date(2026, 3, 25))
    steps.complain(cast, reference, text="Jeg har brug for hjælp i weekenden.").says(date(2026, 4, 22))
    on(date(2026, 4, 7))
    steps.reassess(cast.appeals, reference, "partly", "Lørdage kommer med; søndage er dækket af familien.")
    on(date(2026, 4, 8))
    steps.decide_anew(
        cast.caseworker, reference, "partial", **(PARTIAL | {"granted": "Ophold mandag til lørdag."}), **PLACE
    )
    assert steps.running(reference, ClockKind.REASSESSMENT).due_on == date(2026, 4, 22)  # the rest is not sent yet
    on(date(2026, 4, 9))
    steps.forward(cast.appeals, reference, next_on=date(2026, 6, 15))
    (clock,) = steps.clocks(reference, ClockKind.REASSESSMENT)
    assert (clock.closed_on, clock.ended) == (date(2026, 4, 9), ClockEnd.MET)
    assert (Complaint.objects.get().state, Forwarding.objects.count()) == ("forwarded", 1)
    assert [each.number for each in Decision.objects.order_by("number")] == [1, 2]
    notice = steps.content(steps.newest_letter(reference, Kind.FORWARDING_NOTICE))
    assert "Vi fastholder en del af afgørelsen." in notice.lead
    assert "kopi" in str(notice)  # the standard promises the citizen a copy
    steps.worker_runs()
    assert len(steps.clocks(reference, ClockKind.COMPLAINT_WINDOW)) == 2  # the new decision has its own
    assert steps.clocks(reference, ClockKind.COMPLAINT_WINDOW)[1].due_on == date(2026, 5, 7)


def moved_in(cast: Cast, reference: str) -> None:
    """More often than the standard's yearly, because the decision says so; and only at the place it names."""
    on(date(2026, 5, 1))
    with nothing_written():
        (said,) = steps.move_in(cast, reference, date(2026, 5, 1), facility="Birkely").errors
    assert "afgørelsen gælder Strandgården" in said
    steps.done(steps.move_in(cast, reference, date(2026, 5, 1), facility="Strandgården"))
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == date(2026, 11, 1)
    on(date(2026, 10, 20))
    with nothing_written():  # the decision's half year is never made longer
        assert steps.follow_up(cast, reference, date(2026, 10, 20), next_on=date(2027, 10, 20)).errors
    steps.done(steps.follow_up(cast, reference, date(2026, 10, 20)))
    assert steps.running(reference, ClockKind.FOLLOW_UP).due_on == date(2027, 4, 20)


def test_without_a_closer_rhythm_it_is_followed_up_at_least_once_a_year(cast: Cast) -> None:
    reference, _receipt = steps.apply(cast)
    steps.take(cast, reference)
    on(date(2026, 3, 18))
    steps.weigh_limbs(cast.caseworker, reference, MET, NOT_MET, NOT_MET)
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 1), **PLACE)
    on(date(2026, 4, 1))
    steps.done(steps.move_in(cast, reference, date(2026, 4, 1), facility="Strandgården"))
    first = steps.running(reference, ClockKind.FOLLOW_UP)
    assert (first.earliest_on, first.due_on) == (None, date(2027, 4, 1))
