"""One letter of each sort, for the tests and the bench; nobody in it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ophold.record.letters.choices import Kind
from ophold.record.letters.content import Guidance, LetterContent, Recipient, Row, Section, Sender, StandardNote

ERIK = Recipient(name="Erik Eriksen", address=("Æblevænget 12, 2. tv.", "2750 Ballerup"))
FATMA = Recipient(
    name="Fatma Yılmaz", address=("Øster Allé 3", "9800 Hjørring"), capacity="værge", concerning="Erik Eriksen"
)
SENDER = Sender(
    municipality="Ballerup Kommune",
    unit="Myndighed, Voksne",
    address=("Eksempelvej 7", "2750 Ballerup"),
    phone="00 00 00 00",
    email="myndighed@example.org",
    signed_by="Dorte Dam",
    signed_title="Sagsbehandler",
)
GUIDANCE = Guidance(
    to="Myndighed, Voksne",
    address=("Eksempelvej 7", "2750 Ballerup"),
    email="klage@example.org",
    phone="00 00 00 01",
    adviser=("Borgerrådgiveren", "00 00 00 02"),
    note="Adressen er et eksempel i demonstrationen.",
)
PARTIAL = LetterContent(
    kind=Kind.DECISION_PARTIAL,
    sender=SENDER,
    dated=date(2026, 5, 4),
    reference="BAL-2026-00017",
    title="Du får et midlertidigt botilbud, men ikke støtte om natten",
    lead="Vi bevilger dig et midlertidigt botilbud med støtte om dagen. Vi giver afslag på støtte om natten.",
    sections=(
        Section(
            heading="Det får du",
            rows=(
                Row(label="Støtte", value="Dagtimer alle ugens dage"),
                Row(
                    label="Vi ser på bevillingen igen", value="Senest 1. juni 2028. Opholdet stopper ikke af sig selv."
                ),
            ),
        ),
        Section(
            heading="Det sker der nu", items=("Vi finder et sted sammen med dig.", "Du får tilbudt en handleplan.")
        ),
    ),
    reasons=("Vi lægger vægt på, at du i en periode har brug for omfattende hjælp.", "Nætterne klarer du uden støtte."),
    facts=("Udredning af 12. april 2026", "Samtale med dig 2. april 2026"),
    rules=("Serviceloven § 107, stk. 2, nr. 1", "Forvaltningsloven §§ 22 og 24"),
    guidance=GUIDANCE,
    standard=StandardNote(name="Ballerup, Serviceniveau"),
    sources=("Ballerup, Serviceniveau, afsnit Opfølgning",),
    enclosures=("Udtalelse af 20. marts 2026",),
    recipient=ERIK,
)
RECEIPT = LetterContent(
    kind=Kind.RECEIPT,
    sender=replace(SENDER, signed_by="", signed_title=""),
    dated=date(2026, 3, 2),
    reference="BAL-2026-00017",
    title="Vi har modtaget din ansøgning",
    lead="Du får svar senest 15. maj 2026.",
    recipient=ERIK,
)
ENDING = replace(PARTIAL, kind=Kind.DECISION_ENDING, guidance=replace(GUIDANCE, may_suspend=True))
