"""Notice that the four weeks are not enough: only later, with a reason, and what was promised stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import Http404

from ophold.journey.complaints.actions import DelayRefused, delay_reassessment
from ophold.record.cases import access
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import ClockEnd, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters import sealed
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import texts
from ophold.record.letters.models import Letter
from ophold.record.people.models import Account
from tests.complaints.decided import noon
from tests.complaints.test_complain import delivered
from tests.complaints.test_forward_complaint import forward
from tests.complaints.test_reassess import complained, judge
from tests.people import signed_in

DUE, NEW, SAID_ON = date(2026, 3, 30), date(2026, 4, 20), date(2026, 3, 20)
WHY = "Vi venter på en udtalelse fra speciallægen."


def delay(case: Case, by: Account, *, until: date = NEW, why: str = WHY) -> None:
    delay_reassessment(case, number=1, until=until, why=why, by=by, at=noon(SAID_ON), act_key="d")


def running(case: Case) -> Clock:
    return Clock.objects.get(case=case, kind=ClockKind.REASSESSMENT)


def test_the_day_moves_and_what_was_promised_stays(anna: Account) -> None:
    case = complained(anna)
    delay(case, anna)
    assert (running(case).due_on, running(case).promised_on) == (NEW, DUE)
    case.refresh_from_db()
    assert case.next_on == NEW


def test_sent_after_the_promised_day_it_counts_as_late_all_the_same(anna: Account) -> None:
    case = complained(anna)
    delay(case, anna)
    judge(case, anna)
    forward(case, anna, on=date(2026, 4, 10))
    assert running(case).ended == ClockEnd.LATE


def test_the_complainant_is_told_why_and_until_when(anna: Account) -> None:
    case = complained(anna)
    delay(case, anna)
    said = " ".join(texts(sealed.content(Letter.objects.get(case=case, kind=Kind.DELAY_NOTICE))))
    assert WHY in said
    assert "20. april 2026" in said


@pytest.mark.parametrize(
    ("until", "why", "sentence"),
    [(DUE, WHY, "ikke er senere"), (SAID_ON, WHY, "ikke er senere"), (NEW, " ", "grunden")],
)
def test_refused_and_nothing_is_sent(anna: Account, until: date, why: str, sentence: str) -> None:
    case = complained(anna)
    with pytest.raises(DelayRefused, match=sentence):
        delay(case, anna, until=until, why=why)
    assert running(case).due_on == DUE
    assert not Letter.objects.filter(kind=Kind.DELAY_NOTICE).exists()


def test_refused_where_no_complaint_waits_for_the_municipality(anna: Account) -> None:
    sent = complained(anna)
    judge(sent, anna)
    forward(sent, anna)
    quiet, _decision = delivered(anna)
    for case in (sent, quiet):
        with pytest.raises(DelayRefused, match="ikke venter"):
            delay(case, anna)


def test_done_twice_is_one_letter(anna: Account) -> None:
    case = complained(anna)
    delay(case, anna)
    delay(case, anna)
    assert Letter.objects.filter(kind=Kind.DELAY_NOTICE).count() == 1


def test_the_citizen_may_not_and_another_municipality_finds_no_case(
    anna: Account, erik: Account, dorte: Account
) -> None:
    case = complained(anna)
    with pytest.raises(NotPossible):
        delay(case, erik)
    with pytest.raises(Http404):
        access.case(dorte, case.reference)


def test_journalled_with_both_days(anna: Account) -> None:
    case = complained(anna)
    delay(case, anna)
    entry = Entry.objects.get(case=case, act="delay_reassessment")
    assert entry.facts == {"complaint": 1, "until": "2026-04-20", "before": "2026-03-30"}


def test_both_pages_say_the_new_day_and_the_one_first_promised(anna: Account, erik: Account) -> None:
    case = complained(anna)
    delay(case, anna)
    for who, address in ((anna, f"/sag/{case.reference}/klage/1/"), (erik, f"/min-sag/{case.reference}/klage/1/")):
        html = signed_in(who).get(address).text
        assert "Ny dag: mandag 20. april 2026" in html
        assert "mandag 30. marts 2026" in html
