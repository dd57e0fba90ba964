"""The twin of applying: the citizen sends the application, `POST /ansoeg/<kommune>/opsummering/`, and sees the receipt.

What law, standard and letter say is asked of the same plain functions as in the product; they know no database.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from bench.raw.ground import HEADERS, Database, Environ, Start, Who, cookies, form, same_secret, signed_in, stored
from bench.raw.ground import transaction as begun
from ophold.journey.intake import letters
from ophold.journey.intake.answers import Answers, unsealed
from ophold.journey.intake.choices import Item
from ophold.journey.intake.models import ANSWERS_CONTEXT, DRAFT_CONTEXT
from ophold.law.as_json import as_json, plain
from ophold.law.finding import Finding
from ophold.record.cases.models import Case
from ophold.record.cases.standards import settings_of, standard_in_force
from ophold.record.journal import chain
from ophold.record.letters.content import check, cleaned
from ophold.record.letters.recipients import addressees
from ophold.record.letters.sealed import seal_content, seal_recipient
from ophold.record.letters.typeset import TEMPLATE_VERSION
from ophold.record.people import cpr
from ophold.record.people.models import Citizen, Municipality
from ophold.standard import answers as standard_answers
from ophold.standard.shape import Standard

ACCOUNT = "SELECT municipality_id FROM people_citizen WHERE account_id = %s"
HOME = "id, key, name, last_case_number, settings_stamp, standards_stamp FROM people_municipality"
PLACE = f"SELECT {HOME} WHERE key = %s ORDER BY id LIMIT 1"
LOCK = f"SELECT {HOME} WHERE id = %s"
DRAFT = """
SELECT d.id, d.answers_sealed FROM intake_draft d JOIN people_municipality m ON m.id = d.municipality_id
WHERE d.account_id = %s AND m.key = %s ORDER BY d.id LIMIT 1"""
KNOWN = "SELECT id FROM intake_application WHERE municipality_id = %s AND act_key = %s ORDER BY id LIMIT 1"
CITIZEN = """
SELECT id, account_id, name, born_on, address, digital_post FROM people_citizen
WHERE municipality_id = %s AND cpr_index = %s"""
NUMBER = "UPDATE people_municipality SET last_case_number = %s WHERE id = %s"
PARTIES = """
SELECT id FROM cases_party WHERE municipality_id = %s AND (valid_to IS NULL OR valid_to >= %s) AND case_id = %s
AND valid_from <= %s ORDER BY id"""
LETTER = """
INSERT INTO letters_letter (municipality_id, case_id, number, kind, dated_on, content, template_version, made_by_id,
made_at) VALUES (%s, %s,
COALESCE((SELECT number FROM letters_letter WHERE case_id = %s ORDER BY number DESC LIMIT 1) + 1, 1),
%s, %s, %s, %s, %s, %s) RETURNING id"""
PAPERS = "SELECT id FROM intake_draftpaper WHERE draft_id = %s ORDER BY id"
HEAD = """
UPDATE cases_case SET next_kind = %s, next_label = %s, next_on = %s, waits_on = %s, urgency = %s, journal_head = %s,
journal_count = %s WHERE id = %s"""
FAR = "9999-01-01 00:00:00"
GONE = ("DELETE FROM intake_draftpaper WHERE draft_id IN (%s)", "DELETE FROM intake_draft WHERE id IN (%s)")


def twin(database: Database, now: Callable[[], datetime]) -> Callable[[Environ, Start], list[bytes]]:
    """The application."""

    def application(environ: Environ, start: Start) -> list[bytes]:
        at = now()
        sent, told, key = cookies(environ), form(environ), environ["PATH_INFO"].split("/")[2]
        who = signed_in(database, sent["ophold"], at)
        if who is None or who.role or not same_secret(told["csrfmiddlewaretoken"], sent["csrftoken"]):
            start("404 Not Found", HEADERS)
            return [b""]
        database.run(ACCOUNT, (who.id,)).fetchall()
        home = _home(database.run(PLACE, (key,)).fetchone())
        draft, sealed = database.run(DRAFT, (who.id, key)).fetchone()
        database.run(DRAFT, (who.id, key)).fetchone()
        applying = _Applying(database, who, home.pk, at, told["act_key"], unsealed(bytes(sealed), DRAFT_CONTEXT))
        with begun(database):
            reference = applying.receive(draft)
            database.run(DRAFT, (who.id, key)).fetchall()
            for gone in GONE:
                database.run(gone, (draft,))
        start("302 Found", [("Location", reverse("receipt", args=[reference])), *HEADERS])
        return [b""]

    return application


def _home(row: Any) -> Municipality:
    names = ("id", "key", "name", "last_case_number", "settings_stamp", "standards_stamp")
    return Municipality(**dict(zip(names, row, strict=True)))


@dataclass(slots=True)
class _Applying:
    """One application on its way in."""

    database: Database
    who: Who
    home: int
    at: datetime
    act_key: str
    answers: Answers

    def receive(self, draft: int) -> str:
        """Everything between the locked municipality and the journal's entry; the new case's reference."""
        lock = LOCK if self.database.marks == "?" else f"{LOCK} FOR UPDATE"
        home = _home(self.database.run(lock, (self.home,)).fetchone())
        assert self.database.run(KNOWN, (home.pk, self.act_key)).fetchone() is None
        assert self.answers.items
        assert self.answers.need.strip()
        today = self.at.date()
        standard = standard_in_force(home, today)
        case = self._open(home, standard, lock)
        under_age = cpr.age_on(case.citizen.born_on, today) < 18
        self._store(case, under_age)
        finding = standard_answers.response_deadline(standard, received=today, settings=settings_of(home, today))
        self._start_clock(case, finding)
        self._send_receipt(case, finding, standard)
        self.database.run(PAPERS, (draft,)).fetchall()
        facts = {
            "received_on": today.isoformat(),
            "channel": "self_service",
            "items": list(self.answers.items),
            "applicant": self.answers.applicant,
            "under_age": under_age,
            "deadline": finding.status.value,
            "promised_on": plain(finding.value),
            "receipt": True,
        }
        self._journal(case, finding.value, facts)
        return case.reference

    def _open(self, home: Municipality, standard: Standard, lock: str) -> Case:
        assert self.who.cpr_sealed
        digits, today = cpr.unseal_cpr(self.who.cpr_sealed), self.at.date()
        names = ("id", "account_id", "name", "born_on", "address", "digital_post")
        row = self.database.run(CITIZEN, (home.pk, cpr.index(digits))).fetchone()
        citizen = Citizen(**dict(zip(names, row, strict=True)))
        citizen.born_on = cpr.born_on(digits)
        home = _home(self.database.run(lock, (home.pk,)).fetchone())
        number = home.last_case_number + 1
        self.database.run(NUMBER, (number, home.pk))
        case = Case(
            municipality=home,
            citizen=citizen,
            reference=f"{settings_of(home).reference_letters}-{today.year}-{number:05d}",
            received_on=today,
            channel="self_service",
            standard_version=standard.version,
        )
        case.id = self._insert(
            "cases_case",
            municipality_id=home.pk, citizen_id=citizen.pk, reference=case.reference, state="received",
            caseworker_id=None, received_on=self._day(today), channel="self_service",
            standard_version=standard.version, acting_confirmed=self.answers.lives_here == "yes",
            opened_at=stored(self.database, self.at), closed_on=None, closed_as="", next_kind="", next_label=b"",
            next_on=None, waits_on="municipality", urgency=0, journal_head=bytes(32), journal_count=0,
        )  # fmt: skip
        return case

    def _store(self, case: Case, under_age: bool) -> None:
        application = self._insert(
            "intake_application",
            municipality_id=self.home, case_id=case.pk, answers_sealed=self.answers.sealed(ANSWERS_CONTEXT),
            received_on=self._day(self.at.date()), channel="self_service", entered_by_id=None, under_age=under_age,
            act_key=self.act_key,
        )  # fmt: skip
        for item in dict.fromkeys(self.answers.items):
            self._insert("intake_applicationitem", municipality_id=self.home, application_id=application, item=item)

    def _start_clock(self, case: Case, finding: Finding[date]) -> None:
        due = self._day(finding.value)
        self._insert(
            "cases_clock",
            municipality_id=self.home, case_id=case.pk, kind="response", waits_on="municipality", subject="", label="",
            starts_on=self._day(self.at.date()), earliest_on=None, due_on=due, promised_on=due,
            finding=json.dumps(as_json(finding)), standard_version=case.standard_version, closed_on=None, ended="",
        )  # fmt: skip

    def _send_receipt(self, case: Case, finding: Finding[date], standard: Standard) -> None:
        items = tuple(Item(item) for item in dict.fromkeys(self.answers.items))
        content = cleaned(letters.receipt(case, items, finding, standard, at=self.at))
        check(content)
        today = self._day(self.at.date())
        assert not self.database.run(PARTIES, (self.home, today, case.pk, today)).fetchall()
        made = (content.kind, today, seal_content(content, case.pk), TEMPLATE_VERSION, self.who.id)
        values = (self.home, case.pk, case.pk, *made, stored(self.database, self.at))
        letter = self.database.run(LETTER, values).fetchone()[0]
        copies = []
        for each in addressees(case, on=self.at.date(), parties=()):
            key = uuid.uuid4().hex
            copies.append(
                self._insert(
                    "letters_dispatch",
                    municipality_id=self.home, letter_id=letter, citizen_id=each.citizen_id, party_id=None,
                    authority="", recipient=seal_recipient(each.recipient, key), channel=each.channel, key=key,
                    state="queued", attempts=0, lease_until=None, failure="", sent_at=None, delivered_on=None,
                    received_on=None,
                )
            )  # fmt: skip
        self._wake(copies)

    def _wake(self, copies: list[int]) -> None:
        task = uuid.uuid4()
        self._insert(
            "django_tasks_database_dbtaskresult",
            id=task.hex if self.database.marks == "?" else task, status="READY",
            enqueued_at=stored(self.database, self.at), started_at=None, finished_at=None,
            args_kwargs=json.dumps({"args": [copies], "kwargs": {}}), priority=0,
            task_path="ophold.record.letters.tasks.wake", worker_ids="[]", queue_name="default",
            backend_name="default", run_after=FAR if self.database.marks == "?" else f"{FAR}+00", return_value=None,
            exception_class_path="", traceback="",
        )  # fmt: skip

    def _journal(self, case: Case, due: date | None, facts: dict[str, object]) -> None:
        chain.check_facts(facts)
        at = stored(self.database, self.at)
        mac = chain.link(
            chain=f"case:{case.pk}", number=1, act="apply", actor=self.who.id, role="citizen", at=self.at, facts=facts,
            committed=chain.NO_TEXT, act_key=self.act_key, previous=chain.START,
        )  # fmt: skip
        self._insert(
            "journal_entry",
            municipality_id=self.home, case_id=case.pk, number=1, act="apply", actor_id=self.who.id,
            actor_role="citizen", at=at, facts=json.dumps(facts), commitment=chain.NO_TEXT, previous=chain.START,
            mac=mac, act_key=self.act_key,
        )  # fmt: skip
        next_kind = ("response", b"", self._day(due), "municipality", 1 if due else 0)
        self.database.run(HEAD, (*next_kind, mac, 1, case.pk))

    def _day(self, on: date | None) -> object:
        return on.isoformat() if on and self.database.marks == "?" else on

    def _insert(self, table: str, **values: object) -> Any:
        marks = ", ".join(["%s"] * len(values))
        statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks}) RETURNING id"
        return self.database.run(statement, tuple(values.values())).fetchone()[0]
