"""Replies to a draft: the citizen's own, and those staff enter; what ends a hearing, and what is late."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ophold.journey.decisions.actions import RemarksRefused, register_remarks, reply_hearing
from ophold.journey.decisions.models import HearingParty, Remark
from ophold.journey.decisions.queries import case_file
from ophold.journey.decisions.words import RemarkWords
from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import Channel, ClockEnd, ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.people.models import Account
from tests.decisions import ready
from tests.people import NOON, TODAY

LATER = TODAY + timedelta(days=20)


def reply(**changed: Any) -> RemarkWords:
    fields: dict[str, Any] = {
        "texts": ((1, "Jeg klarer mig ikke hjemme."), (0, "Spørg min mor.")),
        "received_on": TODAY,
        "channel": Channel.SELF_SERVICE,
    }
    return RemarkWords(**fields | changed)


def in_hearing() -> Case:
    case = ready.not_met()
    ready.heard(case)
    return case


def test_the_citizen_answers_by_paragraph_and_whole(anna: Account, erik: Account) -> None:
    case = in_hearing()
    reply_hearing(case, words=reply(), by=erik, at=NOON, act_key="a")
    said = [(remark.about, remark.text, remark.is_late) for remark in Remark.objects.order_by("pk")]
    assert said == [(1, "Jeg klarer mig ikke hjemme.", False), (0, "Spørg min mor.", False)]
    assert not case_file(case, at=NOON).held.hearing_over


def test_no_remarks_ends_the_hearing(anna: Account, erik: Account) -> None:
    case = in_hearing()
    reply_hearing(case, words=reply(texts=(), finished=True), by=erik, at=NOON, act_key="a")
    assert case_file(case, at=NOON).held.hearing_over
    clock = Clock.objects.get(case=case, kind=ClockKind.HEARING)
    assert (clock.closed_on, clock.ended) == (TODAY, ClockEnd.MET)
    case.refresh_from_db()
    assert case.next_kind == ClockKind.RESPONSE


def test_a_hearing_is_over_only_when_everybody_has_finished(anna: Account, erik: Account) -> None:
    case = ready.not_met()
    ready.guardian(case)
    ready.heard(case)
    reply_hearing(case, words=reply(finished=True), by=erik, at=NOON, act_key="a")
    assert not case_file(case, at=NOON).held.hearing_over
    fatma = HearingParty.objects.get(party__isnull=False)
    words = reply(texts=(), finished=True, channel=Channel.PHONE)
    register_remarks(case, heard_id=fatma.pk, words=words, by=anna, at=NOON, act_key="b")
    assert case_file(case, at=NOON).held.hearing_over


def test_a_hearing_lasts_to_the_end_of_its_last_day(anna: Account) -> None:
    case = in_hearing()
    last = TODAY + timedelta(days=14)
    assert not case_file(case, at=ready.noon(last)).held.hearing_over
    assert case_file(case, at=ready.noon(last + timedelta(days=1))).held.hearing_over


def test_a_late_reply_is_kept_and_marked(anna: Account, erik: Account) -> None:
    case = in_hearing()
    reply_hearing(case, words=reply(received_on=LATER), by=erik, at=ready.noon(LATER), act_key="a")
    assert Remark.objects.filter(is_late=True).count() == 2
    assert case_file(case, at=ready.noon(LATER)).held.remarks == 2


def test_staff_enters_what_was_said_with_the_day_it_came(anna: Account) -> None:
    case = in_hearing()
    row = HearingParty.objects.get()
    words = reply(texts=((0, "Sagt i telefonen."),), channel=Channel.PHONE)
    at = ready.noon(TODAY + timedelta(days=3))
    register_remarks(case, heard_id=row.pk, words=words, by=anna, at=at, act_key="a")
    remark = Remark.objects.get()
    assert (remark.received_on, remark.channel, remark.recorded_by) == (TODAY, Channel.PHONE, anna)


@pytest.mark.parametrize(
    "unfit",
    [
        {"texts": ((0, "  "),)},
        {"received_on": TODAY + timedelta(days=1)},
        {"received_on": TODAY - timedelta(days=1)},
    ],
)
def test_an_empty_reply_or_an_impossible_day_is_refused(anna: Account, unfit: dict[str, Any]) -> None:
    case = in_hearing()
    row = HearingParty.objects.get()
    with pytest.raises(RemarksRefused, match="blev ikke gemt"):
        register_remarks(case, heard_id=row.pk, words=reply(**unfit), by=anna, at=NOON, act_key="a")
    assert not Remark.objects.exists()


def test_somebody_not_heard_in_this_case_is_refused(anna: Account) -> None:
    in_hearing()
    other = HearingParty.objects.get()
    with pytest.raises(RemarksRefused, match="ikke er en partshøring"):
        register_remarks(in_hearing(), heard_id=other.pk, words=reply(), by=anna, at=NOON, act_key="a")


def test_replying_twice_keeps_one(anna: Account, erik: Account) -> None:
    case = in_hearing()
    for _time in range(2):
        reply_hearing(case, words=reply(), by=erik, at=NOON, act_key="same")
    assert Remark.objects.count() == 2


def test_outside_a_hearing_and_for_the_wrong_role_it_is_not_possible(anna: Account, erik: Account) -> None:
    with pytest.raises(NotPossible):
        reply_hearing(ready.a_case(), words=reply(), by=erik, at=NOON, act_key="a")
    with pytest.raises(NotPossible, match="rolle"):
        reply_hearing(in_hearing(), words=reply(), by=anna, at=NOON, act_key="b")


def test_it_is_journalled(anna: Account, erik: Account) -> None:
    case = in_hearing()
    reply_hearing(case, words=reply(), by=erik, at=NOON, act_key="a")
    entry = Entry.objects.get(case=case, act="reply_hearing")
    assert (entry.actor, entry.facts["remarks"], entry.facts["finished"]) == (erik, 2, False)
