"""Sending a draft in hearing, what is said to it, leaving a hearing out, and deciding.

A hearing never stops the response clock. Nothing here ends by itself: a deadline that passes only makes a task.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ophold.journey.decisions import gate
from ophold.journey.decisions.choices import HearingDuty, HearingReason
from ophold.journey.decisions.deadline import always_by, answer_by
from ophold.journey.decisions.gate import Held, Lack
from ophold.journey.decisions.letter_text import decision_letter, hearing_letter
from ophold.journey.decisions.models import Decision, Exemption, Hearing, HearingParty, Remark
from ophold.journey.decisions.queries import case_file
from ophold.journey.decisions.words import DecisionWords, ExemptionWords, HearingWords, RemarkWords, paragraphs
from ophold.law.facts import ContradictoryFacts
from ophold.law.finding import Finding, Status
from ophold.record.attachments.actions import Origin, attach
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.tray import form_tray
from ophold.record.cases.actions import store_clocks
from ophold.record.cases.acts import Refused, act
from ophold.record.cases.choices import CaseState, Channel, ClockEnd, ClockKind, WaitsOn
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.models import Case
from ophold.record.cases.queries import open_clocks
from ophold.record.cases.standards import standard_of
from ophold.record.clock import COPENHAGEN
from ophold.record.journal.actions import write
from ophold.record.letters.actions import issue
from ophold.record.letters.choices import Kind
from ophold.record.letters.models import Dispatch, Letter
from ophold.record.letters.recipients import Addressee, addressees
from ophold.record.people.models import Account

PAPERS_ALONE = "Vedlagte papirer uden bemærkninger."


class HearingRefused(Refused):
    """A draft was not sent in hearing."""


class ExemptionRefused(Refused):
    """A hearing was not left out."""


class RemarksRefused(Refused):
    """Remarks to a draft were not saved."""


class DecisionRefused(Refused):
    """A decision was not made; `lacks` says what is missing."""

    def __init__(self, lacks: Sequence[Lack]) -> None:
        self.lacks = tuple(lacks)
        said = " ".join(lack.text for lack in self.lacks)
        super().__init__(_("Afgørelsen blev ikke truffet, fordi noget mangler. %(lacks)s") % {"lacks": said})


# -- the hearing ------------------------------------------------------------------------------------------------------


@act("send_hearing")
def send_hearing(case: Case, *, words: HearingWords, by: Account, at: datetime, act_key: str) -> Hearing:
    """Send the draft to everybody who gets the case's letters; each has an own last day. Raises HearingRefused."""
    on = at.date()
    reason = _why_heard(case, words)
    if words.drafts_seen is not None and Hearing.objects.filter(case=case).count() > words.drafts_seen:
        raise HearingRefused(
            _(
                "Partshøringen blev ikke sendt, fordi en anden har sendt et udkast, mens du skrev. "
                "Læs det her på siden, og send kun igen, hvis der skal et nyt til."
            )
        )
    if not paragraphs(words.draft):
        raise HearingRefused(_("Partshøringen blev ikke sendt, fordi udkastet er tomt. Skriv udkastet."))
    if reason == HearingReason.STATUTE and not words.adverse.strip():
        raise HearingRefused(
            _(
                "Partshøringen blev ikke sendt, fordi oplysningerne til ugunst mangler. "
                "Skriv de oplysninger og vurderinger, borgeren skal kende."
            )
        )
    to = addressees(case, on=on)
    days = [_answer_by(case, each, words.answer_by, on=on) for each in to]
    latest = max(day for day, _finding in days)
    letter = issue(case, hearing_letter(case, words, due_on=latest, by=by, on=on), by=by, at=at, to=to)
    hearing = _store_hearing(case, words, reason, letter, by=by, at=at)
    heard = HearingParty.objects.bulk_create(
        HearingParty(municipality_id=case.municipality_id, hearing=hearing, party_id=each.party_id, due_on=day)
        for each, (day, _finding) in zip(to, days, strict=True)
    )
    clocks = open_clocks(case)
    for row, (_day, finding) in zip(heard, days, strict=True):
        _start(clocks, row, finding, on=on)
    case.state = CaseState.HEARING
    facts = {"hearing": hearing.pk, "reason": reason.value, "due_on": latest.isoformat(), "parties": len(heard)}
    save = ("state", *store_clocks(clocks))
    write(case, act="send_hearing", by=by, at=at, act_key=act_key, facts=facts, save=save)
    return hearing


def _store_hearing(
    case: Case, words: HearingWords, reason: HearingReason, letter: Letter, *, by: Account, at: datetime
) -> Hearing:
    return Hearing.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        letter=letter,
        reason=reason,
        draft=words.draft,
        adverse=words.adverse,
        answer_by=words.answer_by,
        sent_at=at,
        sent_by=by,
        standard_version=case.standard_version,
    )


def _why_heard(case: Case, words: HearingWords) -> HearingReason:
    if always_by(standard_of(case)) is not None:
        return HearingReason.ALWAYS
    return HearingReason.STATUTE if words.duty else HearingReason.CHOSEN


def _answer_by(case: Case, to: Addressee, chosen: date | None, *, on: date) -> tuple[date, Finding[date]]:
    try:
        finding = answer_by(case, channel=to.channel, sent=on, chosen=chosen)
    except ContradictoryFacts as contradiction:
        raise HearingRefused(str(contradiction)) from None
    if finding.status is not Status.SETTLED or finding.value is None:
        raise HearingRefused(
            _(
                "Partshøringen blev ikke sendt, fordi hverken loven eller standarden siger, hvor længe borgeren har. "
                "Vælg den dag, svaret skal være her."
            )
        )
    return finding.value, finding


def _start(clocks: OpenClocks, row: HearingParty, finding: Finding[date], *, on: date) -> None:
    waits_on = WaitsOn.CITIZEN if row.party_id is None else WaitsOn.PARTY
    clocks.start(ClockKind.HEARING, finding, starts_on=on, waits_on=waits_on, subject=subject(row))


def subject(row: HearingParty) -> str:
    """The clock of one who is heard."""
    return f"hearing:{row.hearing_id}:{row.pk}"


def draft_delivered(
    sender: type[Dispatch], *, case: Case, dispatch: Dispatch, at: datetime, **_more: Any
) -> tuple[str, ...]:
    """Hears that a copy of a draft was delivered: its recipient's last day is counted anew from what is recorded."""
    if dispatch.letter.kind != Kind.HEARING:
        return ()
    rows = HearingParty.objects.filter(hearing__letter=dispatch.letter_id, party=dispatch.party_id)
    row = rows.select_related("hearing").first()
    if row is None:
        return ()
    digital = dispatch.channel == Channel.DIGITAL_POST
    row.received_on = dispatch.received_on or (dispatch.delivered_on if digital else None)
    posted = None if row.received_on else dispatch.delivered_on
    finding = answer_by(
        case, channel=dispatch.channel, sent=posted, received=row.received_on, chosen=row.hearing.answer_by
    )
    before, row.due_on = row.due_on, finding.value or row.due_on
    row.save(update_fields=["received_on", "due_on"])
    clocks = open_clocks(case)
    if row.due_on == before or not clocks.running(ClockKind.HEARING, subject(row)):
        return ()
    clocks.stop(ClockKind.HEARING, on=at.date(), ended=ClockEnd.REPLACED, subject=subject(row))
    _start(clocks, row, finding, on=row.received_on or posted or at.date())
    return store_clocks(clocks)


@act("reply_hearing")
def reply_hearing(case: Case, *, words: RemarkWords, by: Account, at: datetime, act_key: str) -> None:
    """The citizen's own reply to the newest draft. Raises RemarksRefused."""
    _reply(case, None, words, act_name="reply_hearing", by=by, at=at, act_key=act_key)


@act("register_remarks")
def register_remarks(case: Case, *, heard_id: int, words: RemarkWords, by: Account, at: datetime, act_key: str) -> None:
    """What somebody heard said or wrote on paper, entered by staff with the day it came. Raises RemarksRefused."""
    _reply(case, heard_id, words, act_name="register_remarks", by=by, at=at, act_key=act_key)


def _reply(
    case: Case, heard_id: int | None, words: RemarkWords, *, act_name: str, by: Account, at: datetime, act_key: str
) -> None:
    row = _heard(case, heard_id)
    texts = [(about, text) for about, text in words.texts if text.strip()]
    tray = form_tray(by, case.municipality, act_key)
    if not texts and tray.held().exists():
        texts = [(0, PAPERS_ALONE)]  # so that the decision weighs them
    _refuse_unfit(words, texts, row, today=at.date())
    late = words.received_on > row.due_on
    Remark.objects.bulk_create(
        Remark(
            municipality_id=case.municipality_id,
            heard=row,
            about=about,
            text=text,
            received_on=words.received_on,
            channel=words.channel,
            is_late=late,
            recorded_by=by,
            at=at,
        )
        for about, text in texts
    )
    save = _finish(case, row, words.received_on, on=at.date()) if words.finished else ()
    facts: dict[str, object] = {"hearing": row.hearing_id, "remarks": len(texts), "finished": words.finished}
    facts |= {"late": late, "received_on": words.received_on.isoformat(), "channel": words.channel.value}
    origin = Origin(
        came_with=CameWith.HEARING,
        subject=subject(row),
        from_citizen=row.party_id is None,
        received_on=words.received_on,
    )
    facts |= attach(case, tray, origin, by=by, at=at)
    said = "\n\n".join(text for _about, text in texts)
    write(case, act=act_name, by=by, at=at, act_key=act_key, facts=facts, text=said, save=save)


def _heard(case: Case, heard_id: int | None) -> HearingParty:
    rows = HearingParty.objects.filter(hearing__case=case).select_related("hearing").order_by("-pk")
    row = (rows.filter(party=None) if heard_id is None else rows.filter(pk=heard_id)).first()
    if row is None:
        raise RemarksRefused(
            _("Svaret blev ikke gemt, fordi der ikke er en partshøring at svare på. Åbn sagen igen, og se dens gang.")
        )
    return row


def _refuse_unfit(words: RemarkWords, texts: Sequence[tuple[int, str]], row: HearingParty, *, today: date) -> None:
    if not texts and not words.finished:
        raise RemarksRefused(
            _("Svaret blev ikke gemt, fordi det er tomt. Skriv dine bemærkninger, eller vælg ”Jeg har ingen”.")
        )
    if words.received_on > today:
        raise RemarksRefused(_("Svaret blev ikke gemt, fordi dagen ligger i fremtiden. Ret dagen."))
    if words.received_on < row.hearing.sent_at.astimezone(COPENHAGEN).date():
        raise RemarksRefused(_("Svaret blev ikke gemt, fordi dagen ligger før udkastet blev sendt. Ret dagen."))


def _finish(case: Case, row: HearingParty, said_on: date, *, on: date) -> tuple[str, ...]:
    if row.finished_on is None:
        row.finished_on = said_on
        row.save(update_fields=["finished_on"])
    clocks = open_clocks(case)
    clocks.stop(ClockKind.HEARING, on=on, ended=ClockEnd.MET, subject=subject(row))
    return store_clocks(clocks)


@act("exempt_hearing")
def exempt_hearing(case: Case, *, words: ExemptionWords, by: Account, at: datetime, act_key: str) -> Exemption:
    """Leave statute's hearing out by a named ground; a standard's own promise stands. Raises ExemptionRefused."""
    promise = always_by(standard_of(case))
    if promise is not None:
        raise ExemptionRefused(
            _(
                "Undtagelsen blev ikke gemt, fordi kommunen har lovet altid at sende udkastet i høring (%(source)s). "
                "En undtagelse i loven ophæver ikke det løfte. Send partshøringen."
            )
            % {"source": promise.provision}
        )
    if not words.reason.strip():
        raise ExemptionRefused(_("Undtagelsen blev ikke gemt, fordi den mangler en begrundelse. Skriv hvorfor."))
    row = Exemption.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        ground=words.ground,
        reason=words.reason,
        recorded_by=by,
        at=at,
    )
    facts = {"exemption": row.pk, "ground": words.ground.value}
    write(case, act="exempt_hearing", by=by, at=at, act_key=act_key, facts=facts, text=words.reason)
    return row


# -- the decision -----------------------------------------------------------------------------------------------------


@act("decide")
def decide(case: Case, *, words: DecisionWords, by: Account, at: datetime, act_key: str) -> Decision:
    """Make the decision and its letter; one of each, whatever is repeated. Raises DecisionRefused."""
    file = case_file(case, at=at)
    lacks = gate.missing(words, file.held)
    if lacks:
        raise DecisionRefused(lacks)
    decision = make_decision(case, words, held=file.held, to=file.to, number=file.last_decision + 1, by=by, at=at)
    on, clocks = at.date(), file.clocks
    clocks.stop(ClockKind.RESPONSE, on=on)
    clocks.stop(ClockKind.HEARING, on=on, ended=ClockEnd.MET)
    clocks.stop(ClockKind.NEXT_STEP, on=on, ended=ClockEnd.REPLACED)
    if words.grants:
        label = _("Opholdet begynder") if words.place_free else _("Find en plads")
        clocks.start(ClockKind.NEXT_STEP, starts_on=on, due_on=words.next_on, label=label)
    case.state = CaseState.GRANTED if words.grants else CaseState.REFUSED
    facts = {"decision": decision.pk, "outcome": words.outcome.value, "letter": decision.letter_id}
    save = ("state", *store_clocks(clocks))
    write(case, act="decide", by=by, at=at, act_key=act_key, facts=facts, save=save)
    return decision


def make_decision(
    case: Case,
    words: DecisionWords,
    *,
    held: Held,
    to: Sequence[Addressee],
    number: int,
    by: Account,
    at: datetime,
    kind: Kind | None = None,
) -> Decision:
    """A decision that has passed the gate, and its letter; inside an act. `kind` only where it is not the usual one."""
    content = decision_letter(case, words, by=by, on=at.date(), kind=kind)
    letter = issue(case, content, by=by, at=at, to=to)
    return Decision.objects.create(
        municipality_id=case.municipality_id,
        case=case,
        number=number,
        letter=letter,
        outcome=words.outcome,
        applied_for=words.applied_for,
        reasons=words.reasons,
        considerations=words.considerations,
        facts=words.facts,
        rules=words.rules,
        remarks_weighed=words.remarks_weighed,
        hearing_duty=_duty(words, held),
        hearing_duty_reason=words.duty_reason,
        decided_on=at.date(),
        decided_at=at,
        decided_by=by,
        standard_version=case.standard_version,
        **(_granted(words) if words.grants else {}),
    )


def _granted(words: DecisionWords) -> dict[str, Any]:
    names = ["granted", "facility", "facility_accepted_on", "citizen_accepted_on", "respite_full_days", "review_on"]
    names += ["follow_up_every_months", "interim_help", "next_on"]
    return {name: getattr(words, name) for name in names} | {"plan_offer": words.plan_offer or ""}


def _duty(words: DecisionWords, held: Held) -> HearingDuty:
    if held.always_by is not None:
        return HearingDuty.ALWAYS
    if not words.adverse:
        return HearingDuty.NOT_ASKED
    required = held.hearing_sent or held.exemption is not None or words.duty
    return HearingDuty.REQUIRED if required else HearingDuty.NOT_REQUIRED
