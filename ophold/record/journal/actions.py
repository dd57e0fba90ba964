"""Writing the journal: an act's entry in its own transaction, and a read before the answer is sent."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError
from django_scopes import scopes_disabled

from ophold.record.cases.acts import acting, role_of
from ophold.record.cases.models import Case
from ophold.record.journal import chain, sealing
from ophold.record.journal.models import Entry, PersonalText, ReadEntry
from ophold.record.people.models import Account, Municipality
from ophold.record.people.seal import seal_text

TEXT_CONTEXT = "journal.text"
ERASE = "erase_text"


def write(
    case: Case,
    *,
    act: str,
    by: Account | None,
    at: datetime,
    act_key: str | None = None,
    facts: Mapping[str, object] | None = None,
    text: str = "",
    save: Iterable[str] = (),
) -> Entry:
    """Add the act's entry to the case's chain, and save the case's `save` fields in the same statement as the head.

    The case must be locked by the act (`ophold.record.cases.acts`). `facts` holds JSON values without personal words;
    what was said goes into `text`.
    """
    link = _Link(chain=f"case:{case.pk}", number=case.journal_count + 1, previous=bytes(case.journal_head))
    entry = _store(
        link,
        Entry(municipality_id=case.municipality_id, case=case, act=act, act_key=act_key or None),
        by,
        at,
        facts,
        text,
    )
    case.journal_head, case.journal_count = entry.mac, entry.number
    case.save(update_fields={"journal_head", "journal_count", *save})
    return entry


def write_municipal(
    municipality: Municipality,
    *,
    act: str,
    by: Account | None,
    at: datetime,
    facts: Mapping[str, object] | None = None,
    text: str = "",
) -> Entry:
    """Add an entry that belongs to no case (a sign-in, a setting) to the municipality's own chain."""
    locked = Municipality.objects.select_for_update().get(pk=municipality.pk)
    link = _Link(
        chain=f"municipality:{locked.pk}", number=locked.journal_count + 1, previous=bytes(locked.journal_head)
    )
    entry = _store(link, Entry(municipality=locked, act=act), by, at, facts, text)
    Municipality.objects.filter(pk=locked.pk).update(journal_head=entry.mac, journal_count=entry.number)
    return entry


def erase_text(entry: Entry, *, why: str, by: Account | None, at: datetime) -> bool:
    """Erase an entry's personal text for ever and journal that it was done; False when it was erased already.

    The commitment stays in the chain, which still verifies. `why` names the legal ground and holds no personal words.
    """
    with acting("erase_text"):
        case = Case.objects.select_for_update().get(pk=entry.case_id) if entry.case_id else None
        erased = PersonalText.objects.filter(entry=entry, sealed__isnull=False).update(salt=None, sealed=None)
        if erased:
            facts = {"number": entry.number, "why": why}
            if case:
                write(case, act=ERASE, by=by, at=at, facts=facts)
            else:
                write_municipal(entry.municipality, act=ERASE, by=by, at=at, facts=facts)
    return bool(erased)


def seal_reads(now: datetime) -> int:
    """Chain the reads that can no longer grow in number; how many. Called by the worker, as often as it likes.

    A read younger than a minute is left alone: numbers may be given out in another order than they are committed.
    """
    sealed = 0
    with scopes_disabled():
        while seal := sealing.next_seal(now):
            try:
                with acting("seal_reads"):
                    seal.save(force_insert=True)
            except IntegrityError:  # another worker was first
                break
            sealed += seal.count
    return sealed


def record_read(account: Account, *, page: str, references: Iterable[str], municipality_id: int, at: datetime) -> None:
    """One INSERT that says who read about whom; called before the answer is made."""
    with acting("read"):
        ReadEntry.objects.create(
            municipality_id=municipality_id,
            account=account,
            role=role_of(account),
            page=page,
            references=list(references),
            at=at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """Where in which chain the entry goes."""

    chain: str
    number: int
    previous: bytes


def _store(
    link: _Link, entry: Entry, by: Account | None, at: datetime, facts: Mapping[str, object] | None, text: str
) -> Entry:
    chain.check_facts(facts or {})
    salt = os.urandom(16)
    entry.number, entry.previous = link.number, link.previous
    entry.actor, entry.actor_role = by, role_of(by) if by else "system"
    entry.at, entry.facts = at, dict(facts or {})
    entry.commitment = chain.commitment(text, salt) if text else chain.NO_TEXT
    entry.mac = chain.link(
        chain=link.chain,
        number=link.number,
        act=entry.act,
        actor=by.pk if by else None,
        role=entry.actor_role,
        at=at,
        facts=entry.facts,
        committed=entry.commitment,
        act_key=entry.act_key,
        previous=link.previous,
    )
    entry.save(force_insert=True)
    if text:
        PersonalText.objects.create(
            entry=entry,
            municipality_id=entry.municipality_id,
            salt=salt,
            sealed=seal_text(text, context=TEXT_CONTEXT),
        )
    return entry
