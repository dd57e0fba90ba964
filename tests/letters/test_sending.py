"""A copy goes out once: take, set, freeze, hand over, mark; and what staff registers afterwards."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from ophold.record.cases.acts import NotPossible
from ophold.record.cases.choices import ClockKind
from ophold.record.cases.models import Case, Clock
from ophold.record.journal.models import Entry
from ophold.record.letters import actions, sealed, sending, typeset
from ophold.record.letters.channels import NotTaken, Receipt
from ophold.record.letters.choices import DeliveryKind, DispatchState, Failure
from ophold.record.letters.content import LetterRefused
from ophold.record.letters.models import Delivery, Dispatch, FrozenLetter
from ophold.record.letters.signals import delivered
from ophold.record.letters.tasks import wake
from ophold.record.letters.transitions import STEPS
from ophold.record.people.models import Account
from tests.letters.test_issue import issued
from tests.people import ERIKS_CPR, NOON, TODAY, a_case, a_citizen, set_up

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _a_postbox_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def noon() -> datetime:
    return NOON


def queued(by: Account, *, on_paper: bool = False) -> tuple[Case, Dispatch]:
    case = a_case(citizen=a_citizen(digital_post=not on_paper))
    return case, Dispatch.objects.select_related("letter").get(letter=issued(case, by))


def sent(by: Account, *, on_paper: bool = False) -> tuple[Case, Dispatch]:
    case, dispatch = queued(by, on_paper=on_paper)
    assert sending.carry(dispatch.pk, now=noon)
    dispatch.refresh_from_db()
    return case, dispatch


def files(root: Path) -> list[Path]:
    return [path for path in (root / "postbox").rglob("*") if path.is_file()]


def test_digital_post_is_delivered_the_day_it_is_handed_over(anna: Account, tmp_path: Path) -> None:
    _case, dispatch = sent(anna)
    assert (dispatch.state, dispatch.sent_at, dispatch.delivered_on) == (DispatchState.DELIVERED, NOON, TODAY)
    event = Delivery.objects.get(dispatch=dispatch)
    assert (event.kind, event.on, event.recorded_by) == (DeliveryKind.AVAILABLE, TODAY, None)
    (file,) = files(tmp_path)
    assert file.name == f"{dispatch.key}.pdf"
    assert file.read_bytes() == sealed.pdf(dispatch)
    assert file.stat().st_mode & 0o077 == 0


def test_paper_waits_for_somebody_to_register_that_it_was_posted(anna: Account) -> None:
    _case, dispatch = sent(anna, on_paper=True)
    assert (dispatch.state, dispatch.delivered_on) == (DispatchState.SENT, None)
    assert not Delivery.objects.exists()


def test_the_exact_bytes_are_kept_sealed_with_their_print(anna: Account) -> None:
    _case, dispatch = sent(anna)
    frozen = FrozenLetter.objects.get(dispatch=dispatch)
    assert b"%PDF" not in bytes(frozen.sealed)
    assert hashlib.sha256(sealed.pdf(dispatch)).hexdigest() == frozen.sha256


def test_sending_is_journalled_with_the_print_of_the_bytes(anna: Account) -> None:
    case, dispatch = sent(anna)
    entry = Entry.objects.get(case=case, act="send_letter")
    assert entry.actor is None
    assert entry.facts["sha256"] == dispatch.frozen.sha256
    assert "Erik" not in str(entry.facts)


def test_sending_again_changes_nothing(anna: Account, tmp_path: Path) -> None:
    case, dispatch = sent(anna)
    entries = Entry.objects.filter(case=case).count()
    assert not sending.carry(dispatch.pk, now=noon)
    assert sending.sweep(now=noon) == 0
    assert (Entry.objects.filter(case=case).count(), len(files(tmp_path))) == (entries, 1)


def test_marking_sent_twice_is_harmless(anna: Account) -> None:
    case, dispatch = queued(anna)
    work = actions.take(dispatch.pk, at=NOON)
    assert work is not None
    actions.freeze(work, typeset.pdf(work.content), at=NOON)
    receipt = Receipt(available_on=TODAY, source="Digital Post")
    assert actions.mark_sent(work, receipt, at=NOON)
    assert not actions.mark_sent(work, receipt, at=NOON + DAY)
    assert Entry.objects.filter(case=case, act="send_letter").count() == 1
    assert Delivery.objects.count() == 1


def test_a_taken_copy_is_left_alone_until_its_lease_has_run_out(anna: Account) -> None:
    _case, dispatch = queued(anna)
    assert actions.take(dispatch.pk, at=NOON)
    assert actions.take(dispatch.pk, at=NOON + actions.LEASE / 2) is None
    assert actions.take(dispatch.pk, at=NOON + actions.LEASE)


def test_a_lost_queue_is_made_up_for_by_the_sweeper(anna: Account) -> None:
    _case, dispatch = queued(anna)
    assert sending.sweep(now=noon) == 1
    dispatch.refresh_from_db()
    assert dispatch.state == DispatchState.DELIVERED


def test_frozen_bytes_are_sent_as_they_are_and_not_set_again(anna: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    _case, dispatch = queued(anna)
    work = actions.take(dispatch.pk, at=NOON)
    assert work is not None
    pdf = actions.freeze(work, typeset.pdf(work.content), at=NOON)
    monkeypatch.setattr(typeset, "pdf", lambda content: pytest.fail("set again"))
    assert sending.sweep(now=lambda: NOON + actions.LEASE) == 1
    dispatch.refresh_from_db()
    assert sealed.pdf(dispatch) == pdf


def test_a_second_freeze_keeps_the_first_bytes(anna: Account) -> None:
    _case, dispatch = queued(anna)
    work = actions.take(dispatch.pk, at=NOON)
    assert work is not None
    assert actions.freeze(work, b"first", at=NOON) == actions.freeze(work, b"second", at=NOON) == b"first"


def test_a_channel_that_does_not_answer_is_tried_again_and_then_given_up(
    anna: Account, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    case, dispatch = queued(anna)

    class Down:
        def hand_over(self, **_: Any) -> Receipt:
            raise NotTaken("Erik Eriksen")

    monkeypatch.setattr(sending, "channel", lambda code: Down())
    for attempt in range(actions.MAX_ATTEMPTS):
        assert sending.sweep(now=partial(NOON.__add__, DAY * attempt)) == 0
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.failure, dispatch.sent_at) == (DispatchState.FAILED, Failure.NOT_TAKEN, None)
    assert Clock.objects.get(case=case, kind=ClockKind.NEXT_STEP, closed_on=None).label == "Brev 1 blev ikke sendt"
    assert Entry.objects.filter(case=case, act="letter_not_sent").count() == 1
    assert "Erik" not in caplog.text


def test_a_letter_that_cannot_be_set_is_given_up_at_once(anna: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    _case, dispatch = queued(anna)

    def refuse(content: object) -> bytes:
        raise LetterRefused("…")

    monkeypatch.setattr(typeset, "pdf", refuse)
    sending.sweep(now=noon)
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.failure) == (DispatchState.FAILED, Failure.REFUSED)


def test_a_letter_that_cannot_be_opened_does_not_stop_the_others(anna: Account, settings: Settings) -> None:
    _case, broken = queued(anna)
    with set_up():
        Dispatch.objects.filter(pk=broken.pk).update(recipient=b"moved from elsewhere")
    other = Dispatch.objects.get(letter=issued(a_case(), anna))
    assert sending.sweep(now=noon) == 1
    other.refresh_from_db()
    assert other.state == DispatchState.DELIVERED


def test_the_queue_keeps_no_error(anna: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(dispatch_id: int, *, now: object) -> bool:
        raise RuntimeError("Erik Eriksen")

    monkeypatch.setattr(sending, "carry", fall)
    assert wake.call([1]) == 0


def test_a_copy_that_was_given_up_can_be_sent_again(anna: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    case, dispatch = queued(anna)
    work = actions.take(dispatch.pk, at=NOON)
    assert work is not None
    actions.give_up(work, Failure.REFUSED, at=NOON)
    actions.retry_letter(case, dispatch_id=dispatch.pk, by=anna, at=NOON, act_key="again")
    assert sending.sweep(now=noon) == 1
    assert not Clock.objects.filter(case=case, kind=ClockKind.NEXT_STEP, closed_on=None).exists()
    with pytest.raises(actions.RetryRefused):
        actions.retry_letter(case, dispatch_id=dispatch.pk, by=anna, at=NOON, act_key="once more")


def test_no_cpr_number_is_in_a_letters_file_name_queue_or_log(
    anna: Account, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    case, dispatch = sent(anna)
    names = " ".join(str(path) for path in tmp_path.rglob("*"))
    queue = str(list(DBTaskResult.objects.values_list("args_kwargs", flat=True)))
    facts = str(list(Entry.objects.filter(case=case).values_list("facts", flat=True)))
    for place in (names, queue, facts, caplog.text, dispatch.key):
        assert ERIKS_CPR not in place
        assert ERIKS_CPR[:6] not in place
        assert "Erik" not in place


# -- registering delivery ---------------------------------------------------------------------------------------------


def register(case: Case, dispatch: Dispatch, by: Account, **fields: Any) -> None:
    known: dict[str, Any] = {"kind": DeliveryKind.POSTED, "on": TODAY, "source": "Postlisten", "act_key": "k"}
    actions.register_delivery(case, dispatch_id=dispatch.pk, by=by, at=NOON, **(known | fields))


def test_posting_is_registered_and_journalled(anna: Account) -> None:
    case, dispatch = sent(anna, on_paper=True)
    register(case, dispatch, anna)
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.delivered_on) == (DispatchState.DELIVERED, TODAY)
    assert Entry.objects.get(case=case, act="register_delivery").facts["kind"] == "posted"


def test_registering_twice_with_one_key_is_done_once(anna: Account) -> None:
    case, dispatch = sent(anna, on_paper=True)
    register(case, dispatch, anna)
    register(case, dispatch, anna)
    assert Delivery.objects.count() == 1


def test_earlier_receipt_stands_beside_the_posting(anna: Account) -> None:
    case, dispatch = sent(anna, on_paper=True)
    register(case, dispatch, anna)
    register(case, dispatch, anna, kind=DeliveryKind.RECEIVED_EARLIER, act_key="l")
    dispatch.refresh_from_db()
    assert (dispatch.delivered_on, dispatch.received_on) == (TODAY, TODAY)


def test_a_returned_letter_asks_for_a_person(anna: Account) -> None:
    case, dispatch = sent(anna, on_paper=True)
    register(case, dispatch, anna)
    register(case, dispatch, anna, kind=DeliveryKind.FAILED, act_key="l")
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.delivered_on) == (DispatchState.RETURNED, None)
    assert Clock.objects.get(case=case, kind=ClockKind.NEXT_STEP).label == "Brev 1 kom retur"


def open_kinds(case: Case) -> list[str]:
    return list(Clock.objects.filter(case=case, closed_on=None).order_by("kind").values_list("kind", flat=True))


def test_a_returned_decision_ends_the_complaint_window_that_was_reckoned_from_it(anna: Account) -> None:
    case, dispatch = sent(anna, on_paper=True)
    assert open_kinds(case) == []
    register(case, dispatch, anna)
    assert open_kinds(case) == ["complaint_window"]
    register(case, dispatch, anna, kind=DeliveryKind.FAILED, act_key="l")
    assert open_kinds(case) == ["next_step"]
    register(case, dispatch, anna, kind=DeliveryKind.RECEIVED_EARLIER, act_key="m")
    assert open_kinds(case) == ["complaint_window"]


@pytest.mark.parametrize(
    ("on_paper", "fields"),
    [
        (True, {"on": TODAY + DAY}),
        (True, {"on": TODAY - DAY}),
        (True, {"kind": DeliveryKind.AVAILABLE}),
        (False, {"kind": DeliveryKind.POSTED}),
        (True, {"dispatch_id": 0}),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(on_paper: bool, fields: dict[str, Any], anna: Account) -> None:
    case, dispatch = sent(anna, on_paper=on_paper)
    before = Delivery.objects.count()
    known: dict[str, Any] = {
        "dispatch_id": dispatch.pk,
        "kind": DeliveryKind.POSTED,
        "on": TODAY,
        "source": "Postlisten",
    }
    with pytest.raises(actions.DeliveryRefused, match="ikke registreret"):
        actions.register_delivery(case, by=anna, at=NOON, act_key="k", **(known | fields))
    assert Delivery.objects.count() == before


def test_nothing_is_delivered_before_it_is_sent(anna: Account) -> None:
    case, dispatch = queued(anna, on_paper=True)
    with pytest.raises(actions.DeliveryRefused, match="ikke er sendt"):
        register(case, dispatch, anna)


def test_a_letter_of_another_case_is_not_found(anna: Account) -> None:
    _case, dispatch = sent(anna, on_paper=True)
    other = a_case()
    with pytest.raises(actions.DeliveryRefused, match="ikke hører til"):
        register(other, dispatch, anna)


def test_a_citizen_may_not_register_delivery(anna: Account, erik: Account) -> None:
    case, dispatch = sent(anna, on_paper=True)
    with pytest.raises(NotPossible):
        register(case, dispatch, erik)


def test_other_rooms_hear_of_a_delivery_inside_its_transaction(anna: Account) -> None:
    heard: list[tuple[str, date]] = []

    def listen(*, case: Case, dispatch: Dispatch, delivery: Delivery, **_: object) -> tuple[str, ...]:
        heard.append((dispatch.letter.kind, delivery.on))
        case.next_kind = "response"
        return ("next_kind",)

    delivered.connect(listen)
    try:
        case, _dispatch = sent(anna)
    finally:
        delivered.disconnect(listen)
    case.refresh_from_db()
    assert heard == [("decision_partial", TODAY)]
    assert case.next_kind == "response"


def test_every_step_leads_from_known_states_and_all_states_are_reached() -> None:
    reached = {to for step in STEPS.values() for to in step.leads.values()}
    assert reached == set(DispatchState)
