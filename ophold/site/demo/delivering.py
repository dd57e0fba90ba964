"""How the demonstration's letters reach people: with real bytes, or as a history whose bytes were never made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ophold.record.acting import acting
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.letters.actions import register_delivery
from ophold.record.letters.choices import DeliveryKind, DispatchState
from ophold.record.letters.models import Dispatch
from ophold.record.letters.sending import carry
from ophold.record.people.models import Account

HISTORY = "Demonstrationens historik; brevets fil findes ikke"


@dataclass(frozen=True, slots=True)
class Courier:
    """Sends what waits on a case. `with_bytes` makes each PDF and puts it in the postbox, as the worker does."""

    with_bytes: bool

    def send(self, case: Case, *, at: datetime, by: Account) -> None:
        """Send every waiting copy, and register that it arrived."""
        sent_at = at + timedelta(minutes=5)
        for copy in Dispatch.objects.filter(letter__case=case, state=DispatchState.QUEUED).order_by("pk"):
            if self.with_bytes:
                carry(copy.pk, now=lambda: sent_at)
            else:
                self._note_sent(copy, sent_at)
            copy.refresh_from_db(fields=["state"])
            if copy.state == DispatchState.SENT:
                self._arrived(case, copy, sent_at, by)

    def _note_sent(self, copy: Dispatch, at: datetime) -> None:
        with acting("demo"):
            Dispatch.objects.filter(pk=copy.pk).update(state=DispatchState.SENT, sent_at=at)

    def _arrived(self, case: Case, copy: Dispatch, at: datetime, by: Account) -> None:
        kind = DeliveryKind.AVAILABLE if copy.channel == Channel.DIGITAL_POST else DeliveryKind.POSTED
        register_delivery(
            case, dispatch_id=copy.pk, kind=kind, on=at.date(), source=HISTORY, by=by, at=at, act_key=f"demo-{copy.pk}"
        )
