"""What the letters about a complaint say. Danish only, result first, and never a promise nobody has made.

Not here: the letter about a new decision (`new_decision`) and who gets a letter (`ophold.record.letters.recipients`).
"""

from __future__ import annotations

from datetime import date

from ophold.journey.complaints.choices import Outcome, Timeliness
from ophold.journey.complaints.clocks import promises_copy
from ophold.journey.complaints.models import Complaint, Forwarding, Reassessment
from ophold.law.wording import day
from ophold.record.cases.choices import Channel
from ophold.record.cases.models import Case
from ophold.record.cases.standards import standard_of
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import LetterContent, Row, Section
from ophold.record.letters.letterhead import sender, standard_note
from ophold.record.people.models import Account

ORAL = (Channel.PHONE, Channel.IN_PERSON)
SEEN = {
    Timeliness.IN_TIME: "Modtaget inden for fristen",
    Timeliness.LATE: "Modtaget efter fristen",
    Timeliness.WINDOW_NOT_STARTED: "Klagefristen er ikke begyndt",
}
RULES = ("Retssikkerhedsloven § 66", "Retssikkerhedsloven § 67")
NO_SUSPENSION = "Afgørelsen gælder, mens klagen behandles."
SUSPENSION_ASKED = (
    "Du har bedt om, at afgørelsen først skal gælde, når klagen er behandlet. Det bestemmer Ankestyrelsen "
    "(retssikkerhedsloven § 72, stk. 4). Vi sender dit ønske med."
)
ASK_FOR_AUTHORITY = (
    "Klagen kommer fra en anden end dig. Vi mangler en fuldmagt fra dig. Send den til os, eller ring. "
    "Klagen bliver behandlet og sendt videre, også hvis vi ikke får fuldmagten."
)


def receipt(case: Case, complaint: Complaint, *, due: date | None, dated: date) -> LetterContent:
    """That the complaint is received, what was said if it was oral, and by when something happens."""
    until = f" senest {day(due)}" if due else ""
    items = [
        f"Vi ser på afgørelsen igen{until}.",
        "Giver vi dig ret, får du en ny afgørelse.",
        "Giver vi dig ikke ret, eller kun en del, sender vi klagen og sagen til Ankestyrelsen. Du får besked.",
    ]
    return LetterContent(
        kind=Kind.COMPLAINT_RECEIPT,
        sender=sender(case),
        dated=dated,
        reference=case.reference,
        title="Vi har modtaget klagen",
        lead=f"Vi modtog klagen {day(complaint.received_on)}. Du hører fra os{until}.",
        sections=(
            Section(heading="Det sker der nu", items=tuple(items), closing=_also(complaint)),
            *_what_was_said(complaint),
        ),
        standard=standard_note(standard_of(case)),
    )


def _also(complaint: Complaint) -> tuple[str, ...]:
    late = complaint.timeliness == Timeliness.LATE
    return (
        *((SUSPENSION_ASKED,) if complaint.suspension_asked else (NO_SUSPENSION,)),
        *((ASK_FOR_AUTHORITY,) if complaint.authority_missing else ()),
        *(("Klagen kom efter klagefristen. Ankestyrelsen afgør, om den alligevel behandles.",) if late else ()),
    )


def _what_was_said(complaint: Complaint) -> tuple[Section, ...]:
    """A complaint by word of mouth is confirmed in writing, so that it can be put right."""
    if complaint.channel not in ORAL:
        return ()
    said = complaint.text or "Du er ikke enig i afgørelsen."
    closing = ("Har vi forstået dig forkert, så ring eller skriv til os.",)
    return (Section(heading="Sådan har vi forstået klagen", paragraphs=tuple(said.splitlines()), closing=closing),)


def longer(case: Case, complaint: Complaint, *, until: date, why: str, dated: date, by: Account) -> LetterContent:
    """That the reassessment takes longer, why, and until when."""
    return LetterContent(
        kind=Kind.DELAY_NOTICE,
        sender=sender(case, signed_by=by),
        dated=dated,
        reference=case.reference,
        title="Vi skal bruge længere tid til klagen",
        lead=f"Vi har brug for mere tid til klagen af {day(complaint.received_on)}. "
        f"Du hører fra os senest {day(until)}.",
        sections=(Section(heading="Derfor tager det længere tid", paragraphs=tuple(why.strip().splitlines())),),
        rules=("Retssikkerhedsloven § 66",),
        standard=standard_note(standard_of(case)),
    )


def to_ankestyrelsen(
    case: Case, complaint: Complaint, forwarding: Forwarding, enclosed: tuple[str, ...], *, by: Account
) -> LetterContent:
    """The letter the file goes with."""
    rows = [
        Row(label="Borger", value=case.citizen.name),
        Row(label="Afgørelse", value=day(complaint.decision.decided_on)),
        Row(label="Klagen modtaget", value=day(complaint.received_on)),
        Row(label="Set i forhold til fristen", value=SEEN[Timeliness(complaint.timeliness)]),
        Row(label="Genvurderet", value="Ja" if forwarding.with_reassessment else "Nej"),
    ]
    if complaint.authority_missing:
        rows.append(Row(label="Fuldmagt", value="Mangler; vi har bedt om den"))
    if complaint.suspension_asked:
        rows.append(Row(label="Opsættende virkning", value="Klageren beder om det (RSL § 72, stk. 4)"))
    notes = tuple(line for line in forwarding.note.splitlines() if line.strip())
    return LetterContent(
        kind=Kind.FORWARDING,
        sender=sender(case, signed_by=by),
        dated=forwarding.sent_on,
        reference=case.reference,
        title="Klage over en afgørelse efter serviceloven § 107",
        lead="Vi sender en klage til Ankestyrelsen med sagens papirer.",
        sections=(
            Section(heading="Klagen", rows=tuple(rows)),
            *((Section(heading="Vores bemærkninger", paragraphs=notes),) if notes else ()),
        ),
        rules=RULES,
        enclosures=enclosed,
    )


def sent_on(
    case: Case,
    complaint: Complaint,
    reassessed: Reassessment | None,
    enclosed: tuple[str, ...],
    *,
    dated: date,
    by: Account,
) -> LetterContent:
    """To the citizen: the file is sent, why, and what went along. With a copy where the standard says so."""
    upheld = reassessed is not None and reassessed.outcome == Outcome.UPHELD
    partly = reassessed is not None and reassessed.outcome == Outcome.PARTLY
    lead = "Vi har set på afgørelsen igen og fastholder den. " if upheld else ""
    lead += "Vi fastholder en del af afgørelsen. " if partly else ""
    lead += f"Vi har {day(dated)} sendt klagen og sagen til Ankestyrelsen."
    wanted = ("Ankestyrelsen skriver til dig, når de har fået sagen.", "De kan give dig ret, helt eller delvist.")
    return LetterContent(
        kind=Kind.REASSESSMENT_UPHELD_FORWARDED if upheld else Kind.FORWARDING_NOTICE,
        sender=sender(case, signed_by=by),
        dated=dated,
        reference=case.reference,
        title="Din klage er sendt til Ankestyrelsen",
        lead=lead,
        sections=(
            Section(heading="Det sker der nu", items=wanted, closing=(NO_SUSPENSION,)),
            Section(heading="Det har vi sendt", items=enclosed, closing=_copy(case)),
        ),
        reasons=tuple(line for line in reassessed.reasons.splitlines() if line.strip()) if reassessed else (),
        rules=RULES,
        standard=standard_note(standard_of(case)),
    )


def _copy(case: Case) -> tuple[str, ...]:
    """Where the standard promises a copy it is on its way; elsewhere the list tells what one can ask to see."""
    if promises_copy(case):
        return ("Du får en kopi af det hele. Den kommer for sig.",)
    return ("Du kan få en kopi af det hele. Skriv eller ring til os.",)
