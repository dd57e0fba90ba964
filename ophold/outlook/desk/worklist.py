"""The work list: what do I do first? One statement, begun where the page begins; nothing counted over a tenant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.fields.tuple_lookups import Tuple
from django.db.models.lookups import GreaterThan
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ophold.outlook.desk.words import next_verb
from ophold.record.cases import access
from ophold.record.cases.choices import CaseState, Urgency, WaitsOn
from ophold.record.cases.models import Case
from ophold.record.cases.queries import in_the_hands_of
from ophold.record.people.models import Account

PAGE = 25
FIELDS = (
    "pk", "reference", "citizen__name", "citizen__is_protected", "state", "caseworker__name",
    "urgency", "next_kind", "next_label", "next_on", "waits_on", "received_on", "caseworker",
)  # fmt: skip


class Tab:
    """Whose cases."""

    MINE = "mine"
    TEAM = "team"
    UNASSIGNED = "ufordelte"


TABS: tuple[tuple[str, Promise], ...] = (
    (Tab.MINE, _("Mine")),
    (Tab.TEAM, _("Hele teamet")),
    (Tab.UNASSIGNED, _("Ikke fordelt")),
)

HEADINGS: Mapping[str, Promise] = {
    "undated": _("Uden næste dato"),
    "others": _("Venter på andre"),
    "passed": _("Overskredet"),
    "now": _("I dag og i morgen"),
    "week": _("Denne uge"),
    "later": _("Senere"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case in the list, ready to be shown."""

    id: int
    reference: str
    href: str
    citizen: str
    is_protected: bool
    state: str
    caseworker: str
    urgency: int
    verb: str
    on: date | None
    waits_on: str
    received_on: date
    covers: bool  # a colleague's, who is away

    @property
    def cursor(self) -> str:
        """Where the next page begins."""
        return f"{self.urgency}.{self.on.isoformat() if self.on else ''}.{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkList:
    """One page of the list in sections, and where the next begins."""

    sections: list[tuple[str, list[Row]]]
    after: str

    @property
    def references(self) -> list[str]:
        """Every case on the page, for the journal."""
        return [row.reference for _heading, rows in self.sections for row in rows]


def work_list(account: Account, *, tab: str, state: str, after: str, on: date) -> WorkList:
    """The open cases of a tab by urgency; `after` is a cursor from an earlier page, anything else begins anew."""
    found = access.cases(account).filter(closed_on=None)
    if tab == Tab.MINE:
        found = found.filter(in_the_hands_of(account, on))
    elif tab == Tab.UNASSIGNED:
        found = found.filter(caseworker=None)
    if state in CaseState.values:
        found = found.filter(state=state)
    words = _Words()
    rows: list[Row] = []
    for stretch in _after(found, after):
        page = stretch.order_by("urgency", "next_on", "pk").values_list(*FIELDS)[: PAGE + 1 - len(rows)]
        rows += [_row(values, words, on, account, tab) for values in page]
        if len(rows) > PAGE:
            break
    sections = [
        (str(HEADINGS[section]), list(group))
        for section, group in groupby(rows[:PAGE], key=lambda row: _section(row, on))
    ]
    return WorkList(sections=sections, after=rows[PAGE - 1].cursor if len(rows) > PAGE else "")


class _Words:
    """What many rows of one page share, looked up once for the page: the reader's words and the case page's address."""

    def __init__(self) -> None:
        self.state = cache(lambda code: str(CaseState(code).label))
        self.waits_on = cache(lambda code: str(WaitsOn(code).label))
        self.next_verb = cache(next_verb)
        self._address = reverse("case", args=["REFERENCE"])

    def address(self, reference: str) -> str:
        """Where a case's page is."""
        return self._address.replace("REFERENCE", reference)


def _row(values: tuple[Any, ...], words: _Words, on: date, account: Account, tab: str) -> Row:
    pk, reference, citizen, protected, state, caseworker, urgency, kind, label, day, waits_on, received, owner = values
    return Row(
        id=pk,
        reference=reference,
        citizen=citizen,
        is_protected=protected,
        href=words.address(reference),
        state=words.state(state),
        caseworker=caseworker or "",
        urgency=urgency,
        verb=words.next_verb(state, kind, label, assigned=caseworker is not None, passed=day is not None and day < on),
        on=day,
        waits_on=words.waits_on(waits_on),
        received_on=received,
        covers=tab == Tab.MINE and owner != account.pk,
    )


def _after(found: QuerySet[Case], cursor: str) -> list[QuerySet[Case]]:
    """What comes after a cursor, each as one range of an index; without a date the others without one come first."""
    try:
        urgency, day, pk = cursor.split(".")
        place, number = Urgency(int(urgency)), int(pk)
        on = date.fromisoformat(day) if day else None
    except ValueError:
        return [found]
    if not 0 < number < 2**63 or (on is None) != (place is Urgency.UNDATED):
        return [found]
    if on is None:
        return [found.filter(urgency=place, next_on=None, pk__gt=number), found.filter(urgency__gt=place)]
    there = Tuple(Value(place), Value(on), Value(number))
    return [found.filter(GreaterThan(Tuple(F("urgency"), F("next_on"), F("pk")), there))]


def _section(row: Row, on: date) -> str:
    """Which of `HEADINGS` a row stands under."""
    if row.on is None:
        return "undated"
    if row.urgency == Urgency.OTHERS:
        return "others"
    if row.on < on:
        return "passed"
    if row.on <= on + timedelta(days=1):
        return "now"
    return "week" if row.on <= on + timedelta(days=6 - on.weekday()) else "later"
