"""The case page's twin: `/sag/<sagsnummer>/`, its first page of what has happened."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bench.raw import case_parts
from bench.raw.ground import HEADERS, Database, Environ, Frame, Start, Who, cookies, day, record_read, signed_in
from ophold.journey.decisions.deadline import always_by
from ophold.outlook.desk.facts import asked
from ophold.record.cases.facts import ANY_CASE, ANY_MUNICIPALITY, statement
from ophold.record.cases.standards import catalogue

ROLES = frozenset({"caseworker", "team_leader", "appeals_officer"})
BEGINS, ENDS = '<p class="back">', "  </main>"
TIMELINE = 30
CASE = """
SELECT c.id, c.reference, c.state, c.closed_on, c.closed_as, c.next_kind, c.next_on, c.waits_on, c.received_on,
c.channel, c.standard_version, c.acting_confirmed, c.caseworker_id, a.name, p.name, p.born_on, p.died_on,
p.is_protected, p.phone, p.address, m.key, m.name FROM cases_case c
JOIN people_municipality m ON m.id = c.municipality_id
JOIN people_citizen p ON p.id = c.citizen_id LEFT JOIN people_account a ON a.id = c.caseworker_id
WHERE c.municipality_id = %s AND c.reference = %s ORDER BY c.id LIMIT 1"""
CLOCKS = """
SELECT kind, waits_on, label, earliest_on, due_on, promised_on, finding FROM cases_clock
WHERE municipality_id = %s AND case_id = %s AND closed_on IS NULL ORDER BY due_on, id"""
EVENTS = """
SELECT e.number, e.at, a.name, e.act, e.facts, t.sealed FROM journal_entry e
LEFT JOIN people_account a ON a.id = e.actor_id LEFT JOIN journal_personaltext t ON t.entry_id = e.id
WHERE e.municipality_id = %s AND e.case_id = %s ORDER BY e.number DESC LIMIT 31"""
PARTIES = """
SELECT id, name, role, letters FROM cases_party WHERE municipality_id = %s AND (valid_to IS NULL OR valid_to >= %s)
AND case_id = %s AND valid_from <= %s ORDER BY id"""


@dataclass(frozen=True, slots=True)
class Case:
    """The case as the page needs it, in the order of the statement."""

    id: int
    reference: str
    state: str
    closed_on: Any
    closed_as: str
    next_kind: str
    next_on: Any
    waits_on: str
    received_on: Any
    channel: str
    standard_version: str
    acting_confirmed: bool
    caseworker_id: int | None
    caseworker: str | None
    citizen: str
    born_on: Any
    died_on: Any
    is_protected: bool
    phone: str
    address: str
    key: str
    municipality: str


@dataclass(frozen=True, slots=True)
class Clock:
    """An open clock, in the order of the statement."""

    kind: str
    waits_on: str
    label: str
    earliest_on: date | None
    due_on: date | None
    promised_on: date | None
    finding: dict[str, Any]

    @property
    def day(self) -> date | None:
        """The day it is about."""
        return self.due_on or self.earliest_on


def twin(database: Database, page: str, now: Callable[[], datetime]) -> Callable[[Environ, Start], list[bytes]]:
    """The application; `page` is one the product made for the same person, whose frame is cut out."""
    frame: Frame | None = None

    def application(environ: Environ, start: Start) -> list[bytes]:
        nonlocal frame
        at, sent = now(), cookies(environ)
        who, reference = signed_in(database, sent["ophold"], at), environ["PATH_INFO"].split("/")[2]
        row = None
        if who is not None and who.role in ROLES:
            row = database.run(CASE, (who.municipality, reference)).fetchone()
        if who is None or row is None:
            start("404 Not Found", HEADERS)
            return [b""]
        case = Case(*row)
        record_read(database, who, "case", [case.reference], at)
        holes = {"name": who.name, "municipality": who.municipality_name, "ends": who.ends}
        holes |= {"citizen": case.citizen, "reference": case.reference}
        frame = frame or Frame.cut(page, begins=BEGINS, ends=ENDS, holes=holes)
        body = frame.around(_main(database, case, who, at.date(), sent["csrftoken"]), sent["csrftoken"], **holes)
        start("200 OK", HEADERS)
        return [body]

    return application


def _main(database: Database, case: Case, who: Who, today: date, secret: str) -> str:
    key = (who.municipality, case.id)
    clocks = [_clock(row) for row in database.run(CLOCKS, key).fetchall()]
    facts: dict[str, list[Any]] = defaultdict(list)
    sql, values = statement(asked)  # by Django once, and then the same text for every case
    own = {ANY_CASE: case.id, ANY_MUNICIPALITY: who.municipality}
    rows = database.run(sql, [own.get(value, value) for value in values]).fetchall()
    found = [(kind, pk, day(on), *words) for kind, pk, on, *words in rows]
    for fact in sorted(found, key=lambda fact: (fact[0], fact[2] or date.min, fact[1])):
        facts[fact[0]].append(fact)
    events = database.run(EVENTS, key).fetchall()
    parties = database.run(PARTIES, (who.municipality, _stored(database, today), case.id, _stored(database, today)))
    first = _next_act(case, facts, clocks, today)
    return "".join(
        (
            case_parts.band(case, today),
            case_parts.answer(case, _waits_for(clocks, case), today),
            case_parts.clocks(_shown(clocks, case), today),
            case_parts.NO_WINDOW
            if facts["decision"] and not any(clock.kind == "complaint_window" for clock in clocks)
            else "",
            case_parts.acts(case, who, first, any(clock.kind == "reassessment" for clock in clocks), secret),
            case_parts.timeline(events[:TIMELINE], more=len(events) > TIMELINE),
            case_parts.facts(case, parties.fetchall(), facts, secret),
        )
    )


def _clock(row: Any) -> Clock:
    kind, waits_on, label, earliest_on, due_on, promised_on, finding = row
    days = day(earliest_on), day(due_on), day(promised_on)
    return Clock(kind, waits_on, label, *days, json.loads(finding))


def _stored(database: Database, on: date) -> object:
    return on if database.marks == "%s" else on.isoformat()


def _shown(clocks: list[Clock], case: Case) -> list[Clock]:
    ranked = sorted(
        clocks, key=lambda one: (one.kind != case.next_kind, one.waits_on != "municipality", one.due_on or date.max)
    )
    return ranked[:3]


def _waits_for(clocks: list[Clock], case: Case) -> Clock | None:
    matching = [one for one in clocks if one.kind == case.next_kind and one.day == day(case.next_on)]
    return matching[0] if matching else next((one for one in clocks if one.kind == "response"), None)


_always: dict[tuple[str, str], bool] = {}


def _heard_always(case: Case) -> bool:
    key = (case.key, case.standard_version)
    if key not in _always:
        _always[key] = always_by(catalogue().version(*key)) is not None
    return _always[key]


def _next_act(case: Case, facts: dict[str, list[Any]], clocks: list[Clock], today: date) -> str:
    kinds = {clock.kind for clock in clocks}
    if "reassessment" in kinds:
        return "reassess"
    if case.caseworker_id is None:
        return "take_case"
    if case.state in ("received", "assessing"):
        met = any(fact[3] == "met" for fact in facts["limb"])
        if len({fact[4] for fact in facts["limb"]}) < 3 and not met:
            return "record_limb"
        return "send_hearing" if _heard_always(case) or not (met or facts["exemption"]) else "decide"
    if case.state == "hearing":
        running = any(clock.kind == "hearing" and (not clock.due_on or clock.due_on >= today) for clock in clocks)
        return "" if running else "decide"
    return {"granted": "begin_stay", "staying": "hold_follow_up"}.get(case.state, "")
