"""Complaints: received, reassessed, decided anew, sent on. Every one is registered; no act here turns one away.

One clock of four weeks runs from the day the complaint was received: by its end there is a new decision, or the file
has been sent to Ankestyrelsen (docs/decisions/0012-one-clock-for-a-complaint.md). The new decision passes the same
gate as every decision.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from ophold.journey.complaints import clocks, letters
from ophold.journey.complaints.choices import Complainant, ComplaintState, Outcome
from ophold.journey.complaints.contents import contents
from ophold.journey.complaints.models import Complaint, Forwarding, Reassessment
from ophold.journey.complaints.queries import complaint_of, decision_of, seen_against_window
from ophold.journey.complaints.transitions import REASSESSED, after, possible
from ophold.journey.complaints.words import Words, authority_missing
from ophold.journey.decisions import gate
from ophold.journey.decisions.actions import DecisionRefused, make_decision
from ophold.journey.decisions.choices import Outcome as DecisionOutcome
from ophold.journey.decisions.models import Decision
from ophold.journey.decisions.queries import case_file
from ophold.journey.decisions.words import DecisionWords
from ophold.law import wording
from ophold.record.attachments.actions import Origin, attach
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.tray import form_tray
from ophold.record.cases.actions import NEXT, store_clocks
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import CaseState, Channel, ClockKind
from ophold.record.cases.models import Case, Party
from ophold.record.cases.queries import open_clocks
from ophold.record.journal.actions import write
from ophold.record.letters.actions import issue
from ophold.record.letters.choices import Kind
from ophold.record.letters.recipients import ankestyrelsen
from ophold.record.people.models import Account

BETTER = (DecisionOutcome.REFUSAL, DecisionOutcome.PARTIAL, DecisionOutcome.GRANT)  # each better than the one before


class ComplaintRefused(Refused):
    """A complaint was not registered as it was written; it can always be registered when that is put right."""


class ReassessmentRefused(Refused):
    """A reassessment was not recorded."""


class AuthorityRefused(Refused):
    """An authority was not recorded."""


class DelayRefused(Refused):
    """A notice that a reassessment takes longer was not sent."""


class NewDecisionRefused(Refused):
    """A new decision was not made."""


class ForwardingRefused(Refused):
    """A complaint was not sent to Ankestyrelsen."""


@act("complain")
def complain(
    case: Case, *, decision_id: int, text: str, suspension_asked: bool, by: Account, at: datetime, act_key: str
) -> Complaint:
    """The citizen complains, in one step. Raises ComplaintRefused."""
    words = Words(
        decision_id=decision_id,
        received_on=at.date(),
        channel=Channel.SELF_SERVICE,
        text=text,
        suspension_asked=suspension_asked,
    )
    return _receive(case, words, act="complain", by=by, at=at, act_key=act_key)


@act("register_complaint")
def register_complaint(case: Case, *, words: Words, by: Account, at: datetime, act_key: str) -> Complaint:
    """Staff enter a complaint that came by word of mouth, letter or mail, on its day. Raises ComplaintRefused."""
    if words.channel == Channel.SELF_SERVICE:
        raise ComplaintRefused(
            _("Klagen blev ikke registreret, fordi den ikke kom med selvbetjening. Vælg, hvordan den kom ind.")
        )
    return _receive(case, words, act="register_complaint", by=by, at=at, act_key=act_key)


def _receive(case: Case, words: Words, *, act: str, by: Account, at: datetime, act_key: str) -> Complaint:
    decision, party = _checked(case, words, today=at.date())
    seen = seen_against_window(case, decision, words.complainant, party, received_on=words.received_on)
    complaint = Complaint.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        decision=decision,
        number=1 + (Complaint.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0),
        received_on=words.received_on,
        channel=words.channel,
        complainant=words.complainant,
        party=party,
        name=words.name.strip() if words.complainant == Complainant.SOMEBODY else "",
        text=words.text.strip(),
        excuse=words.excuse.strip(),
        timeliness=seen.timeliness,
        window_finding=seen.finding,
        authority_missing=authority_missing(words.complainant, party),
        suspension_asked=words.suspension_asked,
        registered_by=by,
        registered_at=at,
    )
    due = clocks.start(case, complaint, today=at.date())
    issue(case, letters.receipt(case, complaint, due=due, dated=at.date()), by=by, at=at)
    save = (*NEXT, *_open_again(case))
    facts = _facts(complaint) | _attached(case, complaint, by=by, at=at, act_key=act_key)
    write(case, act=act, by=by, at=at, act_key=act_key, facts=facts, text=complaint.text, save=save)
    return complaint


def _attached(case: Case, complaint: Complaint, *, by: Account, at: datetime, act_key: str) -> dict[str, object]:
    origin = Origin(
        came_with=CameWith.COMPLAINT,
        subject=clocks.subject(complaint),
        from_citizen=complaint.complainant == Complainant.CITIZEN,
        received_on=complaint.received_on,
    )
    return attach(case, form_tray(by, case.municipality, act_key), origin, by=by, at=at)


def _facts(complaint: Complaint) -> dict[str, object]:
    return {
        "complaint": complaint.number,
        "decision": complaint.decision.number,
        "received_on": complaint.received_on.isoformat(),
        "channel": complaint.channel,
        "timeliness": complaint.timeliness,
        "authority_missing": complaint.authority_missing,
        "suspension_asked": complaint.suspension_asked,
    }


def _checked(case: Case, words: Words, *, today: date) -> tuple[Decision, Party | None]:
    decision = decision_of(case, words.decision_id)
    if decision is None:
        raise ComplaintRefused(
            _("Klagen blev ikke registreret, fordi afgørelsen ikke hører til sagen. Vælg en af sagens afgørelser.")
        )
    if words.received_on > today:
        raise ComplaintRefused(_("Klagen blev ikke registreret, fordi dagen ligger i fremtiden. Ret, hvornår den kom."))
    if words.received_on < decision.decided_on:
        raise ComplaintRefused(
            _("Klagen blev ikke registreret, fordi den er modtaget før afgørelsen (%(decided)s). Ret, hvornår den kom.")
            % {"decided": wording.day(decision.decided_on)}
        )
    party = Party.objects.filter(case=case, pk=words.party_id).first() if words.party_id else None
    if words.complainant == Complainant.PARTY and party is None:
        raise ComplaintRefused(
            _("Klagen blev ikke registreret, fordi det ikke fremgår, hvem der klager. Vælg en af sagens parter.")
        )
    if words.complainant == Complainant.SOMEBODY and not words.name.strip():
        raise ComplaintRefused(
            _("Klagen blev ikke registreret, fordi klagerens navn mangler. Skriv det; fuldmagten kan komme senere.")
        )
    return decision, party if words.complainant == Complainant.PARTY else None


def _open_again(case: Case) -> tuple[str, ...]:
    """A closed case is opened again by a complaint, in the state its newest decision left it in."""
    if case.state != CaseState.CLOSED:
        return ()
    refused = Decision.objects.filter(case=case).latest("number").outcome == DecisionOutcome.REFUSAL
    case.state, case.closed_on = CaseState.REFUSED if refused else CaseState.GRANTED, None
    case.closed_as = ""
    return ("state", "closed_on", "closed_as")


@act("reassess")
def reassess(
    case: Case, *, number: int, outcome: Outcome, reasons: str, by: Account, at: datetime, act_key: str
) -> Reassessment:
    """Record what the reassessment came to, and why. Raises ReassessmentRefused.

    Changed and partly changed wait for the new decision, upheld for the file to be sent: inside the same four weeks.
    """
    complaint = complaint_of(case, number)
    if complaint is None or not possible("reassess", ComplaintState(complaint.state)):
        raise ReassessmentRefused(
            _("Genvurderingen blev ikke gemt, fordi klagen allerede er genvurderet eller sendt. Åbn klagen igen.")
        )
    if not reasons.strip():
        raise ReassessmentRefused(
            _("Genvurderingen blev ikke gemt, fordi begrundelsen mangler. Skriv, hvad I har lagt vægt på.")
        )
    row = Reassessment.objects.create(
        municipality_id=case.municipality_id,
        complaint=complaint,
        outcome=outcome,
        reasons=reasons.strip(),
        by=by,
        reassessed_on=at.date(),
    )
    complaint.state = REASSESSED[outcome]
    complaint.save(update_fields=["state"])
    facts = {"complaint": number, "outcome": outcome.value}
    write(case, act="reassess", by=by, at=at, act_key=act_key, facts=facts, text=row.reasons)
    return row


@act("record_authority")
def record_authority(case: Case, *, number: int, party_id: int, by: Account, at: datetime, act_key: str) -> None:
    """The authority that was missing has come: the complaint is this party's. Raises AuthorityRefused."""
    complaint = complaint_of(case, number)
    if complaint is None or not complaint.authority_missing:
        raise AuthorityRefused(_("Fuldmagten blev ikke registreret, fordi klagen ikke mangler en. Åbn klagen igen."))
    party = Party.objects.filter(case=case, pk=party_id).first()
    if party is None or authority_missing(Complainant.PARTY, party):
        raise AuthorityRefused(
            _(
                "Fuldmagten blev ikke registreret, fordi parten ikke er værge eller partsrepræsentant med et grundlag. "
                "Tilføj parten til sagen først."
            )
        )
    complaint.complainant, complaint.party, complaint.name = Complainant.PARTY, party, ""
    complaint.authority_missing = False
    complaint.save(update_fields=["complainant", "party", "name", "authority_missing"])
    facts = {"complaint": number, "party": party.pk}
    write(case, act="record_authority", by=by, at=at, act_key=act_key, facts=facts, text=party.basis)


@act("delay_reassessment")
def delay_reassessment(
    case: Case, *, number: int, until: date, why: str, by: Account, at: datetime, act_key: str
) -> None:
    """Give notice that the four weeks are not enough, why, and until when. What was promised stays on the clock.

    Only because information or an assessment is lacking (law.md § 12, 8). Raises DelayRefused.
    """
    complaint, today, held = complaint_of(case, number), at.date(), open_clocks(case)
    running = held.running(ClockKind.REASSESSMENT, clocks.subject(complaint)) if complaint else []
    if complaint is None or not running:
        raise DelayRefused(_("Beskeden blev ikke sendt, fordi klagen ikke venter på kommunen. Åbn klagen igen."))
    (clock,) = running
    if until <= max(today, clock.due_on or today):
        raise DelayRefused(
            _("Beskeden blev ikke sendt, fordi den nye dag ikke er senere end i dag og fristen. Vælg en senere dag.")
        )
    if not why.strip():
        raise DelayRefused(
            _(
                "Beskeden blev ikke sendt, fordi grunden mangler. "
                "Skriv, hvilke oplysninger eller vurderinger I venter på."
            )
        )
    before = clock.due_on
    held.delay(clock, until)
    issue(case, letters.longer(case, complaint, until=until, why=why, dated=today, by=by), by=by, at=at)
    facts = {"complaint": number, "until": until.isoformat(), "before": before.isoformat() if before else None}
    save = store_clocks(held)
    write(case, act="delay_reassessment", by=by, at=at, act_key=act_key, facts=facts, text=why.strip(), save=save)


@act("decide_anew")
def decide_anew(case: Case, *, number: int, words: DecisionWords, by: Account, at: datetime, act_key: str) -> Decision:
    """The new decision that a changed or partly changed one waits for; it has its own letter and its own window.

    Raises NewDecisionRefused, and DecisionRefused where the gate says that something is missing.
    """
    complaint = complaint_of(case, number)
    to = after("decide_anew", ComplaintState(complaint.state)) if complaint else None
    if complaint is None or to is None:
        raise NewDecisionRefused(
            _("Afgørelsen blev ikke truffet, fordi ingen klage venter på en ny afgørelse. Genvurder klagen først.")
        )
    _refuse_worse(complaint, words)
    file = case_file(case, at=at)
    if lacks := gate.missing(words, file.held):
        raise DecisionRefused(lacks)
    changed = complaint.state == ComplaintState.CHANGED
    kind = Kind.REASSESSMENT_CHANGED if changed else Kind.REASSESSMENT_PARTLY
    decision = make_decision(
        case, words, held=file.held, to=file.to, number=file.last_decision + 1, by=by, at=at, kind=kind
    )
    complaint.state, complaint.new_decision = to, decision
    complaint.save(update_fields=["state", "new_decision"])
    save = clocks.decided(case, file.clocks, complaint, words, on=at.date())
    if words.grants and case.state == CaseState.REFUSED:
        case.state = CaseState.GRANTED
    facts = {"complaint": number, "decision": decision.number, "outcome": words.outcome.value}
    write(case, act="decide_anew", by=by, at=at, act_key=act_key, facts=facts, save=("state", *save))
    return decision


def _refuse_worse(complaint: Complaint, words: DecisionWords) -> None:
    before, now = BETTER.index(complaint.decision.outcome), BETTER.index(words.outcome)
    if now < before:
        raise NewDecisionRefused(
            _(
                "Afgørelsen blev ikke truffet, fordi den er dårligere for borgeren end den, der er klaget over. "
                "Det kræver en ny partshøring og hjemmel og sker ikke i en genvurdering. Fasthold, eller bed om råd."
            )
        )
    if now == before and words.outcome == DecisionOutcome.REFUSAL:
        raise NewDecisionRefused(
            _(
                "Afgørelsen blev ikke truffet, fordi et nyt afslag ikke ændrer noget. "
                "Vælg, hvad borgeren får, eller send klagen videre."
            )
        )


@act("forward_complaint")
def forward_complaint(
    case: Case, *, number: int, note: str, next_on: date, by: Account, at: datetime, act_key: str
) -> Forwarding:
    """Send the file to Ankestyrelsen with a list of what goes along, and tell the citizen. Raises ForwardingRefused."""
    complaint = complaint_of(case, number)
    to = after("forward_complaint", ComplaintState(complaint.state)) if complaint else None
    if complaint is None or to is None:
        raise ForwardingRefused(
            _("Klagen blev ikke sendt, fordi den allerede er sendt, eller hele afgørelsen ændres. Åbn klagen igen.")
        )
    _refuse_unreassessed(complaint)
    today = at.date()
    if next_on <= today:
        raise ForwardingRefused(
            _("Klagen blev ikke sendt, fordi dagen for næste opfølgning ikke ligger efter i dag. Vælg en senere dag.")
        )
    reassessed = Reassessment.objects.filter(complaint=complaint).first()
    items = contents(case, complaint, reassessed)
    row = Forwarding.objects.create(
        municipality_id=case.municipality_id,
        complaint=complaint,
        sent_on=today,
        contents=[item.as_json() for item in items],
        with_reassessment=reassessed is not None,
        note=note.strip(),
        by=by,
    )
    complaint.state = to
    complaint.save(update_fields=["state"])
    enclosed = tuple(item.in_letter for item in items)
    issue(case, letters.to_ankestyrelsen(case, complaint, row, enclosed, by=by), by=by, at=at, to=ankestyrelsen())
    issue(case, letters.sent_on(case, complaint, reassessed, enclosed, dated=today, by=by), by=by, at=at)
    save = clocks.sent(case, complaint, next_on=next_on, today=today)
    facts = {"complaint": number, "with_reassessment": row.with_reassessment, "contents": len(items)}
    write(case, act="forward_complaint", by=by, at=at, act_key=act_key, facts=facts, text=row.note, save=save)
    return row


def _refuse_unreassessed(complaint: Complaint) -> None:
    if complaint.state == ComplaintState.RECEIVED and not complaint.may_skip_reassessment:
        raise ForwardingRefused(
            _("Klagen blev ikke sendt, fordi afgørelsen ikke er genvurderet. Genvurder den først, og send så klagen.")
        )
