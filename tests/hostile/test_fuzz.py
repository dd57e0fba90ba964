"""Thousands of requests that nobody should send, at every address, as every role: answered, quick, whole or nothing.

`OPHOLD_FUZZ` is how many (20,000 before a release), `OPHOLD_FUZZ_SEED` where chance begins. The same two give the same
requests. A failure prints the requests it was found by.
"""

from __future__ import annotations

import logging
import os
import re
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.urls import reverse

from ophold.journey.intake.models import Draft, DraftPaper
from ophold.record.attachments.models import FormPaper
from ophold.record.journal.models import Entry, ReadEntry
from ophold.record.journal.verify import verify
from ophold.record.people.models import Session
from tests.hostile.knocking import ADDRESSES, Hand, Knock, Visitor
from tests.hostile.world import build

REQUESTS = int(os.environ.get("OPHOLD_FUZZ", "2000"))
SEED = int(os.environ.get("OPHOLD_FUZZ_SEED", "107"))
ROUND = 250  # then the world is as it was
SHOWN = 25
SLOW = 2.0  # seconds of the processor's time

DOORS = [reverse(name) for name in ("sign-in", "sign-out", "become")]  # nobody stays signed out

NOT_COUNTED = {Session._meta.db_table, ReadEntry._meta.db_table}
ENTRIES, DRAFTS = Entry._meta.db_table, Draft._meta.db_table
NOT_SENT = {DRAFTS, DraftPaper._meta.db_table, FormPaper._meta.db_table}  # nobody has received these yet
TABLES = sorted(
    {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("ophold.")} - NOT_COUNTED
)
COUNTED = frozenset(TABLES)
WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
COUNTS = "SELECT " + ", ".join(f'(SELECT count(*) FROM "{table}")' for table in TABLES)


class BackAgain(Exception):
    """The round is over."""


class Watch:
    """Sends, and writes down whatever should not have happened."""

    def __init__(self) -> None:
        self.raised: list[str] = []
        self.wrong: list[str] = []
        self.statuses: Counter[int] = Counter()
        self.acts = 0
        self.opened: set[str] = set()
        self.slowest = (0.0, "")
        self.sent = 0
        self.written: set[str] = set()
        self.counts = _counts()

    def send(self, visitor: Visitor, knock: Knock) -> Any:
        """One request, inside a savepoint of its own so that one broken answer does not spoil the next."""
        self.sent += 1
        self.raised.clear()
        self.written.clear()
        before, began, stays = self.counts, time.process_time(), True
        with transaction.atomic():
            answer = visitor.send(knock)
            stays = answer.status_code < 500 and knock.path not in DOORS
            transaction.set_rollback(not stays)
        took = time.process_time() - began
        if stays and self.written & COUNTED:
            self.counts = _counts()
        self.slowest = max(self.slowest, (took, str(knock)))
        self.statuses[answer.status_code] += 1
        if match := answer.wsgi_request.resolver_match:
            self.opened.add(match.url_name or "")
        slow = f"{took:.1f} s of work" if took > SLOW else ""
        if fault := self.raised or slow or _half(before, self.counts, answer.status_code):
            self.wrong.append(f"{answer.status_code} {fault}\n    {knock}")
        self.acts += self.counts[ENTRIES] != before[ENTRIES]
        return answer

    def listen(self, run: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Note which tables are written to: they are counted only when one was."""
        if match := WRITES.match(sql):
            self.written.add(match[1])
        return run(sql, params, many, context)


def _counts() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        return dict(zip(TABLES, cursor.fetchone(), strict=True))


def _half(before: dict[str, int], after: dict[str, int], status: int) -> str:
    """What was written that is neither nothing nor one whole act."""
    changed = {table: after[table] - before[table] for table in TABLES if after[table] != before[table]}
    if changed.keys() <= NOT_SENT and abs(changed.get(DRAFTS, 0)) <= 1:
        return ""
    if status >= 400 or changed.get(ENTRIES) != 1:
        return f"half-written: {changed}"
    return ""


@contextmanager
def _watched() -> Iterator[Watch]:
    watch = Watch()

    def note(sender: object, **_: object) -> None:
        watch.raised.append(traceback.format_exc(limit=-4))

    got_request_exception.connect(note)
    try:
        with connection.execute_wrapper(watch.listen):
            yield watch
    finally:
        got_request_exception.disconnect(note)


@pytest.fixture
def quiet() -> Iterator[None]:
    """Thousands of refusals are not worth a line each."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.django_db
@pytest.mark.timeout(3600)
def test_whatever_is_sent_is_answered_and_written_whole_or_not_at_all(quiet: None) -> None:
    hand = Hand(build(), SEED)
    with _watched() as watch:
        while watch.sent < REQUESTS and len(watch.wrong) < SHOWN:
            try:
                with transaction.atomic():
                    watch.counts = _counts()
                    _round(hand, watch)
                    assert not verify().faults, verify()
                    raise BackAgain
            except BackAgain:
                continue
    slow = f"slowest {watch.slowest[0]:.2f} s: {watch.slowest[1][:200]}"
    print(f"{watch.sent} requests, {watch.acts} acts, {dict(sorted(watch.statuses.items()))}, {slow}")
    assert not watch.wrong, "\n\n".join(watch.wrong)
    assert watch.opened >= ADDRESSES.keys() or REQUESTS < 2000, ADDRESSES.keys() - watch.opened
    assert watch.acts > watch.sent / 200, "hardly anything got through: the requests are too wild to find anything"


@pytest.mark.django_db
@pytest.mark.timeout(3600)
def test_what_is_filled_in_as_meant_and_then_touched_is_a_whole_act_or_a_plain_refusal(quiet: None) -> None:
    hand = Hand(build(), SEED)
    sent = 0
    with _watched() as watch:
        while watch.sent < REQUESTS / 4 and len(watch.wrong) < SHOWN:
            with transaction.atomic():
                watch.counts = _counts()
                until = watch.sent + ROUND
                while watch.sent < until:
                    sent += _act(hand, watch)
                assert not verify().faults, verify()
                transaction.set_rollback(True)
    print(f"{watch.sent} requests, {sent} forms sent, {watch.acts} acts, {dict(sorted(watch.statuses.items()))}")
    assert not watch.wrong, "\n\n".join(watch.wrong)
    assert watch.acts > sent * 0.3, f"{watch.acts} acts of {sent} forms: too few to find anything"


def _act(hand: Hand, watch: Watch) -> int:
    visitor, knock = hand.for_an_act()
    answer = watch.send(visitor, knock)
    doing = hand.doing(visitor, knock, answer.content.decode()) if answer.status_code == 200 else None
    if doing:
        watch.send(visitor, doing)
    return int(doing is not None)


def _round(hand: Hand, watch: Watch) -> None:
    until = watch.sent + ROUND
    while watch.sent < until and len(watch.wrong) < SHOWN:
        visitor, knock = hand.opening()
        answer = watch.send(visitor, knock)
        told = answer.get("Content-Type", "")
        html = answer.content.decode() if told.startswith("text/html") and answer.status_code == 200 else ""
        for _ in range(hand.by.choice((1, 1, 2)) if "act_key" in html else hand.by.random() < 0.15):
            watch.send(visitor, hand.sending(visitor, knock, html))
