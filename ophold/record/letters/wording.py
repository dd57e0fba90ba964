"""In what order and in which fixed words is a letter read? The same parts for HTML and PDF.

Letters are Danish only, so these sentences do not go through gettext.
Sources: FVL §§ 24–25; RSL §§ 60, 66, 67, 72, stk. 4.
"""

from __future__ import annotations

from dataclasses import dataclass

from ophold.law.wording import day as day_in_words
from ophold.record.letters.content import (
    COMPLAINT_WEEKS,
    Guidance,
    LetterContent,
    Recipient,
    Row,
    Section,
    StandardNote,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParts:
    """A letter as it is read from top to bottom; both twins show exactly this."""

    sender_lines: tuple[str, ...]
    recipient_lines: tuple[str, ...]
    concerning: str
    dated: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    regards: tuple[str, ...]


def parts(content: LetterContent) -> LetterParts:
    """The letter in reading order: result, what follows from it, reasons, rules, complaint, contact."""
    sender = content.sender
    recipient = content.recipient
    return LetterParts(
        sender_lines=tuple(line for line in (sender.unit, *sender.address, sender.phone, sender.email) if line),
        recipient_lines=(recipient.name, *recipient.address) if recipient else (),
        concerning=_concerning(recipient),
        dated=day_in_words(content.dated),
        title=content.title,
        lead=content.lead,
        sections=tuple(_sections(content)),
        regards=tuple(
            line for line in (sender.signed_by, sender.signed_title, sender.unit, sender.municipality) if line
        ),
    )


def _concerning(recipient: Recipient | None) -> str:
    if recipient is None or not recipient.concerning:
        return ""
    return f"Brevet handler om {recipient.concerning}. Du får det, fordi du er registreret som {recipient.capacity}."


def _sections(content: LetterContent) -> list[Section]:
    found = list(content.sections)
    if content.reasons:
        found.append(Section(heading="Begrundelse", paragraphs=content.reasons))
    if content.facts:
        found.append(Section(heading="Oplysninger, vi har lagt vægt på", items=content.facts))
    if content.rules:
        found.append(Section(heading="Regler", paragraphs=("Vi har brugt disse regler:",), items=content.rules))
    if content.guidance:
        found.append(guidance_section(content.guidance))
        if content.guidance.adviser:
            found.append(_adviser(content.guidance))
    if content.enclosures:
        found.append(Section(heading="Bilag", items=content.enclosures))
    found.append(_contact(content))
    if content.standard or content.sources:
        found.append(Section(heading="Grundlag", paragraphs=_standard(content.standard), items=content.sources))
    return found


def guidance_section(guidance: Guidance) -> Section:
    """How to complain, in full: time, way, where to, what happens, and what happens meanwhile."""
    rows = [Row(label="Klag til", value="\n".join((guidance.to, *guidance.address)))]
    if guidance.email:
        rows.append(Row(label="E-mail", value=guidance.email))
    if guidance.phone:
        rows.append(Row(label="Telefon", value=guidance.phone))
    closing = [
        "Vi ser først selv på afgørelsen igen. Det hedder en genvurdering. Ændrer vi den ikke, eller ændrer vi "
        f"kun en del, sender vi klagen og sagen til Ankestyrelsen senest {COMPLAINT_WEEKS} uger efter, at vi har fået "
        "klagen. Du får besked.",
    ]
    if guidance.may_suspend:
        closing.append(
            "Afgørelsen gælder, selv om du klager. Du kan bede Ankestyrelsen bestemme, at den først skal gælde, "
            "når klagen er behandlet. Skriv eller sig det, når du klager."
        )
    closing.append(
        "Reglerne om klage står i retssikkerhedsloven §§ 60, 66 og 67"
        + (" og § 72, stk. 4." if guidance.may_suspend else ".")
    )
    if guidance.note:
        closing.append(guidance.note)
    return Section(
        heading="Sådan klager du",
        paragraphs=(
            f"Er du uenig, kan du klage. Klagen skal være hos os senest {COMPLAINT_WEEKS} uger efter den dag, "
            "du fik dette brev.",
            "Du kan klage skriftligt eller mundtligt. Du behøver ikke begrunde klagen.",
        ),
        rows=tuple(rows),
        closing=tuple(closing),
    )


def _adviser(guidance: Guidance) -> Section:
    return Section(
        heading="Borgerrådgiver",
        under=True,
        paragraphs=("Du kan få råd hos kommunens borgerrådgiver:", "\n".join(guidance.adviser)),
    )


def _contact(content: LetterContent) -> Section:
    sender = content.sender
    ways = [Row(label="Telefon", value=sender.phone)] if sender.phone else []
    if sender.email:
        ways.append(Row(label="E-mail", value=sender.email))
    who = sender.signed_by or sender.unit or sender.municipality
    return Section(
        heading="Har du spørgsmål?",
        paragraphs=(f"Så kan du kontakte {who}. Oplys sagsnummer {content.reference}.",),
        rows=tuple(ways),
    )


def _standard(standard: StandardNote | None) -> tuple[str, ...]:
    if standard is None:
        return ()
    if standard.adopted_on is None:
        return (
            f"Kommunens standard: {standard.name}. Standarden bærer ingen dato; "
            "den er brugt som den eneste kendte udgave.",
        )
    return (f"Kommunens standard: {standard.name}, vedtaget {day_in_words(standard.adopted_on)}.",)
