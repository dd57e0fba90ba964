"""What a hearing's letter and a decision's letter say. Danish only; the fixed parts (guidance, contact) come after.

Pure but for the municipality's letterhead. Source: FVL §§ 19, 22–25; SEL § 141(2). Result first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ophold.journey.decisions.choices import Outcome, PlanOffer
from ophold.journey.decisions.words import DecisionWords, HearingWords, lines, paragraphs
from ophold.law import wording
from ophold.law.promises import FollowUpPromise, HearingPromise
from ophold.record.cases.models import Case
from ophold.record.cases.standards import standard_of
from ophold.record.letters.choices import Kind
from ophold.record.letters.content import LetterContent, Row, Section
from ophold.record.letters.letterhead import guidance, sender, standard_note
from ophold.record.people.models import Account
from ophold.standard import answers
from ophold.standard.matters import promised
from ophold.standard.shape import Standard

KINDS = {
    Outcome.GRANT: Kind.DECISION_GRANT,
    Outcome.PARTIAL: Kind.DECISION_PARTIAL,
    Outcome.REFUSAL: Kind.DECISION_REFUSAL,
}
TITLES = {
    Outcome.GRANT: "Du får det midlertidige ophold, du har søgt om",
    Outcome.PARTIAL: "Du får en del af det, du har søgt om",
    Outcome.REFUSAL: "Du får ikke det midlertidige ophold, du har søgt om",
}
LEADS = {
    Outcome.GRANT: "Vi bevilger dig et midlertidigt ophold efter serviceloven § 107.",
    Outcome.PARTIAL: "Vi bevilger dig et midlertidigt ophold efter serviceloven § 107, men ikke det hele.",
    Outcome.REFUSAL: "Vi giver afslag på din ansøgning om midlertidigt ophold efter serviceloven § 107.",
}
PLAN = {
    PlanOffer.ACCEPTED: "Vi har tilbudt dig en handleplan, og du har sagt ja. Vi laver den sammen med dig.",
    PlanOffer.DECLINED: "Vi har tilbudt dig en handleplan, og du har sagt nej. Du kan altid sige ja senere.",
    PlanOffer.THINKING: "Vi har tilbudt dig en handleplan. Giv os besked, når du har besluttet dig.",
}


def hearing_letter(case: Case, words: HearingWords, *, due_on: date, by: Account, on: date) -> LetterContent:
    """The draft with what speaks against the citizen, and how and until when one can answer."""
    standard = standard_of(case)
    adverse = paragraphs(words.adverse)
    sections = [Section(heading="Udkast til afgørelse", paragraphs=paragraphs(words.draft))]
    if adverse:
        sections.append(Section(heading="Oplysninger og vurderinger, der taler imod", paragraphs=adverse))
    sections.append(
        Section(
            heading="Sådan svarer du",
            paragraphs=(
                "Du kan svare på Min sag, skrive, ringe eller komme forbi. Du kan få hjælp til det.",
                "Har du ingen bemærkninger, må du gerne sige det. Så kan vi gå videre med det samme.",
                "Kommer dit svar senere, men inden vi har truffet afgørelse, tager vi det stadig med.",
            ),
            rows=(Row(label="Svar senest", value=wording.weekday(due_on)), *_length(case)),
        )
    )
    return LetterContent(
        kind=Kind.HEARING,
        sender=sender(case, signed_by=by),
        dated=on,
        reference=case.reference,
        title="Du kan udtale dig, før vi træffer afgørelse",
        lead=f"Her er vores udkast. Læs det, og svar os senest {wording.weekday(due_on)}.",
        sections=tuple(sections),
        rules=("Forvaltningsloven § 19",) if words.duty else (),
        standard=standard_note(standard),
    )


def decision_letter(
    case: Case, words: DecisionWords, *, by: Account, on: date, kind: Kind | None = None
) -> LetterContent:
    """The decision as the citizen reads it."""
    return LetterContent(
        kind=kind or KINDS[words.outcome],
        sender=sender(case, signed_by=by),
        dated=on,
        reference=case.reference,
        title=TITLES[words.outcome],
        lead=LEADS[words.outcome],
        sections=tuple(_sections(words, standard_of(case))),
        reasons=(*paragraphs(words.reasons), *paragraphs(words.considerations)),
        facts=lines(words.facts),
        rules=lines(words.rules),
        guidance=guidance(case),
        standard=standard_note(standard_of(case)),
    )


def _sections(words: DecisionWords, standard: Standard) -> Iterator[Section]:
    if words.grants:
        yield Section(heading="Det får du", paragraphs=paragraphs(words.granted), rows=tuple(_rows(words)))
    if words.applied_for.strip():
        yield Section(heading="Det har du søgt om", paragraphs=paragraphs(words.applied_for))
    if words.grants and words.interim_help.strip():
        yield Section(heading="Indtil der er en plads", paragraphs=paragraphs(words.interim_help))
    if words.grants and words.plan_offer is not None:
        yield Section(heading="Det sker der nu", paragraphs=(PLAN[words.plan_offer],))
    if words.grants:
        yield from _followed_up(standard)
    if words.remarks_weighed.strip():
        yield Section(heading="Dine bemærkninger til udkastet", paragraphs=paragraphs(words.remarks_weighed))


def _followed_up(standard: Standard) -> Iterator[Section]:
    """How the standard promises to follow a stay up; the days themselves come when it has begun."""
    told = answers.follow_up_plan(standard, began=None, until=date.max)
    if promised(standard, FollowUpPromise).value is not None:
        yield Section(heading="Sådan følger vi op", items=tuple(reason.text for reason in told.because))


def _rows(words: DecisionWords) -> Iterator[Row]:
    if words.facility.strip():
        yield Row(label="Botilbud", value=words.facility)
    if words.respite_full_days is not None:
        yield Row(label="Aflastning", value=f"{words.respite_full_days} døgn om året")
    if words.follow_up_every_months is not None:
        months = words.follow_up_every_months
        yield Row(label="Opfølgning", value="Mindst hver måned" if months == 1 else f"Mindst hver {months}. måned")
    if words.review_on is not None:
        review = f"{wording.day(words.review_on)}. Opholdet stopper ikke af sig selv."
        yield Row(label="Vi ser på bevillingen igen", value=review)
    if words.next_on is not None:
        label = "Opholdet kan begynde" if words.place_free else "Vi vender tilbage senest"
        yield Row(label=label, value=wording.weekday(words.next_on))


def _length(case: Case) -> tuple[Row, ...]:
    promise = promised(standard_of(case), HearingPromise).value
    if promise is None:
        return ()
    start = "du fik brevet" if promise.counted_from == "receipt" else "brevet blev sendt"
    return (Row(label="Du har", value=f"{wording.period(promise.within)}, fra {start}"),)
