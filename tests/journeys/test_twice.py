"""Every other form of a case sent twice, as by a double click: each act is done once."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings

from ophold.journey.decisions.models import Decision, Exemption, Remark
from ophold.journey.placements.models import Stay
from ophold.journey.plans.models import FollowUp
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Party
from ophold.record.journal.models import Entry
from ophold.record.journal.verify import verify
from ophold.record.letters.choices import Kind
from ophold.record.letters.models import Delivery, Letter
from tests import people
from tests.journeys import steps
from tests.journeys.cast import Cast, cast_of
from tests.journeys.sheets import Answer
from tests.journeys.steps import MET, NOT_MET, on

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    settings.VAR = tmp_path
    return cast_of("hjoerring", twice=True)


def acts(reference: str) -> Counter[str]:
    """How often each act is in the case's journal."""
    return Counter(Entry.objects.filter(case__reference=reference).values_list("act", flat=True))


def registered(cast: Cast) -> str:
    """An application by telephone, entered twice in one go; the citizen gets paper."""
    told: dict[str, Answer] = {
        "digits": "700986-1234", "name": "Karen Kvist", "address": "Kvistvej 4\n9999 Prøveby", "channel": "phone",
        "received_on": TODAY, "items": ["stay"], "need": steps.NEED, "lives_here": "yes",
    }  # fmt: skip
    steps.done(cast.caseworker.fill("register", **told))
    case = Case.objects.get()
    with people.set_up():
        case.citizen.digital_post = False
        case.citizen.save(update_fields=["digital_post"])
    return case.reference


def test_what_staff_do_along_the_way(cast: Cast) -> None:
    reference, who = registered(cast), cast.caseworker
    steps.take(cast, reference)
    steps.done(who.fill("note", reference, held_on=TODAY, channel="phone", with_whom="moren", text="Om hverdagen."))
    steps.done(who.fill("next-date", reference, label="Ring til lægen", on=date(2026, 3, 10)))
    party: dict[str, Answer] = {"role": "relative", "name": "Mor Kvist", "valid_from": TODAY}
    steps.done(who.fill("add-party", reference, **party))
    steps.done(who.fill("end-party", reference, Party.objects.get().pk, on=TODAY))
    late = date(2026, 6, 12)
    steps.done(who.fill("notify-delay", reference, until=late, why="Lægens svar mangler."))
    assert acts(reference) == {
        "register_application": 1, "take_case": 1, "note_conversation": 1, "set_next_date": 1, "add_party": 1,
        "end_party": 1, "notify_delay": 1,
    }  # fmt: skip
    assert (Case.objects.count(), Party.objects.count(), Letter.objects.count()) == (1, 1, 2)
    response = steps.running(reference, ClockKind.RESPONSE)
    assert (response.due_on, response.promised_on) == (late, date(2026, 5, 25))  # the promise stays what it was
    steps.running(reference, ClockKind.NEXT_STEP)
    assert not verify().faults


def test_from_hearing_to_closing(cast: Cast) -> None:
    reference, who = registered(cast), cast.caseworker
    steps.take(cast, reference)
    steps.weigh_limbs(who, reference, MET, NOT_MET, NOT_MET)
    steps.send_hearing(cast, reference, duty="yes", answer_by=date(2026, 3, 16))
    said: dict[str, Answer] = {"received_on": TODAY, "channel": "phone", "text": "Det er fint.", "finished": True}
    steps.done(who.fill("register-remarks", reference, **said))
    steps.done(who.fill("exempt-hearing", reference, ground="19_2_1", reason="Borgeren har selv sagt det hele."))
    steps.decide(cast, reference, "partial", next_on=date(2026, 4, 1), remarks_weighed="Læst.")
    steps.worker_runs()
    letter = steps.newest_letter(reference, Kind.DECISION_PARTIAL)
    (copy,) = steps.copies(letter)
    page = who.open("register-delivery", reference, letter.number, copy.pk)
    steps.done(who.send(page, kind="posted", on=TODAY, source="Postlisten"))
    counts = (Remark.objects.count(), Exemption.objects.count(), Decision.objects.count())
    assert counts == (1, 1, 1)
    assert Delivery.objects.filter(dispatch=copy).count() == 1
    assert len(steps.clocks(reference, ClockKind.COMPLAINT_WINDOW)) == 1
    assert all(number == 1 for act, number in acts(reference).items() if act not in ("record_limb", "send_letter"))
    steps.done(who.fill("close-case", reference, why="Borgeren er flyttet til en anden kommune."))
    assert acts(reference)["close_case"] == 1
    assert not verify().faults


def test_complaint_new_decision_stay_and_follow_up(cast: Cast) -> None:
    reference, who = registered(cast), cast.caseworker
    steps.take(cast, reference)
    steps.weigh_limbs(who, reference, MET)
    steps.decide(cast, reference, "grant", next_on=date(2026, 4, 1))
    said: dict[str, Answer] = {"received_on": TODAY, "channel": "phone", "from_whom": "citizen", "text": "For lidt."}
    steps.done(cast.appeals.fill("register-complaint", reference, **said))
    steps.reassess(cast.appeals, reference, "changed", "Weekenden kommer med.")
    steps.decide_anew(cast.appeals, reference, "grant", granted="Ophold hele ugen.", next_on=date(2026, 4, 1))
    on(date(2026, 4, 1))
    steps.done(steps.move_in(cast, reference, date(2026, 4, 1)))
    on(date(2026, 7, 2))
    steps.done(steps.follow_up(cast, reference, date(2026, 7, 2)))
    assert (Decision.objects.count(), Stay.objects.count(), FollowUp.objects.count()) == (2, 1, 1)
    assert all(number == 1 for act, number in acts(reference).items() if act != "send_letter")
    assert len(steps.clocks(reference, ClockKind.REASSESSMENT)) == 1
    assert len(steps.clocks(reference, ClockKind.FOLLOW_UP)) == 2
    assert not verify().faults


def test_two_buttons_of_one_page_are_two_acts(cast: Cast) -> None:
    reference, who = steps.arrived(cast), cast.colleague
    page = who.open("case", reference)
    who.press(page, "/cpr").says("700986-1234")
    who.press(page, "/tag").says("Mads Mark")
    who.press(page, "/cpr").says("700986-1234")
    assert steps.case_of(reference).caseworker == who.account
    assert acts(reference)["show_cpr"] == 2  # each time the number is shown, it is journalled that it was


def test_a_key_used_for_one_act_does_not_pass_for_another(cast: Cast) -> None:
    reference, who = steps.arrived(cast), cast.colleague
    key = who.open("case", reference).form(action="/tag").drawn()["act_key"]
    who.post(reverse("take-case", args=[reference]), {"act_key": key})
    page = who.open("next-date", reference)
    stale = page.form("label").filled({"label": "Ring", "on": date(2026, 3, 10)}) | {"act_key": key}
    told = who.post(page.address, stale)
    assert "fordi siden allerede er brugt til noget andet" in told.errors[0]
    assert acts(reference)["set_next_date"] == 0
