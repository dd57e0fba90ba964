"""What goes along when a complaint is sent to Ankestyrelsen: a list made from the case, never by hand.

Sources: the complaint, the decision, the reassessment with its reasons and all papers of the case (law.md RSL-18); a
late complaint also with the delivery log, the excuse and a note on lateness (law.md § 12, 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import override

from ophold.journey.complaints.choices import Timeliness
from ophold.journey.complaints.models import Complaint, Reassessment
from ophold.law.wording import day
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.choices import Kind as PaperKind
from ophold.record.attachments.models import Attachment
from ophold.record.attachments.tray import shown_name
from ophold.record.cases.models import Case
from ophold.record.letters.choices import DeliveryKind, Kind
from ophold.record.letters.models import Delivery, Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that goes along: a stored word for what it is, and how the list names it (letters are Danish)."""

    what: str  # complaint, decision, reassessment, delivery_log, excuse, lateness, letter, attachment, journal
    label: str
    on: date
    name: str = ""  # a file's own name: personal, so the letter has it and what is kept openly has not

    @property
    def in_letter(self) -> str:
        """As the sealed letter lists it."""
        return f"{self.label}: {self.name}" if self.name else self.label

    def as_json(self) -> dict[str, str]:
        """As it is kept."""
        return {"what": self.what, "label": self.label, "on": self.on.isoformat()}


def contents(case: Case, complaint: Complaint, reassessed: Reassessment | None) -> list[Item]:
    """Everything that goes along, in the order Ankestyrelsen reads it; in Danish whatever language the page is in."""
    with override("da"):
        return list(_contents(case, complaint, reassessed))


def _contents(case: Case, complaint: Complaint, reassessed: Reassessment | None) -> list[Item]:
    decision = complaint.decision
    found = [
        Item(what="complaint", label=f"Klagen, modtaget {day(complaint.received_on)}", on=complaint.received_on),
        Item(what="decision", label=f"Afgørelsen af {day(decision.decided_on)}", on=decision.decided_on),
    ]
    if reassessed is not None:
        when = reassessed.reassessed_on
        found.append(Item(what="reassessment", label=f"Genvurderingen af {day(when)} med begrundelse", on=when))
    if complaint.timeliness == Timeliness.LATE:
        found += _about_lateness(complaint)
    found += [
        Item(
            what="letter",
            label=f"Brev {letter.number}: {Kind(letter.kind).label}, {day(letter.dated_on)}",
            on=letter.dated_on,
        )
        for letter in Letter.objects.filter(case=case).order_by("number")
        if decision.letter_id != letter.pk
    ]
    found += _papers(case)
    label = f"Sagens journal, {case.journal_count} indførsler med notater og ansøgningen"
    return [*found, Item(what="journal", label=label, on=case.received_on)]


def _papers(case: Case) -> Iterator[Item]:
    for row in Attachment.objects.filter(case=case).defer("content").order_by("number"):
        came = f"{CameWith(row.came_with).label.lower()}, {day(row.received_on)}"
        label = f"Bilag {row.number} ({PaperKind(row.kind).label}), kom med {came}"
        yield Item(what="attachment", label=label, on=row.received_on, name=shown_name(row))


def _about_lateness(complaint: Complaint) -> Iterator[Item]:
    received = complaint.received_on
    last_day = complaint.window_finding.get("value")
    ended = f"; klagefristen sluttede {day(date.fromisoformat(last_day))}" if last_day else ""
    yield Item(what="lateness", label=f"Bemærkning: klagen er modtaget {day(received)}{ended}", on=received)
    if complaint.excuse:
        yield Item(what="excuse", label="Klagerens forklaring på, at klagen kommer sent", on=received)
    log = Delivery.objects.filter(dispatch__letter=complaint.decision.letter).order_by("on", "pk")
    for event in log:
        label = f"Afgørelsens levering: {DeliveryKind(event.kind).label}, {day(event.on)} ({event.source})"
        yield Item(what="delivery_log", label=label, on=event.on)
