"""What is missing before a decision can be made? Each lack: a code, a sentence, and the page where it is mended.

Pure: plain values in, a list out. A person decides; the gate only says what the file and the words still lack.
Sources: FVL §§ 19, 22–25; SEL §§ 107, 141(2); law.md § 12, 5, 10, 12, 15, 16 and 22.
Readings: reasons, considerations, facts and rules are asked of every decision, also a full grant; a refusal against a
limb that obliges the council is stopped; where the draft is always sent, that holds for a grant as well
(docs/decisions/0070-what-a-decision-must-have.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ophold.journey.decisions.words import DecisionWords, lines
from ophold.law.criteria import Facts
from ophold.law.finding import Finding, Source, Status
from ophold.law.hearing_duty import ADVERSE, ESSENTIAL, FACTS, KNOWN, Exemption, hearing_duty
from ophold.law.limbs import Limb, LimbRecord, before_grant, before_refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the file holds, beside the words of the decision."""

    on: date
    limbs: Mapping[Limb, LimbRecord]
    always_by: Source | None = None  # the standard's promise to send every draft
    hearing_sent: bool = False
    hearing_over: bool = False
    exemption: Exemption | None = None
    remarks: int = 0
    complaint_address: bool = True
    recipient_problem: str = ""  # why the letter would have nowhere to go
    names_facility: bool = False  # the standard promises that a grant names the place


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing that is missing."""

    code: str
    text: str
    page: str = "decide"  # the named page where it is mended
    field: str = ""  # on the decision's own page: which field


def missing(words: DecisionWords, held: Held) -> tuple[Lack, ...]:
    """Everything that is missing, in the order it is mended; empty when the decision can be made."""
    return (*_limbs(words, held), *_hearing(words, held), *_texts(words, held), *_grant(words, held), *_letter(held))


def duty(words: DecisionWords, held: Held) -> Finding[bool]:
    """Whether a hearing is required, by the caseworker's answer."""
    return hearing_duty(answered(words.duty), always_by=held.always_by, exemption=held.exemption)


def answered(duty: bool | None) -> Facts:
    """The one question the caseworker answers, as the rule's facts."""
    if duty is None:
        return {}
    return {FACTS: duty, ADVERSE: duty, ESSENTIAL: duty, KNOWN: not duty}


def _limbs(words: DecisionWords, held: Held) -> Iterator[Lack]:
    if words.grants:
        finding = before_grant(held.limbs)
        refused = _(
            "Intet led i § 107 er opfyldt eller uafklaret, så der er ikke noget at bevilge efter. "
            "Ret vurderingen, eller vælg et andet udfald."
        )
    else:
        finding = before_refusal(held.limbs, reason_to_decline=words.considerations)
        refused = _(
            "Et af de led i § 107, stk. 2, hvor kommunen skal hjælpe, er opfyldt. Så kan der ikke gives afslag. "
            "Ret vurderingen, eller vælg et andet udfald."
        )
    if finding.status is Status.MISSING:
        for what in finding.missing:
            yield Lack(code="limb", text=_("Der mangler i vurderingen: %(what)s.") % {"what": what}, page="assess")
    elif not finding.value:
        yield Lack(code="limb_outcome", text=refused, page="assess")


def _hearing(words: DecisionWords, held: Held) -> Iterator[Lack]:
    if held.always_by is None and not words.adverse:
        return
    if held.always_by is None and held.exemption is not None:
        return
    if held.hearing_sent:
        if not held.hearing_over:
            yield Lack(
                code="hearing_running",
                text=_("Partshøringen er ikke slut. Vent på svar eller på fristens sidste dag."),
                page="case",
            )
        return
    required = duty(words, held)
    if held.always_by is not None:
        text = _("Kommunen har lovet altid at sende udkastet i partshøring. Send det først.")
        yield Lack(code="hearing_promised", text=text, page="send-hearing")
    elif required.status is Status.MISSING:
        text = _("Svar på, om der er oplysninger til ugunst, som borgeren ikke ved er med i sagen.")
        yield Lack(code="hearing_question", text=text, field="duty")
    elif required.value:
        text = _("Loven kræver partshøring. Send den, eller undtag med en grund efter forvaltningsloven § 19, stk. 2.")
        yield Lack(code="hearing_required", text=text, page="send-hearing")
    elif not words.duty_reason.strip():
        text = _("Skriv, hvorfor loven ikke kræver partshøring i denne sag.")
        yield Lack(code="hearing_question_reason", text=text, field="duty_reason")


def _texts(words: DecisionWords, held: Held) -> Iterator[Lack]:
    if not words.applied_for.strip():
        yield Lack(code="applied_for", text=_("Skriv, hvad borgeren har søgt om."), field="applied_for")
    if not words.reasons.strip():
        yield Lack(code="reasons", text=_("Skriv begrundelsen."), field="reasons")
    if not words.considerations.strip():
        text = _("Skriv de hovedhensyn, du har lagt vægt på i vurderingen.")
        yield Lack(code="considerations", text=text, field="considerations")
    if not lines(words.facts):
        yield Lack(code="facts", text=_("Skriv de oplysninger, du har lagt vægt på."), field="facts")
    if not lines(words.rules):
        yield Lack(code="rules", text=_("Skriv mindst én regel, som afgørelsen bygger på."), field="rules")
    if held.remarks and not words.remarks_weighed.strip():
        text = _("Der er kommet bemærkninger til udkastet. Skriv, hvordan du har vurderet dem.")
        yield Lack(code="remarks_weighed", text=text, field="remarks_weighed")
    elif words.remarks_seen is not None and words.remarks_seen < held.remarks:
        text = _("Der er kommet nye bemærkninger, mens du skrev. Læs dem her, og skriv, hvordan de er vurderet.")
        yield Lack(code="remarks_unseen", text=text, field="remarks_weighed")


def _grant(words: DecisionWords, held: Held) -> Iterator[Lack]:
    if not words.grants:
        return
    if not words.granted.strip():
        yield Lack(code="granted", text=_("Skriv, hvad borgeren får."), field="granted")
    yield from _place(words, held)
    if words.next_on is None:
        text = _("Sæt en næste dato: den dag opholdet begynder, eller den dag sagen ses igen.")
        yield Lack(code="next_on", text=text, field="next_on")
    elif words.next_on < held.on:
        yield Lack(code="next_on", text=_("Næste dato er passeret. Vælg en dag fra i dag."), field="next_on")
    if words.plan_offer is None:
        text = _("Tilbyd borgeren en handleplan, og skriv svaret.")
        yield Lack(code="plan_offer", text=text, field="plan_offer")


def _place(words: DecisionWords, held: Held) -> Iterator[Lack]:
    if held.names_facility and not words.facility.strip():
        text = _("Kommunens standard lover, at bevillingen nævner botilbuddet. Skriv, hvilket det er.")
        yield Lack(code="facility", text=text, field="facility")
    if words.facility.strip() and words.facility_accepted_on is None:
        text = _("Skriv, hvornår botilbuddet har sagt ja til at tage imod.")
        yield Lack(code="facility_accepted", text=text, field="facility_accepted_on")
    if words.facility.strip() and words.citizen_accepted_on is None:
        text = _("Skriv, hvornår borgeren eller værgen har sagt ja til stedet.")
        yield Lack(code="citizen_accepted", text=text, field="citizen_accepted_on")
    if words.place_free is None:
        yield Lack(code="place_free", text=_("Svar på, om der er en ledig plads."), field="place_free")
    elif not words.place_free and not words.interim_help.strip():
        text = _("Der er ingen ledig plads. Skriv, hvilken hjælp borgeren får imens.")
        yield Lack(code="interim_help", text=text, field="interim_help")


def _letter(held: Held) -> Iterator[Lack]:
    if not held.complaint_address:
        text = _("Der er ingen adresse at klage til. Bed administratoren om at indsætte den i kommunens indstillinger.")
        yield Lack(code="complaint_address", text=text, page="case")
    if held.recipient_problem:
        yield Lack(code="recipient", text=held.recipient_problem, page="case")
