"""The letters of intake: the receipt and the notice of delay. Danish only, as every letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import override

from ophold.journey.intake.ahead import first_contact, next_steps
from ophold.journey.intake.choices import Item
from ophold.law.finding import Finding, Status
from ophold.law.promises import ContactPoint
from ophold.law.wording import weekday
from ophold.record.cases.models import Case, Clock
from ophold.record.cases.standards import standard_of
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import LetterContent, Row, Section
from ophold.record.letters.letterhead import sender, standard_note
from ophold.record.people.models import Account
from ophold.standard.shape import Standard


def receipt(
    case: Case, items: tuple[Item, ...], finding: Finding[date], standard: Standard, *, at: datetime
) -> LetterContent:
    """That the application has arrived, when, and when to expect an answer, or honestly that no day is stated."""
    with override("da"):
        return LetterContent(
            kind=Kind.RECEIPT,
            sender=sender(case),
            dated=at.date(),
            reference=case.reference,
            title="Vi har modtaget din ansøgning",
            lead=f"Vi modtog din ansøgning {weekday(case.received_on)}. {_promise(finding)}",
            sections=(
                Section(heading="Du har søgt om", items=tuple(str(item.label) for item in items)),
                Section(heading="Det sker der nu", items=tuple(str(step) for step in next_steps(standard))),
                *_why(finding),
                *_entrance(first_contact(case, standard)),
            ),
            standard=standard_note(standard),
            sources=tuple(dict.fromkeys(str(reason.source) for reason in finding.because)),
        )


def _promise(finding: Finding[date]) -> str:
    if finding.status is Status.SETTLED and finding.value is not None:
        if finding.caveat is not None:
            return f"Vi regner med, at du får svar senest {weekday(finding.value)}. {finding.caveat.text}"
        return f"Du får svar senest {weekday(finding.value)}."
    if finding.status is Status.DISCRETION:
        return "Kommunens standard siger kun, hvad der er sædvanligt, så vi kan ikke love dig en dag."
    if finding.status is Status.ELSEWHERE:
        return "Fristen for svaret står i et andet dokument, så vi kan ikke skrive en dag her."
    return "Kommunens standard oplyser ingen frist for svaret, så vi kan ikke love dig en dag."


def _why(finding: Finding[date]) -> tuple[Section, ...]:
    heading = "Derfor den dag" if finding.status is Status.SETTLED else "Derfor er der ingen dag"
    readings = tuple(
        f"{weekday(reading.value)}: {reading.why}" for reading in finding.readings if reading.value != finding.value
    )
    told = [Section(heading=heading, items=tuple(reason.text for reason in finding.because))]
    if readings:
        told.append(Section(heading="Teksten kan også læses sådan", items=readings, under=True))
    return tuple(told)


def _entrance(contact: Finding[ContactPoint]) -> tuple[Section, ...]:
    point = contact.value
    if point is None:
        return ()
    rows = (
        Row(label="Indgang", value=point.name),
        Row(label="Telefon", value=point.phone),
        Row(label="E-mail", value=point.email),
        Row(label="Adresse", value="\n".join(point.address)),
    )
    return (Section(heading="Her kan du henvende dig", rows=tuple(row for row in rows if row.value)),)


def delay_notice(case: Case, clock: Clock, *, why: str, late: bool, by: Account, at: datetime) -> LetterContent:
    """That the answer comes later, when, and why; the promised day is named and not explained away."""
    with override("da"):
        return LetterContent(
            kind=Kind.DELAY_NOTICE,
            sender=sender(case, signed_by=by),
            dated=at.date(),
            reference=case.reference,
            title="Dit svar kommer senere",
            lead=f"Vi regner nu med, at du får svar senest {weekday(clock.due_on or at.date())}.",
            sections=(
                *_promised(clock, late),
                Section(heading="Hvorfor kommer svaret senere?", paragraphs=tuple(why.strip().splitlines())),
                Section(
                    heading="Det skal du gøre",
                    paragraphs=("Du skal ikke gøre noget. Du mister ingen rettigheder, fordi svaret kommer senere.",),
                ),
            ),
            rules=("Retssikkerhedsloven § 3, stk. 2",),
            standard=standard_note(standard_of(case)),
            sources=_kept_sources(clock.finding),
        )


def _promised(clock: Clock, late: bool) -> tuple[Section, ...]:
    if clock.promised_on is None:
        return ()
    passed = "Den dag er passeret, og det er vi kede af." if late else "Det når vi ikke, og det er vi kede af."
    return (
        Section(
            heading="Det havde vi lovet",
            paragraphs=(f"Vi havde lovet dig svar senest {weekday(clock.promised_on)}. {passed}",),
        ),
    )


def _kept_sources(finding: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(reason["source"]) for reason in finding.get("because", ())))
