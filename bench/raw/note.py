"""The twin of an act: a note of a conversation is sent, `POST /sag/<sagsnummer>/notat/`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bench.raw.ground import (
    HEADERS,
    Database,
    Environ,
    Start,
    cookies,
    form,
    same_secret,
    signed_in,
    stored,
    transaction,
)
from ophold.record.cases.transitions import TRANSITIONS
from ophold.record.journal import chain
from ophold.record.people.seal import seal_text

ACT = "note_conversation"
ROLES = TRANSITIONS[ACT].roles
STATES = frozenset(state.value for state in TRANSITIONS[ACT].states)
CHANNELS = frozenset({"phone", "in_person", "email", "digital_post"})
FIND = "SELECT id FROM cases_case WHERE municipality_id = %s AND reference = %s ORDER BY id LIMIT 1"
LOCK = "SELECT municipality_id, state, journal_count, journal_head FROM cases_case WHERE id = %s"
ENTRY = """
INSERT INTO journal_entry (municipality_id, case_id, number, act, actor_id, actor_role, at, facts, commitment, previous,
mac, act_key) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"""
TEXT = "INSERT INTO journal_personaltext (entry_id, municipality_id, salt, sealed) VALUES (%s, %s, %s, %s)"
HEAD = "UPDATE cases_case SET journal_head = %s, journal_count = %s WHERE id = %s"


def twin(database: Database, now: Callable[[], datetime]) -> Callable[[Environ, Start], list[bytes]]:
    """The application."""
    lock = LOCK if database.marks == "?" else f"{LOCK} FOR UPDATE"

    def application(environ: Environ, start: Start) -> list[bytes]:
        at = now()
        sent, told = cookies(environ), form(environ)
        who = signed_in(database, sent["ophold"], at)
        reference = environ["PATH_INFO"].split("/")[2]
        row = database.run(FIND, (who.municipality, reference)).fetchone() if who and who.role in ROLES else None
        if who is None or row is None or not same_secret(told["csrfmiddlewaretoken"], sent["csrftoken"]):
            start("404 Not Found", HEADERS)
            return [b""]
        facts, said = _valid(told, at.date())
        with transaction(database):
            municipality, state, count, head = database.run(lock, row).fetchone()
            assert state in STATES
            salt = os.urandom(16)
            values = {"number": count + 1, "act": ACT, "actor": who.id, "role": who.role, "at": at, "facts": facts}
            values |= {"committed": chain.commitment(said, salt), "act_key": told["act_key"], "previous": bytes(head)}
            mac = chain.link(chain=f"case:{row[0]}", **values)
            entry = database.run(ENTRY, (municipality, row[0], *_entry(database, values, mac))).fetchone()[0]
            database.run(TEXT, (entry, municipality, salt, seal_text(said, context="journal.text")))
            database.run(HEAD, (mac, count + 1, row[0]))
        start("302 Found", [("Location", f"/sag/{reference}/"), *HEADERS])
        return [b""]

    return application


def _valid(told: dict[str, str], today: date) -> tuple[dict[str, str], str]:
    """The facts and the words of a note that may be written."""
    held_on = date(*(int(told[f"held_on_{box}"]) for box in (2, 1, 0)))
    whom, text = told["with_whom"].strip(), told["text"].strip()
    assert held_on <= today
    assert told["channel"] in CHANNELS
    assert whom
    assert len(whom) <= 120
    assert text
    assert len(text) <= 20_000
    facts = {"held_on": held_on.isoformat(), "channel": told["channel"]}
    chain.check_facts(facts)
    return facts, f"Med {whom}:\n{text}"


def _entry(database: Database, said: dict[str, Any], mac: bytes) -> tuple[object, ...]:
    facts = json.dumps(said["facts"], ensure_ascii=False)
    return (
        *(said[name] for name in ("number", "act", "actor", "role")),
        stored(database, said["at"]),
        *(facts, said["committed"], said["previous"], mac, said["act_key"]),
    )
