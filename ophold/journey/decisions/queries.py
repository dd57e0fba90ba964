"""Reads across hearings and decisions; everything a decision rests on is read in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import JSONObject, Length

from ophold.journey.assessment.models import LimbFinding
from ophold.journey.decisions.deadline import always_by
from ophold.journey.decisions.gate import Held
from ophold.journey.decisions.models import Decision, Exemption, Hearing, HearingParty, Remark
from ophold.law.hearing_deadline import hearing_over
from ophold.law.hearing_duty import Exemption as Ground
from ophold.law.limbs import Limb, LimbRecord, Outcome
from ophold.law.promises import ProviderChoice
from ophold.record.attachments import queries as attachments
from ophold.record.attachments.choices import CameWith
from ophold.record.attachments.models import Attachment
from ophold.record.attachments.tray import Line
from ophold.record.cases.clocks import OpenClocks
from ophold.record.cases.facts import rows
from ophold.record.cases.models import Case, Clock, Party
from ophold.record.cases.standards import complaint_address_of, standard_of
from ophold.record.letters.content import LetterRefused
from ophold.record.letters.recipients import Addressee, addressees
from ophold.standard.matters import promised

ON_FILE = "på sagen"  # the rule asks whether a reason and a source are there; the words themselves stay sealed
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """What a decision rests on, as the case holds it."""

    held: Held
    clocks: OpenClocks
    to: tuple[Addressee, ...]
    last_decision: int
    papers: tuple[Line, ...] = ()  # those that came with replies


def case_file(case: Case, *, at: datetime) -> CaseFile:
    """Limbs, hearing, exemption, remarks, decisions, clocks and parties, in one statement."""
    found: dict[str, list[Row]] = defaultdict(list)
    first, *others = _parts(case, on=at.date())
    for kind, row in first.union(*others, all=True):
        found[kind].append(row)
    to, problem = _recipients(case, found["party"], on=at.date())
    return CaseFile(
        held=_held(case, found, at=at, problem=problem),
        clocks=OpenClocks(case, [_clock(case, row) for row in sorted(found["clock"], key=_pk)]),
        to=to,
        last_decision=max((row["number"] for row in found["decision"]), default=0),
        papers=tuple(attachments.line(row) for row in sorted(found["paper"], key=lambda row: row["number"])),
    )


def hearings(case: Case) -> list[Hearing]:
    """The case's hearings with those heard and what they said, the newest first; two statements more at most."""
    return list(
        Hearing.objects.filter(case=case).prefetch_related("parties__remarks", "parties__party").order_by("-pk")
    )


def heard(case: Case) -> list[HearingParty]:
    """Everybody heard in the case, of the newest hearing first."""
    rows = HearingParty.objects.filter(hearing__case=case).select_related("party", "hearing")
    return list(rows.order_by("-hearing_id", "pk"))


def citizens_hearing(case: Case) -> HearingParty | None:
    """The newest draft the citizen was sent, with what the citizen has said to it."""
    rows = HearingParty.objects.filter(hearing__case=case, party=None).select_related("hearing")
    return rows.prefetch_related("remarks").order_by("-hearing_id").first()


def facts(case: Case) -> tuple[QuerySet[Any], ...]:
    """Hearings, exemptions and decisions, for the case page."""
    heard = HearingParty.objects.filter(hearing__case=case).annotate(why=F("hearing__reason"), who=Value(""))
    return (
        rows(heard, kind="hearing", on="due_on", state="why", label="who"),
        rows(Exemption.objects.filter(case=case), kind="exemption", on="at", state="ground", label="ground"),
        rows(Decision.objects.filter(case=case), kind="decision", on="decided_on", state="outcome", label="number"),
    )


def latest_decision(case: Case) -> Decision | None:
    """The decision that holds now."""
    return Decision.objects.filter(case=case).order_by("-number").first()


# -- the parts of the one statement -----------------------------------------------------------------------------------


def _parts(case: Case, *, on: date) -> tuple[QuerySet[Any], ...]:
    newer = LimbFinding.objects.filter(case=case, limb=OuterRef("limb"), version__gt=OuterRef("version"))
    on_the_day = Q(valid_to=None) | Q(valid_to__gte=on)
    clock = ("id", "kind", "waits_on", "subject", "starts_on", "earliest_on", "due_on", "promised_on")
    return (
        _part(
            "limb", LimbFinding.objects.filter(~Exists(newer), case=case), limb="limb", outcome="outcome",
            attempts=Length("attempts"), told_on="told_on",
        ),
        _part("heard", HearingParty.objects.filter(hearing__case=case), due_on="due_on", finished_on="finished_on"),
        _part("exemption", Exemption.objects.filter(case=case), id="id", ground="ground"),
        _part("remark", Remark.objects.filter(heard__hearing__case=case), id="id"),
        _part(
            "paper", Attachment.objects.filter(case=case, came_with=CameWith.HEARING), **attachments.columns()
        ),
        _part("decision", Decision.objects.filter(case=case), number="number"),
        _part("clock", Clock.objects.filter(case=case, closed_on=None), **{name: name for name in clock}),
        _part(
            "party", Party.objects.filter(on_the_day, case=case, valid_from__lte=on),
            **{name: name for name in ("id", "role", "name", "address", "letters")},
        ),
    )  # fmt: skip


def _part(row_kind: str, found: QuerySet[Any], /, **columns: Any) -> QuerySet[Any]:
    named = Value(row_kind, output_field=CharField())
    part: QuerySet[Any] = found.order_by().annotate(row_kind=named, row=JSONObject(**columns))
    return part.values_list("row_kind", "row")


def _held(case: Case, found: Mapping[str, list[Row]], *, at: datetime, problem: str) -> Held:
    standard = standard_of(case)
    heard = found["heard"]
    exemption = max(found["exemption"], key=_pk, default=None)
    choice = promised(standard, ProviderChoice).value
    return Held(
        on=at.date(),
        limbs={Limb(row["limb"]): _limb(row) for row in found["limb"]},
        always_by=always_by(standard),
        hearing_sent=bool(heard),
        hearing_over=bool(heard)
        and hearing_over(
            tuple(_day(row["due_on"]) for row in heard), tuple(bool(row["finished_on"]) for row in heard), at
        ),
        exemption=Ground(exemption["ground"]) if exemption else None,
        remarks=len(found["remark"]),
        complaint_address=complaint_address_of(case) is not None,
        recipient_problem=problem,
        names_facility=choice is not None and choice.grant_names_facility,
    )


def _limb(row: Row) -> LimbRecord:
    return LimbRecord(
        outcome=Outcome(row["outcome"]),
        reason=ON_FILE,
        source=ON_FILE,
        attempts_documented=bool(row["attempts"]),
        consequence_told=row["told_on"] is not None,
    )


def _recipients(case: Case, parties: list[Row], *, on: date) -> tuple[tuple[Addressee, ...], str]:
    known = [Party(municipality_id=case.municipality_id, case=case, **row) for row in sorted(parties, key=_pk)]
    try:
        return addressees(case, on=on, parties=known), ""
    except LetterRefused as refusal:
        return (), str(refusal)


def _clock(case: Case, row: Row) -> Clock:
    days = ("starts_on", "earliest_on", "due_on", "promised_on")
    return Clock(municipality_id=case.municipality_id, case=case, **{**row, **{name: _day(row[name]) for name in days}})


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _pk(row: Row) -> int:
    return int(row["id"])
