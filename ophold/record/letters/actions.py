"""Every write about letters: issuing inside another act, the worker's steps, and what staff registers.

Letters go out once: the outbox row is written with the act; the queue only wakes the worker; each step moves the row
from one state to the next or does nothing. The worker's own steps up to sending leave no journal entry, because
nothing has happened to anybody yet; sending, giving up and delivery do.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from ophold.record.acting import acting
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import Channel, ClockEnd, ClockKind
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.clock import COPENHAGEN
from ophold.record.journal.actions import write
from ophold.record.letters import sealed
from ophold.record.letters.channels import Receipt
from ophold.record.letters.choices import DeliveryKind, DispatchState, Failure
from ophold.record.letters.content import LetterContent, LetterRefused, check, cleaned
from ophold.record.letters.models import PENDING, Delivery, Dispatch, FrozenLetter, Letter
from ophold.record.letters.recipients import Addressee, addressees
from ophold.record.letters.signals import delivered
from ophold.record.letters.tasks import wake
from ophold.record.letters.transitions import STEPS, allowed
from ophold.record.letters.typeset import TEMPLATE_VERSION
from ophold.record.people.models import Account

LEASE = timedelta(minutes=2)  # after this another worker may take the copy up; doubled for each failed attempt
MAX_ATTEMPTS = 8
KEEP_WAKES = timedelta(days=1)


class DeliveryRefused(Refused):
    """A delivery was not registered."""


class RetryRefused(Refused):
    """A copy was not put back in the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A copy the worker has taken; what is sealed in it is opened only when asked for."""

    row: Dispatch
    attempts: int

    @property
    def dispatch_id(self) -> int:
        """The copy's number."""
        return self.row.pk

    @property
    def case_id(self) -> int:
        """The case's number."""
        return self.row.letter.case_id

    @property
    def content(self) -> LetterContent:
        """The letter to this recipient. Raises SealBroken."""
        return sealed.content(self.row.letter).addressed_to(sealed.recipient(self.row))

    @property
    def pdf(self) -> bytes | None:
        """The bytes, if they were frozen before. Raises SealBroken."""
        return sealed.pdf(self.row) if hasattr(self.row, "frozen") else None


def issue(
    case: Case, content: LetterContent, *, by: Account | None, at: datetime, to: Sequence[Addressee] | None = None
) -> Letter:
    """Write the letter and one outbox row for each recipient, inside the act that calls. Raises LetterRefused.

    The recipients are those the case records (`recipients.addressees`) unless `to` names an authority.
    """
    content = cleaned(content)
    check(content)
    if content.recipient is not None:
        raise LetterRefused(_("Brevet blev ikke lavet: modtageren hentes fra sagen. Lav det igen uden modtager."))
    found = to if to is not None else addressees(case, on=content.dated)
    last = Letter.objects.filter(case=case).order_by("-number").values("number")[:1]
    letter = Letter.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        number=Coalesce(Subquery(last) + 1, 1),  # counted by the INSERT itself; the case is locked
        kind=content.kind,
        dated_on=content.dated,
        content=sealed.seal_content(content, case.pk),
        template_version=TEMPLATE_VERSION,
        made_by=by,
        made_at=at,
    )
    del letter.number  # an expression until now; read from the row when asked for
    rows = Dispatch.objects.bulk_create([_dispatch(letter, addressee) for addressee in found])
    wake.enqueue([row.pk for row in rows])
    return letter


def _dispatch(letter: Letter, addressee: Addressee) -> Dispatch:
    key = uuid.uuid4().hex
    return Dispatch(
        municipality_id=letter.municipality_id,
        letter=letter,
        citizen_id=addressee.citizen_id,
        party_id=addressee.party_id,
        authority=addressee.authority,
        recipient=sealed.seal_recipient(addressee.recipient, key),
        channel=addressee.channel,
        key=key,
    )


# -- the worker's steps -----------------------------------------------------------------------------------------------


def take(dispatch_id: int, *, at: datetime) -> Work | None:
    """Take a copy for a while; None when there is nothing to do or another worker has it."""
    with acting("take_letter"):
        row = Dispatch.objects.select_related("letter", "frozen").filter(pk=dispatch_id, state__in=PENDING).first()
        if row is None or (row.lease_until is not None and row.lease_until > at):
            return None
        moved = Dispatch.objects.filter(pk=row.pk, state=row.state, attempts=row.attempts).update(
            state=STEPS["take"].leads[DispatchState(row.state)],
            attempts=row.attempts + 1,
            lease_until=at + LEASE * 2 ** min(row.attempts, 5),
        )
    return Work(row=row, attempts=row.attempts + 1) if moved else None


def freeze(work: Work, pdf: bytes, *, at: datetime) -> bytes:
    """Keep the exact bytes before they are sent; those kept already, if another attempt got so far."""
    with acting("freeze_letter"):
        row = Dispatch.objects.select_for_update().get(pk=work.dispatch_id)
        kept = FrozenLetter.objects.filter(dispatch=row).first()
        if kept is None:
            FrozenLetter.objects.create(
                dispatch=row,
                municipality_id=row.municipality_id,
                sealed=sealed.seal_pdf(pdf, row.key),
                sha256=hashlib.sha256(pdf).hexdigest(),
                made_at=at,
            )
        else:
            row.frozen = kept
            pdf = sealed.pdf(row)
        _step("freeze", row.pk, DispatchState.RENDERED)
    return pdf


def mark_sent(work: Work, receipt: Receipt, *, at: datetime) -> bool:
    """Note that the channel has the copy, and its delivery if the channel says so. Doing it again changes nothing."""
    with acting("send_letter"):
        case = Case.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=work.case_id)
        if not _step("mark_sent", work.dispatch_id, DispatchState.SENT, sent_at=at, lease_until=None):
            return False
        row = Dispatch.objects.select_related("letter", "frozen").get(pk=work.dispatch_id)
        facts: dict[str, object] = _facts(row) | {"sha256": row.frozen.sha256}
        save: Iterable[str] = ()
        if receipt.available_on is not None:
            facts["available_on"] = receipt.available_on.isoformat()
            save = _deliver(case, row, DeliveryKind.AVAILABLE, receipt.available_on, receipt.source, by=None, at=at)
        write(case, act="send_letter", by=None, at=at, facts=facts, save=save)
    return True


def give_up(work: Work, why: Failure, *, at: datetime) -> None:
    """Stop trying, say so in the journal, and give the case a next step for a person."""
    with acting("letter_not_sent"):
        case = Case.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=work.case_id)
        if not _step("give_up", work.dispatch_id, DispatchState.FAILED, failure=why, lease_until=None):
            return
        row = Dispatch.objects.select_related("letter").get(pk=work.dispatch_id)
        save = _ask_a_person(case, row, _("Brev %(number)s blev ikke sendt"), on=at.astimezone(COPENHAGEN).date())
        write(case, act="letter_not_sent", by=None, at=at, facts=_facts(row) | {"why": why.value}, save=save)


def prune_wakes(*, at: datetime) -> int:
    """Remove the queue's finished wake-ups; they hold ids only, and the outbox rows are the truth."""
    with acting("prune_wakes"):
        removed, _by_model = DBTaskResult.objects.finished().filter(finished_at__lt=at - KEEP_WAKES).delete()
    return removed


# -- what staff registers ---------------------------------------------------------------------------------------------


@act("register_delivery")
def register_delivery(
    case: Case,
    *,
    dispatch_id: int,
    kind: DeliveryKind,
    on: date,
    source: str,
    by: Account,
    at: datetime,
    act_key: str,
) -> None:
    """Register what is known about a copy reaching its recipient. Raises DeliveryRefused."""
    row = Dispatch.objects.select_related("letter").filter(pk=dispatch_id, letter__case=case).first()
    if row is None:
        raise DeliveryRefused(_("Leveringen blev ikke registreret, fordi brevet ikke hører til sagen. Åbn sagen igen."))
    _refuse_delivery(row, kind, on, at)
    if kind == DeliveryKind.FAILED:
        save = _return(case, row, on, source, by=by, at=at)
    else:
        save = _deliver(case, row, kind, on, source, by=by, at=at)
    facts = _facts(row) | {"kind": kind.value, "on": on.isoformat()}
    write(case, act="register_delivery", by=by, at=at, act_key=act_key, facts=facts, save=save)


@act("retry_letter")
def retry_letter(case: Case, *, dispatch_id: int, by: Account, at: datetime, act_key: str) -> None:
    """Put a copy that was given up back in the queue. Raises RetryRefused."""
    row = Dispatch.objects.select_related("letter").filter(pk=dispatch_id, letter__case=case).first()
    if row is None or not _step("retry", row.pk, DispatchState.QUEUED, failure="", attempts=0, lease_until=None):
        raise RetryRefused(_("Brevet blev ikke lagt i kø igen, fordi det ikke er opgivet. Åbn brevet, og se dets vej."))
    wake.enqueue([row.pk])
    save = _answered(case, row, on=at.astimezone(COPENHAGEN).date())
    write(case, act="retry_letter", by=by, at=at, act_key=act_key, facts=_facts(row), save=save)


def _refuse_delivery(row: Dispatch, kind: DeliveryKind, on: date, at: datetime) -> None:
    step = "register_return" if kind == DeliveryKind.FAILED else "register_delivery"
    if row.sent_at is None or row.state not in allowed(step):
        raise DeliveryRefused(
            _(
                "Leveringen blev ikke registreret, fordi brevet ikke er sendt endnu. "
                "Vent, til det er sendt, og prøv igen."
            )
        )
    if on > at.astimezone(COPENHAGEN).date():
        raise DeliveryRefused(_("Leveringen blev ikke registreret, fordi dagen ligger i fremtiden. Ret dagen."))
    if on < row.letter.dated_on:
        raise DeliveryRefused(_("Leveringen blev ikke registreret, fordi dagen ligger før brevets dato. Ret dagen."))
    wrong = {Channel.LETTER.value: DeliveryKind.AVAILABLE, Channel.DIGITAL_POST.value: DeliveryKind.POSTED}
    if wrong.get(row.channel) == kind:
        raise DeliveryRefused(
            _(
                "Leveringen blev ikke registreret, fordi den ikke passer til, hvordan brevet er sendt. "
                "Vælg en anden slags."
            )
        )


def _deliver(
    case: Case, row: Dispatch, kind: DeliveryKind, on: date, source: str, *, by: Account | None, at: datetime
) -> tuple[str, ...]:
    """Add the event, move the copy on and tell other rooms; the case fields they changed."""
    event = _event(row, kind, on, source, by=by, at=at)
    if kind == DeliveryKind.RECEIVED_EARLIER:
        row.received_on = on
    else:
        row.delivered_on = on
    _step(
        "register_delivery",
        row.pk,
        DispatchState.DELIVERED,
        delivered_on=row.delivered_on,
        received_on=row.received_on,
    )
    answered = _answered(case, row, on=at.astimezone(COPENHAGEN).date()) if row.state == DispatchState.RETURNED else ()
    row.state = DispatchState.DELIVERED
    changed = delivered.send(sender=Dispatch, case=case, dispatch=row, delivery=event, at=at)
    return tuple(dict.fromkeys((*answered, *(name for _receiver, names in changed for name in names or ()))))


def _return(case: Case, row: Dispatch, on: date, source: str, *, by: Account, at: datetime) -> tuple[str, ...]:
    _event(row, DeliveryKind.FAILED, on, source, by=by, at=at)
    _step("register_return", row.pk, DispatchState.RETURNED, delivered_on=None, received_on=None)
    return _ask_a_person(case, row, _("Brev %(number)s kom retur"), on=at.astimezone(COPENHAGEN).date())


def _event(row: Dispatch, kind: DeliveryKind, on: date, source: str, *, by: Account | None, at: datetime) -> Delivery:
    return Delivery.objects.create(
        municipality_id=row.municipality_id,
        dispatch=row,
        kind=kind,
        on=on,
        recorded_by=by,
        recorded_at=at,
        source=source,
    )


def _ask_a_person(case: Case, row: Dispatch, text: str, *, on: date) -> tuple[str, ...]:
    clocks = open_clocks(case)
    # what did not arrive starts no complaint window, and ends one that was reckoned from it
    clocks.stop(ClockKind.COMPLAINT_WINDOW, on=on, ended=ClockEnd.REPLACED, subject=_subject(row))
    clocks.start(
        ClockKind.NEXT_STEP,
        starts_on=on,
        due_on=on,
        subject=_subject(row),
        label=text % {"number": row.letter.number},
    )
    return store_clocks(clocks)


def _answered(case: Case, row: Dispatch, *, on: date) -> tuple[str, ...]:
    """The step a person was asked to take is taken: the copy arrived after all, or is on its way again."""
    clocks = open_clocks(case)
    clocks.stop(ClockKind.NEXT_STEP, on=on, subject=_subject(row))
    return store_clocks(clocks)


def _subject(row: Dispatch) -> str:
    return f"dispatch:{row.pk}"


def _step(name: str, dispatch_id: int, to: DispatchState, **fields: object) -> bool:
    """Move a copy by the table, in one statement; False when it is not where the step may be done."""
    assert to in STEPS[name].leads.values()
    rows = Dispatch.objects.filter(pk=dispatch_id, state__in=allowed(name))
    return rows.update(state=to, **fields) == 1


def _facts(row: Dispatch) -> dict[str, object]:
    return {"letter": row.letter.number, "kind": row.letter.kind, "dispatch": row.pk, "channel": row.channel}
